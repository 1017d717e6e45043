"""The first page, and where each address leads."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from atelier.domain.commands import CreateConvention
from atelier.domain.words import Role
from atelier.live.creation import Created, create
from atelier.web.site import wall_clock
from tests.web.hall import PROGRAMME, Hall, hall_in
from tests.web.plain.room import send, theme, words


@pytest.fixture
def two_halls(tmp_path: Path) -> Iterator[Hall]:
    other = CreateConvention(id="", title="Une autre", themes=PROGRAMME.themes)
    assert isinstance(create(tmp_path, other, wall_clock), Created)
    with hall_in(tmp_path) as made:
        yield made


def test_with_one_convention_its_themes_are_the_first_page(hall: Hall) -> None:
    send(hall, hall.browser())
    page = hall.browser().get("/")
    said = words(page)
    assert "Des droits sans écran" in said
    assert f'<a href="{theme(hall)}">' in page.text
    assert "DS Droits sociaux 1 carte" in said
    assert "TR Travail 0 carte" in said


def test_where_people_vote_the_list_of_themes_says_so(hall: Hall) -> None:
    facilitator = hall.program(Role.FACILITATOR)
    facilitator.does("open_vote", theme="DS", dots=3)
    said = words(hall.browser().get("/"))
    assert said.count("En ce moment : on vote") == 1
    facilitator.does("close_vote", theme="DS")
    assert "on vote" not in words(hall.browser().get("/"))


def test_with_two_conventions_one_chooses(two_halls: Hall) -> None:
    page = two_halls.browser().get("/")
    assert "Choisissez votre convention" in words(page)
    assert "Une autre" in words(page)
    assert f'<a href="/{two_halls.slug}">' in page.text


def test_a_closed_convention_stays_below(two_halls: Hall) -> None:
    host = two_halls.program(Role.HOST)
    host.does("close_convention")
    page = words(two_halls.browser().get("/"))
    assert "Une autre" in page.partition("Conventions terminées")[0]
    assert "Des droits sans écran" in page.partition("Conventions terminées")[2]


def test_with_nothing_to_serve_the_page_says_how_to_begin(hall: Hall) -> None:
    hall.site.rooms._served.clear()
    page = words(hall.browser().get("/"))
    assert "Aucune convention n’est ouverte ici" in page
    assert "atelier --demo" in page
    key = hall.site.host_key
    opened = hall.browser().get(f"/r/{key}")
    assert (opened.status_code, opened.headers["location"]) == (303, "/host")
    assert hall.site.host_key == key


def test_a_convention_that_cannot_be_opened_is_told_calmly(hall: Hall) -> None:
    hall.site.rooms.broken["cassee-aaaaa"] = ValueError("/secret/path")
    page = words(hall.browser().get("/"))
    assert "Une convention de cet ordinateur ne s’ouvre pas. Les autres marchent." in page
    assert "secret" not in page


def test_capitals_that_a_phone_put_in_are_taken_out(hall: Hall) -> None:
    moved = hall.browser().get(f"/{hall.slug.capitalize()}")
    assert (moved.status_code, moved.headers["location"]) == (307, f"/{hall.slug}")


@pytest.mark.parametrize("path", ["/host", "/help/x", "/api", "/static", "/settings/x", "/r", "/_nicegui/x"])
def test_the_names_of_other_pages_are_not_conventions(hall: Hall, path: str) -> None:
    assert hall.browser().get(path).status_code == 404


def test_an_address_that_takes_no_form_says_so(hall: Hall) -> None:
    page = hall.browser().post("/")
    assert page.status_code == 405
    assert "Cette adresse ne se demande pas ainsi" in words(page)


def test_what_breaks_is_a_page_without_its_reasons(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("atelier.web.plain.routes_home.place_of", broken)
    page = hall.browser().get(f"/{hall.slug}")
    assert page.status_code == 500
    assert "Quelque chose s’est cassé ici" in words(page)
    assert "secret" not in page.text
    assert "Traceback" not in page.text
