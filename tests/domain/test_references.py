import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier.domain.references import cited, make, parse, sort_key
from atelier.domain.words import Kind, Reference, ThemeCode

CODES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=3).map(ThemeCode)
REFERENCES = st.builds(make, CODES, st.sampled_from(Kind), st.integers(1, 99_999))


@pytest.mark.parametrize(
    "text",
    ["", "DS", "DS-C", "DS-C0", "DS-C01", "D-C1", "DROI-C1", "DS-X1", "DS C1", "DS-C1-2", "DS-C123456",
     "D5-C1", "ß-C1", "ſſ-C1", "DS-C١", "DS-C1\nDS-C2", "n° 41"],
)  # fmt: skip
def test_what_is_no_reference_is_none(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("DS-C1", Kind.CONSTAT, 1),
        (" ds-r40\n", Kind.REVENDICATION, 40),
        ("Ds-p7", Kind.PISTE, 7),
        ("DS-Q99999", Kind.QUESTION, 99_999),
    ],
)
def test_a_reference_is_read_in_capitals_or_not(text: str, kind: Kind, number: int) -> None:
    assert parse(text) == ("DS", kind, number)


@given(CODES, st.sampled_from(Kind), st.integers(1, 99_999))
def test_what_is_made_is_read_back(code: ThemeCode, kind: Kind, number: int) -> None:
    assert parse(make(code, kind, number)) == (code, kind, number)


@given(st.text())
def test_anything_that_reads_as_a_reference_is_one_in_capitals(text: str) -> None:
    found = parse(text)
    assert found is None or make(*found) == text.strip().upper()


def test_references_are_sorted_by_theme_then_board_then_number() -> None:
    given = ["DS-Q1", "DS-C10", "AG-R1", "DS-R1", "DS-C9", "DS-P2"]
    in_order = sorted((Reference(one) for one in given), key=sort_key)
    assert in_order == ["AG-R1", "DS-C9", "DS-C10", "DS-R1", "DS-P2", "DS-Q1"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("ni ds-c1, ni DS-C1-bis, ni ADS-C1X, ni X-DS-C1, ni ÉDS-C1", ()),
        ("(DS-C1), DS-C2 ; DS-R1. Et DS-C1 encore.", ("DS-C1", "DS-C2", "DS-R1")),
        ("**DS-C1**\nDS-C2", ("DS-C1", "DS-C2")),
    ],
)
def test_the_references_of_a_text_are_found_in_order_each_once(text: str, found: tuple[str, ...]) -> None:
    assert cited(text) == found


@given(st.lists(REFERENCES))
def test_every_reference_among_words_is_found(references: list[Reference]) -> None:
    assert cited(" et ".join(references)) == tuple(dict.fromkeys(references))
