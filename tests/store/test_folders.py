"""One folder a convention, whatever its title says."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier.store.errors import CannotWrite, Reason, Unreadable
from atelier.store.folders import (
    list_slugs,
    make_new_folder,
    new_slug,
    open_folder,
    read_folder,
    remove_folder,
)
from tests.store.folder_bytes import files
from tests.store.recorded import SLUG, Recorded, opened

SLUG_SHAPE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*-k3f9z")


@pytest.mark.parametrize(
    "slug",
    [
        "",
        "..",
        "../etc",
        "a/b",
        "a\\b",
        "/etc",
        ".hidden",
        "-dash",
        "UPPER",
        "a b",
        "é",
        "a\n",
        "a\0",
        "a" * 99,
    ],
)
def test_a_name_that_is_not_ours_is_no_path(tmp_path: Path, slug: str) -> None:
    for attempt in (open_folder, read_folder, make_new_folder):
        with pytest.raises(FileNotFoundError):
            attempt(tmp_path, slug)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Des droits sans écran", "des-droits-sans-ecran-k3f9z"),
        ("../../etc/passwd", "etc-passwd-k3f9z"),
        ("…", "convention-k3f9z"),
        ("", "convention-k3f9z"),
        ("💥 / 💥", "convention-k3f9z"),
        ("CON", "con-k3f9z"),
        ("-rf", "rf-k3f9z"),
        ("demonstration", "demonstration-k3f9z"),
        ("L’été, à Saint-Étienne", "l-ete-a-saint-etienne-k3f9z"),
        ("L'été, à Saint-Étienne", "l-ete-a-saint-etienne-k3f9z"),
        ("a" * 500, f"{'a' * 40}-k3f9z"),
        (
            "Déclaration des droits de la personne et du citoyen",
            "declaration-des-droits-de-la-personne-et-k3f9z",
        ),
    ],
)
def test_a_title_makes_a_name_that_is_never_a_path(title: str, slug: str) -> None:
    assert new_slug(title, "k3f9z") == slug


def test_a_title_in_another_script_has_a_name_to_read_aloud() -> None:
    assert SLUG_SHAPE.fullmatch(new_slug("الحقوق الاجتماعية", "k3f9z"))
    assert new_slug("الحقوق الاجتماعية", "k3f9z") != "convention-k3f9z"


@given(st.text(max_size=500))
def test_any_title_makes_a_folder_name(title: str) -> None:
    slug = new_slug(title, "k3f9z")
    assert SLUG_SHAPE.fullmatch(slug)
    assert len(slug) <= 46


def test_what_is_not_a_convention_is_passed_over(tmp_path: Path) -> None:
    assert list_slugs(tmp_path / "none") == []
    opened(tmp_path).close()
    (tmp_path / "notes").mkdir()
    (tmp_path / "half-made").mkdir()
    (tmp_path / "half-made" / "journal-1.log").touch()
    (tmp_path / "file").write_text("data.json")
    for name in (".hidden", "Not ours", "a.b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "data.json").write_text("{}")
    assert list_slugs(tmp_path) == [SLUG]


def test_a_convention_that_lost_its_snapshot_is_listed_and_says_so(tmp_path: Path) -> None:
    folder = opened(tmp_path)
    Recorded(folder.log)
    folder.close()
    (folder.path / "data.json").unlink()
    assert list_slugs(tmp_path) == [SLUG]
    for attempt in (open_folder, read_folder):
        with pytest.raises(Unreadable) as caught:
            attempt(tmp_path, SLUG)
        assert caught.value.reason is Reason.MISSING


def test_a_folder_we_may_not_enter_is_listed_and_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(tmp_path).close()
    (tmp_path / "closed-k3f9z").mkdir()
    real = Path.exists

    def exists(path: Path) -> bool:
        if path.parent.name == "closed-k3f9z":
            raise PermissionError(path)
        return real(path)

    monkeypatch.setattr(Path, "exists", exists)
    assert list_slugs(tmp_path) == ["closed-k3f9z", SLUG]


def test_a_name_that_is_taken_is_refused_and_what_is_there_stays(tmp_path: Path) -> None:
    folder = opened(tmp_path)
    Recorded(folder.log)
    folder.close()
    before = files(folder.path)
    with pytest.raises(CannotWrite):
        make_new_folder(tmp_path, SLUG)
    assert files(folder.path) == before


def test_a_new_folder_is_for_its_owner_alone_and_its_name_is_durable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr("atelier.store.folders.sync_folder", synced.append)
    made = make_new_folder(tmp_path / "sessions", SLUG)
    assert made == tmp_path / "sessions" / SLUG
    assert made.stat().st_mode & 0o777 == 0o700
    assert synced == [tmp_path / "sessions"]


def test_a_new_folder_whose_name_cannot_be_made_durable_is_not_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("atelier.store.folders.sync_folder", full)
    with pytest.raises(CannotWrite):
        make_new_folder(tmp_path / "sessions", SLUG)
    assert files(tmp_path / "sessions") == {}
    assert not (tmp_path / "sessions" / SLUG).exists()


def test_nothing_half_made_stays(tmp_path: Path) -> None:
    folder = opened(tmp_path)
    Recorded(folder.log)
    folder.close()
    remove_folder(folder.path)
    remove_folder(folder.path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_not_made_to_be_read(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        read_folder(tmp_path, SLUG)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_read_says_where_it_is(tmp_path: Path) -> None:
    held = opened(tmp_path)
    read = read_folder(tmp_path, SLUG)
    assert (read.slug, read.path) == (held.slug, held.path) == (SLUG, tmp_path / SLUG)
    held.close()
