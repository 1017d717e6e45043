"""`erase`: for real, once its name was typed, and written down."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from atelier.cahier.content import short
from tests.cli.conftest import Made
from tests.cli.terminal import ROOT, Serving, atelier

WORDS = "Droits sociaux"


def holding(folder: Path, words: str) -> list[str]:
    return [str(one) for one in folder.rglob("*") if one.is_file() and words.encode() in one.read_bytes()]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((), "Personne n’est là pour confirmer"),
        (("--yes-erase", "autre"), "Ce n’est pas son nom"),
        (("--yes-erase", ""), "Ce n’est pas son nom"),
    ],
)
def test_without_its_name_nothing_is_erased(made: Made, given: tuple[str, ...], told: str) -> None:
    said = atelier("erase", made.slug, *given, cwd=made.cwd)
    assert (said.code, said.out) == (1, "")
    assert told in said.err
    assert atelier("check", made.slug, cwd=made.cwd).code == 0


def test_the_beginning_of_its_name_is_not_enough(made: Made) -> None:
    said = atelier("erase", made.slug[:8], "--yes-erase", made.slug[:8], cwd=made.cwd)
    assert said.code == 1
    assert made.slug in said.err
    assert made.folder.is_dir()


def test_while_it_is_served_it_is_not_erased(made: Made) -> None:
    with Serving(cwd=made.cwd):
        said = atelier("erase", made.slug, "--yes-erase", made.slug, cwd=made.cwd)
        assert said.code == 1
        assert "Arrêtez-le d’abord" in said.err
        assert made.folder.is_dir()


def test_erased_nothing_of_it_is_left_but_a_line_without_a_word_of_it(made: Made) -> None:
    atelier("export", made.slug, cwd=made.cwd)
    said = atelier("erase", made.slug, "--yes-erase", made.slug, cwd=made.cwd)
    assert said.code == 0, said.err
    assert "est effacée : 0 carte" in " ".join(said.out.split())
    assert f"exports/{made.slug}" in said.err
    assert not made.folder.exists()
    assert holding(made.cwd / "sessions", WORDS) == []
    assert (made.cwd / "exports" / made.slug / "cahier.md").is_file()
    (line,) = [
        one
        for one in (made.cwd / "sessions" / "erased.md").read_text("utf-8").splitlines()
        if made.slug in one
    ]
    printed = next(one for one in said.err.splitlines() if "Empreinte" in one)
    digest = line.split("fingerprint ")[1].split()[0]
    assert short(digest) in printed
    assert atelier("list", cwd=made.cwd).out == ""


def test_what_was_exported_goes_too_when_that_is_asked(made: Made) -> None:
    atelier("export", made.slug, cwd=made.cwd)
    said = atelier("erase", made.slug, "--yes-erase", made.slug, "--with-exports", cwd=made.cwd)
    assert said.code == 0
    assert not (made.cwd / "exports" / made.slug).exists()
    assert holding(made.cwd / "sessions", WORDS) == []


def test_one_that_can_no_longer_be_read_is_erased_all_the_same(made: Made) -> None:
    (made.folder / "data.json").write_bytes(b"{")
    said = atelier("erase", made.slug, "--yes-erase", made.slug, cwd=made.cwd)
    assert said.code == 0
    assert not made.folder.exists()
    assert "unreadable" in (made.cwd / "sessions" / "erased.md").read_text("utf-8")


@pytest.mark.parametrize("typed_right", [True, False])
def test_at_a_terminal_its_name_is_asked_for(made: Made, typed_right: bool) -> None:
    here, there = pty.openpty()
    asked = subprocess.Popen(
        [sys.executable, "-m", "atelier", "erase", made.slug],
        cwd=made.cwd,
        env={**os.environ, "LANG": "fr_FR.UTF-8", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdin=there,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    os.write(here, f"{made.slug if typed_right else 'non'}\n".encode())
    said, _ = asked.communicate(timeout=30)
    os.close(here)
    os.close(there)
    assert "tapez le nom de la convention" in said
    assert (asked.returncode == 0, made.folder.exists()) == (typed_right, not typed_right), said
