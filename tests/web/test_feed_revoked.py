"""A screen that listens with a key hears nothing of the team once that key is revoked."""

import asyncio
from typing import Any

from atelier.domain.actor import PARTICIPANT, Actor, Grant
from atelier.domain.commands import PostCard, StartStep
from atelier.domain.words import Kind, Role, ThemeCode
from atelier.live.receipt import Receipt
from tests.web.hall import Hall

DS = ThemeCode("DS")
ANY = Actor(grants=(Grant(role=Role.FACILITATOR), PARTICIPANT))


class Stream:
    """One open stream, as the server sends it."""

    def __init__(self, hall: Hall, key: str, query: str = "theme=DS&team", last: str = "") -> None:
        self.bodies: list[bytes] = []
        self.told = asyncio.Event()
        scope = {
            "type": "http",
            "method": "GET",
            "path": hall.api + "/feed",
            "query_string": query.encode(),
            "headers": [
                (b"host", b"localhost"),
                (b"cookie", f"atelier-roles={key}".encode()),
                (b"last-event-id", last.encode()),
            ],
            "client": ("192.168.4.20", 1),
        }
        self.going = asyncio.ensure_future(self._go(hall, scope))

    async def _go(self, hall: Hall, scope: Any) -> None:
        await hall.app(scope, self._stay, self._take)

    async def _stay(self) -> Any:
        await asyncio.Event().wait()

    async def _take(self, message: Any) -> None:
        if message["type"] == "http.response.body":
            self.bodies.append(message["body"])
            self.told.set()

    @property
    def heard(self) -> str:
        return b"".join(self.bodies).decode()

    async def hears(self, text: str) -> None:
        async with asyncio.timeout(10):
            while text not in self.heard:
                self.told.clear()
                await self.told.wait()

    async def leave(self) -> None:
        self.going.cancel()
        await asyncio.gather(self.going, return_exceptions=True)


async def post(hall: Hall, text: str) -> None:
    """A card that the team alone may read by now: the step hides it."""
    served = hall.site.rooms.get(hall.slug)
    assert served is not None
    assert isinstance(
        await served.submit(PostCard(theme=DS, kind=Kind.CONSTAT, text=text, key=text), ANY), Receipt
    )


async def begin(hall: Hall) -> None:
    served = hall.site.rooms.get(hall.slug)
    assert served is not None
    assert isinstance(await served.submit(StartStep(step=1, theme=DS), ANY), Receipt)


def test_a_line_of_the_team_is_cut_at_once_when_its_key_is_revoked(hall: Hall) -> None:
    async def day() -> Stream:
        await begin(hall)
        led, written = (Stream(hall, hall.keys[role]) for role in (Role.FACILITATOR, Role.SECRETARY))
        await asyncio.gather(led.told.wait(), written.told.wait())
        await post(hall, "avant")
        await asyncio.gather(led.hears("avant"), written.hears("avant"))
        await hall.site.rooms.revoke_keys(hall.slug, Role.FACILITATOR)
        async with asyncio.timeout(5):
            await led.going
        await post(hall, "après")
        await written.hears("après")
        await written.leave()
        return led

    led = hall.run(day())
    assert "après" not in led.heard
    assert led.bodies[-1] == b""


def test_a_screen_cut_off_comes_back_to_what_everybody_sees(hall: Hall) -> None:
    async def day() -> Stream:
        await begin(hall)
        await post(hall, "caché")
        old = hall.keys[Role.FACILITATOR]
        await hall.site.rooms.revoke_keys(hall.slug, Role.FACILITATOR)
        again = Stream(hall, old, last=str(hall.state.seq))
        await again.told.wait()
        await again.leave()
        return again

    heard = hall.run(day()).heard
    assert '"whole":true' in heard
    assert "caché" not in heard
