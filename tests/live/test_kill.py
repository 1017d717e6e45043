"""A room killed at any moment: every card that had its receipt is there, and the books add up."""

import random
import subprocess
import sys
import time
from pathlib import Path

from atelier.domain.evolve import replay
from atelier.domain.fates import faults
from atelier.domain.words import CardNumber
from atelier.live.creation import Created, create
from atelier.store.folders import open_folder
from tests.domain.play import PROGRAMME
from tests.live.fakes import at_noon
from tests.live.kill_room import text_of
from tests.store.recorded import erase, holding

KILLS = 12

Told = list[tuple[str, CardNumber, str]]


def killed_room(sessions: Path, slug: str, seed: str, after_seconds: float) -> Told:
    """Run the room, kill it, and return what it said it had done."""
    command = [sys.executable, "-m", "tests.live.kill_room", str(sessions), slug, seed]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        first = process.stdout.readline()
        time.sleep(after_seconds)
        process.kill()
        said = (first + process.stdout.read()).decode().split("\n")[:-1]
    return [(what, CardNumber(int(number)), key) for what, number, key in map(str.split, said)]


def test_no_card_that_had_its_receipt_is_lost_to_a_kill(tmp_path: Path) -> None:
    created = create(tmp_path, PROGRAMME, at_noon)
    assert isinstance(created, Created)
    chance, posted = random.Random(created.slug), dict[CardNumber, str]()
    withdrawn = set[CardNumber]()
    for kill in range(KILLS):
        for what, number, key in killed_room(tmp_path, created.slug, str(kill), chance.uniform(0, 0.25)):
            if what == "withdrawn":
                withdrawn.add(number)
            else:
                assert number not in posted
                posted[number] = key
        folder = open_folder(tmp_path, created.slug)
        state = replay(folder.log.read())
        folder.close()
        assert faults(state) == ()
        assert list(state.cards) == list(range(1, len(state.cards) + 1))
        for number, key in posted.items():
            card = state.cards[number]
            assert card.withdrawn or card.text == text_of(key)
        assert all(state.cards[number].withdrawn for number in withdrawn)
    assert len(posted) > 10 * KILLS
    assert withdrawn
    folder = open_folder(tmp_path, created.slug)
    erase(folder.log)
    folder.close()
    said = {text_of(posted[number]) for number in withdrawn}
    assert [text for text in said if holding(folder.path, text)] == []
