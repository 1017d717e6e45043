"""A disk that is photographed before every system call, as a crash would leave it."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest

Image = dict[str, bytes]


class Crashes:
    """Photographs before each system call made in a folder, and in the middle of each write.

    One is the folder as it looks: what a killed process leaves. The others are the worst a power cut can
    leave: only the bytes and the names that were synced; the same with every later renaming done; the
    same with every later removal done. `mark` is copied beside each photograph.
    """

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.mark = 0
        self.images: list[tuple[str, int, Image]] = []
        self._bytes: dict[int, bytes] = {}
        self._names: dict[Path, dict[str, int]] = {}
        self._renamed: dict[Path, int] = {}
        self._removed: set[Path] = set()
        self._held: list[int] = []
        self._real = {name: getattr(os, name) for name in CALLS}
        for inner in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
            self._learn_names(inner)
        for names in list(self._names.items()):
            for name in names[1]:
                self._learn_bytes(names[0] / name)
        for name in CALLS:
            patch.setattr(os, name, getattr(self, f"_{name}", self._photographed(name)))

    def _photographed(self, name: str) -> Any:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.photograph(name)
            return self._real[name](*args, **kwargs)

        return call

    def _write(self, fd: int, data: bytes) -> int:
        self.photograph("write")
        half = self._real["write"](fd, bytes(data[: len(data) // 2]))
        self.photograph("half a write")
        return int(half + self._real["write"](fd, bytes(data[half:])))

    def _open(self, path: Any, flags: int, *args: Any, **kwargs: Any) -> int:
        if not flags & os.O_CREAT:
            return int(self._real["open"](path, flags, *args, **kwargs))
        self.photograph(f"open {path}")
        fd = self._real["open"](path, flags, *args, **kwargs)
        self._held.append(self._real["open"](path, os.O_RDONLY))  # so that its number is not given again
        return int(fd)

    def _replace(self, source: Path, target: Path) -> None:
        self.photograph("replace")
        self._real["replace"](source, target)
        self._renamed[target] = target.stat().st_ino

    def _unlink(self, path: Path) -> None:
        self.photograph("unlink")
        self._real["unlink"](path)
        self._removed.add(path)

    def _fsync(self, fd: int) -> None:
        self._sync("fsync", fd)

    def _fdatasync(self, fd: int) -> None:
        self._sync("fdatasync", fd)

    def _sync(self, name: str, fd: int) -> None:
        self.photograph(name)
        self._real[name](fd)
        path = Path(f"/proc/self/fd/{fd}").readlink()
        if stat.S_ISDIR(os.fstat(fd).st_mode):
            self._learn_names(path)
            self._renamed = {target: n for target, n in self._renamed.items() if target.parent != path}
            self._removed = {target for target in self._removed if target.parent != path}
        else:
            self._learn_bytes(path)

    def _learn_names(self, inner: Path) -> None:
        self._names[inner] = {path.name: path.stat().st_ino for path in inner.iterdir() if path.is_file()}

    def _learn_bytes(self, path: Path) -> None:
        self._held.append(self._real["open"](path, os.O_RDONLY))
        self._bytes[path.stat().st_ino] = path.read_bytes()

    def photograph(self, call: str) -> None:
        seen = {p.relative_to(self.folder): p.read_bytes() for p in self.folder.rglob("*") if p.is_file()}
        synced = {inner / name: n for inner, names in self._names.items() for name, n in names.items()}
        kept = {path: n for path, n in synced.items() if path not in self._removed}
        kinds = {"killed": seen}
        for kind, names in (("cut", synced), ("renamed", {**synced, **self._renamed}), ("removed", kept)):
            kinds[kind] = {
                path.relative_to(self.folder): self._bytes.get(n, b"") for path, n in names.items()
            }
        for kind, image in kinds.items():
            where = f"{kind} before {call}, step {len(self.images)}"
            self.images.append((where, self.mark, {str(path): data for path, data in image.items()}))

    def close(self) -> None:
        for fd in self._held:
            os.close(fd)


def power_cut_now(crashes: Crashes) -> Image:
    """What is left if the power is cut now: nothing but what was synced."""
    crashes.photograph("now")
    return next(image for where, _, image in reversed(crashes.images) if where.startswith("cut"))


CALLS = ("open", "write", "fsync", "fdatasync", "replace", "rename", "unlink", "ftruncate", "mkdir")


def develop(image: Image, folder: Path) -> Path:
    """Make a folder of a photograph."""
    for name, data in image.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    folder.mkdir(exist_ok=True)
    return folder
