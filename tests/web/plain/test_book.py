"""The cahier on a phone, and what became of one's own cards after the closing."""

import re
from urllib.parse import unquote

import pytest

from atelier.domain.words import Role
from atelier.web.plain.remembered import CARDS_COOKIE
from tests.web.hall import Caller, Hall
from tests.web.plain.room import send, words


def close(hall: Hall) -> None:
    host = hall.program(Role.HOST)
    for gap in ("constat_unused:DS-C1", "statement_unworded:DS-C1", "card_to_place:1", "card_to_place:2"):
        host.command("answer_gap", gap=gap, reason="Nous n’avons pas eu le temps.")
    host.does("close_convention")


@pytest.fixture
def author(hall: Hall) -> Caller:
    """Two cards: one in a statement, one that was not placed."""
    browser = hall.browser()
    send(hall, browser, "Le guichet est fermé.")
    send(hall, browser, "Le site est en panne.")
    hall.program(Role.SECRETARY).does("group_cards", cards=[1])
    return browser


def leads(page: str) -> set[str]:
    return {unquote(one) for one in re.findall(r'href="([^"]+)"', page)}


# --- Who may read ------------------------------------------------------------


def test_the_room_does_not_read_it_before_the_end_and_the_team_does(hall: Hall, author: Caller) -> None:
    for path in (f"/{hall.slug}/read", f"/{hall.slug}/read/DS"):
        answer = author.get(path)
        assert answer.status_code == 403
        assert "quand la convention sera terminée" in words(answer)
        assert "DS-C1" not in answer.text
        draft = hall.program(Role.SECRETARY).get(path)
        assert draft.status_code == 200
        assert "Brouillon." in words(draft)


def test_once_closed_everybody_reads_it_from_the_home_page(hall: Hall, author: Caller) -> None:
    close(hall)
    assert f"/{hall.slug}/read" in leads(hall.browser().get(f"/{hall.slug}").text)
    assert "read/DS" in leads(hall.browser().get(f"/{hall.slug}/DS").text)
    answer = hall.browser().get(f"/{hall.slug}/read")
    assert answer.status_code == 200
    assert "Brouillon." not in words(answer)
    assert "set-cookie" not in answer.headers


def test_a_part_that_is_not_there_is_not_found(hall: Hall, author: Caller) -> None:
    close(hall)
    assert author.get(f"/{hall.slug}/read/nulle-part").status_code == 404
    assert author.get("/nulle-part/read").status_code == 404


# --- What is read ------------------------------------------------------------


def test_every_page_is_reached_and_every_link_within_leads_to_an_anchor_that_is_there(
    hall: Hall, author: Caller
) -> None:
    close(hall)
    start = f"/{hall.slug}/read"
    pages, to_see, followed = {}, [start], set()
    while to_see:
        path = to_see.pop()
        answer = author.get(path)
        assert answer.status_code == 200, path
        pages[path] = answer.text
        for one in leads(answer.text):
            where, _, anchor = one.partition("#")
            where = where or path
            if where.startswith(start):
                followed.add((where, anchor))
                if where not in pages and where not in to_see:
                    to_see.append(where)
    assert len(pages) > 5
    anchored = [(where, anchor) for where, anchor in followed if anchor and anchor != "main"]
    assert any(anchor == "ds-c1" for _, anchor in anchored)
    for where, anchor in anchored:
        assert f'id="{anchor}"' in pages[where], (where, anchor)


def test_a_theme_s_chapter_has_the_theme_s_address(hall: Hall, author: Caller) -> None:
    close(hall)
    for name in ("DS", "ds"):
        page = author.get(f"/{hall.slug}/read/{name}").text
        assert 'id="ds-c1"' in page
    assert "Suivant" not in page
    assert "Ensuite" in page


def test_what_was_written_is_text_there_too(hall: Hall) -> None:
    browser = hall.browser()
    send(hall, browser, "<script>alert(1)</script> ![x](http://ailleurs.example/x.png)")
    close(hall)
    book = "".join(
        browser.get(path).text for path in leads(browser.get(f"/{hall.slug}/read").text) if "/read" in path
    )
    assert "&lt;script&gt;alert(1)" in book
    assert "<script>alert" not in book
    assert "<img" not in book


# --- What became of my cards -------------------------------------------------


def test_before_the_end_each_own_card_leads_to_its_statement(hall: Hall, author: Caller) -> None:
    page = author.get(f"/{hall.slug}/me")
    assert f"/{hall.slug}/DS#DS-C1" in leads(page.text)
    assert "Carte n° 1 · dans DS-C1" in words(page)
    assert "Carte n° 2 · pas encore placée" in words(page)


def test_after_the_end_the_browser_that_wrote_them_finds_what_became_of_them(
    hall: Hall, author: Caller
) -> None:
    close(hall)
    assert "Aucune carte de cette convention n’est reliée à ce navigateur." in words(
        author.get(f"/{hall.slug}/me")
    )
    page = author.get(f"/{hall.slug}/read")
    assert "Ce que sont devenues mes cartes 2" in words(page)
    assert "Le guichet est fermé." in words(page)
    link = next(one for one in leads(page.text) if one.endswith("#ds-c1"))
    assert 'id="ds-c1"' in author.get(link).text
    assert "mes cartes" not in words(hall.browser().get(f"/{hall.slug}/read"))


def test_the_numbers_are_in_the_cookie_of_this_convention_and_nowhere_else(hall: Hall) -> None:
    browser = hall.browser()
    send(hall, browser, "Un mot.")
    (cookie,) = [one for one in browser.http.cookies.jar if one.name == CARDS_COOKIE]
    assert (cookie.value, cookie.path) == ("1", f"/{hall.slug}")
    assert cookie.has_nonstandard_attr("HttpOnly")
    close(hall)
    journal = b"".join(one.read_bytes() for one in hall.sessions.rglob("*") if one.is_file())
    assert CARDS_COOKIE.encode() not in journal


def test_cards_sent_through_the_api_are_remembered_with_those_of_the_pages(hall: Hall) -> None:
    browser = hall.browser()
    send(hall, browser, "Un mot.")
    hall.program(Role.FACILITATOR).does("post_card", theme="DS", kind="constat", text="Papier.", key="k2")
    browser.does("post_card", theme="DS", kind="constat", text="Un autre.", key="k3")
    (cookie,) = [one for one in browser.http.cookies.jar if one.name == CARDS_COOKIE]
    assert (cookie.value, cookie.path) == ("1.3", f"/{hall.slug}")
    facilitator = hall.program(Role.FACILITATOR)
    facilitator.does("post_card", theme="DS", kind="constat", text="Papier encore.", key="k4")
    assert CARDS_COOKIE not in facilitator.http.cookies


def test_me_says_which_numbers_and_why_and_forgetting_takes_them_too(hall: Hall, author: Caller) -> None:
    said = words(author.get(f"/{hall.slug}/me"))
    assert "Les numéros de vos cartes : 1, 2." in said
    assert "ne les écrit nulle part" in said
    author.post(f"/{hall.slug}/me/forget")
    assert CARDS_COOKIE not in author.http.cookies
    close(hall)
    assert "mes cartes" not in words(author.get(f"/{hall.slug}/read"))


@pytest.mark.parametrize("forged", ["", "....", "0.-1.x", "²", "999999", "1" * 4000, "2.2.2"])
def test_a_cookie_that_says_anything_breaks_nothing(hall: Hall, author: Caller, forged: str) -> None:
    close(hall)
    stranger = hall.browser(headers={"cookie": f"{CARDS_COOKIE}={forged}"})
    assert stranger.get(f"/{hall.slug}/read").status_code == 200
    assert stranger.get(f"/{hall.slug}/me").status_code == 200


def test_a_forged_number_shows_nothing_that_is_not_printed(hall: Hall, author: Caller) -> None:
    hall.program(Role.SECRETARY).does("set_aside_card", card=2, reason="personal_data", note="Un nom.")
    close(hall)
    stranger = hall.browser(headers={"cookie": f"{CARDS_COOKIE}=2"})
    said = words(stranger.get(f"/{hall.slug}/read"))
    assert "Le site est en panne." not in said
    assert "mise de côté : " in said
