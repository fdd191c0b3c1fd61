"""What English calls places otherwise than GeoNames does, as tables: for ``training.gazetteer``."""

from __future__ import annotations

from collections.abc import Mapping

# What English calls a place otherwise than GeoNames: country, GeoNames' name, other names.
ENGLISH = """
UA | Kyiv | Kiev
UA | Odesa | Odessa
UA | Kharkiv | Kharkov
UA | Lviv | Lvov
UA | Dnipro | Dnipropetrovsk
UA | Mykolayiv | Mykolaiv, Nikolaev
UA | Bakhmut | Artemivsk
RU | Saint Petersburg | St. Petersburg, Leningrad, Petrograd
RU | Volgograd | Stalingrad
RU | Nizhniy Novgorod | Nizhny Novgorod, Gorky
RU | Groznyy | Grozny
IN | Mumbai | Bombay
IN | Kolkata | Calcutta
IN | Chennai | Madras
IN | Bengaluru | Bangalore
IN | Varanasi | Benares
IN | Prayagraj | Allahabad
IN | Pune | Poona
MM | Yangon | Rangoon
MM | Nay Pyi Taw | Naypyidaw
MM | Mawlamyine | Moulmein
VN | Ho Chi Minh City | Saigon
VN | Hanoi | Ha Noi
CN | Beijing | Peking
CN | Guangzhou | Canton
CN | Nanjing | Nanking
CN | Ürümqi | Urumqi
CN | Lhasa | Lasa
TW | Kaohsiung | Kaohsiung City
TR | Istanbul | Constantinople
TR | İzmir | Izmir, Smyrna
TR | Gaziantep | Antep
TR | Şanlıurfa | Urfa
GR | Athens | Athina
GR | Thessaloníki | Thessaloniki, Salonica
IT | Rome | Roma
IT | Milan | Milano
IT | Turin | Torino
IT | Naples | Napoli
IT | Florence | Firenze
IT | Venice | Venezia
IT | Genoa | Genova
DE | Frankfurt am Main | Frankfurt
DE | Köln | Cologne
DE | Munich | Muenchen
DE | Nürnberg | Nuremberg
DE | Hannover | Hanover
BE | Antwerpen | Antwerp
BE | Gent | Ghent
BE | Brugge | Bruges
BE | Brussels | Bruxelles
NL | 's-Gravenhage | The Hague, Hague
NL | The Hague | Hague, Den Haag
PT | Lisbon | Lisboa
ES | Sevilla | Seville
ES | Zaragoza | Saragossa
FR | Marseille | Marseilles
FR | Lyon | Lyons
FR | Strasbourg | Strassburg
CH | Genève | Geneva
CH | Zürich | Zurich
CH | Basel | Basle
CH | Bern | Berne
DK | Copenhagen | Kobenhavn
SE | Göteborg | Gothenburg
CZ | Prague | Praha
PL | Warsaw | Warszawa
PL | Kraków | Krakow, Cracow
PL | Gdańsk | Gdansk, Danzig
PL | Wrocław | Wroclaw, Breslau
RO | Bucharest | Bucuresti
RS | Belgrade | Beograd
MD | Chisinau | Kishinev
BG | Sofia | Sofiya
SY | Damascus | Dimashq
SY | Ar Raqqah | Raqqa
SY | Idlib | Idleb
SY | Deir ez-Zor | Deir al-Zor, Deir Ezzor, Deir al-Zour
SY | Homs | Hims
SY | Al Ḩasakah | Hasaka, Hasakah, Al-Hasakah
IQ | Al Fallūjah | Fallujah, Falluja
IQ | Al Mawşil al Jadīdah | New Mosul
IQ | Mosul | Al Mawsil
IQ | Al Başrah al Qadīmah | Old Basra
IQ | Basrah | Basra
IQ | Ar Ramādī | Ramadi
IQ | Kirkuk | Karkuk
IQ | Erbil | Arbil, Irbil
IQ | Tikrīt | Tikrit
IQ | Sinjār | Sinjar
IR | Esfahān | Isfahan
IR | Mashhad | Meshed
IR | Qom | Qum
SA | Jeddah | Jiddah
SA | Mecca | Makkah
SA | Medina | Madinah
SA | Riyadh | Ar Riyad
YE | Aden | Adan
YE | Al Ḩudaydah | Hodeidah, Hodeida, Hudaydah
YE | Ta‘izz | Taiz, Taizz
YE | Al Mukallā | Mukalla
YE | Mocha | Mokha
EG | Alexandria | Al Iskandariyah
EG | Al Jīzah | Giza
EG | Giza | Al Jizah
EG | Port Said | Bur Said
EG | Luxor | Al Uqsur
EG | Al ‘Arīsh | El-Arish, Arish
LY | Tripoli | Tarabulus
LB | Tripoli | Trablous
LB | Sidon | Saida
LB | Tyre | Sour
LB | Beirut | Beyrouth
DZ | Algiers | Alger
MA | Marrakesh | Marrakech
MA | Fès | Fez
MA | Tangier | Tanger
TN | Tunis | Tunes
SD | Khartoum | Al Khartum
SD | El Fasher | Al-Fashir, El-Fasher
SD | Omdurman | Um Durman
SO | Mogadishu | Muqdisho
SO | Kismayo | Kismaayo
ET | Mekele | Mekelle, Mek'ele
ET | Addis Ababa | Addis Abeba
PS | Khān Yūnis | Khan Younis, Khan Yunis
PS | Rafaḩ | Rafah
PS | Jabālyā | Jabalia, Jabaliya
PS | Bayt Lāhyā | Beit Lahiya, Beit Lahia
PS | Dayr al Balaḩ | Deir al-Balah
PS | Ramallah | Ram Allah
PS | Hebron | Al Khalil
PS | Janīn | Jenin
PS | Nablus | Nabulus
PS | East Jerusalem | Al Quds
IL | Tel Aviv | Tel Aviv-Yafo, Tel-Aviv
IL | Beersheba | Be'er Sheva, Beer Sheva
IL | Ashqelon | Ashkelon
AF | Kandahār | Kandahar, Qandahar
AF | Herāt | Herat
AF | Mazār-e Sharīf | Mazar-i-Sharif, Mazar-e-Sharif
AF | Jalālābād | Jalalabad
AF | Ghaznī | Ghazni
AF | Lashkar Gāh | Lashkar Gah
KZ | Astana | Nur-Sultan
KR | Seoul | Soul
JP | Tokyo | Tokio
MY | George Town | Penang
ID | Yogyakarta | Jogjakarta
LK | Sri Jayewardenepura Kotte | Kotte
BD | Chattogram | Chittagong
BD | Dhaka | Dacca
US | New York City | New York, NYC
US | Washington | Washington D.C., Washington DC
US | Los Angeles | LA, L.A.
US | St. Louis | Saint Louis
US | Nashville | Nashville-Davidson
CA | Québec | Quebec City
CA | Montréal | Montreal
MX | Mexico City | Ciudad de Mexico
BR | São Paulo | Sao Paulo
BR | Brasília | Brasilia
CO | Bogotá | Bogota
CU | Havana | La Habana
PE | Lima | Ciudad de los Reyes
NZ | Auckland | Tamaki Makaurau
ZA | Pretoria | Tshwane
ZA | Gqeberha | Port Elizabeth
NG | Abuja | Abudja
CI | Abidjan | Abijan
CD | Kinshasa | Leopoldville
CD | Lubumbashi | Elisabethville
TO | Nuku‘alofa | Nukualofa
KW | Kuwait City | Al Kuwayt
BY | Minsk | Mensk
"""
# What GeoNames calls a country, and what English does.
STATES: Mapping[str, tuple[str, ...]] = {
    "The Netherlands": ("Netherlands", "Holland", "The Netherlands"),
    "Palestinian Territory": ("Palestine", "Palestinian territories", "Palestinian Territory"),
    "Czechia": ("Czech Republic", "Czechia"),
    "Myanmar": ("Myanmar", "Burma"),
    "Eswatini": ("Eswatini", "Swaziland"),
    "Cabo Verde": ("Cape Verde", "Cabo Verde"),
    "Timor Leste": ("East Timor", "Timor-Leste"),
    "Macao": ("Macau", "Macao"),
    "Ivory Coast": ("Ivory Coast", "Côte d'Ivoire"),
    "Republic of the Congo": ("Republic of the Congo", "Congo-Brazzaville", "Congo"),
    "Democratic Republic of the Congo": (
        "Democratic Republic of the Congo", "Democratic Republic of Congo", "DRC", "DR Congo",
        "Congo-Kinshasa", "Congo",
    ),
    "North Macedonia": ("North Macedonia", "Macedonia"),
    "Turkey": ("Turkey", "Türkiye"),
    "United Kingdom": ("United Kingdom", "UK", "Britain", "Great Britain"),
    "Samoa": ("Samoa", "Western Samoa"),
}  # fmt: skip
# Regions by their codes, as English has them. In the news "Gaza" is the strip, not its city.
NAMED: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("PS", "GZ"): ("Gaza Strip", "Gaza"),
    ("MZ", "02"): ("Gaza Province",),
    ("EG", "11"): ("Cairo Governorate",),
    ("IN", "12"): ("Jammu and Kashmir",),  # "Kashmir" lies in more than one country
    ("IN", "41"): ("Ladakh",),
    ("CN", "13"): ("Xinjiang", "Sinkiang"),
    ("CN", "14"): ("Tibet", "Xizang"),
    ("CN", "20"): ("Inner Mongolia", "Nei Mongol"),
    ("US", "DC"): ("District of Columbia", "D.C."),
    ("US", "AL"): ("Alabama", "Ala."), ("US", "AZ"): ("Arizona", "Ariz."),
    ("US", "AR"): ("Arkansas", "Ark."), ("US", "CA"): ("California", "Calif."),
    ("US", "CO"): ("Colorado", "Colo."), ("US", "CT"): ("Connecticut", "Conn."),
    ("US", "DE"): ("Delaware", "Del."), ("US", "FL"): ("Florida", "Fla."),
    ("US", "GA"): ("Georgia", "Ga."), ("US", "IL"): ("Illinois", "Ill."),
    ("US", "IN"): ("Indiana", "Ind."), ("US", "KS"): ("Kansas", "Kan."),
    ("US", "KY"): ("Kentucky", "Ky."), ("US", "MA"): ("Massachusetts", "Mass."),
    ("US", "MD"): ("Maryland", "Md."), ("US", "MI"): ("Michigan", "Mich."),
    ("US", "MN"): ("Minnesota", "Minn."), ("US", "MS"): ("Mississippi", "Miss."),
    ("US", "MO"): ("Missouri", "Mo."), ("US", "MT"): ("Montana", "Mont."),
    ("US", "NE"): ("Nebraska", "Neb."), ("US", "NV"): ("Nevada", "Nev."),
    ("US", "NH"): ("New Hampshire", "N.H."), ("US", "NJ"): ("New Jersey", "N.J."),
    ("US", "NM"): ("New Mexico", "N.M."), ("US", "NY"): ("New York", "New York State", "N.Y."),
    ("US", "NC"): ("North Carolina", "N.C."), ("US", "ND"): ("North Dakota", "N.D."),
    ("US", "OK"): ("Oklahoma", "Okla."), ("US", "OR"): ("Oregon", "Ore."),
    ("US", "PA"): ("Pennsylvania", "Pa."), ("US", "RI"): ("Rhode Island", "R.I."),
    ("US", "SC"): ("South Carolina", "S.C."), ("US", "SD"): ("South Dakota", "S.D."),
    ("US", "TN"): ("Tennessee", "Tenn."), ("US", "TX"): ("Texas", "Tex."),
    ("US", "VT"): ("Vermont", "Vt."), ("US", "VA"): ("Virginia", "Va."),
    ("US", "WA"): ("Washington", "Washington State", "Wash."),
    ("US", "WV"): ("West Virginia", "W.Va."), ("US", "WI"): ("Wisconsin", "Wis."),
    ("US", "WY"): ("Wyoming", "Wyo."),
}  # fmt: skip
# The same for towns, by country and GeoNames' name.
TOWNS: Mapping[tuple[str, str], tuple[str, ...]] = {("PS", "Gaza"): ("Gaza City",)}
