"""The pictures of the cahier, projected one after the other."""

import re

import pytest

from atelier.domain.words import Role
from tests.web.hall import Hall
from tests.web.plain.room import send, words


@pytest.fixture
def busy(hall: Hall) -> Hall:
    send(hall, hall.browser(), "Le guichet est fermé.")
    secretary = hall.program(Role.SECRETARY)
    secretary.does("add_statement", theme="DS", kind="revendication", text="Rouvrir.")
    secretary.does("group_cards", cards=[1])
    secretary.does("link_statements", statement="DS-R1", founded_on=["DS-C1"])
    return hall


def test_the_room_does_not_see_them_on_its_phones_before_the_end(busy: Hall) -> None:
    assert busy.browser().get(f"/{busy.slug}/pictures").status_code == 403
    for role in (Role.WALL, Role.FACILITATOR):
        assert busy.program(role).get(f"/{busy.slug}/pictures").status_code == 200


def test_each_is_shown_in_its_turn_and_the_first_comes_back(busy: Hall) -> None:
    wall, at, titles = busy.program(Role.WALL), "?n=1", []
    for _ in range(4):
        page = wall.get(f"/{busy.slug}/pictures{at}").text
        titles.append(re.findall(r"<h1[^>]*>([^<]+)", page)[0])
        assert page.count("<svg") == 1
        found = re.search(r'http-equiv="refresh" content="\d+;url=(\?n=\d)"', page)
        assert found
        at = found[1]
    assert len(set(titles)) == 3
    assert titles[3] == titles[0]


def test_it_stays_where_it_was_stopped(busy: Hall) -> None:
    page = busy.program(Role.WALL).get(f"/{busy.slug}/pictures?n=2&stay")
    assert "refresh" not in page.text
    assert "2 / 3" in words(page)


@pytest.mark.parametrize("asked", ["0", "99", "x", "-1", "²", "1" * 50, ""])
def test_a_number_that_is_not_there_shows_the_first(busy: Hall, asked: str) -> None:
    page = busy.program(Role.WALL).get(f"/{busy.slug}/pictures", params={"n": asked})
    assert page.status_code == 200
    assert "1 / 3" in words(page)


def test_before_the_first_card_it_says_so(hall: Hall) -> None:
    page = hall.program(Role.WALL).get(f"/{hall.slug}/pictures")
    assert "Rien à dessiner" in words(page)
    assert page.status_code == 200
