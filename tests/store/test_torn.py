"""What a power cut leaves of the last write, byte by byte, and what is no power cut's work."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from atelier.store.changes import fault_in_change
from atelier.store.database import open_database, read_only
from atelier.store.errors import NewerFormat, Reason, Unreadable
from atelier.store.lines import to_json, to_line
from tests.store.folder_bytes import contents, copied, files, reopened

if TYPE_CHECKING:
    from pathlib import Path

LINES = 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder whose journal holds four lines."""
    with open_database(tmp_path / "ours") as db:
        for n in range(LINES):
            db.insert({"n": n, "text": f"é{n}\n"})
    return tmp_path / "ours"


def journal(folder: Path) -> Path:
    return folder / "journal-1.log"


def refused(folder: Path) -> Unreadable:
    """The refusal to open, which must damage nothing; `read_only` gives the same."""
    before = files(folder)
    with pytest.raises(Unreadable) as caught:
        open_database(folder)
    with pytest.raises(Unreadable) as peeking:
        read_only(folder)
    assert (peeking.value.path, peeking.value.reason) == (caught.value.path, caught.value.reason)
    assert {**files(folder), "lock": b""} == {**before, "lock": b""}
    return caught.value


@pytest.mark.parametrize("line", range(LINES - 1))
def test_a_bad_line_with_good_lines_after_it_is_refused_with_its_number(folder: Path, line: int) -> None:
    lines = journal(folder).read_bytes().splitlines(keepends=True)
    lines[line] = lines[line].replace(b'"n":', b'"m":')
    journal(folder).write_bytes(b"".join(lines))
    error = refused(folder)
    assert (error.path, error.line, error.reason) == (journal(folder), line + 1, Reason.BAD_CHECKSUM)
    assert f"line {line + 1}: bad checksum" in str(error)


def test_a_torn_journal_with_a_journal_after_it_is_refused(folder: Path) -> None:
    (folder / "journal-2.log").touch()
    with journal(folder).open("ab") as file:
        file.write(b"torn")
    error = refused(folder)
    assert (error.path, error.line, error.reason) == (journal(folder), LINES + 1, Reason.BAD_CHECKSUM)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"{", Reason.NOT_JSON),
        (b"\xff", Reason.NOT_JSON),
        (b"[]", Reason.BAD_SHAPE),
        (b'{"t":1}', Reason.BAD_SHAPE),
        (b'{"t":{"puts":{}}}', Reason.BAD_SHAPE),
        (b'{"t":{"clear":1}}', Reason.BAD_SHAPE),
        (b'{"t":{"cut":{}}}', Reason.BAD_SHAPE),
        (b'{"t":{"put":[]}}', Reason.BAD_SHAPE),
        (b'{"t":{"put":{"1":2}}}', Reason.BAD_SHAPE),
        (b'{"t":{"put":{"one":{}}}}', Reason.BAD_ID),
        (b'{"t":{"put":{"01":{}}}}', Reason.BAD_ID),
        (b'{"t":{"cut":[1]}}', Reason.BAD_ID),
    ],
)
def test_a_line_of_another_program_is_refused_even_as_the_last(
    folder: Path, body: bytes, reason: Reason
) -> None:
    with journal(folder).open("ab") as file:
        file.write(to_line(body))
    error = refused(folder)
    assert (error.path, error.line, error.reason) == (journal(folder), LINES + 1, reason)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Reason.NOT_JSON),
        (b"\xff\xfe", Reason.NOT_JSON),
        (b"[]", Reason.FOREIGN),
        (b'{"_default": {"1": {"a": 1}}}', Reason.FOREIGN),
        (b'{"_journal": {"1": {"format": "one", "generation": 1}}}', Reason.FOREIGN),
        (b'{"_journal": {"1": {"format": 1, "generation": 1}}, "t": []}', Reason.BAD_SHAPE),
        (b'{"_journal": {"1": {"format": 1, "generation": 1}}, "t": {"x": {}}}', Reason.BAD_ID),
    ],
)
def test_a_foreign_snapshot_is_refused(folder: Path, content: bytes, reason: Reason) -> None:
    (folder / "data.json").write_bytes(content)
    error = refused(folder)
    assert (error.path, error.line, error.reason) == (folder / "data.json", 0, reason)


def test_a_newer_format_is_refused(folder: Path) -> None:
    (folder / "data.json").write_text('{"_journal": {"1": {"format": 3, "generation": 1}}}')
    before = files(folder)
    with pytest.raises(NewerFormat) as caught:
        open_database(folder)
    assert (caught.value.path, caught.value.found, caught.value.known) == (folder / "data.json", 3, 2)
    assert files(folder) == before


def test_a_missing_journal_is_refused(folder: Path) -> None:
    journal(folder).unlink()
    error = refused(folder)
    assert (error.path, error.reason) == (journal(folder), Reason.MISSING)


def test_a_gap_between_journals_is_refused(folder: Path) -> None:
    (folder / "journal-3.log").touch()
    error = refused(folder)
    assert (error.path, error.reason) == (folder / "journal-2.log", Reason.MISSING)


@pytest.mark.parametrize("other", [None, "journal-2.log"])
def test_journals_without_their_snapshot_are_refused(folder: Path, other: str | None) -> None:
    (folder / "data.json").unlink()
    if other:
        (folder / other).touch()
    error = refused(folder)
    assert (error.path, error.reason) == (folder / "data.json", Reason.MISSING)


def test_a_snapshot_that_is_a_link_to_elsewhere_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "data.json").rename(tmp_path / "elsewhere")
    (folder / "data.json").symlink_to(tmp_path / "elsewhere")
    assert refused(folder).reason is Reason.NO_ACCESS


def test_every_prefix_of_the_last_write_is_cut_off_and_kept_aside(folder: Path, tmp_path: Path) -> None:
    whole = journal(folder).read_bytes()
    start = whole.rindex(b"\n", 0, -1) + 1
    with open_database(copied(folder, tmp_path / "short"), sync_each=False) as db:
        db.remove(doc_ids=[LINES])
        short = contents(db)
    for end in range(start, len(whole)):
        torn = copied(folder, tmp_path / f"torn{end}")
        journal(torn).write_bytes(whole[:end])
        assert contents(read_only(torn)) == short
        assert journal(torn).read_bytes() == whole[:end]
        with open_database(torn) as db:
            assert contents(db) == short
            if end == start:
                assert db.storage.repairs == ()
                continue
            (repair,) = db.storage.repairs
            assert (repair.journal, repair.line, repair.offset) == (journal(torn), LINES, start)
            assert repair.size == end - start
            assert repair.kept == torn / "torn-1-1.part"
            assert repair.kept.read_bytes() == whole[start:end]
            assert db.insert({"after": True}) == LINES
        with open_database(torn) as db:
            assert db.storage.repairs == ()
            assert db.get(doc_id=LINES) == {"after": True}
        shutil.rmtree(torn)


@pytest.mark.parametrize("offset", range(60))
def test_a_last_line_with_a_wrong_byte_is_cut_off(folder: Path, offset: int) -> None:
    whole = bytearray(journal(folder).read_bytes())
    start = whole.rindex(b"\n", 0, -1) + 1
    offset = start + offset % (len(whole) - start)
    whole[offset] ^= 1
    journal(folder).write_bytes(whole)
    with open_database(folder) as db:
        assert len(db) == LINES - 1
        assert db.storage.repairs[0].size == len(whole) - start


def test_several_bad_lines_at_the_end_are_one_torn_end(folder: Path) -> None:
    with journal(folder).open("ab") as file:
        file.write(b"\0" * 50 + b"\n\n" + b"more")
    with open_database(folder) as db:
        assert len(db) == LINES
        assert db.storage.repairs[0].kept.read_bytes() == b"\0" * 50 + b"\n\n" + b"more"


def test_a_second_torn_end_is_kept_beside_the_first(folder: Path) -> None:
    for n in (1, 2):
        with journal(folder).open("ab") as file:
            file.write(b"torn")
        with open_database(folder) as db:
            assert [repair.kept.name for repair in db.storage.repairs] == [f"torn-1-{n}.part"]


def test_ten_thousand_lines_replay(tmp_path: Path) -> None:
    with open_database(tmp_path, sync_each=False) as db:
        for n in range(10_000):
            db.insert({"n": n})
    assert [n for n, _ in reopened(tmp_path)["_default"]] == list(range(1, 10_001))


def test_a_line_is_a_checksum_and_compact_json(folder: Path) -> None:
    first = journal(folder).read_bytes().splitlines()[0]
    assert first == to_line(to_json({"_default": {"put": {"1": {"n": 0, "text": "é0\n"}}}})).rstrip(b"\n")
    assert first == '8313cfe4 {"_default":{"put":{"1":{"n":0,"text":"é0\\n"}}}}'.encode()
    assert fault_in_change({"t": None, "u": {"clear": False, "cut": [], "put": {}}}) is None


def test_a_fresh_folder_left_half_made_by_a_crash_opens(tmp_path: Path) -> None:
    (tmp_path / "journal-1.log").touch()
    (tmp_path / "data.json.new").write_text("{half")
    assert reopened(tmp_path) == {}
    assert not (tmp_path / "data.json.new").exists()
