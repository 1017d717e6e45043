import csv
import io

import pytest
from hypothesis import given

from atelier.domain import commands
from atelier.domain.words import AsideReason, CardNumber, Maturity, Reference
from atelier.exchange.csv_files import CARD_COLUMNS, STATEMENT_COLUMNS, cards_csv, statements_csv
from tests.cahier.day import Day, rich_day
from tests.cahier.french import French
from tests.cahier.wild import texts


def rows(made: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline="")))


def test_a_table_has_a_byte_order_mark_a_header_and_crlf() -> None:
    made = cards_csv(Day().state, French())
    assert made == b"\xef\xbb\xbf" + ",".join(CARD_COLUMNS).encode() + b"\r\n"
    assert statements_csv(Day().state, French()).endswith(",".join(STATEMENT_COLUMNS).encode() + b"\r\n")


def test_every_card_is_a_row_and_what_is_not_published_is_said_to_be_so() -> None:
    cards = rows(cards_csv(rich_day().state, French()))
    assert [card["number"] for card in cards] == [str(number) for number in range(1, 15)]
    assert cards[0]["text"] == "Plus de guichet.\nPlus personne.\n\nRien."
    assert cards[2]["translations"] == "fr: Personne."
    assert cards[3]["text"] == "Carte retirée : texte effacé."
    assert cards[4]["text"] == "Texte non publié : on pourrait y reconnaître une personne."
    assert (cards[6]["reason"], cards[6]["note"]) == ("déjà dit sur une autre carte", "Voir n° 1.\nMerci.")
    assert (cards[12]["late"], cards[12]["disagreement"], cards[12]["statement"]) == ("x", "x", "DS-R2")


def test_every_statement_that_stands_is_a_row() -> None:
    statements = {row["reference"]: row for row in rows(statements_csv(rich_day().state, French()))}
    assert list(statements) == ["DS-C1", "DS-C5", "DS-C6", "DS-R1", "DS-R2", "DS-Q1", "TR-R1"]
    one = statements["DS-R1"]
    assert (one["founded_on"], one["taken_up_from"]) == ("DS-C1 DS-C5", "Droits debout\nACORT")
    channels = ("", "_phones", "_paper", "_hands", "_earlier")
    assert [one[f"dots{channel}"] for channel in channels] == list("00005")
    assert [statements["DS-R2"][f"dots{channel}"] for channel in channels] == list("72140")
    assert (one["objections"], one["minorities"], one["maturity"]) == (
        "2",
        "3: Une borne suffit.",
        "porté par l’atelier",
    )
    assert statements["TR-R1"]["dots"] == ""
    assert (statements["DS-C5"]["themes"], statements["DS-C5"]["merged"]) == ("DS TR", "DS-C2 DS-C3")


@pytest.mark.parametrize("formula", ["=1+1", "+33 6", "-cmd", "@SUM(A1)", "＝1", "- tiret"])
def test_a_formula_shows_and_does_not_run(formula: str) -> None:
    day = Day()
    day.card(formula)
    day.statement(day.card("x"), text=formula, title=formula)
    assert rows(cards_csv(day.state, French()))[0]["text"] == f"'{formula}"
    statement = rows(statements_csv(day.state, French()))[0]
    assert statement["text"] == statement["title"] == f"'{formula}"


@given(text=texts)
def test_any_text_comes_back_from_its_cell(text: str) -> None:
    day = Day()
    day.card(text)
    cell = rows(cards_csv(day.state, French()))[0]["text"]
    assert cell in (text, f"'{text}")
    assert cell.lstrip()[0] not in "=+-@"


def test_no_mark_of_an_author_is_in_a_table() -> None:
    day = Day()
    number = day.card("Seul·e.")
    day.do(commands.SetMaturity(statement=day.statement(number), maturity=Maturity.TO_DIG))
    mark = day.state.cards[CardNumber(1)].author
    assert mark
    assert mark.encode() not in cards_csv(day.state, French()) + statements_csv(day.state, French())
    assert Reference("DS-C1") in day.state.statements


def test_the_note_of_a_card_set_aside_cannot_run_either() -> None:
    day = Day()
    day.do(commands.SetAsideCard(card=day.card("x"), reason=AsideReason.OTHER, note="=1"))
    assert rows(cards_csv(day.state, French()))[0]["note"] == "'=1"
