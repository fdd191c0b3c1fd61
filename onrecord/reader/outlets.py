"""Names known beforehand: news organizations and agencies, and bodies that act under a place's
or a building's name.

One row a name: name, other names (divided by commas), and for outlets the nouns they may later be
called by. Names in capitals only are matched by their letters. A name that also means something
else in the news ("Time", "Sun") stands here only in its full form."""

from __future__ import annotations

from typing import Final

_OUTLETS: Final = """
Associated Press | AP, The AP | agency
Reuters | Reuters News Agency, Thomson Reuters | agency
Agence France-Presse | AFP | agency
Bloomberg | Bloomberg News | agency
United Press International | UPI | agency
TASS | Tass, ITAR-TASS | agency
RIA Novosti | RIA | agency
Interfax | | agency
Xinhua | Xinhua News Agency | agency
Kyodo | Kyodo News | agency
Yonhap | Yonhap News Agency, Yonhap News | agency
Anadolu Agency | Anadolu | agency
Deutsche Presse-Agentur | DPA | agency
EFE | | agency
ANSA | | agency
Press Trust of India | PTI | agency
IRNA | Islamic Republic News Agency | agency
KCNA | Korean Central News Agency | agency
The New York Times | New York Times, NYT, NY Times | newspaper
The Washington Post | Washington Post, WaPo | newspaper
The Wall Street Journal | Wall Street Journal, WSJ | newspaper
USA Today | USA TODAY | newspaper
Los Angeles Times | LA Times, L.A. Times | newspaper
The Guardian | | newspaper
The Times of Israel | Times of Israel | newspaper, website
The Times of London | | newspaper
The Sunday Times | Sunday Times | newspaper
Financial Times | | newspaper
The Daily Telegraph | Daily Telegraph | newspaper
Daily Mail | | newspaper, website
The Independent | | newspaper, website
New York Post | | newspaper
New York Daily News | Daily News | newspaper
Boston Globe | | newspaper
Chicago Tribune | | newspaper
Miami Herald | | newspaper
Tampa Bay Times | | newspaper
Dallas Morning News | | newspaper
Houston Chronicle | | newspaper
San Francisco Chronicle | | newspaper
Des Moines Register | | newspaper
Washington Times | | newspaper
Washington Examiner | | newspaper, website
Haaretz | | newspaper
The Jerusalem Post | Jerusalem Post | newspaper
Yedioth Ahronoth | Yediot Ahronot | newspaper
Israel Hayom | | newspaper
Le Monde | | newspaper
Le Figaro | | newspaper
Le Parisien | | newspaper
Der Spiegel | | magazine
Die Zeit | | newspaper
Frankfurter Allgemeine Zeitung | | newspaper
El Pais | | newspaper
La Repubblica | | newspaper
Corriere della Sera | | newspaper
Asahi Shimbun | | newspaper
Global Times | | newspaper
South China Morning Post | | newspaper
People's Daily | | newspaper
Kommersant | | newspaper
Izvestia | | newspaper
The Hill | | newspaper, website
Politico | POLITICO | website, outlet
Axios | | website, outlet
BuzzFeed | BuzzFeed News | website, outlet
Breitbart | Breitbart News | website, outlet
HuffPost | Huffington Post, The Huffington Post | website, outlet
ProPublica | | website, outlet
Vox | | website, outlet
The Intercept | | website, outlet
The Daily Beast | Daily Beast | website, outlet
The Daily Caller | Daily Caller | website, outlet
Middle East Eye | | website, outlet
Al-Monitor | | website, outlet
Business Insider | | website, outlet
Mother Jones | | magazine
The Atlantic | | magazine
The Economist | | magazine
The New Yorker | New Yorker | magazine
National Review | | magazine
Newsweek | | magazine
Time magazine | TIME magazine | magazine
Rolling Stone | | magazine
Vanity Fair | | magazine
Foreign Policy magazine | | magazine
CNN | | network, broadcaster, channel
BBC | BBC News, British Broadcasting Corporation | broadcaster, network, channel
Fox News | Fox News Channel, FOX News, FNC | network, broadcaster, channel
MSNBC | | network, broadcaster, channel
NBC News | NBC | network, broadcaster, channel
ABC News | ABC | network, broadcaster, channel
CBS News | CBS | network, broadcaster, channel
CNBC | | network, broadcaster, channel
NPR | National Public Radio | network, broadcaster
PBS | PBS NewsHour | network, broadcaster
C-SPAN | | network, channel
Al Jazeera | Aljazeera, Al-Jazeera | network, broadcaster, channel
Al Arabiya | Al-Arabiya | network, broadcaster, channel
Al Mayadeen | Al-Mayadeen | network, broadcaster, channel
Sky News | | network, broadcaster, channel
ITV News | | network, broadcaster, channel
Channel 12 | | network, broadcaster, channel
Channel 13 | | network, broadcaster, channel
Kan | | broadcaster
Univision | | network, broadcaster
Telemundo | | network, broadcaster
Deutsche Welle | | broadcaster
Radio Free Europe | RFE/RL | broadcaster
Voice of America | VOA | broadcaster
NHK | | broadcaster
Russia Today | RT | broadcaster, channel
Press TV | | broadcaster, channel
Antiwar.com | | website, outlet
SouthFront | SouthFront.press | website, outlet
Wikinews | | website, outlet
Bellingcat | | outlet, website
Newsmax | | network, website
Salon | | website
Slate | | magazine, website
"""

_BODIES: Final = """
United Nations | UN, U.N.
European Union | EU, E.U.
NATO | North Atlantic Treaty Organization, Nato
White House |
Pentagon |
Kremlin |
Downing Street |
Congress |
Senate |
House of Representatives |
Supreme Court |
Knesset |
Bundestag |
State Department | U.S. State Department, US State Department, Department of State
Justice Department | Department of Justice, DOJ, U.S. Justice Department
Defense Department | Department of Defense, DOD
Treasury Department | Department of the Treasury
Department of Homeland Security | DHS, Homeland Security Department
Federal Bureau of Investigation | FBI
Central Intelligence Agency | CIA
National Security Agency | NSA
National Security Council | NSC
Environmental Protection Agency | EPA
Internal Revenue Service | IRS
Food and Drug Administration | FDA
Centers for Disease Control and Prevention | CDC
World Health Organization | WHO
International Monetary Fund | IMF
World Bank |
International Criminal Court | ICC
International Court of Justice | ICJ
International Atomic Energy Agency | IAEA
Israel Defense Forces | IDF, Israeli Defense Forces
UN Security Council | U.N. Security Council, United Nations Security Council
UN General Assembly | U.N. General Assembly, United Nations General Assembly
European Commission |
European Parliament |
Hamas |
Hezbollah | Hizbullah
Taliban |
Islamic State | ISIS, ISIL
al-Qaeda | al Qaeda, al-Qaida
Palestinian Authority |
Republican National Committee | RNC
Democratic National Committee | DNC
Republican Party | GOP
Democratic Party |
National Rifle Association | NRA
American Civil Liberties Union | ACLU
Amnesty International |
Human Rights Watch | HRW
Red Cross | International Committee of the Red Cross, ICRC
Facebook |
Twitter |
Google |
Wall Street |
"""


def _rows(table: str) -> list[list[list[str]]]:
    lines = (line for line in table.splitlines() if line.strip())
    return [[_listed(field) for field in line.split("|")] for line in lines]


def _listed(field: str) -> list[str]:
    return [word.strip() for word in field.split(",") if word.strip()]


OUTLETS: Final[dict[str, str]] = {
    name: row[0][0] for row in _rows(_OUTLETS) for name in row[0] + row[1]
}
OUTLET_NOUNS: Final[dict[str, frozenset[str]]] = {
    row[0][0]: frozenset(row[2]) for row in _rows(_OUTLETS)
}
BODIES: Final[dict[str, str]] = {
    name: row[0][0] for row in _rows(_BODIES) for name in row[0] + row[1]
}
# A name that ends or begins so is an outlet's, whoever it is: "the Springfield Gazette", "Channel 4
# News".
OUTLET_WORDS: Final = frozenset(
    """
    times post tribune gazette herald journal chronicle globe telegraph courier register sentinel
    observer examiner dispatch mirror guardian inquirer bulletin daily news newspaper magazine
    weekly radio tv television broadcasting press agency """
    "".split()
)
