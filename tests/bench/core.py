"""The core without anything around it: replaying a day, and the room taking a burst."""

import asyncio
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from atelier.domain.actor import Actor
from atelier.domain.authorship import secret_of
from atelier.domain.commands import CreateConvention, PostCard, ThemeDraft
from atelier.domain.evolve import replay
from atelier.domain.words import Instant, Kind, ThemeCode
from atelier.live.creation import Created, create
from atelier.live.rooms import Rooms
from atelier.store.folders import read_folder
from tests.bench.measure import Figure, seconds

_THEME = ThemeCode("DS")


def now() -> Instant:
    return Instant(int(time.time()))


def new_convention(sessions: Path) -> str:
    """A convention of one theme; returns its slug."""
    themes = (ThemeDraft(code=_THEME, title="Droits sociaux"),)
    created = create(sessions, CreateConvention(id="", title="Mesures", themes=themes), now)
    assert isinstance(created, Created)
    return created.slug


async def post_cards(rooms: Rooms, slug: str, count: int) -> None:
    """So many cards at once, from as many browsers."""
    served = rooms.get(slug)
    assert served is not None
    first = len(served.room.state.cards)
    await asyncio.gather(
        *(
            served.room.submit(
                PostCard(
                    theme=_THEME,
                    kind=Kind.CONSTAT if number % 3 else Kind.REVENDICATION,
                    text=f"Il faut attendre trois mois pour avoir quelqu’un au téléphone, carte {number}.",
                    key=f"key-{number}",
                ),
                Actor(secret=secret_of(f"token-{number}", served.room.state.id)),
            )
            for number in range(first, first + count)
        )
    )


def figures() -> Iterator[Figure]:
    """A burst through the room, then the day read again from the disk."""
    with tempfile.TemporaryDirectory() as there:
        sessions = Path(there)
        slug = new_convention(sessions)
        asyncio.run(_burst(sessions, slug, 1))
        together = asyncio.run(_burst(sessions, slug, 300))
        yield Figure(name="300 posts at once through the room", value=1000 * together, value_max=300)
        asyncio.run(_burst(sessions, slug, 9_698, at_a_time=500))
        yield Figure(
            name="replay of 10 000 events from the disk",
            value=1000 * seconds(lambda: replay(read_folder(sessions, slug).log.read())),
            value_max=1000,
        )


async def _burst(sessions: Path, slug: str, count: int, at_a_time: int = 1_000) -> float:
    rooms = Rooms(sessions, now)
    rooms.open({})
    rooms.start()
    start = time.perf_counter()
    for done in range(0, count, at_a_time):
        await post_cards(rooms, slug, min(at_a_time, count - done))
    took = time.perf_counter() - start
    await rooms.close()
    return took
