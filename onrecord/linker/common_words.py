"""Words so common in the news that sharing one says little: they make no blocking key alone.

The commonest of Wikipedia's "Current events" (2023 to 2026) and Wikinews, by count, without names.
"""

from __future__ import annotations

from onrecord.linker.words import stem

_COMMON = """
people killed after united states two injured three state government minister first military
forces more new war says national police announces court year attack country following four former
time fire near prime reports years air strikes security report reported several six international
killing election drone presidential world attacks support across members part million district
north leader ceasefire strike due days children missing mass oil around province health public
prison life law end force many general federal army shooting alleged authorities ministry arrest
work office held central agreement arrested airport power department airstrikes soldiers protests
officials armed high parliament community west right control system gas countries border building
missile billion area man local operations secretary coast operation union civilians strip nations
rights supreme open charges toll council vice talks company place university deal called opposition
win family emergency investigation media term explosion order number guard campaign march governor
response free vehicle sea announced next home administration want release outbreak kingdom multiple
political large third launch energy service died cases school orders sentences suspected months
final organization things claims project social justice month head week long workers peace hours
dead officers elections rapid civil troops missiles making aircraft drug protest targeting help
change case run plan good station member sanctions county issues hospital clashes event assembly
despite men services deaths aid trade agency working access major left results island mayor record
command chief boat citizens going woman recent saying decision need ban total ruling system
nuclear received heavy groups start found press conflict flights thousands early intelligence
crew future plans ship bank crimes area defense weapons food personnel economic river growth side
sides situation process issue meeting money statement effort possible important matter
president american republican democrat voter believe nation
way back take think know see look come give make tell like day nobody everyone region position
""".split()

COMMON = frozenset(stem(word) for word in _COMMON)
