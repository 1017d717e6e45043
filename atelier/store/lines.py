r"""Lines of the journal: eight hexadecimal digits of CRC-32, a space, compact JSON in UTF-8, `\n`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Any, cast
from zlib import crc32

from atelier.store.changes import fault_in_change
from atelier.store.errors import Reason

if TYPE_CHECKING:
    from atelier.store.changes import Change

_CHECKSUM_DIGITS = 8
_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
_ascii = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"), allow_nan=False).encode


def to_json(value: Any) -> bytes:
    """Encode as compact UTF-8; a lone surrogate, which UTF-8 cannot hold, as its escape.

    Errors: `TypeError` or `ValueError` for what JSON cannot hold, NaN included.
    """
    try:
        return _compact(value).encode()
    except UnicodeEncodeError:
        return _ascii(value).encode()


def to_line(body: bytes) -> bytes:
    """Frame one line."""
    return b"%08x %b\n" % (crc32(body), body)


def to_change(body: bytes) -> Change | Reason:
    """Decode one body, or say why it is not a change."""
    try:
        value = json.loads(body.decode())
    except ValueError:
        return Reason.NOT_JSON
    return fault_in_change(value) or cast("Change", value)


@dataclass(frozen=True, slots=True)
class Scan:
    """The lines of a journal; `None` stands for a line whose checksum is wrong or that has no end."""

    bodies: list[bytes | None]
    size: int

    @property
    def good(self) -> list[bytes]:
        """What comes before the first bad line."""
        return [body for body in takewhile(lambda body: body is not None, self.bodies) if body is not None]

    @property
    def good_size(self) -> int:
        """How many bytes come before the first bad line."""
        return sum(_CHECKSUM_DIGITS + 2 + len(body) for body in self.good)

    @property
    def bad_lines(self) -> list[int]:
        """The bad lines with good lines after them, counted from 1: never the mark of a power cut."""
        last_good = max((n for n, body in enumerate(self.bodies, 1) if body is not None), default=0)
        return [n for n, body in enumerate(self.bodies, 1) if body is None and n < last_good]


def scan(data: bytes) -> Scan:
    """Cut a journal into lines and verify every checksum."""
    *whole, rest = data.split(b"\n")
    bodies = [_body(line) for line in whole]
    if rest:
        bodies.append(None)
    return Scan(bodies, len(data))


def _body(line: bytes) -> bytes | None:
    body = line[_CHECKSUM_DIGITS + 1 :]
    return body if line[: _CHECKSUM_DIGITS + 1] == b"%08x " % crc32(body) else None
