"""Writing a card: refusals first."""

import re

import httpx
import pytest

from atelier.domain import limits
from atelier.domain.words import Role
from tests.web.hall import Hall
from tests.web.plain.room import OPEN, SILENT, TEXT, form_of, send, start, theme, words

TOO_LONG = "a" * (limits.CARD_GRAPHEMES_MAX + 1)


@pytest.mark.parametrize(
    ("field", "value", "status"),
    [
        ("text", "", 422),
        ("text", " \u200b ", 422),
        ("text", TOO_LONG, 413),
        ("kind", "", 422),
        ("kind", "poème", 422),
        ("lang", "<b>", 422),
        ("carried_by", "beaucoup", 422),
        ("carried_by", "0", 422),
        ("carried_by", "999999999", 422),
    ],
)
def test_a_refused_card_is_given_back_in_every_field_under_the_same_key(
    hall: Hall, field: str, value: str, status: int
) -> None:
    browser = hall.browser()
    typed = {"kind": "piste", "text": "Deux\r\nlignes", "key": "k<'\"&1", "lang": "ar", "carried_by": "3"}
    typed[field] = value
    page = browser.post(theme(hall), data=typed)
    assert page.status_code == status
    if field == "kind":
        del typed["kind"]  # nothing is chosen for them
    assert form_of(page) == typed
    assert not hall.state.cards


def test_what_is_wrong_is_said_first_and_beside_its_field(hall: Hall) -> None:
    page = hall.browser().post(theme(hall), data={"kind": "constat", "text": ""}).text
    sentence = "Il manque le texte. Écrivez, puis renvoyez."
    summary = re.search(r'<div class="problem" id="problem" role="alert".*?</div>', page, re.DOTALL)
    assert summary is not None
    assert f'<a href="#text">{sentence}</a>' in summary[0]
    assert f'<p class="why" id="why-text">{sentence}</p>' in page
    assert re.search(r'<textarea id="text"[^>]*aria-invalid="true" aria-describedby="why-text hint', page)


def test_a_kind_that_is_not_for_now_is_refused_and_stays_chosen(hall: Hall) -> None:
    start(hall, SILENT)
    page = hall.browser().post(theme(hall), data={"kind": "piste", "text": TEXT, "key": "k"})
    assert page.status_code == 409
    assert form_of(page)["kind"] == "piste"
    assert form_of(page)["text"] == TEXT


@pytest.mark.parametrize(
    ("command", "fields"),
    [("pause_theme", {"theme": "DS"}), ("freeze_theme", {"theme": "DS"})],
)
def test_a_card_that_comes_too_late_is_given_back(hall: Hall, command: str, fields: dict[str, str]) -> None:
    browser = hall.browser()
    typed = {**form_of(browser.get(theme(hall))), "text": TEXT}
    hall.program(Role.FACILITATOR).does(command, **fields)
    page = browser.post(theme(hall), data=typed)
    assert page.status_code == 409
    assert form_of(page) == typed
    assert not hall.state.cards


def test_a_browser_that_writes_faster_than_anybody_can_is_told_to_wait(hall: Hall) -> None:
    browser = hall.browser()
    browser.get(theme(hall))
    for number in range(limits.CARDS_PER_MINUTE_PER_BROWSER):
        assert hall.site.cards.wait(browser.http.cookies["atelier"]) == 0, number
    page = send(hall, browser)
    assert page.status_code == 429
    assert int(page.headers["retry-after"]) >= 1
    assert form_of(page)["text"] == TEXT
    assert not hall.state.cards


def test_a_page_of_another_site_cannot_post(hall: Hall) -> None:
    stranger = hall.browser(headers={"origin": "http://evil.example"})
    assert stranger.post(theme(hall), data={"kind": "constat", "text": TEXT}).status_code == 403
    assert not hall.state.cards


def test_fields_of_the_team_are_not_read_from_the_form(hall: Hall) -> None:
    send(hall, hall.browser(), channel="paper", slip="7", table="3", hidden="1")
    card = hall.state.cards[hall.state.receipts[next(iter(hall.state.receipts))]]
    assert (card.channel, card.slip, card.table, card.hidden) == ("phone", "", "", False)


def test_a_card_is_on_the_wall_and_its_receipt_says_so(hall: Hall) -> None:
    page = send(hall, hall.browser())
    assert page.status_code == 200
    assert page.url.path == theme(hall)
    said = words(page)
    assert "Carte n° 1 enregistrée. Elle est sur le mur. Vous pouvez la corriger ou la retirer." in said
    assert '<li id="card-1" class="card constat" data-order="-1">' in page.text
    assert 'role="status"' in page.text


def test_the_same_form_sent_twice_is_one_card(hall: Hall) -> None:
    browser = hall.browser()
    typed = {**form_of(browser.get(theme(hall))), "text": TEXT}
    first = browser.post(theme(hall), data=typed)
    second = browser.post(theme(hall), data=typed)
    assert first.headers["location"] == second.headers["location"] == f"{theme(hall)}?posted=1#receipt"
    assert len(hall.state.cards) == 1


def test_the_same_words_from_a_page_opened_again_are_one_card_until_it_is_taken_back(hall: Hall) -> None:
    browser = hall.browser()
    send(hall, browser)
    assert "Carte n° 1 enregistrée." in words(send(hall, browser, f" {TEXT}\r\n"))
    assert list(hall.state.cards) == [1]
    browser.post(f"{theme(hall)}/cards/1/withdraw")
    assert "Carte n° 2 enregistrée." in words(send(hall, browser))


@pytest.mark.parametrize("other", [{"kind": "revendication"}, {"lang": "en"}, {"carried_by": "3"}])
def test_the_same_words_for_something_else_are_another_card(hall: Hall, other: dict[str, str]) -> None:
    browser = hall.browser()
    send(hall, browser)
    send(hall, browser, **other)
    assert list(hall.state.cards) == [1, 2]


def test_two_people_may_say_the_same(hall: Hall) -> None:
    send(hall, hall.browser())
    send(hall, hall.browser())
    assert list(hall.state.cards) == [1, 2]


def test_the_script_is_told_where_to_go_and_nothing_more(hall: Hall) -> None:
    browser = hall.browser()
    typed = {**form_of(browser.get(theme(hall))), "text": TEXT}
    answer = browser.post(theme(hall), data=typed, headers={"prefer": "return=minimal"})
    assert (answer.status_code, answer.content) == (201, b"")
    assert answer.headers["location"] == f"{theme(hall)}?posted=1#receipt"


def test_language_and_number_of_people_are_kept_with_the_card(hall: Hall) -> None:
    page = send(hall, hall.browser(), "لا يوجد أحد", lang="ar", carried_by="6")
    card = next(iter(hall.state.cards.values()))
    assert (card.lang, card.carried_by) == ("ar", 6)
    assert '<p class="said" dir="auto" lang="ar">لا يوجد أحد</p>' in page.text
    assert "écrite à 6" in words(page)


def test_text_is_text_whatever_it_looks_like(hall: Hall) -> None:
    attack = "<script>alert(1)</script> <!--boards--> <!--key--> <!--form--> \"'&amp; </textarea>"
    page = send(hall, hall.browser(), attack)
    assert attack not in page.text
    assert page.text.count("<script") == 1
    assert attack in words(page)
    refused = hall.browser().post(theme(hall), data={"kind": "", "text": attack, "key": attack})
    assert form_of(refused)["text"] == attack
    assert form_of(refused)["key"] == attack
    assert refused.text.count("</html>") == 1


def test_a_hidden_card_is_shown_to_its_author_and_counted_for_the_others(hall: Hall) -> None:
    start(hall, SILENT)
    author = hall.browser()
    page = send(hall, author)
    assert "Carte n° 1 enregistrée. Elle sera montrée avec les autres." in words(page)
    assert TEXT in words(page)
    others = words(hall.browser().get(theme(hall)))
    assert TEXT not in others
    assert "1 carte écrite, montrée plus tard" in others


def test_a_late_card_says_so(hall: Hall) -> None:
    hall.program(Role.HOST).does(
        "edit_convention", steps=[{"label": "Constats", "post": ["constat"], "late": True}]
    )
    start(hall, 1)
    page = send(hall, hall.browser(), kind="revendication")
    assert "elle porte la mention « en retard »" in words(page)


def test_a_browser_that_refuses_cookies_can_write_and_is_told_what_it_cannot_do(hall: Hall) -> None:
    browser = hall.browser()
    sent = browser.post(theme(hall), data={"kind": "constat", "text": TEXT, "key": "k"})
    browser.http.cookies = httpx.Cookies()
    page = words(browser.get(sent.headers["location"]))
    assert "Carte n° 1 enregistrée. Elle est sur le mur." in page
    assert "Ce navigateur refuse les cookies" in page
    assert "Vous pouvez la corriger" not in page


def test_a_form_without_a_key_is_still_a_card(hall: Hall) -> None:
    sent = hall.browser().post(theme(hall), data={"kind": "constat", "text": TEXT})
    assert sent.status_code == 303


def test_no_card_can_pass_for_the_one_the_page_tries_with(hall: Hall) -> None:
    start(hall, OPEN)
    for key in ("?", "", "k"):
        hall.browser().post(theme(hall), data={"kind": "constat", "text": "?", "key": key})
    assert hall.browser().get(theme(hall)).status_code == 200


def test_a_theme_may_be_typed_in_small_letters(hall: Hall) -> None:
    moved = hall.browser().get(f"/{hall.slug}/ds?all")
    assert (moved.status_code, moved.headers["location"]) == (307, f"/{hall.slug}/DS?all")
    sent = hall.browser().post(f"/{hall.slug}/ds", data={"kind": "constat", "text": TEXT})
    assert sent.status_code == 303
