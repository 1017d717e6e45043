"""Pictures of every page in every state, to look at.

python -m tests.browser.screenshots DIR     everything, into DIR
python -m tests.browser.screenshots --tour  what the documentation shows, into docs/tour
"""

import sys
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.conftest import LAUNCH
from tests.browser.phones import DESK, PHONE, Phone, pick_up
from tests.browser.serving import ROOT, Server
from tests.browser.states import visits

TOUR = ROOT / "docs" / "tour"

_SCREENS: Mapping[str, Mapping[str, Any]] = {
    "phone": {**PHONE, "device_scale_factor": 2},
    "narrow": {**PHONE, "viewport": {"width": 320, "height": 640}, "device_scale_factor": 2},
    "desk": DESK,
}
_TOUR_SCREEN = {**PHONE, "viewport": {"width": 360, "height": 820}, "device_scale_factor": 1.5}
_SIDE_BY_SIDE = """<body style="margin:0;padding:20px;background:#8d8268;display:flex;gap:20px">
<img width=360 src="data:image/png;base64,{}"><img width=360 src="data:image/png;base64,{}">"""
_TYPED = "Ma mère n’a pas d’ordinateur : c’est moi qui lis ses résultats avant elle."


def main(folder: Path | None) -> None:
    """All of them, or the tour."""
    with TemporaryDirectory() as made, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**LAUNCH)
        server = Server(Path(made))
        try:
            if folder is None:
                _take_the_tour(browser, server)
            else:
                _take_all(browser, server, folder)
        finally:
            browser.close()
            server.stop()


def _take_all(browser: Browser, server: Server, folder: Path) -> None:
    for screen, options in _SCREENS.items():
        for size in ("normal", "large"):
            person = pick_up(browser, server, **options)
            person.context.add_cookies([{"name": "atelier-size", "value": size, "url": server.address}])
            for name, go in visits(server.convention(), person):
                go()
                _take(person, folder / f"{screen}-{size}-{name.replace(' ', '-')}.png", full_page=True)
            person.context.close()


def _take_the_tour(browser: Browser, server: Server) -> None:
    server.start("--demo")
    person = pick_up(browser, server, **_TOUR_SCREEN)
    page = person.opens("/")
    page.get_by_role("link", name="Santé").click()
    expect(page.locator("#fresh")).to_be_hidden()
    person.writes(_TYPED)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    writing = page.screenshot(caret="hide")
    page.locator(".statement summary").first.click()
    page.evaluate("document.querySelector('.board').scrollIntoView(); scrollBy(0, -16)")
    reading = page.screenshot(caret="hide")
    pictures = (b64encode(picture).decode() for picture in (writing, reading))
    frame = pick_up(browser, server, **{**DESK, "viewport": {"width": 780, "height": 860}})
    frame.page.set_content(_SIDE_BY_SIDE.format(*pictures))
    _take(frame, TOUR / "phone.png")


def _take(person: Phone, path: Path, *, full_page: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    person.page.screenshot(path=path, full_page=full_page, animations="disabled", caret="hide")
    print(path)


if __name__ == "__main__":
    asked = sys.argv[1:]
    if len(asked) != 1:
        sys.exit(__doc__)
    main(None if asked == ["--tour"] else Path(asked[0]))
