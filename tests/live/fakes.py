"""A log in memory, on a disk that refuses and waits as it is told; and a loop to run a room in."""

import asyncio
import errno
import functools
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

from atelier.domain import commands
from atelier.domain.actor import Actor
from atelier.domain.events import Envelope
from atelier.domain.refusals import Because, Refusal
from atelier.domain.words import Instant, Kind, ThemeCode
from atelier.live.log import Log
from atelier.live.receipt import Receipt
from atelier.live.room import Room
from atelier.store.errors import CannotWrite
from tests.domain.play import ANA, Play

NOON = Instant(1_700_000_060)
PATIENCE_SECONDS = 10
CANNOT_WRITE = Refusal(because=Because.CANNOT_WRITE)


def at_noon() -> Instant:
    return NOON


class FakeLog:
    """`events` is what was written, `durable` what a power cut would leave of it.

    `refusing` names the calls that fail, one for each time it is there ("then sync": not the next sync
    but the one after it); after a sync that failed all is refused until `rollback`, as on a disk.
    `calls` is what was asked, in order. While `let_in` is clear a sync has not begun; while `let_out`
    is, it has begun and does not end: it is `syncing`, and what is written then is for the next.
    """

    def __init__(self, begun: Sequence[Envelope] | None = None) -> None:
        self.events = list(Play().log if begun is None else begun)
        self.durable = list(self.events)
        self.to_erase: set[int] = set()
        self.refusing: list[str] = []
        self.calls: list[str] = []
        self.long = False
        self.let_in, self.let_out = Event(), Event()
        self.let_in.set()
        self.let_out.set()
        self._durable_to_erase: set[int] = set()
        self._failed = False
        self.syncing = False

    @property
    def last(self) -> int:
        return len(self.events)

    @property
    def erasing(self) -> frozenset[int]:
        return frozenset(self.to_erase)

    def read(self, after: int = 0) -> Iterator[Envelope]:
        yield from self.events[after:]

    def append(self, envelope: Envelope, erased: Sequence[Envelope] = ()) -> None:
        self._asked("append")
        if envelope.seq != self.last + 1:
            raise ValueError(f"event {envelope.seq} cannot follow event {self.last}")
        for one in erased:
            self.events[one.seq - 1] = one
            self.to_erase.add(one.seq)
        self.events.append(envelope)

    def sync(self) -> None:
        assert self.let_in.wait(PATIENCE_SECONDS)
        written, to_erase = list(self.events), set(self.to_erase)
        self.syncing = True
        assert self.let_out.wait(PATIENCE_SECONDS)
        self.syncing = False
        try:
            self._asked("sync")
        except CannotWrite:
            self._failed = True
            raise
        self.durable, self._durable_to_erase = written, to_erase

    def rollback(self) -> None:
        self.calls.append("rollback")
        self.events, self.to_erase = list(self.durable), set(self._durable_to_erase)
        self._failed = False

    def begin_compaction(self) -> "FakeCompaction":
        self.sync()
        self._asked("begin_compaction")
        return FakeCompaction(self)

    def begin_backup(self, label: str, at: int) -> Callable[[], object]:
        self.sync()
        self._asked(f"begin_backup {label} {at}")
        return functools.partial(self._asked, "backup")

    def close(self) -> None:
        self._asked("close")

    def _asked(self, call: str) -> None:
        self.calls.append(call)
        refused = self._failed or call in self.refusing
        if call in self.refusing and not self._failed:
            self.refusing.remove(call)
        self.refusing = [one.removeprefix("then ") if one == f"then {call}" else one for one in self.refusing]
        if refused:
            raise CannotWrite(Path("fake"), errno.ENOSPC)


class FakeCompaction:
    def __init__(self, log: FakeLog) -> None:
        self._log = log
        self._erased = set(log.to_erase)

    def finish(self) -> None:
        self._log._asked("finish")

    def settle(self) -> None:
        self._log._asked("settle")
        self._log.to_erase -= self._erased


def in_a_loop(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """A test that awaits."""

    @functools.wraps(test)
    def run(*args: Any, **kwargs: Any) -> None:
        asyncio.run(asyncio.wait_for(test(*args, **kwargs), PATIENCE_SECONDS))

    return run


@asynccontextmanager
async def running(log: Log) -> AsyncIterator[Room]:
    room = Room("salle", log, at_noon)
    room.open()
    yield room
    await room.close()


def card(text: str, key: str | None = None) -> commands.PostCard:
    return commands.PostCard(theme=ThemeCode("DS"), kind=Kind.CONSTAT, text=text, key=key or f"key of {text}")


async def posted(room: Room, text: str, as_: Actor = ANA) -> Receipt:
    """The receipt of a new card; a refusal fails the test."""
    return received(await room.submit(card(text), as_))


def received(answer: Receipt | Refusal) -> Receipt:
    assert isinstance(answer, Receipt), answer
    return answer


def ask(room: Room, command: commands.Command, as_: Actor = ANA) -> asyncio.Task[Receipt | Refusal]:
    """Asked, and not waited for."""
    return asyncio.create_task(room.submit(command, as_))


async def until(so: Callable[[], object]) -> None:
    """Let the others go on until it is so."""
    while not so():
        await asyncio.sleep(0.001)


async def a_moment() -> None:
    """Let all who need nothing but the loop go on."""
    for _ in range(20):
        await asyncio.sleep(0)


async def all_refused(*asked: asyncio.Task[Receipt | Refusal]) -> bool:
    return all([await one == CANNOT_WRITE for one in asked])


def in_trouble(room: Room) -> bool:
    return isinstance(room.trouble, CannotWrite)


def texts(room: Room) -> list[str]:
    return [one.text for one in room.state.cards.values()]
