"""Eight people at once, in one room: what each looks at, and what all of them see."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from playwright.sync_api import Browser, Route, expect

from tests.browser.delays import Delays, now
from tests.browser.phones import Phone, pick_up
from tests.browser.screens import Desk, Host, Paper, Screen, Wall
from tests.browser.serving import NAMED, ROOT, Convention, Server

_BROKEN_LINK = re.compile(r"net::ERR_(CONNECTION|FAILED|INCOMPLETE|EMPTY|NETWORK|SOCKET)")


@dataclass(kw_only=True)
class Room:
    """The host sits at the machine; all the others come by its name, over the Wi-Fi."""

    server: Server
    host: Host
    ana: Desk
    bob: Desk
    secretary: Paper
    wall: Wall
    young: Phone
    old: Phone
    plain: Phone  # its browser runs no script
    delays: Delays = field(default_factory=Delays)
    convention: Convention = field(init=False)

    @property
    def team(self) -> list[Screen]:
        return [self.host, self.ana, self.bob, self.secretary, self.wall]

    @property
    def phones(self) -> list[Phone]:
        return [self.young, self.old, self.plain]

    @property
    def watched(self) -> dict[str, Phone]:
        """Whatever is written comes to these by itself."""
        return {
            "wall": self.wall,
            "desk A": self.ana,
            "desk B": self.bob,
            "phone 1": self.young,
            "phone 2": self.old,
        }

    def posts(self, person: Phone, text: str, kind: str = "constat") -> int:
        """A card, which the others then have before them."""
        person.writes(text, kind)
        pressed = now()
        person.sends()
        expect(person.page.locator("#own")).to_contain_text(text)
        number = person.number
        others = {name: one for name, one in self.watched.items() if one is not person}
        self.delays.reached(others, f"card-{number}", pressed)
        return number

    def counted_on(self, phone: Phone) -> int:
        """The cards of all boards, as their headings say."""
        said = phone.page.locator(".board h2").all_inner_texts()
        return sum(int(found[1]) for one in said if (found := re.search(r"(\d+) cartes?", one)))

    def takes_it_and_falls_silent(self, route: Route) -> None:
        """The machine has what was sent; whoever sent it never hears of that."""
        asked, server = route.request, self.server
        httpx.post(
            asked.url.replace(server.address, server.direct),
            content=asked.post_data_buffer,
            headers={**asked.all_headers(), "host": f"{NAMED}:{server.port}"},
        )
        server.hold()
        route.abort()

    @contextmanager
    def without_the_machine(self) -> Iterator[None]:
        """All that nobody can reach it may be complained of; nothing else may."""
        before = [len(one.faults) for one in (*self.team, *self.phones)]
        yield
        for one, known in zip((*self.team, *self.phones), before, strict=True):
            one.faults[known:] = [fault for fault in one.faults[known:] if not _BROKEN_LINK.search(fault)]

    def runs(self, command: str, *more: str) -> str:
        """In a console of the machine, while it serves."""
        asked = (command, self.convention.slug, "--sessions", str(self.server.sessions), *more)
        ran = subprocess.run(
            [sys.executable, "-m", "atelier", *asked], cwd=ROOT, check=True, capture_output=True, text=True
        )
        return ran.stdout


@contextmanager
def entered(browser: Browser, folder: Path) -> Iterator[Room]:
    """Everybody with a browser, and a machine that serves nothing yet. What must never happen did not."""
    server = Server(folder, NAMED)
    room = Room(
        server=server,
        host=Host(browser, server),
        ana=Desk(browser, server),
        bob=Desk(browser, server),
        secretary=Paper(browser, server),
        wall=Wall(browser, server),
        young=pick_up(browser, server),
        old=pick_up(browser, server),
        plain=pick_up(browser, server, script=False),
    )
    for person in room.watched.values():
        room.delays.watch(person)
    try:
        yield room
    finally:
        for one in (*room.team, *room.phones):
            one.context.close()
        server.stop()
    assert "Traceback" not in server.log.read_text()
    assert [one.faults for one in (*room.team, *room.phones)] == [[]] * 8
