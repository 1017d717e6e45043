"""A convention in one file, for a stick: its log in a zip, and what the log must be to be believed.

Shape: `events.jsonl`, one event a line as the codec writes them, and `manifest.json`: `format`, `events`
(the version of the codec), `convention` (its id), `slug`, `last` (the number of the last event), `members`
(`bytes` and `sha256` by name). Nothing is compressed, dated or left to the machine: the same log gives the
same bytes.

No role key, no lock, no secret of this machine is in it, nor any mark of a browser.
"""

import hashlib
import io
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from atelier.domain.events import Envelope
from atelier.domain.state import Convention
from atelier.domain.unmarked import unmarked
from atelier.store.codec import VERSION, to_document
from atelier.store.lines import to_json

FORMAT = 1
EVENTS = "events.jsonl"
MANIFEST = "manifest.json"
MEMBERS = (EVENTS, MANIFEST)

_NO_DATE = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_FILE_MODE = 0o100644


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """A bundle that was read whole and believed. `state` is what its log tells."""

    slug: str
    log: tuple[Envelope, ...]
    state: Convention


def bundle_name(slug: str, log: Iterable[Envelope]) -> str:
    """`des-droits-sans-ecran-k3f9z-2023-09-16-412.zip`: the day of its last event, and its number."""
    last = max(log, key=lambda envelope: envelope.seq)
    return f"{slug}-{datetime.fromtimestamp(last.at, UTC):%Y-%m-%d}-{last.seq}.zip"


def write_bundle(slug: str, log: Iterable[Envelope]) -> bytes:
    """The log as it may leave this machine."""
    leaving = [replace(one, event=unmarked(one.event)) for one in log]
    events = b"".join(to_json(to_document(one)) + b"\n" for one in leaving)
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as bundle:
        bundle.writestr(_member(EVENTS), events)
        bundle.writestr(_member(MANIFEST), _manifest(slug, leaving, events))
    return made.getvalue()


def _manifest(slug: str, log: list[Envelope], events: bytes) -> bytes:
    said: dict[str, Any] = {
        "format": FORMAT,
        "events": VERSION,
        "convention": getattr(log[0].event, "id", ""),
        "slug": slug,
        "last": log[-1].seq,
        "members": {EVENTS: {"bytes": len(events), "sha256": hashlib.sha256(events).hexdigest()}},
    }
    return f"{json.dumps(said, sort_keys=True, indent=1)}\n".encode()


def _member(name: str) -> ZipInfo:
    member = ZipInfo(name, _NO_DATE)
    member.create_system = _UNIX
    member.external_attr = _FILE_MODE << 16
    return member
