"""Small screens, large letters, long words: nothing is cut, nothing scrolls sideways, all can be touched."""

from collections.abc import Callable
from typing import Any

import pytest

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


def _screen(width: int) -> dict[str, Any]:
    return {"viewport": {"width": width, "height": 740}}


@pytest.mark.parametrize(("width", "letters"), SCREENS.values(), ids=list(SCREENS))
def test_every_page_shows_all_it_holds(
    served: Convention, phone: Callable[..., Phone], width: int, letters: str
) -> None:
    person = phone(**_screen(width))
    found = {}
    for name, go in visits(served, person):
        go()
        person.page.evaluate("size => { document.documentElement.style.fontSize = size; }", letters)
        found[name] = sticking_out(person.page, width)
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_everything_can_be_touched_with_a_thumb(served: Convention, phone: Callable[..., Phone]) -> None:
    person = phone(**_screen(320))
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
