"""Words that were taken back are in no byte of the folder, whenever the machine died."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

from atelier.domain import commands
from atelier.domain.evolve import replay
from atelier.domain.words import CardNumber
from atelier.store.errors import Unreadable
from atelier.store.folders import OpenFolder, open_folder
from tests.domain.play import ANA, FACILITATOR, HOST, SECRETARY, also
from tests.store.recorded import SLUG, Recorded, erase, holding, opened, replayed

WORD, OTHER, STAYS = "guichet « fermé » Zq7", "deuxième Xw9", "restera Kv3"
FIRST, SECOND = CardNumber(1), CardNumber(2)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[OpenFolder]:
    held = opened(tmp_path)
    yield held
    held.close()


@pytest.fixture
def play(folder: OpenFolder) -> Recorded:
    """Two cards on the disk, in the snapshot, in the journal and in a backup."""
    play = Recorded(folder.log)
    play.post(WORD)
    folder.log.begin_backup("before", at=1_694_851_200)()
    erase(folder.log)
    play.post(STAYS)
    play.do(commands.TranslateCard(card=FIRST, lang="en", text=f"{WORD} in English"), SECRETARY)
    folder.log.sync()
    return play


def crashed(folder: OpenFolder, sessions: Path) -> OpenFolder:
    """The folder as a crash would leave it now, taken up again."""
    copytree(folder.path, sessions / SLUG)
    return opened(sessions)


def test_before_it_is_erased_it_is_there(play: Recorded, folder: OpenFolder) -> None:
    assert holding(folder.path, WORD) == ["20230916T080000Z-before.json", "data.json", "journal-2.log"]


@pytest.mark.parametrize(
    "command", [commands.WithdrawCard(card=FIRST), commands.CorrectCard(card=FIRST, text=OTHER)]
)
def test_nothing_keeps_the_words_of_a_card_withdrawn_or_corrected(
    tmp_path: Path, play: Recorded, folder: OpenFolder, command: commands.Command
) -> None:
    (folder.path / "torn-1-1.part").write_text(WORD)
    play.do(command, ANA)
    folder.log.begin_backup("after", at=1_694_851_300)()
    assert folder.log.erasing == {2, 4}
    erase(folder.log)
    assert holding(folder.path, WORD) == []
    assert folder.log.erasing == frozenset()
    backups = ["20230916T080000Z-before.json", "20230916T080140Z-after.json"]
    assert holding(folder.path, "convention_created") == [*backups, "data.json"]
    assert holding(folder.path, STAYS) == [backups[1], "data.json"]
    folder.close()
    assert replayed(tmp_path) == play.state


def test_a_correction_withdrawn_leaves_neither_text(play: Recorded, folder: OpenFolder) -> None:
    play.do(commands.CorrectCard(card=FIRST, text=OTHER), ANA)
    erase(folder.log)
    assert holding(folder.path, OTHER)
    play.do(commands.WithdrawCard(card=FIRST), ANA)
    erase(folder.log)
    assert holding(folder.path, WORD) == holding(folder.path, OTHER) == []


def test_what_is_taken_back_before_a_compaction_is_erased_by_it_altogether(
    play: Recorded, folder: OpenFolder
) -> None:
    play.do(commands.WithdrawCard(card=FIRST), ANA)
    play.do(commands.WithdrawCard(card=SECOND), ANA)
    assert folder.log.erasing == {2, 3, 4}
    erase(folder.log)
    assert holding(folder.path, WORD) == holding(folder.path, STAYS) == []


def test_closing_the_convention_leaves_nothing_that_ties_a_card_or_a_dot_to_a_browser(
    play: Recorded, folder: OpenFolder
) -> None:
    reference = play.group(SECOND)
    play.do(commands.OpenVote(theme=play.card(SECOND).themes[0], dots=3, kinds=(play.card(SECOND).kind,)))
    play.do(commands.CastDots(statement=reference, dots=2), ANA)
    play.do(commands.CloseVote(theme=play.card(SECOND).themes[0]))
    folder.log.begin_backup("vote-closed", at=1_694_851_300)()
    posted = [one.author for one in play.state.cards.values()]
    marks = [*posted, *play.state.receipts, *next(iter(play.state.votes.values())).ballots]
    assert len(set(marks)) == 5
    assert all(holding(folder.path, mark) for mark in marks)
    for gap in ("card_to_place:1", "statement_unworded:DS-C1", "constat_unused:DS-C1"):
        play.do(commands.AnswerGap(gap=gap, reason="Pas le temps."), also(FACILITATOR))
    play.do(commands.CloseConvention(), HOST)
    erase(folder.log)
    assert [mark for mark in marks if holding(folder.path, mark)] == []
    assert holding(folder.path, WORD)
    assert replay(folder.log.read()) == play.state


def test_a_crash_after_the_append_only_puts_the_erasing_off(
    tmp_path: Path, play: Recorded, folder: OpenFolder
) -> None:
    play.do(commands.WithdrawCard(card=FIRST), ANA)
    again = crashed(folder, tmp_path / "crash")
    assert again.log.erasing == {2, 4}
    assert holding(again.path, WORD)
    erase(again.log)
    assert holding(again.path, WORD) == []
    again.close()
    after = opened(tmp_path / "crash")
    assert after.log.erasing == frozenset()
    assert replay(after.log.read()) == play.state
    after.close()


def test_a_crash_between_the_compaction_and_its_settling_erases_twice(
    tmp_path: Path, play: Recorded, folder: OpenFolder
) -> None:
    play.do(commands.WithdrawCard(card=FIRST), ANA)
    compaction = folder.log.begin_compaction()
    begun = crashed(folder, tmp_path / "begun")
    compaction.finish()
    finished = crashed(folder, tmp_path / "finished")
    assert (holding(begun.path, WORD) != [], holding(finished.path, WORD)) == (True, [])
    for again in (begun, finished):
        assert again.log.erasing == {2, 4}
        erase(again.log)
        assert again.log.erasing == frozenset()
        assert holding(again.path, WORD) == []
        assert replay(again.log.read()) == play.state
        again.close()
    compaction.settle()
    assert folder.log.erasing == frozenset()


def test_what_is_taken_back_while_a_compaction_ends_waits_for_the_next(
    play: Recorded, folder: OpenFolder
) -> None:
    play.do(commands.CorrectCard(card=FIRST, text=OTHER), ANA)
    compaction = folder.log.begin_compaction()
    play.do(commands.WithdrawCard(card=SECOND), ANA)
    compaction.finish()
    compaction.settle()
    assert folder.log.erasing == {3}
    assert holding(folder.path, WORD) == []
    assert holding(folder.path, STAYS)
    erase(folder.log)
    assert folder.log.erasing == frozenset()
    assert holding(folder.path, STAYS) == []


def test_what_is_erased_again_while_a_compaction_ends_is_not_settled_by_it(
    play: Recorded, folder: OpenFolder
) -> None:
    play.do(commands.CorrectCard(card=FIRST, text=OTHER), ANA)
    compaction = folder.log.begin_compaction()
    play.do(commands.WithdrawCard(card=FIRST), ANA)  # the mark and the slip of what held no words any more
    compaction.finish()
    compaction.settle()
    assert folder.log.erasing == {2, 5}
    erase(folder.log)
    assert folder.log.erasing == frozenset()


def test_a_backup_begun_before_the_erasing_does_not_bring_the_words_back(
    play: Recorded, folder: OpenFolder
) -> None:
    finish = folder.log.begin_backup("slow", at=1_694_851_300)
    play.do(commands.WithdrawCard(card=FIRST), ANA)
    erase(folder.log)
    finish()
    assert holding(folder.path, WORD) == []
    assert "20230916T080140Z-slow.json" in holding(folder.path, STAYS)


def test_a_damaged_backup_leaves_the_erasing_to_be_done(
    tmp_path: Path, play: Recorded, folder: OpenFolder
) -> None:
    backup = next((folder.path / "backups").iterdir())
    whole = backup.read_bytes()
    backup.write_bytes(whole[:-5])
    play.do(commands.WithdrawCard(card=FIRST), ANA)
    with pytest.raises(Unreadable):
        erase(folder.log)
    assert folder.log.erasing == {2, 4}
    assert holding(folder.path, WORD) == [backup.name]
    folder.close()
    backup.write_bytes(whole)
    again = open_folder(tmp_path, SLUG)
    assert again.log.erasing == {2, 4}
    erase(again.log)
    assert holding(again.path, WORD) == []
    again.close()
