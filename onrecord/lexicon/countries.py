"""Countries: what they are called, and the words for what and who comes from them.

One row a country: name, other names, adjective, people; lists inside a field are divided by commas.
Out: ``COUNTRIES`` (name -> the country's name), ``ADJECTIVES`` and ``PEOPLES`` (word -> the
country's name). Names written in capitals only ("US", "UK") are told from the words "us", "uk" by
their letters: ``CAPITALS``."""

from __future__ import annotations

from typing import Final

_ROWS: Final = """
Afghanistan | | Afghan | Afghans
Albania | | Albanian | Albanians
Algeria | | Algerian | Algerians
Angola | | Angolan | Angolans
Argentina | | Argentine, Argentinian | Argentines, Argentinians
Armenia | | Armenian | Armenians
Australia | | Australian, Aussie | Australians
Austria | | Austrian | Austrians
Azerbaijan | | Azerbaijani, Azeri | Azerbaijanis
Bahrain | | Bahraini | Bahrainis
Bangladesh | | Bangladeshi | Bangladeshis
Belarus | | Belarusian | Belarusians
Belgium | | Belgian | Belgians
Benin | | Beninese |
Bolivia | | Bolivian | Bolivians
Bosnia and Herzegovina | Bosnia | Bosnian | Bosnians
Botswana | | Botswanan |
Brazil | | Brazilian | Brazilians
Bulgaria | | Bulgarian | Bulgarians
Burkina Faso | | Burkinabe |
Burundi | | Burundian | Burundians
Cambodia | | Cambodian | Cambodians
Cameroon | | Cameroonian | Cameroonians
Canada | | Canadian | Canadians
Central African Republic | | |
Chad | | Chadian | Chadians
Chile | | Chilean | Chileans
China | People's Republic of China, PRC | Chinese |
Colombia | | Colombian | Colombians
Congo | Democratic Republic of Congo, Democratic Republic of the Congo, DRC | Congolese |
Costa Rica | | Costa Rican | Costa Ricans
Croatia | | Croatian | Croatians, Croats
Cuba | | Cuban | Cubans
Cyprus | | Cypriot | Cypriots
Czech Republic | Czechia | Czech | Czechs
Denmark | | Danish | Danes
Dominican Republic | | Dominican | Dominicans
Ecuador | | Ecuadorian, Ecuadorean | Ecuadorians
Egypt | | Egyptian | Egyptians
El Salvador | | Salvadoran | Salvadorans
Eritrea | | Eritrean | Eritreans
Estonia | | Estonian | Estonians
Ethiopia | | Ethiopian | Ethiopians
Finland | | Finnish | Finns
France | | French | Frenchmen
Gabon | | Gabonese |
Gambia | | Gambian | Gambians
Georgia | | Georgian | Georgians
Germany | | German | Germans
Ghana | | Ghanaian | Ghanaians
Greece | | Greek | Greeks
Guatemala | | Guatemalan | Guatemalans
Guinea | | Guinean | Guineans
Guyana | | Guyanese |
Haiti | | Haitian | Haitians
Honduras | | Honduran | Hondurans
Hungary | | Hungarian | Hungarians
Iceland | | Icelandic | Icelanders
India | | Indian | Indians
Indonesia | | Indonesian | Indonesians
Iran | Islamic Republic of Iran | Iranian | Iranians
Iraq | | Iraqi | Iraqis
Ireland | | Irish | Irishmen
Israel | | Israeli | Israelis
Italy | | Italian | Italians
Ivory Coast | Cote d'Ivoire | Ivorian | Ivorians
Jamaica | | Jamaican | Jamaicans
Japan | | Japanese |
Jordan | | Jordanian | Jordanians
Kazakhstan | | Kazakh | Kazakhs
Kenya | | Kenyan | Kenyans
Kosovo | | Kosovan, Kosovar | Kosovars
Kuwait | | Kuwaiti | Kuwaitis
Kyrgyzstan | | Kyrgyz |
Laos | | Laotian | Laotians
Latvia | | Latvian | Latvians
Lebanon | | Lebanese |
Liberia | | Liberian | Liberians
Libya | | Libyan | Libyans
Lithuania | | Lithuanian | Lithuanians
Luxembourg | | Luxembourgish |
Madagascar | | Malagasy |
Malawi | | Malawian | Malawians
Malaysia | | Malaysian | Malaysians
Mali | | Malian | Malians
Malta | | Maltese |
Mauritania | | Mauritanian | Mauritanians
Mexico | | Mexican | Mexicans
Moldova | | Moldovan | Moldovans
Mongolia | | Mongolian | Mongolians
Montenegro | | Montenegrin | Montenegrins
Morocco | | Moroccan | Moroccans
Mozambique | | Mozambican | Mozambicans
Myanmar | Burma | Burmese |
Namibia | | Namibian | Namibians
Nepal | | Nepali, Nepalese | Nepalis
Netherlands | Holland | Dutch | Dutchmen
New Zealand | | | New Zealanders, Kiwis
Nicaragua | | Nicaraguan | Nicaraguans
Niger | | Nigerien | Nigeriens
Nigeria | | Nigerian | Nigerians
North Korea | DPRK | North Korean | North Koreans
North Macedonia | Macedonia | Macedonian | Macedonians
Norway | | Norwegian | Norwegians
Oman | | Omani | Omanis
Pakistan | | Pakistani | Pakistanis
Palestine | State of Palestine | Palestinian | Palestinians
Panama | | Panamanian | Panamanians
Paraguay | | Paraguayan | Paraguayans
Peru | | Peruvian | Peruvians
Philippines | | Philippine, Filipino | Filipinos
Poland | | Polish | Poles
Portugal | | Portuguese |
Qatar | | Qatari | Qataris
Romania | | Romanian | Romanians
Russia | Russian Federation | Russian | Russians
Rwanda | | Rwandan | Rwandans
Saudi Arabia | Kingdom of Saudi Arabia, KSA | Saudi, Saudi Arabian | Saudis
Senegal | | Senegalese |
Serbia | | Serbian | Serbians, Serbs
Sierra Leone | | Sierra Leonean | Sierra Leoneans
Singapore | | Singaporean | Singaporeans
Slovakia | | Slovak, Slovakian | Slovaks
Slovenia | | Slovenian | Slovenians
Somalia | | Somali | Somalis
South Africa | | South African | South Africans
South Korea | Republic of Korea, ROK | South Korean | South Koreans
South Sudan | | South Sudanese |
Spain | | Spanish | Spaniards
Sri Lanka | | Sri Lankan | Sri Lankans
Sudan | | Sudanese |
Sweden | | Swedish | Swedes
Switzerland | | Swiss |
Syria | | Syrian | Syrians
Taiwan | | Taiwanese |
Tajikistan | | Tajik | Tajiks
Tanzania | | Tanzanian | Tanzanians
Thailand | | Thai | Thais
Tunisia | | Tunisian | Tunisians
Turkey | Turkiye | Turkish | Turks
Turkmenistan | | Turkmen |
Uganda | | Ugandan | Ugandans
Ukraine | | Ukrainian | Ukrainians
United Arab Emirates | UAE | Emirati | Emiratis
United Kingdom | UK, U.K., Britain, Great Britain | British, Scottish, Welsh, English | Britons
United States | US, U.S., USA, U.S.A., America, United States of America | American | Americans
Uruguay | | Uruguayan | Uruguayans
Uzbekistan | | Uzbek | Uzbeks
Vatican | Holy See, Vatican City | |
Venezuela | | Venezuelan | Venezuelans
Vietnam | | Vietnamese |
Yemen | | Yemeni | Yemenis
Zambia | | Zambian | Zambians
Zimbabwe | | Zimbabwean | Zimbabweans
"""


def _rows() -> list[list[list[str]]]:
    lines = (line for line in _ROWS.splitlines() if line.strip())
    return [[_listed(field) for field in line.split("|")] for line in lines]


def _listed(field: str) -> list[str]:
    return [word.strip() for word in field.split(",") if word.strip()]


COUNTRIES: Final[dict[str, str]] = {name: row[0][0] for row in _rows() for name in row[0] + row[1]}
ADJECTIVES: Final[dict[str, str]] = {word: row[0][0] for row in _rows() for word in row[2]}
PEOPLES: Final[dict[str, str]] = {word: row[0][0] for row in _rows() for word in row[3]}
# Peoples, parties and faiths that belong to no country of their own.
GROUPS: Final = frozenset(
    """
    Republicans Democrats Conservatives Liberals Tories Libertarians Greens Socialists Communists
    Muslims Christians Jews Hindus Sikhs Buddhists Catholics Protestants Evangelicals Sunnis Shiites
    Shias Kurds Arabs Europeans Asians Africans Latinos Hispanics Millennials Rohingya Uyghurs
    Uighurs Tibetans Chechens Yazidis Druze Catalans Scots Londoners Texans Californians Floridians
    Ohioans Gazans Islamists Zionists Brexiteers Houthis
    """.split()
)
