"""The sticks and cards plugged into this machine that can be written to, where systems put them."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_ROOTS = (Path("/media"), Path("/run/media"), Path("/Volumes"))
_LEVELS = 2  # /media/stick, and /media/somebody/stick


@dataclass(frozen=True, slots=True, kw_only=True)
class Stick:
    """`free` is in bytes."""

    name: str
    path: Path
    free: int


def sticks(roots: Sequence[Path] = _ROOTS, is_mount: Callable[[Path], bool] = os.path.ismount) -> list[Stick]:
    """By name."""
    mounted = (path for root in roots for path in _mounted(root, is_mount, _LEVELS))
    found = [
        Stick(name=path.name, path=path, free=shutil.disk_usage(path).free)
        for path in mounted
        if os.access(path, os.W_OK)
    ]
    return sorted(found, key=lambda one: (one.name, one.path))


def _mounted(folder: Path, is_mount: Callable[[Path], bool], levels: int) -> Iterator[Path]:
    try:
        inside = [path for path in folder.iterdir() if path.is_dir() and not path.is_symlink()]
    except OSError:
        return
    for path in inside:
        if is_mount(path):
            yield path
        elif levels > 1:
            yield from _mounted(path, is_mount, levels - 1)
