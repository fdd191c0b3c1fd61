"""Everything that can go wrong, as one tree.

OnRecordError
├── UnreadableArticle      the bytes are no article: binary, empty, too long, not English
├── PublishedDateInvalid   a date given by hand is no date
├── GivenInvalid           an address or a publisher given by hand is none
├── ModelMissing           the network's files are absent or damaged
├── PlotsMissing           the library that draws pictures is not installed
├── RecordUnavailable      the record cannot be opened, is locked, or a newer onrecord wrote it
├── EntryUnknown           no entry, or more than one, on the record has that id
├── QuestionInvalid        a question put to the record holds a date that is no date
├── JudgementInvalid       what a person judges cannot be judged: an unnamed source, unlike kinds
├── CorrectionInvalid      an entry cannot be corrected so: words not in the article, undone already
├── DossierInvalid         a dossier cannot be called so, or what is picked cannot be a line of one
├── ServingRefused         the reading room may not open so: not safely, or options contradict
├── AddressUnavailable     the address or port of the reading room is taken, or not to be had
└── PasswordsInvalid       the password file is missing, or a line of it is none

A message says what happened, to what, and what to do next. A bad article never stops a run: it
becomes a ``Failure`` (see ``onrecord.model``).
"""


class OnRecordError(Exception):
    """The root: catching it catches everything onrecord raises on purpose."""


class UnreadableArticle(OnRecordError):
    """The input cannot be read as an English news article; ``str(error)`` is the reason."""


class PublishedDateInvalid(OnRecordError):
    """A publication date given by hand is not a date onrecord understands."""


class GivenInvalid(OnRecordError):
    """An address given by hand is no http address, or a publisher's name is too long for one."""


class ModelMissing(OnRecordError):
    """The files of the network are absent or do not have the digest they should have."""


class PlotsMissing(OnRecordError):
    """The library that draws pictures, the extra ``plots``, is not installed."""


class RecordUnavailable(OnRecordError):
    """The record cannot be opened or written."""


class EntryUnknown(OnRecordError):
    """No entry with that id is on the record."""


class QuestionInvalid(OnRecordError):
    """A question put to the record cannot be understood."""


class JudgementInvalid(OnRecordError):
    """A judgement by hand that cannot be made, or a link that cannot be withdrawn."""


class ServingRefused(OnRecordError):
    """The reading room would not be safe as asked for, or what was asked contradicts itself."""


class AddressUnavailable(OnRecordError):
    """The address or port at which the reading room should open cannot be had."""


class PasswordsInvalid(OnRecordError):
    """The password file cannot be read, a line of it is none, or a password is too short."""


class CorrectionInvalid(OnRecordError):
    """An entry that a person corrects cannot be corrected so."""


class DossierInvalid(OnRecordError):
    """A dossier cannot have that name, or hold what is picked into it."""
