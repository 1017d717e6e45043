"""Role keys: 128 bits each, known to one machine, opened by anybody who holds them."""

import base64
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from atelier.domain.actor import Grant
from atelier.domain.words import Role, ThemeCode
from atelier.store.errors import CannotWrite, Reason, Unreadable
from atelier.store.folders import OpenFolder, read_folder
from atelier.store.keyring import KEY_ROLES, KeyReader, MachineSecret, machine_secret
from tests.store.folder_bytes import files
from tests.store.recorded import SLUG, Recorded, holding, opened

HERE, ELSEWHERE = MachineSecret(b"h" * 32), MachineSecret(b"e" * 32)
ID = "k3f9z"
DS_ONLY = Grant(role=Role.FACILITATOR, themes=frozenset(map(ThemeCode, ("TR", "DS"))))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[OpenFolder]:
    held = opened(tmp_path)
    held.keys.complete(HERE, ID)
    yield held
    held.close()


def told(keys: KeyReader, secret: MachineSecret = HERE) -> dict[Grant, str | None]:
    return {one.grant: key for one, key in keys.told(secret, ID)}


def key_of(keys: KeyReader, grant: Grant) -> str:
    key = told(keys)[grant]
    assert key is not None
    return key


@pytest.mark.parametrize("key", ["", "a" * 26, "é", "\ud800", "\0"])
def test_a_wrong_key_opens_nothing(folder: OpenFolder, key: str) -> None:
    assert folder.keys.grant_of(key) is None


def test_what_is_stored_is_not_a_key(folder: OpenFolder) -> None:
    for one in folder.keys:
        assert folder.keys.grant_of(one.digest) is None


def test_each_role_has_a_key_of_128_bits_that_opens_it(folder: OpenFolder) -> None:
    keys = told(folder.keys)
    assert list(keys) == [Grant(role=role) for role in KEY_ROLES]
    for grant, key in keys.items():
        assert key is not None
        assert len(base64.b32decode(f"{key.upper()}======")) * 8 == 128
        assert folder.keys.grant_of(key) == grant
        assert key == key.lower()
    assert len(set(keys.values())) == len(KEY_ROLES)


def test_only_hashes_are_on_the_disk(tmp_path: Path, folder: OpenFolder) -> None:
    Recorded(folder.log)
    folder.keys.add(HERE, ID, DS_ONLY)
    folder.log.begin_compaction().finish()
    folder.log.begin_backup("step-started", at=0)()
    folder.keys.revoke(HERE, ID, Role.HOST)
    keys = [key for _, key in folder.keys.told(HERE, ID)]
    assert len(keys) == 5
    for key, one in zip(keys, folder.keys, strict=True):
        assert key is not None
        assert holding(tmp_path, key) == []
        assert holding(tmp_path, one.digest)


def test_the_same_keys_are_told_each_time_and_completing_adds_none(
    tmp_path: Path, folder: OpenFolder
) -> None:
    before = told(folder.keys)
    written = files(folder.path)
    folder.keys.complete(HERE, ID)
    assert files(folder.path) == written
    folder.close()
    again = opened(tmp_path)
    again.keys.complete(HERE, ID)
    assert told(again.keys) == before
    again.close()
    assert told(read_folder(tmp_path, SLUG).keys) == before


def test_another_machine_cannot_tell_the_keys_but_they_still_open(folder: OpenFolder) -> None:
    here = told(folder.keys)
    assert set(told(folder.keys, ELSEWHERE).values()) == {None}
    folder.keys.complete(ELSEWHERE, ID)
    elsewhere = [key for _, key in folder.keys.told(ELSEWHERE, ID)]
    assert [key is None for key in elsewhere] == [True] * 4 + [False] * 4
    for grant, key in here.items():
        assert key is not None
        assert folder.keys.grant_of(key) == grant
    assert [folder.keys.grant_of(key) for key in elsewhere[4:] if key] == list(here)
    assert not set(here.values()) & set(elsewhere)
    folder.keys.complete(HERE, ID)
    assert len(list(folder.keys)) == 8


def test_another_convention_has_other_keys(folder: OpenFolder) -> None:
    assert {key for _, key in folder.keys.told(HERE, "other")} == {None}


def test_a_revoked_key_opens_nothing_from_then_on_and_a_new_one_takes_its_place(
    tmp_path: Path, folder: OpenFolder
) -> None:
    folder.keys.add(HERE, ID, DS_ONLY)
    folder.keys.complete(ELSEWHERE, ID)
    before = [(one.grant, key) for secret in (HERE, ELSEWHERE) for one, key in folder.keys.told(secret, ID)]
    folder.keys.revoke(HERE, ID, Role.FACILITATOR)
    for grant, key in before:
        if key is not None:
            opens = None if grant.role is Role.FACILITATOR else grant
            assert folder.keys.grant_of(key) == opens
    for grant in (Grant(role=Role.FACILITATOR), DS_ONLY):
        assert folder.keys.grant_of(key_of(folder.keys, grant)) == grant
    folder.close()
    with pytest.raises(CannotWrite):
        folder.keys.revoke(HERE, ID, Role.FACILITATOR)
    kept = read_folder(tmp_path, SLUG).keys
    assert all(kept.grant_of(key) is None for grant, key in before if key and grant.role is Role.FACILITATOR)


def test_no_key_ever_comes_back(folder: OpenFolder) -> None:
    given = set()
    for role in (Role.HOST, Role.WALL, Role.HOST, Role.HOST, Role.WALL):
        given.add(key_of(folder.keys, Grant(role=role)))
        folder.keys.revoke(HERE, ID, role)
        assert key_of(folder.keys, Grant(role=role)) not in given
    assert len(given) == 5
    assert [key for key in given if folder.keys.grant_of(key)] == []


def test_revoking_a_role_without_a_key_changes_nothing(tmp_path: Path) -> None:
    folder = opened(tmp_path)
    before = files(folder.path)
    folder.keys.revoke(HERE, ID, Role.HOST)
    assert files(folder.path) == before
    assert list(folder.keys) == []
    folder.close()


def test_a_key_for_some_themes_opens_those_alone(tmp_path: Path, folder: OpenFolder) -> None:
    folder.keys.add(HERE, ID, DS_ONLY)
    key = key_of(folder.keys, DS_ONLY)
    assert key != key_of(folder.keys, Grant(role=Role.FACILITATOR))
    folder.close()
    assert read_folder(tmp_path, SLUG).keys.grant_of(key) == DS_ONLY


def test_a_key_is_durable_when_it_is_told(tmp_path: Path) -> None:
    folder = opened(tmp_path)
    folder.keys.complete(HERE, ID)
    folder.log.rollback()
    assert len(list(folder.keys)) == 4
    folder.close()


def test_the_secret_is_this_machines_and_nobody_elses_to_read(tmp_path: Path) -> None:
    sessions = tmp_path / "sessions"
    secret = machine_secret(sessions)
    assert len(secret) == 32
    assert machine_secret(sessions) == secret
    assert machine_secret(tmp_path / "other") != secret
    kept = sessions / ".machine-secret"
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert kept.read_bytes() == secret
    folder = opened(sessions)
    folder.keys.complete(secret, ID)
    folder.log.begin_compaction().finish()
    assert not [name for name, data in files(folder.path).items() if data.find(secret) >= 0]
    assert holding(folder.path, secret.hex()) == []
    folder.close()


@pytest.mark.parametrize("left", [b"", b"half a secret", b"s" * 33])
def test_keys_are_never_made_from_half_a_secret(tmp_path: Path, left: bytes) -> None:
    (tmp_path / ".machine-secret").write_bytes(left)
    with pytest.raises(Unreadable) as caught:
        machine_secret(tmp_path)
    assert caught.value.reason is Reason.BAD_SHAPE


def test_a_secret_that_leads_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"s" * 32)
    (tmp_path / ".machine-secret").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Unreadable) as caught:
        machine_secret(tmp_path)
    assert caught.value.reason is Reason.NO_ACCESS


def test_a_disk_that_refuses_the_secret_leaves_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(fd: int, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.write", full)
        with pytest.raises(CannotWrite):
            machine_secret(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert len(machine_secret(tmp_path)) == 32
