"""Somebody vandalises: one gesture at the desk, and the room goes on. And what the team does card by card."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from atelier.domain.words import Role
from tests.browser.phones import Phone
from tests.browser.screens import Desk, Wall
from tests.browser.serving import OPEN, Convention, Server


@pytest.fixture
def desk(browser: Browser, hall: Server, served: Convention) -> Iterator[Desk]:
    one = Desk(browser, hall)
    one.opens(f"/r/{served.keys[Role.FACILITATOR]}")
    one.opens(served.path("DS", "desk"))
    yield one
    assert one.faults == []
    one.page.context.close()


def writes(one: Phone, served: Convention, text: str) -> int:
    """And the number of that card, not of the one before."""
    one.writes(text)
    one.sends()
    expect(one.page.locator("#own")).to_contain_text(text)
    return next(int(card["number"]) for card in served.seen["cards"] if card["text"] == text)


def asks_more(desk: Desk, name: int | str, act: str) -> None:
    desk.item(name).locator("> .more").click()
    desk.sheet.locator(f"button[value={act}]").click()


def test_one_gesture_hides_what_a_phone_wrote_from_phones_and_wall_and_another_brings_it_back(
    browser: Browser, hall: Server, phone: Callable[..., Phone], served: Convention, desk: Desk
) -> None:
    vandal, other, reader = phone(), phone(), phone()
    for one in (vandal, other, reader):
        one.opens(served.path("DS"))
    first = writes(vandal, served, "Une insulte.")
    said = writes(other, served, "Le guichet est fermé.")
    second = writes(vandal, served, "Une autre insulte.")
    wall = Wall(browser, hall)
    wall.opens(f"/r/{served.keys[Role.WALL]}")
    wall.opens(served.path("DS", "wall"))
    for number in (first, said, second):
        expect(wall.item(number)).to_have_count(1)
        expect(reader.page.locator(f"#card-{number}")).to_have_count(1)

    asks_more(desk, first, "cover")

    for number in (first, second):
        expect(wall.item(number)).to_have_count(0)
        expect(reader.page.locator(f"#card-{number}")).to_have_count(0)
        expect(desk.item(number)).to_contain_text("masquée, à décider")
    expect(wall.item(said)).to_have_count(1)
    third = writes(vandal, served, "Encore une.")
    fourth = writes(other, served, "Il est fermé depuis un an.")
    expect(reader.page.locator(f"#card-{fourth}")).to_have_count(1)
    expect(reader.page.locator(f"#card-{third}")).to_have_count(0)
    assert "Elle sera montrée avec les autres." in vandal.page.inner_text("#receipt")

    desk.presses("decide_aside", str(first))
    desk.sheet.get_by_label("contraire au cadre").check()
    desk.saves()
    expect(desk.page.locator(".covered li")).to_have_count(2)
    desk.presses("show_again")
    expect(desk.page.locator(".covered")).to_have_count(0)
    for number in (second, third):
        expect(wall.item(number)).to_have_count(1)
        expect(reader.page.locator(f"#card-{number}")).to_have_count(1)
    expect(wall.item(first)).to_have_count(0)
    wall.page.context.close()


def test_cards_in_another_language_are_translated_one_after_the_other(served: Convention, desk: Desk) -> None:
    arabic = served.has("الشباك مغلق.", lang="ar")
    unsaid = served.has("Die Tür ist zu.")
    asks_more(desk, unsaid, "translate")
    desk.sheet.locator("[name=lang]").select_option("de")
    desk.sheet.locator("button[value=language]").click()
    expect(desk.sheet.locator(".original")).to_have_attribute("lang", "de")
    desk.page.keyboard.press("Escape")
    desk.presses("translate_all")
    expect(desk.sheet.locator(".original")).to_have_attribute("lang", "ar")
    desk.sheet.locator("textarea").fill("Le guichet est fermé.")
    desk.sheet.locator("button.main").click()
    expect(desk.sheet.locator(".original")).to_have_text("Die Tür ist zu.")
    desk.sheet.locator("textarea").fill("La porte est fermée.")
    desk.saves()
    for number, text in ((arabic, "Le guichet est fermé."), (unsaid, "La porte est fermée.")):
        expect(desk.item(number).locator(".translation")).to_contain_text(text)
    expect(desk.page.locator("[data-act=translate_all]")).to_have_count(0)


def test_words_taken_up_once_are_offered_again(served: Convention, desk: Desk) -> None:
    one, two = (served.does("group_cards", cards=[served.has(f"Carte {n}")])["statement"] for n in (1, 2))
    served.does(
        "attribute_statement", statement=one, organisation="LDH", quote="Nul n’est <exclu>.", reference="p. 3"
    )
    asks_more(desk, two, "attribute")
    desk.sheet.locator("#organisation").press_sequentially("ld")
    offered = desk.sheet.locator(".known li:visible")
    expect(offered).to_have_count(1)
    offered.get_by_role("button", name="Reprendre encore").click()
    desk.saves()
    (kept,) = next(it for it in served.seen["statements"] if it["reference"] == two)["taken_up"]
    assert kept == {"organisation": "LDH", "quote": "Nul n’est <exclu>.", "reference": "p. 3"}


@pytest.mark.parametrize("script", [True, False])
def test_a_phone_differs_in_two_steps(phone: Callable[..., Phone], served: Convention, script: bool) -> None:
    made = served.does("group_cards", cards=[served.has("Une carte.")])["statement"]
    served.starts(OPEN)
    reader = phone(java_script_enabled=script)
    page = reader.opens(served.path("DS"))
    offered = page.get_by_role("link", name="Je ne suis pas d’accord")
    offered.click()
    page.get_by_role("button", name="Signaler un désaccord").click()
    expect(page.locator(f"[id='{made}']")).to_contain_text("désaccord")
