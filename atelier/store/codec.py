"""Events as JSON documents and back. Written once, readable for ever: see `_OLDER`.

Shape of a document: `{"v": 1, "seq": 41, "at": 1694851200, "by": "participant",
"type": "card_posted", …}` and the fields of the event that differ from their
default. Old versions are brought up to date when read; nothing is rewritten.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from typing import Any, get_args

from pydantic import TypeAdapter

from atelier.domain import events
from atelier.domain.commands import name_of
from atelier.domain.words import Instant, Role, Seq

VERSION = 1

Document = dict[str, Any]

_OLDER: dict[int, Callable[[Document], Document]] = {}
"""For each version before this one, how its documents become those of the next."""


class NotAnEvent(ValueError):  # noqa: N818 - what it is, not that it is an error
    """A document that no event can be read from. `seq` is 0 when it does not even say."""

    def __init__(self, seq: int, reason: str) -> None:
        super().__init__(f"event {seq}: {reason}")
        self.seq = seq
        self.reason = reason


EVENT_TYPES: dict[str, type] = {name_of(kind): kind for kind in get_args(events.Event)}


def to_document(envelope: events.Envelope) -> Document:
    """What is stored."""
    event = envelope.event
    head = {"v": VERSION, "seq": envelope.seq, "at": envelope.at, "by": envelope.by.value}
    told = {one.name: getattr(event, one.name) for one in fields(event) if not _is_default(event, one)}
    dumped = _adapter(type(event)).dump_python(event, mode="json", include=set(told))
    return {**head, "type": name_of(type(event)), **dumped}


def to_envelope(document: Mapping[str, Any]) -> events.Envelope:
    """What was stored. Errors: `NotAnEvent`."""
    seq = document.get("seq", 0)
    try:
        return _read(_up_to_date(dict(document)))
    except (KeyError, TypeError, ValueError) as error:
        raise NotAnEvent(seq if isinstance(seq, int) else 0, type(error).__name__) from error


def _read(document: Document) -> events.Envelope:
    head = {name: document.pop(name) for name in ("seq", "at", "by", "type")}
    kind = EVENT_TYPES[head["type"]]
    return events.Envelope(
        seq=Seq(_whole(head["seq"])),
        at=Instant(_whole(head["at"])),
        by=Role(head["by"]),
        event=_adapter(kind).validate_python(document, extra="forbid"),
    )


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _up_to_date(document: Document) -> Document:
    version = document.pop("v")
    while version != VERSION:
        document = _OLDER[version](document)
        version += 1
    return document


def _is_default(event: events.Event, one: "Field[Any]") -> bool:
    return one.default is not MISSING and getattr(event, one.name) == one.default


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def _adapter(kind: type) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
