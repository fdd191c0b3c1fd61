"""The labels the network gives, as data: training and reading must agree on them, in this order."""

from __future__ import annotations

UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
    "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X",
)  # fmt: skip

DEPRELS = (
    "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass",
    "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj",
    "csubj:outer", "csubj:pass", "dep", "det", "det:predet", "discourse", "dislocated",
    "expl", "fixed", "flat", "flat:foreign", "goeswith", "iobj", "list", "mark", "nmod",
    "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod",
    "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum",
    "root", "vocative", "xcomp",
)  # fmt: skip

NAMES = ("PERSON", "ORG", "LOC", "MISC", "DATE")
NAME_TAGS = ("O", *(f"{place}-{kind}" for kind in NAMES for place in "BI"))

ROLES = ("source", "cue", "content")
# B: first word of a passage, I: within, E: last, S: the only one.
ROLE_TAGS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BIES"))
