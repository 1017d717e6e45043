"""Correcting and taking back one's own card."""

import pytest

from atelier.domain import limits
from atelier.domain.words import Role
from tests.web.hall import Hall
from tests.web.plain.room import TEXT, form_of, send, theme, words


@pytest.mark.parametrize("action", ["correct", "withdraw"])
def test_a_card_of_somebody_else_is_neither_shown_nor_changed(hall: Hall, action: str) -> None:
    send(hall, hall.browser())
    stranger = hall.browser()
    stranger.get(theme(hall))
    path = f"{theme(hall)}/cards/1/{action}"
    for page in (stranger.get(path), stranger.post(path, data={"text": "à moi"})):
        assert page.status_code == 403
        assert "La carte n° 1 a été écrite sur un autre appareil." in words(page)
        assert TEXT not in page.text
    assert hall.state.cards[hall.state.receipts[next(iter(hall.state.receipts))]].text == TEXT


@pytest.mark.parametrize("action", ["correct", "withdraw"])
def test_a_card_of_another_theme_or_number_is_not_here(hall: Hall, action: str) -> None:
    author = hall.browser()
    send(hall, author)
    assert author.get(f"{theme(hall, 'TR')}/cards/1/{action}").status_code == 404
    assert author.get(f"{theme(hall)}/cards/2/{action}").status_code == 404


@pytest.mark.parametrize("text", ["", "a" * (limits.CARD_GRAPHEMES_MAX + 1)])
def test_a_correction_that_is_refused_is_given_back(hall: Hall, text: str) -> None:
    author = hall.browser()
    send(hall, author)
    page = author.post(f"{theme(hall)}/cards/1/correct", data={"text": text})
    assert page.status_code in {413, 422}
    assert form_of(page)["text"] == text
    assert TEXT in words(author.get(theme(hall)))


def test_a_correction_that_comes_after_the_freeze_is_given_back(hall: Hall) -> None:
    author = hall.browser()
    send(hall, author)
    hall.program(Role.FACILITATOR).does("freeze_theme", theme="DS")
    page = author.post(f"{theme(hall)}/cards/1/correct", data={"text": "Un autre texte."})
    assert page.status_code == 409
    assert form_of(page)["text"] == "Un autre texte."
    asked = author.get(f"{theme(hall)}/cards/1/correct")
    assert asked.status_code == 409
    assert "ne changent plus" in words(asked)
    assert "corriger" not in words(author.get(theme(hall)))


def test_a_card_is_corrected_and_the_old_text_is_gone(hall: Hall) -> None:
    author = hall.browser()
    send(hall, author)
    path = f"{theme(hall)}/cards/1/correct"
    assert form_of(author.get(path))["text"] == TEXT
    page = author.post(path, data={"text": "Quatre mois."}, follow_redirects=True)
    said = words(page)
    assert "Carte n° 1 corrigée. Elle est sur le mur." in said
    assert "Quatre mois." in said
    assert TEXT not in said


def test_before_taking_a_card_back_one_reads_what_will_be_gone(hall: Hall) -> None:
    author = hall.browser()
    send(hall, author)
    hall.program(Role.FACILITATOR).does("group_cards", cards=[1])
    page = words(author.get(f"{theme(hall)}/cards/1/withdraw"))
    assert TEXT in page
    assert "sera effacé pour de bon" in page
    assert "L’énoncé DS-C1, qui l’a reprise, reste." in page


def test_a_card_is_taken_back_once_even_if_the_button_is_pressed_twice(hall: Hall) -> None:
    author = hall.browser()
    send(hall, author)
    path = f"{theme(hall)}/cards/1/withdraw"
    for _ in range(2):
        page = author.post(path, follow_redirects=True)
        assert page.status_code == 200
        assert "Carte n° 1 retirée. Son texte est effacé pour de bon." in words(page)
    assert TEXT not in page.text
    assert author.get(path).status_code in {403, 409}


def test_the_team_may_correct_a_card_that_came_on_paper(hall: Hall) -> None:
    secretary = hall.browser()
    secretary.get(f"/r/{hall.keys[Role.SECRETARY]}")
    secretary.does("post_card", theme="DS", kind="constat", text="Papié", key="k", channel="paper")
    path = f"{theme(hall)}/cards/1/correct"
    page = secretary.post(path, data={"text": "Papier"}, follow_redirects=True)
    assert "Carte n° 1 corrigée." in words(page)
