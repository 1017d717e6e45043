"""A durable insert, whatever the size; and what a shared sync saves."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tinydb import TinyDB

from atelier.store.database import open_database
from tests.bench.measure import Figure, median_ms, seconds

SIZES = (100, 1_000, 10_000, 50_000)
_CARD = {"v": 1, "at": 1694851200, "by": "participant", "type": "card_posted", "text": "x" * 160, "card": 1}


def figures() -> Iterator[Figure]:
    """One line a size beside a bare append, one beside stock TinyDB."""
    for size in SIZES:
        ours, bare = _ours_and_bare(size)
        yield Figure(
            name=f"durable insert at {size} documents",
            value=ours,
            yardstick=bare,
            beside="bare append + fdatasync",
            ratio_max=2,
        )
        yield Figure(
            name=f"durable insert at {size} documents",
            value=ours,
            yardstick=_stock(size),
            beside="stock JSONStorage",
            ratio_max=None,
        )
    together, apart = _together_and_apart(300)
    yield Figure(
        name="300 inserts, one sync",
        value=together,
        yardstick=apart,
        beside="300 syncs",
        ratio_max=0.5,
    )


def _filled(folder: Path, size: int) -> None:
    with open_database(folder, sync_each=False) as database:
        database.table("events").insert_multiple(dict(_CARD, seq=seq) for seq in range(size))
        database.storage.compact()


def _ours_and_bare(size: int) -> tuple[float, float]:
    """Taken turn about, so that the disk's moods fall on both."""
    with tempfile.TemporaryDirectory() as there:
        folder = Path(there)
        _filled(folder, size)
        with open_database(folder) as database:
            events = database.table("events")
            before = database.storage.written
            events.insert(dict(_CARD, seq=0))
            line = b"x" * (database.storage.written - before)
            fd = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
            ours, bare = [], []

            def append() -> None:
                os.write(fd, line)
                os.fdatasync(fd)

            for _ in range(5):
                ours.append(median_ms(lambda: events.insert(dict(_CARD, seq=0)), 40))
                bare.append(median_ms(append, 40))
            os.close(fd)
    return sorted(ours)[2], sorted(bare)[2]


def _stock(size: int) -> float:
    with tempfile.TemporaryDirectory() as there, TinyDB(Path(there) / "stock.json") as database:
        events = database.table("events")
        events.insert_multiple(dict(_CARD, seq=seq) for seq in range(size))
        return median_ms(lambda: events.insert(dict(_CARD, seq=0)), 3)


def _together_and_apart(count: int) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as there, open_database(Path(there), sync_each=False) as database:
        events, storage = database.table("events"), database.storage

        def together() -> None:
            for seq in range(count):
                events.insert(dict(_CARD, seq=seq))
            storage.sync()

        def apart() -> None:
            for seq in range(count):
                events.insert(dict(_CARD, seq=seq))
                storage.sync()

        return 1000 * seconds(together), 1000 * seconds(apart)
