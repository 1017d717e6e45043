"""axe-core on every page in every state; and a card written with the keyboard alone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.measures import grave_faults
from tests.browser.phones import DESK, Phone
from tests.browser.serving import OPEN, Convention
from tests.browser.states import visits

TEXT = "On nous demande un code reçu sur un téléphone que nous n’avons pas."

_FOCUS = """() => {
  const el = document.activeElement;
  const shown = el.type === 'radio' ? el.nextElementSibling : el;
  const style = getComputedStyle(shown), box = shown.getBoundingClientRect();
  return {
    id: el.id || el.className || el.tagName.toLowerCase(),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
    onScreen: box.bottom > 0 && box.top < innerHeight,
  };
}"""


@pytest.mark.parametrize(("lang", "size"), [("fr", "normal"), ("en", "large")])
def test_axe_finds_nothing_grave_on_any_page(
    served: Convention, phone: Callable[..., Phone], lang: str, size: str
) -> None:
    person = phone(locale=lang)
    person.context.add_cookies(
        [{"name": "atelier-size", "value": size, "url": served.server.address}],
    )
    found = {}
    for name, go in visits(served, person):
        go()
        assert person.page.locator("html").get_attribute("lang") == lang
        found[name] = grave_faults(person.page)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_a_card_is_written_with_the_keyboard_alone_and_the_focus_is_always_seen(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    served.starts(OPEN)
    page = phone(**DESK).opens(served.path("DS"))

    def tab_to(wanted: str) -> None:
        for _ in range(12):
            page.keyboard.press("Tab")
            focus = page.evaluate(_FOCUS)
            assert focus["outlined"], f"the focus is on {focus['id']} and nothing shows it"
            assert focus["onScreen"], f"the focus is on {focus['id']} and outside the screen"
            if focus["id"] == wanted:
                return
        raise AssertionError(f"{wanted} is not reached")

    tab_to("skip")
    tab_to("kind-constat")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#kind-revendication")).to_be_checked()
    tab_to("text")
    page.keyboard.type(TEXT)
    tab_to("summary")
    page.keyboard.press("Space")
    tab_to("lang")
    tab_to("carried_by")
    page.keyboard.type("3")
    tab_to("main")
    page.keyboard.press("Enter")
    expect(page.locator("#receipt")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "corriger"
    page.keyboard.press("Enter")
    page.wait_for_url("**/cards/1/correct")
    assert served.texts == [TEXT]


def test_the_first_tab_leads_past_the_header_to_the_cards(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    served.does("group_cards", cards=[served.has(TEXT), served.has("Une autre.")], title="Le code")
    page = phone(**DESK).opens(served.path("DS"))
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Aller aux cartes")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
