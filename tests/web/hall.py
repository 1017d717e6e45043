"""The whole server over a temporary folder, with the browsers and programs that call it."""

import asyncio
import contextlib
from collections.abc import Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import httpx
from fastapi import FastAPI
from starlette.types import ASGIApp, Message

from atelier.config import Config
from atelier.domain.commands import CreateConvention, ThemeDraft
from atelier.domain.state import Convention
from atelier.domain.steps import Step
from atelier.domain.words import Kind, Role
from atelier.live.creation import Created, create
from atelier.live.rooms import Rooms
from atelier.network.addresses import AllowedHosts
from atelier.web.app import create_app
from atelier.web.site import Site, wall_clock

T = TypeVar("T")

ADDRESS = "http://localhost"

PROGRAMME = CreateConvention(
    id="",
    title="Des droits sans écran",
    place="Saint-Étienne",
    dates=("2023-09-16",),
    themes=(
        ThemeDraft(code="DS", title="Droits sociaux", boards=tuple(Kind)),
        ThemeDraft(code="TR", title="Travail"),
    ),
    steps=(
        Step(label="Constats, en silence", post=(Kind.CONSTAT,), hidden=True, late=False),
        Step(label="Tout est ouvert", post=tuple(Kind), disagree=True),
    ),
)


class Caller:
    """A browser that keeps its cookies and says where it comes from; or a program with a key."""

    def __init__(
        self, hall: "Hall", *, key: str | None = None, headers: dict[str, str] | None = None
    ) -> None:
        said = {"authorization": f"Bearer {key}"} if key else {"origin": ADDRESS}
        transport = httpx.ASGITransport(hall.app, raise_app_exceptions=False)
        self._hall = hall
        as_sent = {name.encode(): value.encode("latin-1") for name, value in (headers or said).items()}
        self.http = httpx.AsyncClient(transport=transport, base_url=ADDRESS, headers=as_sent)

    def get(self, path: str, **more: Any) -> httpx.Response:
        return self._hall.run(self.http.get(path, **more))

    def post(self, path: str, **more: Any) -> httpx.Response:
        return self._hall.run(self.http.post(path, **more))

    def command(self, name: str, **fields: Any) -> httpx.Response:
        """One command through the API."""
        return self.post(self._hall.api + "/commands", json={"command": name, **fields})

    def does(self, name: str, **fields: Any) -> Any:
        """One command that must not be refused; its receipt."""
        answer = self.command(name, **fields)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def refused(self, name: str, **fields: Any) -> tuple[int, str, str | None]:
        """One command that must be refused: the status, the reason, the field."""
        answer = self.command(name, **fields)
        told = answer.json()
        assert answer.status_code >= 400, answer.text
        assert told["message"]
        return answer.status_code, told["refusal"], told.get("field")

    def seen(self) -> Any:
        """The convention as this caller may see it."""
        answer = self.get(self._hall.api)
        assert answer.status_code == 200, answer.text
        return answer.json()


class Hall:
    """A running server with one convention; `run` advances its loop, which is its only clock of events."""

    def __init__(self, sessions: Path, runner: asyncio.Runner) -> None:
        created = create(sessions, PROGRAMME, wall_clock)
        assert isinstance(created, Created)
        self.slug, self.keys = created.slug, created.keys
        self.api = f"/api/conventions/{self.slug}"
        rooms = Rooms(sessions, wall_clock)
        rooms.open({})
        self.sessions = sessions
        self.site = Site(config=Config(sessions=sessions), rooms=rooms, hosts=AllowedHosts([], look=list))
        self.app: ASGIApp = create_app(self.site)
        self._runner = runner
        self._to_life: asyncio.Queue[Message] = asyncio.Queue()

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self._runner.run(work)

    def browser(self, **more: Any) -> Caller:
        return Caller(self, **more)

    def program(self, role: Role) -> Caller:
        return Caller(self, key=self.keys[role])

    @property
    def state(self) -> Convention:
        served = self.site.rooms.get(self.slug)
        assert served is not None
        return served.room.state

    @property
    def routes(self) -> FastAPI:
        """The application behind the door."""
        inside = self.app
        while hasattr(inside, "_app"):
            inside = inside._app
        assert isinstance(inside, FastAPI)
        return inside

    def wake(self) -> None:
        """As a server does: the lifespan stays open until `sleep`."""
        self._life = self.run(self._begin())

    def sleep(self) -> None:
        self.run(self._end())

    async def _begin(self) -> asyncio.Task[None]:
        awake = asyncio.Event()

        async def send(message: Message) -> None:
            assert message["type"].endswith(".complete"), message
            awake.set()

        await self._to_life.put({"type": "lifespan.startup"})
        life = asyncio.create_task(self._live(send))
        await awake.wait()
        return life

    async def _live(self, send: Any) -> None:
        await self.app({"type": "lifespan", "asgi": {"version": "3.0"}}, self._to_life.get, send)

    async def _end(self) -> None:
        await self._to_life.put({"type": "lifespan.shutdown"})
        await self._life


@contextlib.contextmanager
def hall_in(sessions: Path) -> Iterator[Hall]:
    """A hall that is open for as long as the block lasts."""
    with asyncio.Runner() as runner:
        hall = Hall(sessions, runner)
        hall.wake()
        try:
            yield hall
        finally:
            hall.sleep()
