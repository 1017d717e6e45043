"""A writer killed at any moment: all it acknowledged is there, and the folder opens."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from atelier.store.checking import check
from atelier.store.database import open_database
from atelier.store.errors import Reason

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 10


def killed_writer(folder: Path, seed: str, after_seconds: float) -> set[int]:
    """Run the writer, kill it, and return the ids it acknowledged."""
    command = [sys.executable, "-m", "tests.store.kill_writer", str(folder), seed]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(after_seconds)
        process.kill()
        told = first + process.stdout.read()
    return {int(line) for line in told.split(b"\n")[:-1]}


@pytest.mark.parametrize("seed", range(5))
def test_nothing_acknowledged_is_lost_to_a_kill(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    acknowledged: set[int] = set()
    for kill in range(KILLS):
        acknowledged |= killed_writer(tmp_path, f"{seed}.{kill}", chance.uniform(0, 0.06))
        assert all(finding.reason is Reason.TORN for finding in check(tmp_path))
        with open_database(tmp_path) as db:
            present = {doc.doc_id for doc in db.table("cards")}
        assert acknowledged <= present
        assert present == set(range(1, len(present) + 1))
    assert len(acknowledged) > KILLS
