"""A screen of the team whose machine is out of reach says so, in the words of its page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from atelier.domain.words import Role
from tests.browser.phones import DESK, Phone
from tests.browser.serving import Convention

_SCREENS = {
    "desk": (Role.FACILITATOR, "/{slug}/DS/desk"),
    "paper": (Role.SECRETARY, "/{slug}/paper"),
    "cahier": (Role.SECRETARY, "/{slug}/cahier"),
    "host": (Role.HOST, "/host/{slug}"),
}
_SAID = {
    "fr-FR": ("fr", "La liaison avec la machine est coupée."),
    "en-GB": ("en-GB", "The link with the machine is cut."),
}


@pytest.mark.parametrize("locale", _SAID)
@pytest.mark.parametrize("name", _SCREENS)
def test_a_cut_is_told_in_the_words_of_the_page_and_goes_when_it_is_over(
    served: Convention, phone: Callable[..., Phone], name: str, locale: str
) -> None:
    role, path = _SCREENS[name]
    lang, said = _SAID[locale]
    person = phone(**{**DESK, "locale": locale})
    person.opens(f"/r/{served.keys[role]}")
    page = person.opens(path.format(slug=served.slug))
    page.wait_for_function("window.did_handshake")
    assert page.locator("html").get_attribute("lang") == lang
    line = page.get_by_role("status").filter(has_text=said)
    expect(line).to_have_count(0)
    served.server.stop()
    expect(line).to_be_visible()
    expect(page.locator(".nicegui-error-popup:visible")).to_have_count(0)
    person.faults.clear()  # that nobody answers may be complained of
    served.server.start()
    expect(line).to_have_count(0, timeout=20_000)
    person.faults.clear()


def test_the_wall_speaks_the_language_of_the_room_and_says_a_cut_once(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone(**{**DESK, "locale": "en-GB"})
    person.opens(f"/r/{served.keys[Role.WALL]}")
    page = person.opens(served.path("DS", "wall"))
    page.wait_for_function("window.did_handshake")
    assert page.locator("html").get_attribute("lang") == "fr"
    served.server.stop()
    expect(page.get_by_role("status").filter(has_text="La liaison est coupée.")).to_be_visible()
    expect(page.locator(".nicegui-error-popup:visible, .at-link:visible")).to_have_count(0)
    page.close()
    person.faults.clear()
    served.server.start()
