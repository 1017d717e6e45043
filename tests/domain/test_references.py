import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier.domain import limits
from atelier.domain.references import (
    LETTERS,
    card_of,
    cited,
    in_room,
    make,
    number_in,
    parse,
    renamed,
    room_of,
    sort_key,
    written,
)
from atelier.domain.words import CardNumber, Kind, Reference, RoomLetter, ThemeCode

CODES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=3).map(ThemeCode)
REFERENCES = st.builds(make, CODES, st.sampled_from(Kind), st.integers(1, 99_999))


@pytest.mark.parametrize(
    "text",
    ["", "DS", "DS-C", "DS-C0", "DS-C01", "D-C1", "DROI-C1", "DS-X1", "DS C1", "DS-C1-2", "DS-C123456",
     "D5-C1", "ß-C1", "ſſ-C1", "DS-C١", "DS-C1\nDS-C2", "n° 41", "DS-C1.", "DS-C1-", "DS-C1-BB", "DS-C1.B"],
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
    assert parse(text) == ("DS", kind, number, "")


@given(CODES, st.sampled_from(Kind), st.integers(1, 99_999), st.sampled_from(("", *LETTERS)))
def test_what_is_made_is_read_back(code: ThemeCode, kind: Kind, number: int, room: RoomLetter) -> None:
    assert parse(make(code, kind, number, room)) == (code, kind, number, room)


@given(CODES, st.sampled_from(Kind), st.integers(1, 99_999), st.sampled_from(LETTERS))
def test_a_reference_with_a_letter_is_found_in_a_text_with_its_letter(
    code: ThemeCode, kind: Kind, number: int, room: RoomLetter
) -> None:
    reference = make(code, kind, number, room)
    assert cited(f"Voir {reference}, et {reference}.") == (reference,)
    assert renamed(f"Voir {reference}.", {reference: Reference("AA-C1")}) == "Voir AA-C1."


@given(st.text())
def test_anything_that_reads_as_a_reference_is_one_in_capitals(text: str) -> None:
    found = parse(text)
    assert found is None or make(*found) == text.strip().upper()


def test_references_are_sorted_by_theme_then_board_then_number() -> None:
    given = ["DS-Q1", "DS-C10", "AG-R1", "DS-C2-B", "DS-C1-C", "DS-R1", "DS-C9", "DS-P2"]
    in_order = sorted((Reference(one) for one in given), key=sort_key)
    assert in_order == ["AG-R1", "DS-C9", "DS-C10", "DS-C2-B", "DS-C1-C", "DS-R1", "DS-P2", "DS-Q1"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("ni ds-c1, ni DS-C1-bis, ni ADS-C1X, ni X-DS-C1, ni ÉDS-C1", ()),
        ("(DS-C1), DS-C2 ; DS-R1. Et DS-C1 encore.", ("DS-C1", "DS-C2", "DS-R1")),
        ("**DS-C1**\nDS-C2", ("DS-C1", "DS-C2")),
        ("DS-C1-B, DS-C1-BIS, DS-C1.", ("DS-C1-B", "DS-C1")),
    ],
)
def test_the_references_of_a_text_are_found_in_order_each_once(text: str, found: tuple[str, ...]) -> None:
    assert cited(text) == found


@given(st.lists(REFERENCES))
def test_every_reference_among_words_is_found(references: list[Reference]) -> None:
    assert cited(" et ".join(references)) == tuple(dict.fromkeys(references))


def test_references_take_their_other_names_all_at_once() -> None:
    names = {Reference("DS-C1"): Reference("DS-C2"), Reference("DS-C2"): Reference("DS-C1")}
    assert renamed("DS-C1, DS-C2, DS-C3, DS-C1-B", names) == "DS-C2, DS-C1, DS-C3, DS-C1-B"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("41", 41),
        ("n° 41", 41),
        (" N°41 ", 41),
        ("no 41", 41),
        ("B-41", 2 * limits.ROOM_SPAN + 41),
        ("b41", 2 * limits.ROOM_SPAN + 41),
        ("n° B-41", 2 * limits.ROOM_SPAN + 41),
        ("n°z 7", 26 * limits.ROOM_SPAN + 7),
        ("n3", 14 * limits.ROOM_SPAN + 3),
        ("N-3", 14 * limits.ROOM_SPAN + 3),
        ("", None),
        ("0", None),
        ("B-", None),
        ("B-0", None),
        ("BB-1", None),
        ("É-1", None),
        ("B-100000", None),
        ("41 B", None),
        ("٤١", None),
    ],
)
def test_the_number_of_a_card_is_read_as_people_write_it(text: str, number: int | None) -> None:
    assert number_in(text) == number


@given(st.sampled_from(("", *LETTERS)), st.integers(1, limits.ROOM_SPAN - 1))
def test_a_number_is_written_with_the_letter_of_its_room_and_read_back(room: RoomLetter, number: int) -> None:
    card = card_of(room, number)
    assert written(card) == (f"{room}-{number}" if room else str(number))
    assert (room_of(card), in_room(card)) == (room, number)
    assert number_in(written(card)) == card


def test_a_number_beyond_the_last_room_is_only_a_number() -> None:
    beyond = CardNumber(27 * limits.ROOM_SPAN + 1)
    assert (room_of(beyond), in_room(beyond), written(beyond)) == ("", beyond, "2700001")
