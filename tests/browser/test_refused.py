"""A refusal says what happened, keeps all that was typed, and leads back to it."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from atelier.domain.words import Role
from tests.browser.phones import Phone
from tests.browser.serving import DEMANDS, READING, Convention

TEXT = "Le formulaire ne prévoit pas les situations particulières."


def _all_is_kept(person: Phone, text: str, kind: str = "revendication") -> None:
    page = person.page
    assert (person.text, person.kind) == (text, kind)
    assert page.locator("#lang").input_value() == "uk"
    assert page.locator("#carried_by").input_value() == "7"
    expect(page.locator("#carried_by")).to_be_visible()  # what is kept is not folded away


def _is_said(page: Page, sentence: str) -> None:
    """As an alert that has the focus, whose link leads to the field, and in the title."""
    problem = page.locator("#problem")
    expect(problem).to_contain_text(sentence)
    expect(problem).to_have_attribute("role", "alert")
    expect(page).to_have_title("À corriger · Droits sociaux · Des droits sans écran")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("é" * 601, "Votre texte fait 601 signes, la place est de 600."), (" ", "Il manque le texte.")],
    ids=["too long", "empty"],
)
def test_a_text_that_does_not_fit_is_kept_and_the_reason_stands_beside_it(
    served: Convention, phone: Callable[..., Phone], script: bool, text: str, sentence: str
) -> None:
    person = phone(script=script)
    page = person.opens(served.path("DS"))
    person.writes(text, "revendication", lang="uk", people="7")
    person.sends()
    _is_said(page, sentence)
    _all_is_kept(person, text)
    field = page.locator("#text")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile(sentence))
    page.locator("#problem a").click()
    assert person.focused == "text" or not script  # without a script, the page jumps there
    person.writes(TEXT, "revendication", lang="uk", people="7")
    person.sends()
    assert person.number == 1
    assert served.texts == [TEXT]


def test_a_number_that_is_none_is_shown_again_with_the_reason(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone(script=False)
    page = person.opens(served.path("DS"))
    person.writes(TEXT, "constat", people="une vingtaine")
    person.sends()
    _is_said(page, "« une vingtaine » ne va pas ici.")
    expect(page.locator("#carried_by")).to_have_value("une vingtaine")
    expect(page.locator("#carried_by")).to_have_attribute("aria-invalid", "true")
    assert (person.text, person.kind) == (TEXT, "constat")


@pytest.mark.parametrize(
    ("does", "sentence"),
    [
        (("pause_theme", {"theme": "DS"}), "C’est la pause."),
        (("freeze_theme", {"theme": "DS"}), "Les cartes du thème DS ne changent plus."),
        (("start_step", {"theme": "DS", "step": READING}), "Ce n’est pas le moment"),
        (("close_convention", {"role": Role.HOST}), "La convention est finie"),
    ],
    ids=["paused", "frozen", "not now", "closed"],
)
def test_a_card_that_comes_at_the_wrong_moment_comes_back_whole(
    served: Convention,
    phone: Callable[..., Phone],
    script: bool,
    does: tuple[str, dict[str, Any]],
    sentence: str,
) -> None:
    person = phone(script=False)
    page = person.opens(served.path("DS"))
    person.writes(TEXT, "revendication", lang="uk", people="7")
    served.does(does[0], **does[1])
    person.sends()
    _is_said(page, sentence)
    _all_is_kept(person, TEXT)
    assert served.texts == []


def test_the_focus_goes_to_what_is_wrong_and_to_what_was_done(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone()
    person.opens(served.path("DS"))
    person.writes("a" * 601)
    person.sends()
    expect(person.page.locator("#problem")).to_be_focused()
    person.posts(TEXT)
    expect(person.page.locator("#receipt")).to_be_focused()
    expect(person.page.locator("#receipt")).to_have_attribute("role", "status")


def test_a_correction_that_does_not_fit_is_kept_and_can_be_mended(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone(script=False)
    page = person.opens(served.path("DS"))
    person.posts(TEXT)
    person.opens(served.path("DS", "cards", "1", "correct"))
    page.fill("#text", "b" * 700)
    page.get_by_role("button", name="Corriger ma carte").click()
    expect(page.locator("#problem")).to_contain_text("La correction n’est pas partie.")
    assert person.text == "b" * 700
    page.fill("#text", TEXT + "!")
    page.get_by_role("button", name="Corriger ma carte").click()
    expect(page.get_by_text("Carte n° 1 corrigée.")).to_be_visible()
    assert served.texts == [TEXT + "!"]


def test_a_card_of_somebody_else_is_not_shown_for_correction(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    served.starts(DEMANDS)
    phone_of_one, person = phone(), phone(script=False)
    phone_of_one.opens(served.path("DS"))
    phone_of_one.posts(TEXT)
    for asked in ("correct", "withdraw"):
        page = person.opens(served.path("DS", "cards", "1", asked))
        expect(page.get_by_role("alert")).to_be_visible()
        expect(page.locator("form.write")).to_have_count(0)
        assert TEXT not in page.content()
