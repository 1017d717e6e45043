"""A room into which another is brought, one command at a time, until it is killed."""

import asyncio
import os
import sys
from pathlib import Path

from atelier.exchange.merging import IMPORTER, plan
from atelier.live.receipt import Receipt
from atelier.live.rooms import Rooms
from tests.live.fakes import at_noon
from tests.live.other_room import other_room


async def main(sessions: Path, slug: str) -> None:
    rooms = Rooms(sessions, at_noon)
    rooms.open({})
    rooms.start()
    served = rooms.get(slug)
    assert served is not None, rooms.broken
    for command in plan(served.room.state, other_room()).commands:
        answer = await served.room.submit(command, IMPORTER)
        assert isinstance(answer, Receipt), answer
        os.write(1, b"done\n")
    await asyncio.sleep(60)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
