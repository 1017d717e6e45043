"""`export` and `check`: what is written, what is found."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from atelier.cli import documents
from atelier.exchange.documents import DOCUMENTS
from atelier.exchange.extras import Extra
from atelier.live.exports import BUNDLE, FORMATS
from tests.cli.conftest import Made
from tests.cli.terminal import atelier


def flip(path: Path, at: int) -> None:
    """One bit of one byte, as an old card does."""
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(bytes(content))


# --- export -----------------------------------------------------------------


def test_a_format_there_is_not_is_refused_with_those_there_are(made: Made) -> None:
    told = atelier("export", made.slug, "--format", "md,epub", cwd=made.cwd)
    assert (told.code, told.out) == (2, "")
    assert "epub" in told.err
    assert all(one in told.err for one in FORMATS)
    assert not (made.cwd / "exports").exists()


def test_a_format_that_needs_a_package_that_is_not_here_says_how_to_bring_it(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "FORMATS", ("md",))
    monkeypatch.setattr(documents, "MISSING", {"odt": Extra.OFFICE})
    sessions = str(made.folder.parent)
    told = CliRunner().invoke(documents.export, [made.slug, "--format", "odt", "--sessions", sessions])
    assert told.exit_code == 1
    assert "pip install '.[office]'" in str(told.exception)


@pytest.mark.parametrize("formats", [None, *FORMATS, "all", "md,csv"])
def test_each_format_writes_its_files_and_no_other(made: Made, formats: str | None) -> None:
    asked = ("--format", formats) if formats else ()
    told = atelier("export", made.slug, *asked, cwd=made.cwd)
    wanted = set(FORMATS) if formats == "all" else set((formats or "md").split(","))
    expected = sorted(name for name, kind in DOCUMENTS.items() if kind.format in wanted)
    if BUNDLE in wanted:
        expected = sorted(
            [*expected, next(Path(one).name for one in told.out.split() if one.endswith(".zip"))]
        )
    folder = made.cwd / "exports" / made.slug
    assert told.code == 0
    assert sorted(one.name for one in folder.iterdir()) == expected
    assert sorted(Path(line).name for line in told.out.splitlines()) == expected
    if "cahier.json" in expected:
        assert json.loads((folder / "cahier.json").read_text(encoding="utf-8"))


def test_the_same_convention_is_exported_twice_to_the_same_bytes(made: Made) -> None:
    folder = made.cwd / "exports" / made.slug
    atelier("export", made.slug, "--format", "all", cwd=made.cwd)
    first = {one.name: one.read_bytes() for one in folder.iterdir()}
    atelier("export", made.slug, "--format", "all", cwd=made.cwd)
    assert {one.name: one.read_bytes() for one in folder.iterdir()} == first


def test_another_file_that_has_its_name_is_kept_under_its_day(made: Made) -> None:
    folder = made.cwd / "exports" / made.slug
    atelier("export", made.slug, cwd=made.cwd)
    (folder / "cahier.md").write_text("corrigé à la main")
    os.utime(folder / "cahier.md", (1_694_865_600, 1_694_865_600))
    for _ in range(2):
        told = atelier("export", made.slug, cwd=made.cwd)
        assert told.code == 0
    assert sorted(one.name for one in folder.iterdir()) == ["cahier-2023-09-16-1200.md", "cahier.md"]
    assert (folder / "cahier-2023-09-16-1200.md").read_text() == "corrigé à la main"
    assert "tout pareil" in told.err
    (folder / "cahier.md").write_text("encore")
    os.utime(folder / "cahier.md", (1_694_865_600, 1_694_865_600))
    told = atelier("export", made.slug, cwd=made.cwd)
    assert "cahier-2023-09-16-1200-2.md" in told.err
    assert (folder / "cahier-2023-09-16-1200-2.md").read_text() == "encore"


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(made: Made) -> None:
    (made.cwd / "exports").write_text("a file stands there")
    told = atelier("export", made.slug, cwd=made.cwd)
    assert (told.code, told.out) == (1, "")
    assert "--exports" in told.err
    assert "Errno" not in told.err


# --- check ------------------------------------------------------------------


def test_a_sound_convention_is_said_to_be(made: Made) -> None:
    told = atelier("check", made.slug, cwd=made.cwd)
    assert (told.code, told.err) == (0, "")
    assert "tout est en ordre. 1 événement, 0 carte." in told.out


def contents(folder: Path) -> dict[Path, bytes]:
    return {one: one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def test_one_bit_that_changed_in_a_line_is_found_at_that_line_and_nothing_is_touched(made: Made) -> None:
    for _ in range(2):
        assert atelier("keys", made.slug, "--revoke", "wall", cwd=made.cwd).code == 0
    (journal,) = made.folder.glob("journal-*.log")
    flip(journal, 40)
    before = contents(made.folder)
    told = atelier("check", made.slug, cwd=made.cwd)
    assert told.code == 1
    assert f"{journal.name}, ligne 1" in told.out
    assert "backups" in told.err
    assert "Traceback" not in told.err
    assert contents(made.folder) == before


@pytest.mark.parametrize("where", [0, 1, -2])
def test_a_snapshot_that_can_no_longer_be_read_is_found(made: Made, where: int) -> None:
    flip(made.folder / "data.json", where)
    before = contents(made.folder)
    told = atelier("check", made.slug, cwd=made.cwd)
    assert told.code == 1
    assert "data.json" in told.out
    assert "backups" in told.err
    assert contents(made.folder) == before


def test_a_letter_that_changed_inside_a_snapshot_is_found(made: Made) -> None:
    path = made.folder / "data.json"
    path.write_bytes(path.read_bytes().replace(b"Droits sociaux", b"Droits socieux"))
    told = atelier("check", made.slug, cwd=made.cwd)
    assert told.code == 1
    assert "abîmé ou modifié" in told.out


def test_a_file_that_is_gone_is_found(made: Made) -> None:
    (made.folder / "data.json").unlink()
    (made.folder / "journal-9.log").write_bytes(b"x\n")
    told = atelier("check", made.slug, cwd=made.cwd)
    assert told.code == 1
    assert "Traceback" not in told.err
