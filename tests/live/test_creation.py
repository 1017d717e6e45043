"""A convention is made whole, or not at all."""

import dataclasses
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from atelier.domain import commands
from atelier.domain.evolve import replay
from atelier.domain.refusals import Because, Refusal
from atelier.domain.words import Role
from atelier.live.creation import Created, create, found
from atelier.store.errors import CannotWrite, StoreError
from atelier.store.folders import list_slugs, read_folder
from atelier.store.keyring import KEY_ROLES
from tests.domain.play import ANA, DS, PROGRAMME, Play
from tests.live.fakes import NOON, at_noon
from tests.store.folder_bytes import files
from tests.store.recorded import holding

CALLS = ("open", "write", "fsync", "fdatasync", "replace", "mkdir")


def made(sessions: Path, title: str = "Convention") -> Created:
    created = create(sessions, dataclasses.replace(PROGRAMME, title=title), at_noon)
    assert isinstance(created, Created)
    return created


def test_a_programme_without_a_theme_is_refused_and_makes_no_folder(tmp_path: Path) -> None:
    refused = create(tmp_path, dataclasses.replace(PROGRAMME, themes=()), at_noon)
    assert refused == Refusal(because=Because.NOTHING_CHOSEN, field="themes")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_refused_and_kept(tmp_path: Path) -> None:
    created = made(tmp_path)
    before = files(tmp_path)
    with pytest.raises(CannotWrite):
        found(tmp_path, created.slug, "other", Play().log)
    assert files(tmp_path) == before


def test_a_convention_is_its_first_event_and_its_keys(tmp_path: Path) -> None:
    created = made(tmp_path, "Des droits sans écran")
    folder = read_folder(tmp_path, created.slug)
    state = replay(folder.log.read())
    assert (state.title, next(iter(state.themes)), state.created) == ("Des droits sans écran", DS, NOON)
    assert created.slug == f"des-droits-sans-ecran-{state.id}"
    assert list(created.keys) == list(KEY_ROLES)
    for role, key in created.keys.items():
        grant = folder.keys.grant_of(key)
        assert grant is not None
        assert (grant.role, grant.themes) == (role, None)
        assert holding(tmp_path, key) == []


def test_two_conventions_of_the_same_title_differ_in_all_that_opens_them(tmp_path: Path) -> None:
    one, other = made(tmp_path), made(tmp_path)
    assert list_slugs(tmp_path) == sorted([one.slug, other.slug])
    assert one.slug != other.slug
    assert not set(one.keys.values()) & set(other.keys.values())
    assert read_folder(tmp_path, other.slug).keys.grant_of(one.keys[Role.HOST]) is None


@pytest.mark.parametrize(
    "title", ["../../etc/passwd", "…", "الحقوق الاجتماعية", "CON", "é" * 120, "demonstration"]
)
def test_a_title_never_leads_out_of_the_sessions(tmp_path: Path, title: str) -> None:
    created = made(tmp_path / "sessions", title)
    assert list_slugs(tmp_path / "sessions") == [created.slug]
    assert [path.name for path in tmp_path.iterdir()] == ["sessions"]


def test_a_whole_log_is_taken_over(tmp_path: Path) -> None:
    play = Play()
    card = play.post("à retirer")
    play.do(commands.WithdrawCard(card=card), ANA)
    created = found(tmp_path, "copy-k3f9z", "k3f9z", play.kept)
    assert list(read_folder(tmp_path, created.slug).log.read()) == play.kept
    assert holding(tmp_path, "à retirer") == []


class Full:
    """A disk that takes `left` calls, then refuses everything."""

    def __init__(self, left: int, patch: pytest.MonkeyPatch) -> None:
        self.left = left
        for call in CALLS:
            patch.setattr(os, call, self._counted(getattr(os, call)))

    def _counted(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *args: Any, **kwargs: Any) -> Any:
            reading = real.__name__ == "open" and not args[0] & (os.O_CREAT | os.O_WRONLY | os.O_RDWR)
            if not reading:
                self.left -= 1
            if self.left < 0 and not reading:
                raise OSError(28, "No space left on device")
            return real(path, *args, **kwargs)

        return call


def test_a_disk_that_fails_at_any_step_leaves_no_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for steps in range(200):
        sessions = tmp_path / str(steps)
        with monkeypatch.context() as patch:
            Full(steps, patch)
            try:
                created = create(sessions, PROGRAMME, at_noon)
            except StoreError:
                created = None
        if created is not None:
            break
        assert not [path for path in sessions.glob("*") if path.is_dir()]
        assert isinstance(create(sessions, PROGRAMME, at_noon), Created)
    assert steps > 20
