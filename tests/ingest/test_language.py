"""English passes, other languages are refused by name, short texts get the benefit of the doubt."""

from __future__ import annotations

import pytest

from onrecord.errors import UnreadableArticle
from onrecord.ingest.language import require_english


@pytest.mark.parametrize(
    "text",
    [
        "Mayor resigns",
        "NORTHMARK (AP)",
        "Bridge reopens after storm in Northmark",
        "Netanyahu, Gallant, Gantz: no deal",
        "The mayor met Łukasz Żółkiewski, Przemysław Wójcik, Małgorzata Chrzęścijewska, Nguyễn "
        "Văn Thắng, "
        "Þórður Guðmundsson and Ağaoğlu Şükrü in Święty Krzyż on Monday, but nothing was agreed.",
        "“La ciudad está cerrada”, the mayor said in Spanish, and nobody in the hall asked him "
        "what he "
        "meant by that, or whether it was true.",
    ],
)
def test_english_with_foreign_names_or_few_words_passes(text: str) -> None:
    require_english(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Der Bürgermeister sagte am Montag, die Brücke werde nach zwei Jahren wieder "
            "geöffnet, und der "
            "Stadtrat habe dem Vorhaben zugestimmt. Die Kosten seien hoch.",
            "German",
        ),
        (
            "El alcalde dijo el lunes que el puente reabrirá después de dos años y que el "
            "consejo aprobó el "
            "proyecto. Los costos son altos, según la oposición.",
            "Spanish",
        ),
        (
            "Le maire a déclaré lundi que le pont rouvrirait après deux ans de travaux et que "
            "le conseil "
            "avait approuvé le projet. Les coûts sont élevés.",
            "French",
        ),
        (
            "De burgemeester zei maandag dat de brug na twee jaar weer open gaat en dat de "
            "raad met het plan "
            "had ingestemd. De kosten waren hoog.",
            "Dutch",
        ),
        ("Мэр заявил в понедельник, что мост снова откроется через два года.", "Russian"),
        ("قال رئيس البلدية يوم الاثنين إن الجسر سيعاد فتحه بعد عامين من أعمال الإصلاح.", "Arabic"),
        ("市长星期一表示,这座桥将在两年后重新开放。", ""),
    ],
)
def test_another_language_is_refused_by_name(text: str, language: str) -> None:
    with pytest.raises(UnreadableArticle, match=f"not English.*{language}"):
        require_english(text)


def test_a_text_without_words_is_empty() -> None:
    with pytest.raises(UnreadableArticle, match="no words"):
        require_english("12 345, … — 2024!")
