"""A convention played into a log on the disk, erasures and all; and what the disk then holds."""

import json
from pathlib import Path

from atelier.domain.commands import CreateConvention
from atelier.domain.decide import Decision
from atelier.domain.evolve import replay
from atelier.domain.state import Convention
from atelier.store.eventlog import EventLog
from atelier.store.folders import OpenFolder, open_folder
from tests.domain.play import PROGRAMME, Play

SLUG = "convention-k3f9z"


class Recorded(Play):
    """Everything that happens is appended too."""

    def __init__(self, log: EventLog, programme: CreateConvention = PROGRAMME) -> None:
        self._events = log
        super().__init__(programme)

    def apply(self, decision: Decision) -> None:
        before = list(self.kept)
        super().apply(decision)
        erased = [now for was, now in zip(before, self.kept, strict=False) if was is not now]
        self._events.append(self.log[-1], erased)


def opened(sessions: Path) -> OpenFolder:
    return open_folder(sessions, SLUG)


def erase(log: EventLog) -> None:
    """Everything a room does after a sync."""
    log.sync()
    compaction = log.begin_compaction()
    compaction.finish()
    compaction.settle()


def replayed(sessions: Path) -> Convention:
    """What a new opening finds."""
    folder = opened(sessions)
    try:
        return replay(folder.log.read())
    finally:
        folder.close()


def holding(folder: Path, words: str) -> list[str]:
    """The files that hold these words, as they are or as JSON escapes them."""
    forms = [form.encode() for form in (words, json.dumps(words)[1:-1])]
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path.name for path in files if any(form in path.read_bytes() for form in forms))
