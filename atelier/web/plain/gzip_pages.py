"""Pages put together from pieces that are compressed already.

A gzip file is a header, deflate blocks, a checksum and a length. Blocks made
apart can stand one after the other when each ends on a whole byte and looks at
nothing before itself, which is what a full flush gives. So what everybody reads
is compressed once, and each reader's page costs the little that is their own.
"""

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"  # gzip, deflate, no name, no date, no system
_LAST_BLOCK = b"\x03\x00"  # empty, and marked as the last
_HOLE = re.compile("<!--([a-z]+)-->")
_RAW_FEW = -12
_FEW_BYTES = 1 << -_RAW_FEW  # a window no larger than what it looks at: ten times sooner ready
_STORED_BYTES_MAX = 200  # beyond, the air is dearer than the compression
_RAW = -zlib.MAX_WBITS
_GZIP = re.compile(r"(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q\s*=\s*([0-9.]+)\s*)?(?:,|$)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes, and the same as deflate blocks that end on a whole byte."""

    raw: bytes
    deflated: bytes


def piece(text: str) -> Piece:
    """Compressed here and now."""
    raw = text.encode()
    few = len(raw) <= _FEW_BYTES
    deflate = zlib.compressobj(wbits=_RAW_FEW, memLevel=5) if few else zlib.compressobj(level=9, wbits=_RAW)
    return Piece(raw, deflate.compress(raw) + deflate.flush(zlib.Z_FULL_FLUSH))


def small(text: str) -> Piece:
    """A few letters for one reader: not compressed at all, which costs nothing."""
    raw = text.encode()
    length = len(raw)
    if length > _STORED_BYTES_MAX:
        return piece(text)
    return Piece(raw, b"\x00" + length.to_bytes(2, "little") + (0xFFFF ^ length).to_bytes(2, "little") + raw)


Frame = tuple[Piece | str, ...]
"""Pieces in order, and the names of what goes between them."""


def frame(markup: str) -> Frame:
    """Compressed but for its holes, `<!--name-->`. No text of a person makes one: `<` is escaped."""
    texts = _HOLE.split(markup)
    return tuple(text if place % 2 else piece(text) for place, text in enumerate(texts))


def filled(around: Frame, **holes: Sequence[Piece]) -> list[Piece]:
    """Every hole with what goes there."""
    found: list[Piece] = []
    for part in around:
        found.extend(holes[part] if isinstance(part, str) else (part,))
    return found


def gzipped(pieces: Sequence[Piece]) -> bytes:
    """One gzip stream of all of them."""
    checksum = length = 0
    for one in pieces:
        checksum = zlib.crc32(one.raw, checksum)
        length += len(one.raw)
    end = checksum.to_bytes(4, "little") + (length & 0xFFFFFFFF).to_bytes(4, "little")
    return b"".join([_HEADER, *(one.deflated for one in pieces), _LAST_BLOCK, end])


def reads_gzip(accept_encoding: str) -> bool:
    """What the header says; nothing said, no."""
    found = _GZIP.search(accept_encoding)
    return found is not None and (found[1] is None or found[1].strip("0.") != "")


def answer(
    request: Request,
    pieces: Sequence[Piece],
    status: int = 200,
    *,
    media_type: str = "text/html",
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The page, compressed for who can read that."""
    sent = {"vary": "accept-encoding", **(headers or {})}
    if reads_gzip(request.headers.get("accept-encoding", "")):
        sent["content-encoding"] = "gzip"
        body = gzipped(pieces)
    else:
        body = b"".join(one.raw for one in pieces)
    return Response(body, status, sent, media_type)
