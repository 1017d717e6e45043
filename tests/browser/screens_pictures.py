"""Pictures of the screens of the team, to look at.

python -m tests.browser.screens_pictures DIR     every screen, into DIR
python -m tests.browser.screens_pictures --tour  what the documentation shows, into docs/tour
python -m tests.browser.screens_pictures --guide what the guide at /help shows, into atelier/guide/pictures
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, expect, sync_playwright

from atelier.demonstration import play
from atelier.domain.words import Role, WallMode
from atelier.live.creation import found
from tests.browser import guide_pictures
from tests.browser.conftest import LAUNCH
from tests.browser.screens import Desk
from tests.browser.serving import NAMED, PROGRAMME, ROOT, Convention, Server

TOUR = ROOT / "docs" / "tour"
OURS = ("--tour", "--guide")
LAPTOP, PROJECTORS = (1440, 900), ((1280, 720), (1920, 1080))

THEME = "DS"
GROUPING = 124
"""The event of the demonstration after which the cards of that theme are being grouped."""

_DEMANDS = 4  # the step, by its number
_USUAL_PORT = 8080  # what people type, where 80 may not be had
_CALM_MS = 1_500  # for whatever still comes by the feed


class Pictures:
    """Of one browser that may open every screen."""

    def __init__(self, browser: Browser, server: Server, folder: Path) -> None:
        self._folder = folder
        self.person = Desk(browser, server, reduced_motion="reduce")
        self.evening = _day(server, "soir")
        self.midday = _day(server, "midi", GROUPING)
        self.empty = server.founded(PROGRAMME)
        server.start("--wifi", "Salle des fêtes", "--wifi-password", "guichet-ouvert")
        self.midday.does("start_step", slot="S6", step=_DEMANDS)
        for one in (self.evening, self.midday, self.empty):
            self.person.opens(f"/r/{one.keys[Role.FACILITATOR]}")
        self.person.opens(server.host_link)

    def opens(self, path: str, size: tuple[int, int] = LAPTOP) -> None:
        width, height = size
        self.person.page.set_viewport_size({"width": width, "height": height})
        self.person.opens(path)

    def take(self, name: str) -> None:
        """What is there now."""
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{name}.png"
        self.person.page.wait_for_timeout(_CALM_MS)
        self.person.page.screenshot(path=path, animations="disabled", caret="hide")
        print(f"{path}: {path.stat().st_size // 1000} kB")

    def choose_two(self) -> None:
        """Cards of the first board, at a desk."""
        loose = self.person.page.locator('[data-place="constat-cards"] > .card > .choose input')
        for number in range(2):
            loose.nth(number).check()


def _day(server: Server, name: str, until: int | None = None) -> Convention:
    """The demonstration, as it stands after that event."""
    made = found(server.sessions, name, name, play(closed=False, id=name)[:until])
    return Convention(server, made.slug, made.keys)


def _take_the_tour(pictures: Pictures) -> None:
    midday = pictures.midday
    pictures.opens(midday.path(THEME, "wall"), PROJECTORS[0])
    pictures.take("wall")
    pictures.opens(midday.path(THEME, "desk"))
    pictures.choose_two()
    pictures.take("desk")
    evening = pictures.evening
    pictures.person.opens(f"/r/{evening.keys[Role.SECRETARY]}")
    pictures.opens(evening.path("cahier"))
    pictures.person.page.locator('[data-act=fold][data-of="theme:DS"]').click()
    pictures.take("cahier")


def _take_all(pictures: Pictures) -> None:
    _take_walls(pictures)
    _take_desks(pictures)
    evening = pictures.evening
    pictures.opens(evening.path("paper"))
    pictures.take("paper")
    pages = ("", f"/{evening.slug}", f"/{evening.slug}/invite", f"/{evening.slug}/prepare", "/new")
    for path in pages:
        pictures.opens(f"/host{path}")
        pictures.take(f"host-{path.rpartition('/')[2] or 'list'}")


def _take_walls(pictures: Pictures) -> None:
    person, evening = pictures.person, pictures.evening
    for mode in WallMode:
        pictures.opens(evening.path(THEME, "desk"))
        person.shows_on_the_wall(mode)
        for size in PROJECTORS:
            pictures.opens(evening.path(THEME, "wall"), size)
            pictures.take(f"wall-{mode}-{size[0]}")
    for size in PROJECTORS:
        pictures.opens(pictures.midday.path(THEME, "wall"), size)
        pictures.take(f"wall-midday-{size[0]}")
        pictures.opens(pictures.empty.path(THEME, "wall"), size)
        pictures.take(f"wall-empty-{size[0]}")


def _take_desks(pictures: Pictures) -> None:
    person = pictures.person
    for convention in (pictures.empty, pictures.evening, pictures.midday):
        pictures.opens(convention.path(THEME, "desk"))
        pictures.take(f"desk-{convention.slug}")
    pictures.choose_two()
    pictures.take("desk-chosen")
    person.chooses_nothing()
    person.chooses("DS-C3")
    person.acts("word")
    expect(person.sheet).to_be_visible()
    pictures.take("desk-wording")


def main(asked: str) -> None:
    """The tour, the guide, or all of them into that folder."""
    with TemporaryDirectory() as made, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**LAUNCH)
        server = Server(Path(made), NAMED, _USUAL_PORT)
        try:
            pictures = Pictures(browser, server, TOUR if asked in OURS else Path(asked))
            match asked:
                case "--tour":
                    _take_the_tour(pictures)
                case "--guide":
                    guide_pictures.take(pictures, browser)
                case _:
                    _take_all(pictures)
        finally:
            browser.close()
            server.stop()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
