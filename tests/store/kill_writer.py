"""Writes until it is killed, telling on its output each id once it is durable.

Commands gather while a sync runs in a thread, as in a room; now and then a compaction runs in another.
"""

from __future__ import annotations

import os
import random
import sys
from concurrent.futures import Future, ThreadPoolExecutor

from atelier.store.database import open_database


def main(folder: str, seed: str) -> None:
    chance = random.Random(seed)
    syncing, compacting = ThreadPoolExecutor(1), ThreadPoolExecutor(1)
    db = open_database(folder, sync_each=False)
    storage, cards = db.storage, db.table("cards")
    waiting: list[int] = []
    compaction: Future[None] | None = None
    while True:
        gathered, waiting = waiting, []
        rounds = cards.upsert({"name": "rounds", "n": chance.random()}, lambda doc: doc["name"] == "rounds")
        gathered += cards.insert_multiple(
            {"name": "x" * chance.randrange(400)} for _ in range(chance.randrange(3))
        )
        commit = syncing.submit(storage.sync)
        while not commit.done():
            waiting.append(cards.insert({"name": "é" * chance.randrange(400)}))
        commit.result()
        os.write(1, "".join(f"{doc_id}\n" for doc_id in rounds + gathered).encode())
        if chance.random() < 0.2 and (compaction is None or compaction.done()):
            compaction = compacting.submit(storage.begin_compaction().finish)


if __name__ == "__main__":
    main(*sys.argv[1:])
