"""Making conventions, listing and showing them, telling their keys again."""

import json
import tomllib
from pathlib import Path

import pytest

from tests.cli.conftest import PROGRAMME, Made
from tests.cli.terminal import atelier


def everything_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


# --- new --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "line", "key"),
    [
        (PROGRAMME.replace('"Saint-Étienne"', "42"), "ligne 2", "place"),
        (PROGRAMME + "\ncolour = 3\n", "ligne 13", "colour"),
        (PROGRAMME.replace('"TR"', '"DS"'), "ligne 11", "code"),
        (PROGRAMME.replace("2023-09-16", "16/09/2023"), "ligne 3", "dates"),
        (PROGRAMME.replace('"Des droits sans écran"', ""), "ligne 1", ""),
    ],
)
def test_a_wrong_programme_is_refused_with_line_key_and_reason_and_nothing_is_made(
    tmp_path: Path, content: str, line: str, key: str
) -> None:
    (tmp_path / "p.toml").write_text(content, encoding="utf-8")
    told = atelier("new", "p.toml", cwd=tmp_path)
    assert told.code == 2
    assert told.out == ""
    wrong = [one for one in told.err.splitlines() if line in one]
    assert len(wrong) == 1
    assert key in wrong[0]
    assert wrong[0].partition("\u00a0:")[2].strip()
    assert everything_in(tmp_path) == [tmp_path / "p.toml"]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"title = 'x'"])
def test_a_programme_without_a_theme_or_without_letters_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "p.toml").write_bytes(content)
    told = atelier("new", "p.toml", cwd=tmp_path)
    assert (told.code, told.out) == (2, "")
    assert "Traceback" not in told.err
    assert everything_in(tmp_path) == [tmp_path / "p.toml"]


def test_a_programme_that_is_not_there_is_refused_with_what_to_do(tmp_path: Path) -> None:
    told = atelier("new", "nowhere.toml", cwd=tmp_path)
    assert told.code == 2
    assert "nowhere.toml" in told.err
    assert "atelier programme" in told.err


def test_new_prints_the_slug_for_scripts_and_the_links_for_people(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(PROGRAMME, encoding="utf-8")
    told = atelier("new", "p.toml", cwd=tmp_path)
    assert told.code == 0
    slug = told.out.strip()
    assert slug.startswith("des-droits-sans-ecran-")
    assert [one.name for one in (tmp_path / "sessions").iterdir() if one.is_dir()] == [slug]
    assert told.err.count("/r/") == 4
    assert "atelier serve" in told.err


def test_new_tells_machines_the_slug_and_the_four_keys_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "p.toml").write_text(PROGRAMME, encoding="utf-8")
    told = atelier("new", "--json", "p.toml", cwd=tmp_path)
    answer = json.loads(told.out)
    assert answer.keys() == {"slug", "keys"}
    assert answer["keys"].keys() == {"host", "facilitator", "secretary", "wall"}
    assert len(set(answer["keys"].values())) == 4
    stored = b"".join(one.read_bytes() for one in (tmp_path / "sessions").rglob("*") if one.is_file())
    assert [key for key in answer["keys"].values() if key.encode() in stored] == []


def test_the_same_programme_twice_is_two_conventions(made: Made) -> None:
    told = atelier("new", "programme.toml", cwd=made.cwd)
    assert told.code == 0
    assert told.out.strip() != made.slug


# --- programme --------------------------------------------------------------


def test_the_example_programme_is_never_written_over_a_file(tmp_path: Path) -> None:
    first = atelier("programme", cwd=tmp_path)
    written = (tmp_path / "programme.toml").read_bytes()
    (tmp_path / "programme.toml").write_bytes(written + b"# mine\n")
    second = atelier("programme", cwd=tmp_path)
    assert (first.code, second.code) == (0, 1)
    assert "programme.toml" in second.err
    assert "atelier programme programme-2.toml" in second.err
    assert (tmp_path / "programme.toml").read_bytes() == written + b"# mine\n"


def test_the_example_programme_is_accepted_as_it_is_and_has_seven_themes(tmp_path: Path) -> None:
    assert atelier("programme", "mine.toml", cwd=tmp_path).code == 0
    content = (tmp_path / "mine.toml").read_text(encoding="utf-8")
    assert len(tomllib.loads(content)["theme"]) == 7
    assert atelier("new", "mine.toml", cwd=tmp_path).code == 0
    assert atelier("programme", "-", cwd=tmp_path).out == content


# --- list, show -------------------------------------------------------------


def test_a_list_of_nothing_says_how_to_begin(tmp_path: Path) -> None:
    told = atelier("list", cwd=tmp_path)
    assert (told.code, told.out) == (0, "")
    assert "atelier programme" in told.err


def test_a_convention_is_listed_and_shown_with_its_counts(made: Made) -> None:
    (line,) = atelier("list", cwd=made.cwd).out.splitlines()
    assert made.slug in line
    assert "0 carte, 0 énoncé, ouverte" in line
    shown = atelier("show", made.slug, cwd=made.cwd).out
    assert "samedi 16 septembre 2023" in shown
    assert "DS  Droits sociaux  0 carte, 0 énoncé" in shown
    assert "0 carte reçue = 0 dans un énoncé + 0 à placer + 0 mise de côté + 0 retirée" in shown


def test_a_broken_convention_is_listed_with_what_is_wrong_and_the_others_as_usual(made: Made) -> None:
    other = atelier("new", "programme.toml", cwd=made.cwd).out.strip()
    (made.folder / "data.json").write_bytes(b"{")
    told = atelier("list", cwd=made.cwd)
    assert told.code == 0
    lines = dict(line.split("  ", 1) for line in told.out.splitlines())
    assert lines[made.slug].startswith("!")
    assert "data.json" in lines[made.slug]
    assert "ouverte" in lines[other]


@pytest.mark.parametrize(
    ("command", "slug"),
    [
        ("show", "nothing"),
        ("keys", "nothing"),
        ("export", "../sessions"),
        ("check", "nothing"),
        ("check", "/etc"),
        ("check", "DES-DROITS"),
        ("show", ""),
    ],
)
def test_an_unknown_convention_is_refused_with_the_names_there_are(
    made: Made, command: str, slug: str
) -> None:
    told = atelier(command, slug, cwd=made.cwd)
    assert (told.code, told.out) == (1, "")
    assert made.slug in told.err
    assert "Traceback" not in told.err


def test_the_beginning_of_a_name_is_enough_when_there_is_only_one(made: Made) -> None:
    assert made.slug in atelier("show", made.slug[:6], cwd=made.cwd).out


# --- keys -------------------------------------------------------------------


def test_keys_are_told_again_as_links_and_as_codes(made: Made) -> None:
    told = atelier("keys", made.slug, "--port", "8080", cwd=made.cwd)
    assert told.code == 0
    for key in made.keys.values():
        assert f":8080/r/{key}\n" in told.out
    assert told.out.count("▄▄▄▄▄") >= 4


def test_a_revoked_key_is_told_no_more_and_the_others_stay(made: Made) -> None:
    told = atelier("keys", made.slug, "--revoke", "facilitator", cwd=made.cwd)
    assert told.code == 0
    assert made.keys["facilitator"] not in told.out
    for role in ("host", "secretary", "wall"):
        assert made.keys[role] in told.out
    assert told.out.count("/r/") == 4
    assert atelier("keys", made.slug, cwd=made.cwd).out == told.out


def test_a_role_that_is_not_one_is_refused(made: Made) -> None:
    for role in ("participant", "boss"):
        told = atelier("keys", made.slug, "--revoke", role, cwd=made.cwd)
        assert (told.code, told.out) == (2, "")
