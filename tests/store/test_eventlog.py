"""The log of a convention on the disk: in order, without a gap, and for ever."""

import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from atelier.domain import commands, events, limits
from atelier.domain.evolve import replay
from atelier.domain.words import CardNumber, Seq
from atelier.store.codec import NotAnEvent
from atelier.store.database import open_database
from atelier.store.errors import CannotWrite, FolderInUse, NewerFormat
from atelier.store.eventlog import ABOUT, EVENTS
from atelier.store.folders import OpenFolder, open_folder, read_folder
from tests.domain.play import ANA, Play
from tests.store.folder_bytes import files
from tests.store.recorded import SLUG, Recorded, erase, opened, replayed


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[OpenFolder]:
    held = opened(tmp_path)
    yield held
    held.close()


def put(sessions: Path, table: str, **documents: Any) -> None:
    """Write there what no program of ours writes."""
    with open_database(sessions / SLUG) as database:
        database.storage.append({table: {"put": {key[1:]: value for key, value in documents.items()}}})


def test_an_event_that_is_not_the_next_is_refused_and_nothing_is_written(folder: OpenFolder) -> None:
    play = Recorded(folder.log)
    before = files(folder.path)
    for seq in (0, 1, 3):
        misplaced = dataclasses.replace(play.log[0], seq=Seq(seq))
        with pytest.raises(ValueError, match=f"event {seq} cannot follow event 1"):
            folder.log.append(misplaced)
    assert files(folder.path) == before
    assert list(folder.log.read()) == play.log


def test_a_gap_is_told_by_the_number_that_is_missing(tmp_path: Path, folder: OpenFolder) -> None:
    play = Recorded(folder.log)
    play.post()
    folder.close()
    put(tmp_path, EVENTS, _4=dict(folder.log._tables.documents(EVENTS)["2"]))
    log = read_folder(tmp_path, SLUG).log
    assert log.last == 4
    read = log.read()
    assert [next(read), next(read)] == play.log
    with pytest.raises(NotAnEvent) as caught:
        next(read)
    assert caught.value.seq == 3


def test_an_event_in_the_place_of_another_is_told(tmp_path: Path, folder: OpenFolder) -> None:
    play = Recorded(folder.log)
    play.post()
    folder.close()
    put(tmp_path, EVENTS, _3=dict(folder.log._tables.documents(EVENTS)["2"]))
    with pytest.raises(NotAnEvent) as caught:
        list(read_folder(tmp_path, SLUG).log.read())
    assert caught.value.seq == 3


def test_a_newer_format_is_refused_nothing_is_touched_and_the_folder_is_let_go(
    tmp_path: Path, folder: OpenFolder
) -> None:
    Recorded(folder.log)
    folder.close()
    put(tmp_path, ABOUT, _1={"format": 2, "erasing": []})
    before = files(folder.path)
    for _ in range(2):
        with pytest.raises(NewerFormat) as caught:
            open_folder(tmp_path, SLUG)
        assert (caught.value.found, caught.value.known) == (2, 1)
    with pytest.raises(NewerFormat):
        read_folder(tmp_path, SLUG)
    assert files(folder.path) == before


def test_a_second_holder_is_told_who_is_the_first_and_a_reader_is_let_in(
    tmp_path: Path, folder: OpenFolder
) -> None:
    play = Recorded(folder.log)
    folder.log.describe_owner({"address": "http://192.168.4.1"})
    with pytest.raises(FolderInUse) as caught:
        open_folder(tmp_path, SLUG)
    assert caught.value.owner == {"pid": os.getpid(), "address": "http://192.168.4.1"}
    assert list(read_folder(tmp_path, SLUG).log.read()) == play.log
    folder.close()
    opened(tmp_path).close()


def test_what_was_written_and_not_synced_can_be_forgotten(tmp_path: Path, folder: OpenFolder) -> None:
    play = Recorded(folder.log)
    play.post("gardée")
    play.post("corrigée")
    folder.log.sync()
    kept = list(play.kept)
    play.post("oubliée")
    play.do(commands.CorrectCard(card=CardNumber(2), text="autre"), ANA)
    assert folder.log.erasing == {3}
    folder.log.rollback()
    assert (folder.log.last, folder.log.erasing) == (3, frozenset())
    assert list(folder.log.read()) == kept
    folder.close()
    assert replayed(tmp_path) == replay(kept)


def test_events_are_read_from_where_one_was(folder: OpenFolder) -> None:
    assert (folder.log.last, list(folder.log.read())) == (0, [])
    play = Recorded(folder.log)
    for _ in range(4):
        play.post()
    assert folder.log.last == 5
    assert list(folder.log.read(after=3)) == play.log[3:]
    assert list(folder.log.read(after=5)) == list(folder.log.read(after=9)) == []


def test_a_day_is_read_again_as_it_was(tmp_path: Path, folder: OpenFolder) -> None:
    play = Recorded(folder.log)
    reference = play.statement(text="On ferme les guichets.")
    play.do(commands.MarkDisagreement(target=reference, on=True))
    erase(folder.log)
    play.post("après le compactage")
    folder.close()
    assert list(read_folder(tmp_path, SLUG).log.read()) == play.log
    assert replayed(tmp_path) == play.state


def test_an_erased_event_is_rewritten_in_the_line_of_the_one_that_erases_it(folder: OpenFolder) -> None:
    play = Recorded(folder.log)
    play.post("à retirer")
    journal = folder.path / "journal-1.log"
    lines = journal.read_bytes().count(b"\n")
    play.do(commands.WithdrawCard(card=CardNumber(1)), ANA)
    line = journal.read_bytes().splitlines()[-1]
    assert journal.read_bytes().count(b"\n") == lines + 1
    assert b'"card_withdrawn"' in line
    assert b'"card_posted"' in line
    assert "à retirer".encode() not in line
    stays = next(folder.log.read(after=1)).event
    assert isinstance(stays, events.CardPosted)
    assert (stays.text, stays.author, stays.card) == ("", "", 1)
    assert list(folder.log.read()) == play.kept


def test_a_log_that_grew_long_says_so_until_it_is_compacted(
    folder: OpenFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "COMPACT_AFTER_LINES", 3)
    play = Recorded(folder.log)
    play.post()
    said = [folder.log.long]
    play.post()
    said.append(folder.log.long)
    erase(folder.log)
    assert [*said, folder.log.long] == [False, True, False]
    assert [path.name for path in sorted(folder.path.glob("journal-*"))] == ["journal-2.log"]
    assert list(folder.log.read()) == play.log


def test_a_backup_is_what_there_was_when_it_was_begun_and_the_last_few_are_kept(
    tmp_path: Path, folder: OpenFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "BACKUPS_KEPT", 2)
    play = Recorded(folder.log)
    for minute in range(3):
        finish = folder.log.begin_backup("step-started", at=1_694_851_200 + 60 * minute)
        play.post()
        finish()
    names = ["20230916T080100Z-step-started.json", "20230916T080200Z-step-started.json"]
    assert sorted(path.name for path in (folder.path / "backups").iterdir()) == names
    other = tmp_path / "other-k3f9z"
    other.mkdir()
    (other / "data.json").write_bytes((folder.path / "backups" / names[1]).read_bytes())
    assert list(read_folder(tmp_path, other.name).log.read()) == play.log[:3]


def test_a_closed_log_refuses(folder: OpenFolder) -> None:
    play = Recorded(folder.log)
    folder.close()
    folder.close()
    with pytest.raises(CannotWrite):
        play.post()
    with pytest.raises(CannotWrite):
        folder.log.sync()


def test_an_empty_folder_holds_an_empty_log(tmp_path: Path, folder: OpenFolder) -> None:
    assert folder.log.last == read_folder(tmp_path, SLUG).log.last == 0
    assert replay(folder.log.read()) == Play(None).state
