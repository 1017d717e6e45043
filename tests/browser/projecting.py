"""A projector: what is on the screen, how large, and its clock."""

from typing import Any

from playwright.sync_api import Browser, Locator, expect

from atelier.domain.words import Role
from tests.browser.phones import Phone
from tests.browser.serving import Convention

FULL_HD = (1920, 1080)
SMALLEST = 28 / 1920
"""The smallest letters, as a part of the width of the screen."""

_TURN_SECONDS_MAX = 45
"""Two turns, at the slowest."""

_LETTERS = """() => [...document.querySelectorAll('.at-wall *')]
  .filter(one => one.offsetParent && [...one.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
  .map(one => parseFloat(getComputedStyle(one).fontSize))"""

OUTSIDE = """() => {
  const found = [], page = document.documentElement;
  if (page.scrollWidth > innerWidth || page.scrollHeight > innerHeight) found.push('the page scrolls');
  document.querySelectorAll('.at-wall *').forEach(one => {
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    if (!box.width || !one.checkVisibility({visibilityProperty: true})) return;
    if (getComputedStyle(one.parentElement).webkitLineClamp !== 'none') return;
    const name = one.tagName + '.' + one.className + '#' + one.id;
    if (/auto|scroll/.test(style.overflow)) found.push(name + ' scrolls');
    const out = box.left < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
    if (out) found.push(name + ' is outside');
  });
  return found;
}"""

OVERLAPS = """() => {
  const boxes = [...document.querySelectorAll('.board:not(.behind) .flow > ol > li:not(.off)')]
    .map(one => [one.id, one.getBoundingClientRect()]), found = [];
  boxes.forEach(([a, one], at) => boxes.slice(at + 1).forEach(([b, other]) => {
    const beside = one.right <= other.left || other.right <= one.left;
    if (!beside && one.bottom > other.top && other.bottom > one.top) found.push(a + ' on ' + b);
  }));
  return found;
}"""


class Wall(Phone):
    """Of one theme. Its clock stands still until it is moved."""

    def __init__(self, browser: Browser, served: Convention, theme: str = "DS", **options: Any) -> None:
        width, height = options.pop("size", FULL_HD)
        context = browser.new_context(
            base_url=served.server.address,
            viewport={"width": width, "height": height},
            **{"reduced_motion": "reduce", "locale": "fr-FR", **options},
        )
        super().__init__(context, served.server)
        self.page.clock.install()
        self.opens(f"/r/{served.keys[Role.WALL]}")
        self.opens(served.path(theme, "wall"))
        expect(self.page.locator("#title h1")).to_be_visible()

    def __getitem__(self, selector: str) -> Locator:
        return self.page.locator(selector)

    def card(self, number: int) -> Locator:
        return self[f'.boards [id="card-{number}"]']

    def pages(self, kind: str = "constat") -> str:
        return self[f".board.{kind} .pages"].inner_text()

    def turns(self) -> None:
        """Time goes by until some page turns."""
        before = self[".stage"].inner_text()
        for _ in range(_TURN_SECONDS_MAX):
            self.page.clock.run_for(1_000)
            if self[".stage"].inner_text() != before:
                return
        raise AssertionError("nothing turned")

    def letters(self) -> float:
        """The smallest, as a part of the width of a screen of these proportions."""
        width = self.page.evaluate("Math.min(innerWidth, innerHeight * 16 / 9)")
        return float(min(self.page.evaluate(_LETTERS)) / width)
