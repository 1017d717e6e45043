"""Small screens, large letters, long words: nothing is cut, nothing scrolls sideways, all can be touched."""

from collections.abc import Callable

from tests.browser.measures import sticking_out, too_small
from tests.browser.phones import Phone
from tests.browser.serving import Convention
from tests.browser.states import visits
from tests.browser.walls import ARABIC, UKRAINIAN

SCREENS = {
    "a small phone": (360, "100%"),
    "the narrowest, or a desk at 400 %": (320, "100%"),
    "the narrowest, in large type": (320, "137.5%"),
    "letters twice as large": (360, "200%"),
}
_HEIGHT = 740


def test_every_page_shows_all_it_holds_on_every_screen(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone()
    found = {}
    for name, go in visits(served, person):
        go()
        for screen, (width, letters) in SCREENS.items():
            person.page.set_viewport_size({"width": width, "height": _HEIGHT})
            person.page.evaluate("size => { document.documentElement.style.fontSize = size; }", letters)
            found[name, screen] = sticking_out(person.page, width)
    assert {where: faults for where, faults in found.items() if faults} == {}


def test_everything_can_be_touched_with_a_thumb(served: Convention, phone: Callable[..., Phone]) -> None:
    person = phone(viewport={"width": 320, "height": _HEIGHT})
    found = {}
    for name, go in visits(served, person):
        go()
        found[name] = too_small(person.page)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_each_script_is_read_in_its_own_direction(served: Convention, phone: Callable[..., Phone]) -> None:
    right_to_left = served.has(ARABIC, lang="ar")
    left_to_right = served.has(UKRAINIAN, lang="uk")
    page = phone().opens(served.path("DS"))
    direction = "el => getComputedStyle(el).direction"
    assert page.eval_on_selector(f"#card-{right_to_left} .said", direction) == "rtl"
    assert page.eval_on_selector(f"#card-{left_to_right} .said", direction) == "ltr"
    assert page.eval_on_selector("html", direction) == "ltr"
    page.fill("#text", ARABIC)
    assert page.eval_on_selector("#text", direction) == "rtl"
