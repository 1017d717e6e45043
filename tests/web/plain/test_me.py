"""What is kept about a browser, all of it, and forgetting it."""

import dataclasses

import pytest

from atelier.domain.authorship import card_mark, secret_of, voter_mark
from atelier.domain.card import Card
from atelier.domain.words import CardNumber, Role, VoteNumber
from atelier.web.plain.kept import FIELDS
from atelier.web.plain.notice import notice_html
from tests.web.hall import Hall
from tests.web.plain.room import TEXT, send, theme, words


def test_every_field_that_is_stored_of_a_card_has_a_name() -> None:
    assert list(FIELDS) == [field.name for field in dataclasses.fields(Card)]


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "[ici](javascript:alert(1))",
        "![x](http://evil.example/x.png)",
        '<a href="x" onclick="y">z</a>',
        "<iframe src=x>",
    ],
)
def test_a_notice_holds_nothing_that_acts(attack: str) -> None:
    made = notice_html(attack)
    assert "<script" not in made
    assert "<img" not in made
    assert "<iframe" not in made
    assert 'href="javascript' not in made
    assert '<a href="x" onclick' not in made


def test_a_notice_keeps_its_shape() -> None:
    made = notice_html("# Titre\n\n**Fort** & [lien](https://example.org)\n\n- un")
    assert "<h3>Titre</h3>" in made
    assert "<strong>Fort</strong> &amp;" in made
    assert '<a href="https://example.org"' in made
    assert "<li>un</li>" in made


def test_a_stranger_is_told_that_nothing_is_kept_and_is_given_nothing(hall: Hall) -> None:
    page = hall.browser().get(f"/{hall.slug}/me")
    assert "Aucune carte de cette convention n’est reliée à ce navigateur." in words(page)
    assert "Aucun cookie." in words(page)
    assert "set-cookie" not in page.headers


def test_every_stored_field_of_ones_own_cards_is_shown(hall: Hall) -> None:
    author = hall.browser()
    send(hall, author, lang="ar", carried_by="6")
    send(hall, hall.browser(), "Carte d’une autre personne.")
    card = hall.state.cards[CardNumber(1)]
    said = words(author.get(f"/{hall.slug}/me"))
    for name in FIELDS.values():
        assert name in said
    for value in (TEXT, "ar", "6", str(card.at), str(card.posted), card.author[:12]):
        assert value in said
    receipt = next(mark for mark, number in hall.state.receipts.items() if number == 1)
    assert receipt[:12] in said
    assert "Carte d’une autre personne." not in said
    assert card.author == card_mark(secret_of(author.http.cookies["atelier"], hall.state.id), card.number)


def test_dots_are_shown_with_their_mark(hall: Hall) -> None:
    voter = hall.browser()
    send(hall, voter, kind="revendication")
    facilitator = hall.program(Role.FACILITATOR)
    facilitator.does("group_cards", cards=[1])
    facilitator.does("open_vote", theme="DS", dots=3, kinds=["revendication"])
    voter.does("cast_dots", statement="DS-R1", dots=2)
    said = words(voter.get(f"/{hall.slug}/me"))
    mark = voter_mark(secret_of(voter.http.cookies["atelier"], hall.state.id), VoteNumber(1))
    assert "Vote en cours : DS-R1 (2)" in said
    assert mark[:12] in said


def test_the_cookies_this_browser_holds_are_named(hall: Hall) -> None:
    browser = hall.browser()
    browser.get(theme(hall))
    browser.get(f"/r/{hall.keys[Role.WALL]}")
    browser.post("/settings", data={"size": "large", "lang": "fr", "back": "/"})
    page = browser.get(f"/{hall.slug}/me").text
    for name in ("atelier", "atelier-roles", "atelier-lang", "atelier-size"):
        assert f"<code>{name}</code>" in page


def test_forgetting_takes_the_cookies_and_leaves_the_cards(hall: Hall) -> None:
    browser = hall.browser()
    send(hall, browser)
    browser.get(f"/r/{hall.keys[Role.FACILITATOR]}")
    browser.post("/settings", data={"size": "large", "back": "/"})
    page = browser.post(f"/{hall.slug}/me/forget", follow_redirects=True)
    assert "C’est oublié. Vos cartes restent" in words(page)
    assert not dict(browser.http.cookies)
    assert TEXT in words(browser.get(theme(hall)))
    assert browser.get(f"{theme(hall)}/cards/1/correct").status_code == 403


def test_forgetting_is_not_done_by_reading(hall: Hall) -> None:
    assert hall.browser().get(f"/{hall.slug}/me/forget").status_code == 405
