"""The log of a convention, in its folder: the table `events` of our TinyDB, and what must be erased.

What is appended is written, and survives the program; it survives a power cut
after `sync`. Erasing has two halves: the documents are overwritten in the same
journal line as the event that asks for it; then, by a compaction, the files
that held the words are rewritten. What is between the two is remembered on
disk, so that a crash only puts the second half off to the next opening.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from atelier.domain import limits
from atelier.domain.events import Envelope
from atelier.store.codec import Document, NotAnEvent, to_document, to_envelope
from atelier.store.compaction import Rotation
from atelier.store.errors import NewerFormat
from atelier.store.journal import JournalStorage
from atelier.store.tables import TableStorage

EVENTS = "events"
ABOUT = "about"
FORMAT = 1

_ABOUT_ID = "1"


class EventReader:
    """Events by their sequence number, from 1 without a gap. Errors: `NewerFormat`, `NotAnEvent`."""

    def __init__(self, storage: TableStorage, folder: Path) -> None:
        self._tables = storage
        found = self._about().get("format", FORMAT)
        if found > FORMAT:
            raise NewerFormat(folder, found, FORMAT)

    @property
    def last(self) -> int:
        """The number of the last event written, synced or not; 0 for none."""
        return self._tables.top_id(EVENTS)

    def read(self, after: int = 0) -> Iterator[Envelope]:
        """The events that follow that number, in order."""
        documents = self._tables.documents(EVENTS)
        for seq in range(after + 1, self.last + 1):
            envelope = to_envelope(documents.get(str(seq), {"seq": seq}))
            if envelope.seq != seq:
                raise NotAnEvent(seq, "misplaced")
            yield envelope

    def _about(self) -> Document:
        return self._tables.documents(ABOUT).get(_ABOUT_ID, {})


class EventLog(EventReader):
    """The same, by the one who may write. Errors: `CannotWrite` from whatever writes."""

    def __init__(self, storage: JournalStorage) -> None:
        super().__init__(storage, storage.folder)
        self._storage = storage
        self._lines = 0
        self._erased_since: set[int] = set()

    def append(self, envelope: Envelope, erased: Sequence[Envelope] = ()) -> None:
        """Write an event, and those it erases as they stay: all in one line of the journal."""
        expected = self.last + 1
        if envelope.seq != expected:
            raise ValueError(f"event {envelope.seq} cannot follow event {expected - 1}")
        put = {str(one.seq): to_document(one) for one in (*erased, envelope)}
        seqs = {one.seq for one in erased}
        about = self._about_line({*self.erasing, *seqs}) if seqs or not self._about() else {}
        self._storage.append({EVENTS: {"put": put}, **about})
        self._erased_since |= seqs
        self._lines += 1

    def sync(self) -> None:
        """Make everything written so far survive a power cut. May run in another thread."""
        self._storage.sync()

    def rollback(self) -> None:
        """Forget what was written and not synced."""
        self._storage.rollback()

    @property
    def erasing(self) -> frozenset[int]:
        """The events whose former words may still be in a file of the folder."""
        return frozenset(self._about().get("erasing", ()))

    @property
    def long(self) -> bool:
        """The journal has grown enough to be folded into the snapshot."""
        return self._lines >= limits.COMPACT_AFTER_LINES

    def begin_compaction(self) -> "Compaction":
        """Start folding the journal into the snapshot, on the writer's thread, best after a sync."""
        erasing = self.erasing
        documents = self._tables.documents(EVENTS)
        scrub = {(EVENTS, seq): documents[str(seq)] for seq in erasing}
        rotation = self._storage.begin_compaction()
        self._lines = 0
        self._erased_since = set()
        return Compaction(self, rotation, erasing, scrub)

    def settle(self, done: frozenset[int]) -> None:
        """Those were erased for good, unless asked for again since the compaction began."""
        if done:
            self._storage.append(self._about_line(self.erasing - (done - self._erased_since)))

    def begin_backup(self, label: str, at: int) -> Callable[[], object]:
        """Begin to copy the snapshot beside, keeping the last few; what is returned ends it, in any thread.

        Units: `at` in seconds.
        """
        moment = datetime.fromtimestamp(at, UTC)
        return self._storage.begin_backup(label, at=moment, keep=limits.BACKUPS_KEPT).finish

    def describe_owner(self, owner: Mapping[str, Any]) -> None:
        """What another process is told that finds the folder in use."""
        self._storage.describe_owner(owner)

    def close(self) -> None:
        """Let the folder go."""
        self._storage.close()

    def _about_line(self, erasing: set[int] | frozenset[int]) -> Any:
        return {ABOUT: {"put": {_ABOUT_ID: {"format": FORMAT, "erasing": sorted(erasing)}}}}


class Compaction:
    """A compaction begun: `finish` in any thread, then `settle` on the writer's."""

    def __init__(self, log: EventLog, rotation: Rotation, erasing: frozenset[int], scrub: Any) -> None:
        self._log = log
        self._rotation = rotation
        self._erasing = erasing
        self._scrub = scrub

    def finish(self) -> None:
        """Write the snapshot; when it is done no file of the folder holds what had been erased."""
        self._rotation.finish(erase=bool(self._erasing), scrub=self._scrub)

    def settle(self) -> None:
        """Remember that it is done."""
        self._log.settle(self._erasing)
