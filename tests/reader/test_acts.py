"""The acts that cues come to."""

from onrecord.lexicon.acts import ACTS
from onrecord.reader.acts import act_of
from onrecord.reader.cues import CUE_ADJECTIVES, CUE_NOUNS, CUE_PHRASES, CUE_VERBS


def test_every_act_that_a_cue_comes_to_can_be_asked_for_and_no_other():
    tables = (CUE_VERBS, CUE_NOUNS, CUE_ADJECTIVES)
    acts = {word.act for table in tables for word in table.values()}
    acts |= {act for _, act in CUE_PHRASES}
    assert sorted(acts | {act_of("zzz")}) == list(ACTS)
