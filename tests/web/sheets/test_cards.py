"""Blank cards: as many as asked, each with a number of its own, a shape and a word."""

import re

import pytest

from atelier.domain.words import Kind, Role, ThemeCode
from atelier.web.sheets.cards import slip_number
from tests.web.hall import Hall
from tests.web.sheets.press import Press
from tests.web.sheets.reading import post, printed, sheet, team, words

_SLIP = re.compile(r"papier ([A-Z]+-\d+)")


def slips(hall: Hall, query: str) -> list[str]:
    return _SLIP.findall(printed(team(hall).get(f"{sheet(hall, 'cards')}?{query}")))


def test_no_two_papers_of_a_theme_share_a_number() -> None:
    numbers = {slip_number(ThemeCode("DS"), kind, n) for kind in Kind for n in range(1, 9_201)}
    assert len(numbers) == 4 * 9_200


def test_a_slip_number_fits_where_the_secretary_types_it(hall: Hall) -> None:
    slip = slip_number(ThemeCode("DSX"), Kind.QUESTION, 9_200)
    post(hall.program(Role.SECRETARY), "Sur papier.", channel="paper", slip=slip)


def test_as_many_are_printed_as_are_asked_from_the_number_asked(hall: Hall) -> None:
    assert slips(hall, "theme=DS&kind=constat&count=3") == ["DS-101", "DS-102", "DS-103"]
    assert slips(hall, "theme=DS&kind=revendication&count=2&from=9") == ["DS-209", "DS-210"]
    assert slips(hall, "theme=TR&kind=constat&count=24&from=90")[-1] == "TR-1113"


def test_by_default_every_theme_has_a_sheet_of_each_of_its_kinds(hall: Hall) -> None:
    found = slips(hall, "")
    assert len(found) == len(set(found)) == 4 * (4 + 2)
    assert found[:5] == ["DS-101", "DS-102", "DS-103", "DS-104", "DS-201"]
    assert found[-1] == "TR-204"


def test_a_card_has_all_that_is_written_by_hand(hall: Hall) -> None:
    page = team(hall).get(sheet(hall, "cards") + "?theme=DS&kind=piste&count=1")
    said = printed(page)
    for word in (
        "piste d’action",
        "DS Droits sociaux",
        "Langue :",
        "Table :",
        "Écrit à plusieurs : personnes",
        "Le secrétariat écrit ici le numéro de la carte : n°",
        "Sans nom. N’écrivez pas de détail qui vous identifie.",
    ):
        assert word in said, word
    assert 'class="shape piste blank"' in page.text
    assert page.text.count('class="cut ') == 5


def test_the_screen_says_how_the_two_numbers_go_together_and_where_to_go_on(hall: Hall) -> None:
    said = words(team(hall).get(sheet(hall, "cards") + "?theme=DS&kind=constat&count=24&from=5"))
    assert "6 feuilles A4, à couper en quatre." in said
    assert "Chaque papier porte son propre numéro, DS-105 par exemple." in said
    assert "comme « numéro du papier »" in said
    assert "commencez au numéro qui suit : 29." in said


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (4, 1), (5, 2), (24, 6)])
def test_four_of_them_are_one_a4(hall: Hall, press: Press, count: int, pages: int) -> None:
    made = press.prints(team(hall), f"{sheet(hall, 'cards')}?theme=DS&kind=constat&count={count}")
    assert (made.pages, made.a4, made.overflowing, made.faults) == (pages, True, [], [])


def test_a_long_title_leaves_room_to_write(hall: Hall, press: Press) -> None:
    hall.program(Role.HOST).does("edit_theme", theme="DS", title="Droits sociaux, " * 7)
    for lang in ("fr", "en"):
        made = press.prints(team(hall), f"{sheet(hall, 'cards')}?theme=DS&lang={lang}")
        assert (made.pages, made.overflowing) == (4, [])
