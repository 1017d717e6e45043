"""The running convention: one writer, one log, two states.

Deciding and writing is a plain function without `await`: nothing can come in
between, so there are no locks. `_ahead` is the state after everything written;
`state` is the state after everything durable, and the only one that anybody
reads or is told of. Commands that arrive together share one sync.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import takewhile

from atelier.domain import commands, events, limits
from atelier.domain.actor import Actor
from atelier.domain.decide import Decision, Unchanged, decide
from atelier.domain.erasing import erased, erasures
from atelier.domain.evolve import evolve, replay
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention
from atelier.domain.words import Seq
from atelier.live.clock import Clock
from atelier.live.log import Log
from atelier.live.receipt import Receipt, receipt_for
from atelier.live.upkeep import Upkeep
from atelier.store.errors import StoreError

_logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Waiting:
    outcome: events.Envelope | Unchanged
    told: asyncio.Future[Receipt | Refusal]


class Room:
    """One convention under way. Make it, `open` it, `submit` commands, `close` it.

    `machine` is its clock, in seconds. `trouble` is what the disk last refused, if it still does.
    """

    def __init__(self, slug: str, log: Log, machine: Callable[[], float]) -> None:
        self.slug = slug
        self.state: Convention = replay(log.read())
        self.trouble: StoreError | None = None
        self._ahead = self.state
        self._log = log
        self._upkeep = Upkeep(log, self._on_disk)
        self.clock = Clock(machine, self.state, next(iter(log.read(max(0, self.state.seq - 1))), None))
        self._waiting: list[_Waiting] = []
        self._copies: list[asyncio.Future[Refusal | None]] = []
        self._wake = asyncio.Event()
        self._disk = ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"disk-{slug}")
        self._committing: asyncio.Task[None] | None = None
        self._closing = False
        self._watchers: list[Callable[[], None]] = []

    def watch(self, watcher: Callable[[], None]) -> Callable[[], None]:
        """Have this called, in the event loop, each time `state` is another; what is returned ends it."""
        self._watchers.append(watcher)
        return lambda: self._watchers.remove(watcher)

    def since(self, seen: int) -> list[events.Envelope]:
        """What happened since that event, in order, as it is durable; what was erased is not there."""
        return list(takewhile(lambda one: one.seq <= self.state.seq, self._log.read(seen)))

    def open(self) -> None:
        """Begin to take commands; ends what an earlier crash left unerased."""
        self._committing = asyncio.create_task(self._commit_for_ever())
        if self._log.erasing:
            self._wake.set()

    async def close(self) -> None:
        """Answer those who wait, then let the log go."""
        self._closing = True
        self._wake.set()
        if self._committing is not None:
            await self._committing
        self._disk.shutdown()
        try:
            self._log.close()
        except StoreError as error:  # whatever was answered is durable all the same
            self._refuse(error)

    async def submit(self, command: commands.Command, actor: Actor) -> Receipt | Refusal:
        """Answers once what was asked would survive the power being cut at that instant."""
        if self._closing or len(self._waiting) >= limits.UNSYNCED_COMMANDS_MAX:
            return Refusal(because=Because.CANNOT_WRITE)
        outcome = self._decide_and_write(command, actor)
        if isinstance(outcome, Refusal):
            return outcome
        if isinstance(outcome, Unchanged) and outcome.seq <= self.state.seq:
            return receipt_for(outcome)
        return await self._durable(outcome)

    async def beside(self, write: Callable[[], object]) -> Receipt | Refusal:
        """Something else in the same folder, such as a role key: written now, durable with the next sync."""
        try:
            write()
        except StoreError as error:
            self._wake.set()
            return self._refuse(error)
        return await self._durable(Unchanged(seq=Seq(self._ahead.seq + 1)))

    async def back_up(self) -> Refusal | None:
        """A copy of all that is durable, now; None once it is on the disk."""
        if self._closing:
            return Refusal(because=Because.CANNOT_WRITE)
        told: asyncio.Future[Refusal | None] = asyncio.get_running_loop().create_future()
        self._copies.append(told)
        self._wake.set()
        return await told

    async def _durable(self, outcome: events.Envelope | Unchanged) -> Receipt | Refusal:
        waiting = _Waiting(outcome, asyncio.get_running_loop().create_future())
        self._waiting.append(waiting)
        self._wake.set()
        return await waiting.told

    def _decide_and_write(
        self, command: commands.Command, actor: Actor
    ) -> events.Envelope | Unchanged | Refusal:
        before = self._ahead
        outcome = decide(before, command, actor)
        if not isinstance(outcome, Decision):
            return outcome
        at = self.clock.at(before, outcome.event)
        envelope = events.Envelope(seq=Seq(before.seq + 1), at=at, by=outcome.by, event=outcome.event)
        after = evolve(before, envelope)
        try:
            self._log.append(envelope, self._erased_by(before, outcome.event))
        except StoreError as error:
            self._wake.set()  # a sync will tell whether more than this one is lost
            return self._refuse(error)
        self._ahead = after
        return envelope

    def _erased_by(self, before: Convention, event: events.Event) -> list[events.Envelope]:
        """The earlier events as they stay."""
        found = []
        for erasure in erasures(before, event):
            held = next(self._log.read(after=erasure.seq - 1))
            found.append(replace(held, event=erased(held.event, erasure)))
        return found

    async def _commit_for_ever(self) -> None:
        while self._waiting or not self._closing:
            await self._wake.wait()
            self._wake.clear()
            batch, self._waiting = self._waiting, []
            copies, self._copies = self._copies, []
            await self._commit(batch, self._ahead)
            await self._copy_for(copies)

    async def _commit(self, batch: list[_Waiting], ahead: Convention) -> None:
        """One sync for all, and everything it allows; then the answers."""
        if not await self._synced(batch):
            return
        if batch:
            self.trouble = None
        self._become(ahead)
        await self._clean_up(batch)
        for waiting in batch:
            _tell(waiting, receipt_for(waiting.outcome))

    async def _synced(self, batch: list[_Waiting]) -> bool:
        """False once nothing exists but what is durable, and all the others were refused."""
        try:
            await self._on_disk(self._log.sync)
        except StoreError as error:
            refusal = self._refuse(error)
            lost = self._fall_back(batch)
            try:
                await self._on_disk(self._log.sync)  # or a power cut could bring back what is refused
            except StoreError:
                lost += self._fall_back([])
            for waiting in lost:
                _tell(waiting, refusal)
            return False
        return True

    def _become(self, state: Convention) -> None:
        if state is not self.state:
            self.state = state
            for watcher in tuple(self._watchers):
                try:
                    watcher()
                except Exception:  # whoever looks on must not stop the writer
                    _logger.exception("%s: a watcher failed", self.slug)

    def _fall_back(self, batch: list[_Waiting]) -> list[_Waiting]:
        """Return to what the log still holds, and return who asked for what it does not.

        That may be more than `state`: a sync takes along what is written while it begins.
        """
        self._log.rollback()
        self._ahead = replay(self._log.read(after=self.state.seq), self.state)
        self._become(self._ahead)
        asked, self._waiting = [*batch, *self._waiting], []
        lost = []
        for waiting in asked:
            if waiting.outcome.seq <= self.state.seq:
                _tell(waiting, receipt_for(waiting.outcome))
            else:
                lost.append(waiting)
        return lost

    async def _clean_up(self, batch: list[_Waiting]) -> None:
        """Erase for good before saying that it is erased; copy at every step; keep the journal short."""
        copies = (partial(self._upkeep.copy_at_step, waiting.outcome) for waiting in batch)
        works: list[Callable[[], Awaitable[None]]] = [self._upkeep.compact, *copies]
        for work in works:
            try:
                await work()
            except StoreError as error:
                # What was asked is durable. What could not be erased is written down as still to erase.
                self._refuse(error)
                await self._synced([])

    async def _copy_for(self, asked: list[asyncio.Future[Refusal | None]]) -> None:
        refusal = None
        try:
            if asked:
                await self._upkeep.copy("asked", self.clock.now(self.state))
        except StoreError as error:
            refusal = self._refuse(error)
            await self._synced([])
        for told in asked:
            if not told.cancelled():
                told.set_result(refusal)

    def _refuse(self, error: StoreError) -> Refusal:
        _logger.warning("%s: the disk refuses: %s", self.slug, error)
        self.trouble = error
        return Refusal(because=Because.CANNOT_WRITE)

    async def _on_disk(self, work: Callable[[], object]) -> None:
        await asyncio.get_running_loop().run_in_executor(self._disk, work)


def _tell(waiting: _Waiting, answer: Receipt | Refusal) -> None:
    """Unless who asked has gone away meanwhile."""
    if not waiting.told.cancelled():
        waiting.told.set_result(answer)
