"""Reading a bundle that comes from anywhere: believed whole, or refused whole with the reason.

Nothing is ever unpacked to the disk. Sizes are looked at before and while reading, names must be the two we
write, and a log must be one that this program could have written.
"""

import hashlib
import json
import re
import stat
import struct
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from itertools import starmap
from typing import IO, Any
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from atelier.domain import limits
from atelier.domain.events import ConventionCreated, Envelope
from atelier.domain.evolve import evolve
from atelier.domain.soundness import unsound
from atelier.domain.state import NOTHING, Convention
from atelier.domain.text import clean
from atelier.domain.unmarked import unmarked
from atelier.domain.words import Instant
from atelier.store.bundle import EVENTS, FORMAT, MANIFEST, MEMBERS, Bundle
from atelier.store.codec import VERSION, NotAnEvent, to_document, to_envelope
from atelier.store.errors import StoreError
from atelier.store.folders import is_slug

_END = struct.Struct("<4sHHHHIIH")
"""The last bytes of a zip without a comment: mark, two disks, entries here and in all, directory, comment."""

_END_MARK = b"PK\x05\x06"
_LARGE_MARK = b"PK\x06\x07"
_LARGE_BYTES = 20
_ENTRIES_MAX = 100  # beyond, they are not even listed
_BLOCK_BYTES = 1 << 16
_LAST_INSTANT = Instant(4_102_444_800)  # the year 2100; every other number we keep is smaller
_MAY_BE_NEGATIVE = {"seconds"}  # clocks are set back too
_ID_CHARACTERS_MAX = 40  # it ends the name of a folder
_PROTECTED = 0x1
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Because(StrEnum):
    """Why a bundle is refused."""

    NOT_A_ZIP = "not_a_zip"
    TOO_LARGE = "too_large"
    NAME_LEADS_OUT = "name_leads_out"
    LINK = "link"
    UNEXPECTED = "unexpected"  # a file that no bundle has
    ABSENT = "absent"  # one that every bundle has
    REPACKED = "repacked"  # compressed or protected: another program made it
    DAMAGED = "damaged"
    NOT_OURS = "not_ours"
    NEWER = "newer"
    TOO_MANY_EVENTS = "too_many_events"
    NOT_AN_EVENT = "not_an_event"
    IMPOSSIBLE = "impossible"  # events that no convention can have had


class BadBundle(StoreError):  # noqa: N818 - what it is
    """A bundle that was not believed. `about`: a name, the number of an event, or nothing."""

    def __init__(self, because: Because, about: str = "") -> None:
        super().__init__(f"{because}: {about}")
        self.because = because
        self.about = about


def read_bundle(file: IO[bytes]) -> Bundle:
    """Read and verify all of it. Errors: `BadBundle`."""
    _look_at_the_end(file)
    try:
        with ZipFile(file) as bundle:
            _look_at_the_names(bundle.infolist())
            manifest = _manifest(bundle)
            _verify(bundle, manifest)
            log = tuple(_log(bundle, manifest["last"]))
    except (BadZipFile, EOFError, OSError, RuntimeError, ValueError, struct.error) as error:
        raise BadBundle(Because.DAMAGED) from error
    state = _replayed(log)
    if not is_slug(state.id) or len(state.id) > _ID_CHARACTERS_MAX:
        raise BadBundle(Because.IMPOSSIBLE, "id")
    if state.id != manifest["convention"] or len(log) != manifest["last"]:
        raise BadBundle(Because.NOT_OURS, MANIFEST)
    return Bundle(slug=manifest["slug"], log=log, state=state)


def _look_at_the_end(file: IO[bytes]) -> None:
    """Before anything is listed: a directory of a million names would fill the memory by itself."""
    size = file.seek(0, 2)
    if size > limits.BUNDLE_BYTES_MAX:
        raise BadBundle(Because.TOO_LARGE)
    tail = min(size, _END.size + _LARGE_BYTES)
    file.seek(size - tail)
    last = file.read(tail)
    if len(last) < _END.size or last[-_END.size :][:4] != _END_MARK:
        file.seek(0)
        raise BadBundle(Because.DAMAGED if file.read(4) == b"PK\x03\x04" else Because.NOT_A_ZIP)
    _, _, _, entries, in_all, _, _, _ = _END.unpack(last[-_END.size :])
    if last.startswith(_LARGE_MARK) or max(entries, in_all) > _ENTRIES_MAX:
        raise BadBundle(Because.UNEXPECTED)


def _look_at_the_names(members: list[ZipInfo]) -> None:
    names = [member.orig_filename for member in members]
    for member, name in zip(members, names, strict=True):
        parts = re.split(r"[/\\]", name)
        if ".." in parts or parts[0] == "" or ":" in parts[0] or "\0" in name:
            raise BadBundle(Because.NAME_LEADS_OUT, name)
        if stat.S_ISLNK(member.external_attr >> 16):
            raise BadBundle(Because.LINK, name)
    for member, name in zip(members, names, strict=True):
        if name not in MEMBERS or names.count(name) > 1:
            raise BadBundle(Because.UNEXPECTED, name)
        if member.compress_type != ZIP_STORED or member.flag_bits & _PROTECTED:
            raise BadBundle(Because.REPACKED)
        most = limits.BUNDLE_MANIFEST_BYTES_MAX if name == MANIFEST else limits.BUNDLE_BYTES_MAX
        if member.file_size > most or member.compress_size > most:
            raise BadBundle(Because.TOO_LARGE, name)
    for name in MEMBERS:
        if name not in names:
            raise BadBundle(Because.ABSENT, name)


def _manifest(bundle: ZipFile) -> dict[str, Any]:
    with bundle.open(MANIFEST) as member:
        said = member.read(limits.BUNDLE_MANIFEST_BYTES_MAX + 1)
    try:
        found = json.loads(said)
        form, events = found["format"], found["events"]
        if type(form) is int and type(events) is int and (form > FORMAT or events > VERSION):
            raise BadBundle(Because.NEWER)
        told = found["members"][EVENTS]
        shapes = (form == FORMAT, type(events) is int, events >= 1, is_slug(found["slug"]))
        numbers = (type(found["last"]) is int, type(told["bytes"]) is int, found["last"] >= 1)
        texts = (isinstance(found["convention"], str), bool(_SHA256.fullmatch(told["sha256"])))
    except (ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise BadBundle(Because.NOT_OURS, MANIFEST) from error
    if not all((*shapes, *numbers, *texts)):
        raise BadBundle(Because.NOT_OURS, MANIFEST)
    if found["last"] > limits.BUNDLE_EVENTS_MAX:
        raise BadBundle(Because.TOO_MANY_EVENTS)
    return dict(found)


def _verify(bundle: ZipFile, manifest: dict[str, Any]) -> None:
    """The bytes are those that were written, before anything of them is believed."""
    told = manifest["members"][EVENTS]
    found, size = hashlib.sha256(), 0
    with bundle.open(EVENTS) as member:
        while block := member.read(_BLOCK_BYTES):
            found.update(block)
            size += len(block)
    if size != told["bytes"] or found.hexdigest() != told["sha256"]:
        raise BadBundle(Because.DAMAGED)


def _log(bundle: ZipFile, last: int) -> Iterator[Envelope]:
    most = limits.BUNDLE_EVENT_BYTES_MAX
    with bundle.open(EVENTS) as member:
        for seq, line in enumerate(iter(lambda: member.readline(most + 1), b""), 1):
            if seq > last or len(line) > most:
                raise BadBundle(Because.NOT_AN_EVENT, str(seq))
            yield _envelope(seq, line)


def _envelope(seq: int, line: bytes) -> Envelope:
    try:
        envelope = to_envelope(json.loads(line.decode()))
    except (ValueError, AttributeError, RecursionError, NotAnEvent) as error:
        raise BadBundle(Because.NOT_AN_EVENT, str(seq)) from error
    if envelope.seq != seq or not all(starmap(_fits, _values(to_document(envelope)))):
        raise BadBundle(Because.NOT_AN_EVENT, str(seq))
    return replace(envelope, event=unmarked(envelope.event))


def _values(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """All that is in it, each with the name of its field."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _values(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from _values(one, name)
    else:
        yield name, value


def _fits(name: str, value: Any) -> bool:
    """As it is after a command was decided: texts cleaned, numbers of a size that days have."""
    if isinstance(value, str):
        return value == clean(value)
    least = -_LAST_INSTANT if name in _MAY_BE_NEGATIVE else 0
    return not isinstance(value, int) or least <= value <= _LAST_INSTANT


def _replayed(log: tuple[Envelope, ...]) -> Convention:
    state = NOTHING
    for envelope in log:
        if isinstance(envelope.event, ConventionCreated) == state.exists:
            raise BadBundle(Because.IMPOSSIBLE, str(envelope.seq))
        try:
            state = evolve(state, envelope)
        except Exception as error:  # whatever it holds, it is refused
            raise BadBundle(Because.IMPOSSIBLE, str(envelope.seq)) from error
    wrong = unsound(state)
    if wrong:
        raise BadBundle(Because.IMPOSSIBLE, wrong[0])
    return state
