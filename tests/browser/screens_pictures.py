"""Pictures of the screens of the team, to look at.

python -m tests.browser.screens_pictures DIR     every screen, into DIR
python -m tests.browser.screens_pictures --tour  what the documentation shows, into docs/tour
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, expect, sync_playwright

from atelier.domain.words import WallMode
from atelier.store.folders import list_slugs
from tests.browser.conftest import LAUNCH
from tests.browser.screens import Desk
from tests.browser.serving import NAMED, PROGRAMME, ROOT, Server

TOUR = ROOT / "docs" / "tour"
DESK, PROJECTORS = (1440, 900), ((1280, 720), (1920, 1080))
THEME = "SA"
"""The one of the demonstration that is furthest along."""

_CALM_MS = 1_500  # for whatever still comes by the feed


class Pictures:
    """Somebody who may open every screen, and photographs them."""

    def __init__(self, browser: Browser, server: Server, folder: Path) -> None:
        self._folder = folder
        self.person = Desk(browser, server, reduced_motion="reduce")
        self.person.opens(server.host_link)

    def take(self, name: str, path: str, *sizes: tuple[int, int]) -> None:
        """What is at that address, at each size of screen."""
        for width, height in sizes or (DESK,):
            self.person.page.set_viewport_size({"width": width, "height": height})
            self.person.opens(path)
            self.shoot(name if len(sizes) < 2 else f"{name}-{width}")

    def shoot(self, name: str) -> None:
        """What is there now."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{name}.png"
        self.person.page.wait_for_timeout(_CALM_MS)
        self.person.page.screenshot(path=path, animations="disabled", caret="hide")
        print(f"{path}: {path.stat().st_size // 1000} kB")


def main(folder: Path | None) -> None:
    """All of them, or the tour."""
    with TemporaryDirectory() as made, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**LAUNCH)
        with _serving(Path(made)) as server:
            if folder is None:
                _take_the_tour(Pictures(browser, server, TOUR), server)
            else:
                _take_all(Pictures(browser, server, folder), server)
        browser.close()


@contextmanager
def _serving(folder: Path) -> Iterator[Server]:
    """The demonstration, and a convention that nobody has touched, as the room knows them."""
    server = Server(folder, NAMED)
    server.founded(PROGRAMME)
    server.start("--demo", "--wifi", "Salle des fêtes", "--wifi-password", "guichet-ouvert")
    yield server
    server.stop()


def _take_the_tour(pictures: Pictures, server: Server) -> None:
    shown, _ = _slugs(server)
    pictures.take("wall", f"/{shown}/{THEME}/wall", (1280, 720))
    pictures.take("desk", f"/{shown}/{THEME}/desk", (1280, 800))


def _take_all(pictures: Pictures, server: Server) -> None:
    shown, empty = _slugs(server)
    person = pictures.person
    for mode in WallMode:
        person.opens(f"/{shown}/{THEME}/desk")
        person.shows_on_the_wall(mode)
        pictures.take(f"wall-{mode}", f"/{shown}/{THEME}/wall", *PROJECTORS)
    pictures.take("wall-empty", f"/{empty}/DS/wall", *PROJECTORS)
    pictures.take("paper", f"/{shown}/paper")
    pictures.take("host", "/host")
    pictures.take("host-convention", f"/host/{shown}")
    pictures.take("desk-empty", f"/{empty}/DS/desk")
    pictures.take("desk", f"/{shown}/{THEME}/desk")
    person.page.locator(".at-board .cards > .card > .choose input:visible").first.check()
    pictures.shoot("desk-chosen")
    person.chooses_nothing()
    person.page.locator(".at-board .statement .choose input").first.check()
    person.acts("word")
    expect(person.sheet).to_be_visible()
    pictures.shoot("desk-wording")


def _slugs(server: Server) -> tuple[str, str]:
    """The demonstration, then the other."""
    slugs = sorted(list_slugs(server.sessions), key=lambda slug: not slug.startswith("demonstration"))
    shown, empty = slugs
    return shown, empty


if __name__ == "__main__":
    asked = sys.argv[1:]
    if len(asked) != 1:
        sys.exit(__doc__)
    main(None if asked == ["--tour"] else Path(asked[0]))
