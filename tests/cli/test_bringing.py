"""`import`: a bundle from another machine, and why it is refused."""

from pathlib import Path

import pytest

from atelier.demonstration import play
from atelier.live.creation import found
from tests.cli.conftest import Made
from tests.cli.terminal import Serving, Told, atelier


def bundle_of(made: Made) -> Path:
    told = atelier("export", made.slug, "--format", "bundle", cwd=made.cwd)
    assert told.code == 0, told.err
    return (made.cwd / told.out.strip()).resolve()


def room(folder: Path, name: str) -> Path:
    """A machine with the demonstration day under an id of its own, and its bundle."""
    folder.mkdir()
    found(folder / "sessions", f"salle-{name}", name, play(closed=False, id=name))
    told = atelier("export", f"salle-{name}", "--format", "bundle,json", cwd=folder)
    assert told.code == 0, told.err
    return next((folder / "exports" / f"salle-{name}").glob("*.zip"))


def counted(cwd: Path, slug: str) -> str:
    told = atelier("check", slug, cwd=cwd)
    assert told.code == 0, told.err
    return told.out


def elsewhere(made: Made, *arguments: str | Path) -> Told:
    """On another machine."""
    (made.cwd / "other").mkdir(exist_ok=True)
    return atelier(*arguments, cwd=made.cwd / "other")


def test_a_bundle_is_a_convention_of_its_own_where_it_is_not_yet(made: Made) -> None:
    told = elsewhere(made, "import", bundle_of(made))
    assert (told.code, told.out.strip()) == (0, made.slug)
    assert not any(key in told.err for key in made.keys.values())
    there = made.cwd / "other"
    assert atelier("check", made.slug, cwd=there).code == 0
    for name in ("cahier.md", "cahier.json"):
        for place in (made.cwd, there):
            assert atelier("export", made.slug, "--format", "md,json", cwd=place).code == 0
        assert (there / "exports" / made.slug / name).read_bytes() == (
            made.cwd / "exports" / made.slug / name
        ).read_bytes()
    again = atelier("export", made.slug, "--format", "bundle", cwd=there)
    assert (there / again.out.strip()).read_bytes() == bundle_of(made).read_bytes()


def test_one_that_is_here_already_is_not_made_twice(made: Made) -> None:
    told = atelier("import", bundle_of(made), cwd=made.cwd)
    assert (told.code, told.out) == (1, "")
    assert made.slug in told.err
    assert "--into" in told.err
    assert len(atelier("list", cwd=made.cwd).out.splitlines()) == 1


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda content: content[: len(content) // 2], "abîmée"),
        (lambda content: content.replace(b"Droits sociaux", b"Droits socieux"), "abîmée"),
        (lambda content: content.replace(b'"format": 1', b'"format": 9'), "abîmée"),
        (lambda content: b"PK", "Ce n’est pas une archive"),
        (lambda content: b"", "Ce n’est pas une archive"),
        (lambda content: content.replace(b"manifest.json", b"../../../../x"), "dangereuse"),
    ],
)
def test_one_that_is_not_sound_is_refused_whole_in_a_sentence(made: Made, spoil: object, why: str) -> None:
    spoilt = made.cwd / "abîmé.zip"
    spoilt.write_bytes(spoil(bundle_of(made).read_bytes()))  # type: ignore[operator]
    told = elsewhere(made, "import", spoilt)
    assert (told.code, told.out) == (1, "")
    assert why in told.err
    assert "Rien n’a été importé" in told.err
    assert "Traceback" not in told.err
    assert not (made.cwd / "other" / "sessions").exists()


def test_a_file_that_is_not_there_is_told(made: Made) -> None:
    told = elsewhere(made, "import", "rien.zip")
    assert told.code == 2
    assert "rien.zip" in told.err


# --- Several rooms ----------------------------------------------------------


def test_three_rooms_become_one_and_importing_twice_changes_nothing(made: Made) -> None:
    bundles = [room(made.cwd / name, name * 5) for name in "abc"]
    for bundle in bundles:
        told = atelier("import", bundle, "--into", made.slug, cwd=made.cwd)
        assert told.code == 0, told.err
        assert "69 cartes" in told.out
        assert "s’écrit" in told.err  # how its numbers are read here
    whole = counted(made.cwd, made.slug)
    assert f"{3 * 69} cartes" in whole
    for bundle in reversed(bundles):
        told = atelier("import", bundle, "--into", made.slug, cwd=made.cwd)
        assert told.code == 0
        assert "Tout est déjà ici" in told.out
    assert counted(made.cwd, made.slug) == whole
    told = elsewhere(made, "import", bundle_of(made))
    assert told.code == 0, told.err
    assert counted(made.cwd / "other", made.slug).split(",")[-1] == whole.split(",")[-1]


def test_a_convention_is_not_merged_with_itself(made: Made) -> None:
    before = counted(made.cwd, made.slug)
    told = atelier("import", bundle_of(made), "--into", made.slug, cwd=made.cwd)
    assert (told.code, told.out) == (1, "")
    assert "Rien n’a été importé" in told.err
    assert counted(made.cwd, made.slug) == before


def test_nothing_is_imported_into_one_that_is_being_served(made: Made) -> None:
    bundle = room(made.cwd / "a", "aaaaa")
    with Serving(cwd=made.cwd):
        told = atelier("import", bundle, "--into", made.slug, cwd=made.cwd)
    assert told.code == 1
    assert "Arrêtez-le d’abord" in told.err


# --- An earlier convention --------------------------------------------------


def test_an_earlier_cahier_begins_the_next_convention_from_either_of_its_files(made: Made) -> None:
    bundle = room(made.cwd / "a", "aaaaa")
    told = elsewhere(made, "import", bundle.parent / "cahier.json")
    assert told.code == 0, told.err
    slug = told.out.split()[0]
    assert "énoncés d’un cahier précédent" in told.out
    there = made.cwd / "other"
    before = counted(there, slug)
    told = elsewhere(made, "import", bundle, "--as-start", "--into", slug)
    assert told.code == 0
    assert "Tout est déjà ici" in told.out
    assert counted(there, slug) == before


@pytest.mark.parametrize(
    ("content", "why"),
    [("{", "Ce n’est pas un cahier"), ("{}", "Ce n’est pas un cahier"), ('{"format": 7}', "plus récente")],
)
def test_what_is_no_cahier_is_refused_in_a_sentence(made: Made, content: str, why: str) -> None:
    (made.cwd / "cahier.json").write_text(content)
    told = elsewhere(made, "import", made.cwd / "cahier.json")
    assert (told.code, told.out) == (1, "")
    assert why in told.err
    assert not (made.cwd / "other" / "sessions").exists()
