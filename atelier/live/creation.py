"""Making a convention: its folder, its first events, its keys. Whole, or not at all."""

import secrets
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from atelier.domain.actor import Actor, Grant
from atelier.domain.commands import CreateConvention
from atelier.domain.decide import Decision, decide
from atelier.domain.events import Envelope
from atelier.domain.refusals import Refusal
from atelier.domain.state import NOTHING
from atelier.domain.words import Instant, Role, Seq
from atelier.store.folders import OpenFolder, make_new_folder, new_slug, open_folder, remove_folder
from atelier.store.keyring import MachineSecret, machine_secret

HOST = Actor(grants=(Grant(role=Role.HOST),))

_ID_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is read for another
_ID_LENGTH = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Created:
    """Where it is, and its keys, told this once."""

    slug: str
    keys: dict[Role, str]


def short_id() -> str:
    """Five letters and digits: thirty million."""
    return "".join(secrets.choice(_ID_LETTERS) for _ in range(_ID_LENGTH))


def create(sessions: Path, command: CreateConvention, now: Callable[[], Instant]) -> Created | Refusal:
    """A new convention with an id of its own. Errors: `StoreError`, and nothing is left behind."""
    command = replace(command, id=short_id())
    outcome = decide(NOTHING, command, HOST)
    if isinstance(outcome, Refusal):
        return outcome
    assert isinstance(outcome, Decision)  # noqa: S101 - the first event of a log always changes something
    first = Envelope(seq=Seq(1), at=now(), by=outcome.by, event=outcome.event)
    return found(sessions, new_slug(command.title, command.id), command.id, [first])


def found(sessions: Path, slug: str, convention_id: str, log: Iterable[Envelope]) -> Created:
    """A new folder that holds this log. Errors: `StoreError`, and nothing is left behind."""
    secret = machine_secret(sessions)
    path = make_new_folder(sessions, slug)
    try:
        with closing(open_folder(sessions, slug)) as folder:
            for envelope in log:
                folder.log.append(envelope)
            folder.log.sync()
            folder.keys.complete(secret, convention_id)
            folder.log.begin_compaction().finish()
            return Created(slug=slug, keys=tell_keys(folder, secret, convention_id))
    except BaseException:
        remove_folder(path)
        raise


def tell_keys(folder: OpenFolder, secret: MachineSecret, convention_id: str) -> dict[Role, str]:
    """The keys that open the whole convention, and that this machine can tell."""
    told = folder.keys.told(secret, convention_id)
    return {one.grant.role: key for one, key in told if key is not None and one.grant.themes is None}
