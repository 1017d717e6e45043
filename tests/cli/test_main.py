"""What every command has in common: the language, the exit codes, errors in one sentence."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Made
from tests.cli.terminal import atelier


def test_a_command_that_does_not_exist_is_refused_with_those_that_do(tmp_path: Path) -> None:
    told = atelier("frobnicate", cwd=tmp_path)
    assert (told.code, told.out) == (2, "")
    for known in ("serve", "new", "programme", "list", "show", "keys", "export", "check"):
        assert known in told.err
    assert "atelier --help" in told.err


@pytest.mark.parametrize("lang", ["fr_FR.UTF-8", "de_DE.UTF-8", "C", ""])
def test_the_terminal_speaks_french_where_nothing_says_otherwise(made: Made, lang: str) -> None:
    assert "Aucune convention ne s’appelle" in atelier("show", "none", cwd=made.cwd, lang=lang).err


def test_the_terminal_speaks_english_where_the_system_does(made: Made) -> None:
    told = atelier("show", "none", cwd=made.cwd, lang="en_GB.UTF-8")
    assert "No convention is called" in told.err
    assert "Sunday" not in atelier("list", cwd=made.cwd, lang="en_GB.UTF-8").out
    assert "Saturday 16 September 2023" in atelier("show", made.slug, cwd=made.cwd, lang="en_GB.UTF-8").out


@pytest.mark.parametrize("asked", [("list",), ("--debug", "list"), ("list", "--debug")])
def test_the_inside_of_an_error_is_shown_only_to_whoever_asks(made: Made, asked: tuple[str, ...]) -> None:
    (made.cwd / "sessions" / ".machine-secret").unlink()
    (made.cwd / "sessions" / ".machine-secret").mkdir()
    command = [one if one != "list" else "keys" for one in asked]
    told = atelier(*command, made.slug, cwd=made.cwd)
    assert told.code == 1
    assert ("Traceback" in told.err) == ("--debug" in asked)
    assert "--debug" in told.err or "--debug" in asked


def test_help_and_version_are_results(tmp_path: Path) -> None:
    for asked in (("--help",), ("-h",), ("new", "--help"), ("--version",)):
        told = atelier(*asked, cwd=tmp_path)
        assert (told.code, told.err) == (0, "")
        assert told.out
    assert "Utilisation : atelier new " in _plain(atelier("new", "--help", cwd=tmp_path).out)


def _plain(told: str) -> str:
    """With common spaces where French has its own, and on one line."""
    return " ".join(told.split())


_COMMANDS = ("serve", "new", "programme", "list", "show", "keys", "export", "check", "import", "erase")
_ENGLISH = re.compile(r"\b(Usage|Commands|Show|Where|default|Write|the|The|For)\b")
_FRENCH = re.compile(r"\b(Utilisation|Commandes|Montrer|Le|La|par défaut|Pour|une)\b")


@pytest.mark.parametrize("command", ["", *_COMMANDS])
def test_help_is_whole_in_the_language_of_the_machine(tmp_path: Path, command: str) -> None:
    asked = (*filter(None, [command]), "--help")
    french, english = (
        _plain(atelier(*asked, cwd=tmp_path, lang=lang).out) for lang in ("fr_FR.UTF-8", "en_GB.UTF-8")
    )
    assert "Utilisation : atelier" in french
    assert "Usage: atelier" in english
    assert _ENGLISH.search(french) is None
    assert _FRENCH.search(english) is None


def test_the_language_asked_for_is_stronger_than_that_of_the_machine(tmp_path: Path) -> None:
    assert "Usage: atelier serve" in atelier("serve", "--lang", "en", "--help", cwd=tmp_path).out
    assert "Usage: atelier serve" in atelier("serve", "--lang=en", "--help", cwd=tmp_path).out
    told = _plain(atelier("serve", "--lang=fr", "--help", cwd=tmp_path, lang="en_GB.UTF-8").out)
    assert "Utilisation : atelier serve" in told


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("new",), "Il manque"),
        (("--frob",), "L’option --frob n’existe pas."),
        (("list", "a", "b"), "Il y a des mots de trop : a b."),
        (("serve", "--port", "x"), "« x » n’est pas un nombre entier."),
        (("serve", "--port", "70000"), "70000 n’est pas possible : 0<=x<=65535."),
        (("keys", "a", "--revoke", "z"), "« z » n’en est pas."),
        (("keys", "a", "--revoke"), "L’option --revoke demande une valeur."),
    ],
)
def test_what_was_asked_wrongly_is_told_in_french(tmp_path: Path, asked: tuple[str, ...], said: str) -> None:
    told = atelier(*asked, cwd=tmp_path)
    assert told.code == 2
    assert said in _plain(told.err)
