"""A room that is posted to until it is killed, telling on its output each card once it has its receipt."""

import asyncio
import os
import random
import sys
from pathlib import Path

from atelier.domain import commands
from atelier.domain.words import CardNumber, Kind, ThemeCode
from atelier.live.receipt import Receipt
from atelier.live.rooms import Rooms
from tests.domain.play import ANA, FACILITATOR
from tests.live.fakes import at_noon


def text_of(key: str) -> str:
    """What the card of this key says, so that it can be known again."""
    return f"Carte {key}, r{'é' * (sum(key.encode()) % 300)}elle."


async def main(sessions: Path, slug: str, seed: str) -> None:
    rooms = Rooms(sessions, at_noon)
    rooms.open({})
    rooms.start()
    served = rooms.get(slug)
    assert served is not None, rooms.broken
    room, chance = served.room, random.Random(seed)

    async def post(key: str) -> None:
        theme, kind = ThemeCode("DS"), Kind.CONSTAT
        answer = await room.submit(commands.PostCard(theme=theme, kind=kind, text=text_of(key), key=key), ANA)
        assert isinstance(answer, Receipt)
        os.write(1, f"posted {answer.card} {key}\n".encode())
        if chance.random() < 0.05:
            await withdraw(CardNumber(answer.card or 0))

    async def withdraw(number: CardNumber) -> None:
        assert isinstance(await room.submit(commands.WithdrawCard(card=number), ANA), Receipt)
        os.write(1, f"withdrawn {number} -\n".encode())

    async def start_steps() -> None:
        while True:
            step = commands.StartStep(step=chance.choice([4, 5]), theme=ThemeCode("DS"))
            assert isinstance(await room.submit(step, FACILITATOR), Receipt)
            await asyncio.sleep(0.02)

    async def table(name: str) -> None:
        number = 0
        while True:
            number += 1
            await post(f"{seed}/{name}/{number}")
            await asyncio.sleep(chance.uniform(0, 0.01))

    await asyncio.gather(start_steps(), *(table(name) for name in "abcdefgh"))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
