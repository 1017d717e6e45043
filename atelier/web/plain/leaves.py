"""The cahier as it will be printed, sheet by sheet: who is writing it asks only for those that changed."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from atelier.cahier import titles
from atelier.cahier.compose import compose
from atelier.cahier.pages.marks import slug
from atelier.cahier.words import Words
from atelier.domain import outline
from atelier.domain.state import Convention
from atelier.domain.words import PartName
from atelier.exchange.html_body import Part, body
from atelier.exchange.html_file import sheets
from atelier.live.room import Room
from atelier.translations import speech
from atelier.web.plain.gzip_pages import Piece, piece
from atelier.web.plain.shared import kept_for

_STAMP_LETTERS = 16
_ONE_AT_A_TIME = Lock()  # several write at once: it is made for the first of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaves:
    """`order`: the name of each sheet, and a stamp that changes with what is on it. `stamped`: the sheets.

    `places`: the heading of each part; of one that has none, what it stands under.
    """

    order: tuple[tuple[str, str], ...]
    stamped: Mapping[str, Piece]
    places: Mapping[PartName, str]

    def part_at(self, anchor: str) -> PartName | None:
        """The first part of that heading."""
        return next((name for name, place in self.places.items() if place == anchor), None)


_NONE = Leaves(order=(), stamped={}, places={})


def leaves_of(room: Room) -> Leaves:
    """In the language of the room; made once for each change. Takes a while: not for the loop."""
    with _ONE_AT_A_TIME:
        state, kept = room.state, kept_for(room)
        before = kept.made.get("leaves", (None, _NONE))[1]
        return kept.once(state.seq, "leaves", lambda: _printed(state, before))


def leaf(room: Room, stamp: str) -> Piece | None:
    """One of those made last; None once it is another."""
    last: Leaves = kept_for(room).made.get("leaves", (None, _NONE))[1]
    return last.stamped.get(stamp)


def _printed(state: Convention, before: Leaves) -> Leaves:
    words = speech(state.language)
    parts = body(compose(state), words)
    order, stamped = [], {}
    for one in sheets(words, parts):
        stamp = hashlib.sha256(one.html.encode()).hexdigest()[:_STAMP_LETTERS]
        order.append((one.name, stamp))
        stamped[stamp] = before.stamped.get(stamp) or piece(one.html)
    return Leaves(order=tuple(order), stamped=stamped, places=dict(_places(state, words, parts)))


def _places(state: Convention, words: Words, parts: Sequence[Part]) -> Iterator[tuple[PartName, str]]:
    """Parts and headings come in the same order; a part that has nothing to print has none."""
    cover, *rest = parts
    under = cover.id
    for one in outline.parts(state):
        title = _plain(titles.of_part(words, state, one))
        at = next((place for place, head in enumerate(rest) if _plain(head.title.unescape()) == title), None)
        if at is not None:
            under = rest[at].id
            del rest[: at + 1]
        yield one.name, under


def _plain(title: str) -> str:
    return re.sub(r"\s+", "-", slug(title))
