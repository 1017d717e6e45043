"""Write the demonstration that comes with the program: `python -m tests.demonstration.ship`."""

import shutil
import sys
from pathlib import Path

from atelier.demonstration import play
from atelier.domain.evolve import replay
from atelier.exchange.documents import DOCUMENTS, pictures
from atelier.live.rooms import SHIPPED
from atelier.store.folders import open_folder
from atelier.translations import speech


def ship(sessions: Path, exports: Path) -> None:
    """The closed convention, without keys, and all that can be exported of it without extras."""
    shutil.rmtree(sessions / SHIPPED, ignore_errors=True)
    log = play(closed=True, id=SHIPPED)
    folder = open_folder(sessions, SHIPPED)
    for envelope in log:
        folder.log.append(envelope)
    folder.log.begin_compaction().finish()
    folder.close()
    (folder.path / "lock").unlink()
    state = replay(log)
    target = exports / SHIPPED
    target.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(target / "pictures", ignore_errors=True)
    (target / "pictures").mkdir()
    words = speech(state.language)
    made = {name: kind.make(state, words) for name, kind in DOCUMENTS.items() if kind.extra is None}
    for name, content in {**made, **pictures(state, words)}.items():
        (target / name).write_bytes(content)


if __name__ == "__main__":
    ship(Path("sessions"), Path("exports"))
    sys.exit(0)
