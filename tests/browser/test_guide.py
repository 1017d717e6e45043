"""The guide in a browser: small screens, large letters, no script; nothing is cut, every picture comes."""

from collections.abc import Callable

from playwright.sync_api import Page

from atelier.web.plain import guide
from tests.browser.measures import grave_faults, sticking_out, too_small
from tests.browser.phones import Phone
from tests.browser.serving import Convention

ADDRESSES = ("/help", *(f"/help/{name}" for name in guide.PAGES))
_HEIGHT = 740
_MISSING = """() => Promise.all([...document.images].map(one => {
  one.loading = 'eager';
  return one.decode().then(() => '', () => one.alt);
})).then(found => found.filter(Boolean))"""


def missing(page: Page) -> list[str]:
    """The pictures that did not come, by their words."""
    found: list[str] = page.evaluate(_MISSING)
    return found


def test_every_page_can_be_read_whole_on_a_small_phone_in_any_letters(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    for lang in ("fr", "en"):
        person = phone(locale=lang)
        for size in ("normal", "large"):
            person.context.add_cookies(
                [{"name": "atelier-size", "value": size, "url": served.server.address}],
            )
            for address in ADDRESSES:
                page = person.opens(address)
                for width in (320, 360, 1440):
                    page.set_viewport_size({"width": width, "height": _HEIGHT})
                    assert sticking_out(page, width) == [], (address, lang, size, width)
                assert grave_faults(page) == [], (address, lang, size)
                assert missing(page) == [], address


def test_what_leads_on_can_be_touched_with_a_thumb(served: Convention, phone: Callable[..., Phone]) -> None:
    person = phone(viewport={"width": 320, "height": _HEIGHT})
    for address in ADDRESSES:
        person.opens(address)
        assert too_small(person.page) == [], address


def test_it_is_found_from_where_one_is_and_leads_back(
    served: Convention, phone: Callable[..., Phone], script: bool
) -> None:
    person = phone(script=script)
    page = person.opens(served.path("DS"))
    page.get_by_role("link", name="Mode d’emploi").click()
    page.get_by_role("link", name="Participer").click()
    page.get_by_role("link", name="Les numéros").click()
    assert page.url.endswith("/help/participant#les-numeros")
    page.get_by_role("button", name="Gros caractères").click()
    assert page.locator("html").get_attribute("class") == "large"
    page.get_by_role("link", name="Accueil").click()
    page.get_by_role("link", name="Des droits sans écran").first.wait_for()
