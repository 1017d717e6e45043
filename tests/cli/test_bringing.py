"""`import`: a bundle from another machine, and why it is refused."""

from pathlib import Path

import pytest

from tests.cli.conftest import Made
from tests.cli.terminal import Told, atelier


def bundle_of(made: Made) -> Path:
    told = atelier("export", made.slug, "--format", "bundle", cwd=made.cwd)
    assert told.code == 0, told.err
    return (made.cwd / told.out.strip()).resolve()


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
    assert f"--into {made.slug}" in told.err
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
