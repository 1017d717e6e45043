"""What a room asks of its log, and nothing more: a file today, a replicated log some day."""

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

from atelier.domain.events import Envelope


class Compaction(Protocol):
    """Rewriting the files so that what was erased is nowhere in them."""

    def finish(self) -> None:
        """The long part, in any thread."""

    def settle(self) -> None:
        """The end, on the writer's thread."""


class Log(Protocol):
    """Events in order. Written, then durable. `CannotWrite` from whatever writes."""

    @property
    def last(self) -> int:
        """The number of the last event written."""

    @property
    def erasing(self) -> frozenset[int]:
        """The events whose former words may still be in a file."""

    @property
    def long(self) -> bool:
        """It should be compacted."""

    def read(self, after: int = 0) -> Iterator[Envelope]:
        """The events that follow that number."""

    def append(self, envelope: Envelope, erased: Sequence[Envelope] = ()) -> None:
        """Write an event at the position it names, which must be the next, and those it erases."""

    def sync(self) -> None:
        """Make what is written durable, in any thread."""

    def rollback(self) -> None:
        """Forget what is not durable."""

    def begin_compaction(self) -> Compaction:
        """On the writer's thread."""

    def begin_backup(self, label: str, at: int) -> Callable[[], object]:
        """Begin on the writer's thread to copy what there is beside; what is returned ends it, in any."""

    def close(self) -> None:
        """No more."""
