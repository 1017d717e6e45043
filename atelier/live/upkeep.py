"""What is done to the files between two syncs: erasing for good, keeping the journal short, copying."""

from collections.abc import Awaitable, Callable

from atelier.domain import commands, events
from atelier.domain.decide import Unchanged
from atelier.live.log import Log

OnDisk = Callable[[Callable[[], object]], Awaitable[None]]
"""Runs the long part where it keeps nobody waiting."""

_BACKED_UP = (
    events.StepStarted,
    events.VoteClosed,
    events.ThemeFrozen,
    events.ConventionClosed,
)


class Upkeep:
    """Called by the writer, after a sync. Errors: `StoreError`."""

    def __init__(self, log: Log, on_disk: OnDisk) -> None:
        self._log = log
        self._on_disk = on_disk

    async def compact(self) -> None:
        """When something must be erased, or there is much to fold in."""
        if self._log.erasing or self._log.long:
            compaction = self._log.begin_compaction()
            await self._on_disk(compaction.finish)
            compaction.settle()

    async def copy_at_step(self, outcome: events.Envelope | Unchanged) -> None:
        """When a part of the day begins or ends."""
        if isinstance(outcome, events.Envelope) and isinstance(outcome.event, _BACKED_UP):
            await self.copy(commands.name_of(type(outcome.event)).replace("_", "-"), outcome.at)

    async def copy(self, label: str, at: int) -> None:
        """All that is durable, beside. Units: `at` in seconds."""
        await self._on_disk(self._log.begin_backup(label, at))
