"""A theme page read by fifty at once, beside a static file of the same size."""

import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

from atelier.live.rooms import Rooms
from tests.bench.core import new_convention, now, post_cards
from tests.bench.measure import Figure
from tests.bench.serving import Server, atelier, one_answer, read, static_files

_READERS = 50
_EACH = 20


def figures() -> Iterator[Figure]:
    """At 100 and at 1 000 cards: processor per page, and bytes on the wire."""
    for cards in (100, 1_000):
        with tempfile.TemporaryDirectory() as there:
            sessions, files = Path(there) / "sessions", Path(there) / "files"
            slug = new_convention(sessions)
            asyncio.run(_fill(sessions, slug, cards))
            with atelier(sessions) as server:
                size = len(asyncio.run(_once(server, f"/{slug}/DS?all")))
                page = _cpu_per_request(server, f"/{slug}/DS?all")
            files.mkdir()
            (files / "page").write_bytes(b"x" * size)
            with static_files(files) as server:
                file = _cpu_per_request(server, "/page")
        yield Figure(
            name=f"theme page of {cards} cards, {_READERS} readers",
            value=page,
            yardstick=file,
            beside="static file of that size",
            ratio_max=3,
        )
        yield Figure(name=f"theme page of {cards} cards", value=size / 1000, unit="kB")


async def _fill(sessions: Path, slug: str, cards: int) -> None:
    rooms = Rooms(sessions, now)
    rooms.open({})
    rooms.start()
    await post_cards(rooms, slug, cards)
    await rooms.close()


async def _once(server: Server, path: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
    writer.write(
        f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    )
    body = await one_answer(reader)
    writer.close()
    return body


def _cpu_per_request(server: Server, path: str) -> float:
    """Milliseconds of processor for one answer, once warm."""
    asyncio.run(read(server.port, path, readers=_READERS, each=2))
    before = server.cpu_seconds()
    asyncio.run(read(server.port, path, readers=_READERS, each=_EACH))
    return 1000 * (server.cpu_seconds() - before) / (_READERS * _EACH)
