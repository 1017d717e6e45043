"""Pictures of every page in every state, to look at.

python -m tests.browser.screenshots DIR     everything, into DIR
python -m tests.browser.screenshots --tour  what the documentation shows, into docs/tour
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, sync_playwright

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
_TOUR_SCREEN = {**PHONE, "viewport": {"width": 360, "height": 860}, "device_scale_factor": 2}
_TYPED = "Le formulaire ne prévoit pas les situations particulières : on ne peut pas expliquer son cas."


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
    page.get_by_role("link", name="Droits sociaux").click()
    person.writes(_TYPED)
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    _take(person, TOUR / "phone.png")


def _take(person: Phone, path: Path, *, full_page: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    person.page.screenshot(path=path, full_page=full_page, animations="disabled", caret="hide")
    print(path)


if __name__ == "__main__":
    asked = sys.argv[1:]
    if len(asked) != 1:
        sys.exit(__doc__)
    main(None if asked == ["--tour"] else Path(asked[0]))
