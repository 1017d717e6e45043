"""Role keys: 128 bits each, kept only as a hash in the convention's folder.

A key can be told again by the machine that made it, and by no other: it is
derived from a secret that stays beside the conventions, in a file of this
machine, never in a convention's folder. Copying the folder copies no key.
"""

import base64
import hashlib
import hmac
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NewType

from atelier.domain.actor import Grant
from atelier.domain.words import Role, ThemeCode
from atelier.store.errors import Reason, Unreadable, reading, writing
from atelier.store.files import make_folder, read_bytes, replace_file
from atelier.store.journal import JournalStorage
from atelier.store.tables import TableStorage

KEYS = "keys"
KEY_ROLES = (Role.HOST, Role.FACILITATOR, Role.SECRETARY, Role.WALL)

MachineSecret = NewType("MachineSecret", bytes)

_SECRET_FILE = ".machine-secret"  # noqa: S105 - its name, not its content
_SECRET_BYTES = 32
_KEY_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleKey:
    """What is stored of a key: what it opens, and its hash. `round` goes up at each revocation."""

    id: int
    grant: Grant
    round: int
    digest: str


def machine_secret(sessions: Path) -> MachineSecret:
    """This machine's secret, made when it is first asked for. Errors: `CannotWrite`, `Unreadable`."""
    path = sessions / _SECRET_FILE
    with writing(path):
        make_folder(sessions)
        if not os.path.lexists(path):
            replace_file(path, [secrets.token_bytes(_SECRET_BYTES)])
    with reading(path):
        secret = read_bytes(path)
    if len(secret) != _SECRET_BYTES:  # keys made from half a secret could be guessed
        raise Unreadable(path, Reason.BAD_SHAPE)
    return MachineSecret(secret)


class KeyReader:
    """The keys of a convention."""

    def __init__(self, storage: TableStorage) -> None:
        self._tables = storage

    def __iter__(self) -> Iterator[RoleKey]:
        for number, fields in self._tables.documents(KEYS).items():
            themes = fields["themes"]
            grant = Grant(
                role=Role(fields["role"]),
                themes=None if themes is None else frozenset(map(ThemeCode, themes)),
            )
            yield RoleKey(id=int(number), grant=grant, round=fields["round"], digest=fields["digest"])

    def grant_of(self, key: str) -> Grant | None:
        """What this key opens here, if it does."""
        digest = _digest(key)
        return next((one.grant for one in self if hmac.compare_digest(one.digest, digest)), None)

    def told(self, secret: MachineSecret, convention_id: str) -> list[tuple[RoleKey, str | None]]:
        """Each key with its text, or None where another machine made it."""
        derived = ((one, _derive(secret, convention_id, one.grant, one.round)) for one in self)
        return [(one, key if _digest(key) == one.digest else None) for one, key in derived]


class Keyring(KeyReader):
    """The same, by the one who may write. Errors: `CannotWrite`.

    `sync=False` leaves making it durable to the caller, who may not wait for the disk.
    """

    def __init__(self, storage: JournalStorage) -> None:
        super().__init__(storage)
        self._storage = storage

    def complete(self, secret: MachineSecret, convention_id: str) -> None:
        """Make the keys that this machine could not tell: all of them the first time."""
        told = {one.grant for one, key in self.told(secret, convention_id) if key is not None}
        self._add(
            secret, convention_id, (grant for role in KEY_ROLES if (grant := Grant(role=role)) not in told)
        )

    def add(self, secret: MachineSecret, convention_id: str, grant: Grant, *, sync: bool = True) -> None:
        """One more key, for a function in some themes."""
        self._add(secret, convention_id, [grant], sync=sync)

    def revoke(self, secret: MachineSecret, convention_id: str, role: Role, *, sync: bool = True) -> None:
        """The keys of this function open nothing any more; new ones replace them."""
        gone = [one for one in self if one.grant.role is role]
        grants = dict.fromkeys(one.grant for one in gone)
        last = max((one.round for one in gone), default=0)
        self._add(secret, convention_id, grants, after=last, instead_of=gone, sync=sync)

    def _add(
        self,
        secret: MachineSecret,
        convention_id: str,
        grants: Iterable[Grant],
        after: int = 0,
        instead_of: Iterable[RoleKey] = (),
        *,
        sync: bool = True,
    ) -> None:
        rounds = [one.round for one in self]
        turn = max([after, *rounds], default=0) + 1
        put = {}
        for number, grant in enumerate(grants, self._storage.top_id(KEYS) + 1):
            put[str(number)] = {
                "role": grant.role.value,
                "themes": None if grant.themes is None else sorted(grant.themes),
                "round": turn,
                "digest": _digest(_derive(secret, convention_id, grant, turn)),
            }
        cut = [str(one.id) for one in instead_of]
        if put or cut:
            self._storage.append({KEYS: {"cut": cut, "put": put}})
            if sync:
                self._storage.sync()


def _derive(secret: MachineSecret, convention_id: str, grant: Grant, turn: int) -> str:
    themes = "*" if grant.themes is None else ",".join(sorted(grant.themes))
    message = f"role key|{convention_id}|{grant.role}|{themes}|{turn}".encode()
    found = hmac.digest(secret, message, "sha256")[:_KEY_BYTES]
    return base64.b32encode(found).decode().rstrip("=").lower()


def _digest(key: str) -> str:
    return hashlib.sha256(f"role key|{key}".encode(errors="surrogatepass")).hexdigest()
