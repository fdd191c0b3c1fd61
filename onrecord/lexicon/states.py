"""The states of the United States as newspapers shorten them behind a name: "(D-Calif.)"."""

from __future__ import annotations

from typing import Final

_TABLE: Final = """
Ala. Alabama | Ariz. Arizona | Ark. Arkansas | Calif. California | Colo. Colorado
Conn. Connecticut | Del. Delaware | Fla. Florida | Ga. Georgia | Ill. Illinois | Ind. Indiana
Kan. Kansas | Kans. Kansas | Ky. Kentucky | La. Louisiana | Md. Maryland | Mass. Massachusetts
Mich. Michigan | Minn. Minnesota | Miss. Mississippi | Mo. Missouri | Mont. Montana
Neb. Nebraska | Nev. Nevada | N.H. New Hampshire | N.J. New Jersey | N.M. New Mexico
N.Y. New York | N.C. North Carolina | N.D. North Dakota | Okla. Oklahoma | Ore. Oregon
Pa. Pennsylvania | R.I. Rhode Island | S.C. South Carolina | S.D. South Dakota | Tenn. Tennessee
Tex. Texas | Vt. Vermont | Va. Virginia | Wash. Washington | W.Va. West Virginia | Wis. Wisconsin
Wyo. Wyoming
"""
_UNSHORTENED: Final = "Alaska Hawaii Idaho Iowa Maine Ohio Texas Utah"


def _read(table: str) -> dict[str, str]:
    rows = (row.split(None, 1) for line in table.split("\n") for row in line.split("|"))
    return {row[0]: row[1].strip() for row in rows if len(row) == 2}


# A state by its short form, or by its own name: "Calif." and "California" are California.
SHORTENED: Final = _read(_TABLE)
STATES: Final = (
    SHORTENED
    | {name: name for name in SHORTENED.values()}
    | {name: name for name in _UNSHORTENED.split()}
)
