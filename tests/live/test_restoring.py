"""A convention from its bundle, on another machine."""

import io
from pathlib import Path

import pytest

from atelier.demonstration import play
from atelier.domain.evolve import replay
from atelier.live.restoring import here_already, restore
from atelier.store.bundle import Bundle, write_bundle
from atelier.store.checking import check
from atelier.store.folders import list_slugs, read_folder
from atelier.store.unbundling import read_bundle

NAME = "k3f9z"
LOG = play(closed=False, id=NAME)


def bundle(slug: str = f"des-droits-{NAME}") -> Bundle:
    return read_bundle(io.BytesIO(write_bundle(slug, LOG)))


def test_it_is_as_it_was_with_keys_of_this_machine(tmp_path: Path) -> None:
    created = restore(tmp_path, bundle())
    assert created.slug == f"des-droits-{NAME}"
    assert len(created.keys) == 4
    assert check(tmp_path / created.slug) == ()
    assert replay(read_folder(tmp_path, created.slug).log.read()) == bundle().state
    assert here_already(tmp_path, NAME) == created.slug


@pytest.mark.parametrize("slug", ["host", "api", "demonstration", "another-aaaaa"])
def test_a_bundle_does_not_choose_the_name_of_a_page(tmp_path: Path, slug: str) -> None:
    assert restore(tmp_path, bundle(slug)).slug == f"des-droits-sans-ecran-{NAME}"


def test_a_name_that_is_taken_is_not_taken_twice(tmp_path: Path) -> None:
    restore(tmp_path, bundle())
    assert restore(tmp_path, bundle()).slug == f"des-droits-sans-ecran-{NAME}"


def test_folders_that_cannot_be_read_do_not_hide_the_others(tmp_path: Path) -> None:
    created = restore(tmp_path, bundle())
    for name in ("a-broken", "z-broken"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "data.json").write_text("{")
    assert here_already(tmp_path, NAME) == created.slug
    assert here_already(tmp_path, "aaaaa") is None
    assert len(list_slugs(tmp_path)) == 3
