"""Near cards at the desk: read side by side, put together or told apart by a person, never by themselves."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from tests.browser.phones import DESK, Phone
from tests.browser.serving import Convention
from tests.browser.test_desk import Desk, cards_of

CLOSED = "Le guichet de la préfecture est fermé depuis deux ans."
NOT_CLOSED = "Le guichet de la préfecture n’est pas fermé le mardi."


class NearDesk(Desk):
    """With its margin of near cards."""

    @property
    def near(self) -> Locator:
        return self.page.locator(".at-near li")

    def presses(self, act: str, of: str = "") -> None:
        self.page.locator(f".at-near [data-act={act}][data-of='{of}']").click()


@pytest.fixture
def desk(phone: Callable[..., Phone], served: Convention) -> NearDesk:
    return NearDesk(phone(**DESK), served)


def test_nothing_is_beside_the_boards_unless_one_thing_is_chosen(desk: NearDesk) -> None:
    one, two = desk.served.has(CLOSED), desk.served.has("On manque de bus.")
    expect(desk.item(two)).to_be_visible()
    expect(desk.page.locator(".at-near")).to_be_hidden()
    desk.chooses(one)
    expect(desk.page.locator(".at-near")).to_contain_text("Rien ne se ressemble assez dans ce tableau.")
    desk.chooses(two)
    expect(desk.page.locator(".at-near")).to_be_hidden()


def test_what_turns_one_round_is_shown_before_anything_is_pressed(desk: NearDesk) -> None:
    one, two = desk.served.has(CLOSED), desk.served.has(NOT_CLOSED)
    desk.chooses(one)
    expect(desk.near).to_have_count(1)
    expect(desk.near.locator(".turned")).to_have_text("Attention : « ne … pas », d’un côté seulement.")
    expect(desk.near.locator(".turning")).to_have_text("pas")
    desk.presses("near_join", f"card-{two}")
    expect(desk.item("DS-C1").locator(".card")).to_have_count(2)
    assert cards_of(desk.served, "DS-C1") == [one, two]


def test_a_pair_told_apart_is_gone_and_comes_back_with_undo(desk: NearDesk) -> None:
    one, two = desk.served.has(CLOSED), desk.served.has(NOT_CLOSED)
    desk.chooses(one)
    desk.presses("near_part", f"card-{two}")
    expect(desk.near).to_have_count(0)
    desk.page.locator(".journal [data-act=undo]").first.click()
    expect(desk.near).to_have_count(1)


def test_both_texts_stand_side_by_side_and_all_is_done_with_the_keys(desk: NearDesk) -> None:
    one, two = desk.served.has(CLOSED), desk.served.has("Le guichet de la préfecture a fermé.")
    made = str(desk.served.does("group_cards", cards=[one])["statement"])
    desk.item(two).locator("> .choose input").focus()
    desk.page.keyboard.press("Space")
    expect(desk.near).to_have_count(1)
    desk.page.keyboard.press("p")
    expect(desk.sheet.locator(".both .said")).to_have_text(["Le guichet de la préfecture a fermé.", CLOSED])
    expect(desk.sheet).to_contain_text(f"dans {made}")
    button = desk.sheet.locator(f"button[value='join {made}']")
    for _ in range(5):
        if button.evaluate("node => node === document.activeElement"):
            break
        desk.page.keyboard.press("Tab")
    desk.page.keyboard.press("Enter")
    expect(desk.sheet).to_have_count(0)
    expect(desk.item(made).locator(".card")).to_have_count(2)


def test_in_the_sheet_the_different_go_one_by_one(desk: NearDesk) -> None:
    one = desk.served.has(CLOSED)
    others = [
        desk.served.has(f"Le guichet de la préfecture est fermé le {day}.") for day in ("lundi", "jeudi")
    ]
    desk.chooses(one)
    desk.presses("near_compare")
    for left in (1, 0):
        desk.sheet.locator(f"button[value='part card-{others[left]}']").click()
        expect(desk.sheet.locator(".compared")).to_have_count(left)
    expect(desk.sheet).to_contain_text("Rien ne se ressemble assez dans ce tableau.")


def test_other_boards_and_themes_are_searched_when_asked_and_said(desk: NearDesk) -> None:
    one, demand = desk.served.has(CLOSED), desk.served.has(CLOSED, "revendication")
    desk.chooses(one)
    expect(desk.near).to_have_count(0)
    desk.presses("near_elsewhere")
    expect(desk.near).to_have_count(1)
    expect(desk.near).to_contain_text("DS · Revendications")
    expect(desk.near.locator("[data-act=near_join]")).to_have_count(0)
    expect(desk.near.locator(f"[data-act=near_part][data-of=card-{demand}]")).to_be_visible()


def test_near_cards_are_readable_by_everyone(desk: NearDesk) -> None:
    desk.served.has(NOT_CLOSED)
    desk.chooses(desk.served.has(CLOSED))
    expect(desk.near).to_have_count(1)
    assert Axe().run(desk.page).response["violations"] == []
    desk.presses("near_compare")
    expect(desk.sheet.locator(".compared")).to_have_count(1)
    assert Axe().run(desk.page).response["violations"] == []


def test_what_is_covered_is_proposed_for_nothing_until_it_is_decided_on(
    desk: NearDesk, phone: Callable[..., Phone]
) -> None:
    one = desk.served.has(CLOSED)
    visitor = phone()
    visitor.opens(desk.served.path("DS"))
    two = visitor.posts(NOT_CLOSED)
    desk.chooses(one)
    expect(desk.near).to_have_count(1)
    desk.asks_more(two, "cover")
    expect(desk.item(two)).to_contain_text("masquée, à décider")
    desk.chooses(one)
    expect(desk.page.locator(".at-near")).to_contain_text("Rien ne se ressemble assez")
    desk.page.locator(".at-side [data-act=show_again][data-of='']").click()
    expect(desk.near).to_have_count(1)
