"""Writing an exported file: whole, or not at all; and never in the place of another one, unsaid."""

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file as it is now. `kept`: where the one that had its name went; not `new`: it was the same."""

    path: Path
    new: bool = True
    kept: Path | None = None


def write_beside(path: Path, content: bytes) -> Written:
    """Write the file; another one that has its name is kept under its day. Errors: `OSError`."""
    if not os.path.lexists(path):
        write_whole(path, content)
        return Written(path=path)
    if path.is_file() and path.read_bytes() == content:
        return Written(path=path, new=False)
    kept = _dated(path)
    path.rename(kept)
    write_whole(path, content)
    return Written(path=path, kept=kept)


def make_new_folder(parent: Path, name: str) -> Path:
    """A folder that was not there, in one that is. Errors: `OSError`."""
    number = 1
    while True:
        made = parent / (name if number == 1 else f"{name}-{number}")
        with suppress(FileExistsError):
            made.mkdir()
            return made
        number += 1


def write_whole(path: Path, content: bytes) -> None:
    """Replace the file at once, durably. Errors: `OSError`, and what was there still is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fd, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    half = Path(name)
    try:
        with os.fdopen(fd, "wb") as made:
            made.write(content)
            made.flush()
            os.fsync(made.fileno())
        with suppress(PermissionError):  # sticks know nothing of who may read what
            half.chmod(0o644)
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise


def _dated(path: Path) -> Path:
    """`cahier-2023-09-16-1405.md`: when it was written, in UTC."""
    written = datetime.fromtimestamp(path.lstat().st_mtime, UTC)
    stem, number = f"{path.stem}-{written:%Y-%m-%d-%H%M}", 1
    while os.path.lexists(
        dated := path.with_name(f"{stem}{f'-{number}' if number > 1 else ''}{path.suffix}")
    ):
        number += 1
    return dated
