"""The linker: the same article, person, utterance, event and figure across articles."""
