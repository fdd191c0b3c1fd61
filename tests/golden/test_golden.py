import pytest

from onrecord.model import Reading
from onrecord.reader.network import OnnxNetwork
from tests.golden.difference import differences
from tests.golden.readings import EXAMPLES, made_now, on_file, same_processor

OTHER_PROCESSOR = 0.05  # share of statements that rounding on another kind of processor may change


@pytest.fixture(scope="module")
def readings(network: OnnxNetwork) -> dict[str, Reading]:
    return dict(made_now())


def test_every_example_has_a_golden_reading() -> None:
    assert sorted(on_file()) == sorted(path.stem for path in EXAMPLES.iterdir())


def test_examples_read_as_they_did_or_make_golden_says_why_not(
    readings: dict[str, Reading],
) -> None:
    golden = on_file()
    told = [
        f"{n}: {line}" for n, now in readings.items() for line in differences(golden.get(n), now)
    ]
    statements = sum(len(reading.statements) for reading in golden.values())
    allowed = 0 if same_processor() else OTHER_PROCESSOR * statements
    assert len(told) <= allowed, "\n".join(("run make golden if this is meant:", *told))


def test_passages_of_every_golden_reading_are_exact() -> None:
    for reading in on_file().values():
        for statement in reading.statements:
            for piece in statement.content:
                assert reading.article.text[piece.start : piece.end] == piece.text
