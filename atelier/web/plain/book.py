"""The cahier as pages for a phone: the same HTML as the file, one part a page, links from page to page."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from urllib.parse import quote

from markupsafe import Markup

from atelier.cahier.compose import compose
from atelier.cahier.pictures.ink import HANDHELD
from atelier.domain.words import ThemeCode
from atelier.exchange.html_body import Part, body
from atelier.translations import speech
from atelier.web.plain.reader import Place
from atelier.web.plain.shared import kept_for

_ANCHOR = re.compile(r' id="([^"]+)"')
_WITHIN = re.compile(r'href="#([^"]+)"')
_ONE_AT_A_TIME = Lock()  # many ask at once when the day closes: it is made for the first of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """`places`: in which part each anchor is."""

    slug: str
    cover: Part
    parts: tuple[Part, ...]
    places: Mapping[str, str]

    def find(self, name: str) -> int | None:
        """The part of that name, or the chapter of that theme."""
        for place, part in enumerate(self.parts):
            if part.id == name or (part.chapter and part.title.endswith(f"({ThemeCode(name.upper())})")):
                return place
        return None

    def address(self, anchor: str) -> str:
        """Where to read it."""
        where = self.places.get(anchor, "")
        here = f"/{self.slug}/read/{quote(where)}" if where else f"/{self.slug}/read"
        return here if anchor == where else f"{here}#{quote(anchor)}"

    def page(self, part: Part) -> Markup:
        """With links that leave it where they lead elsewhere."""

        def led(found: re.Match[str]) -> str:
            anchor = found[1]
            return found[0] if self.places.get(anchor) == part.id else f'href="{self.address(anchor)}"'

        return Markup(_WITHIN.sub(led, part.html))  # noqa: S704 - it is HTML already


def book_of(place: Place) -> Book:
    """In the language of the room; made once for each change. Takes a while: not for the loop."""
    with _ONE_AT_A_TIME:
        return kept_for(place.served.room).once(place.state.seq, "book", lambda: _bound(place))


def _bound(place: Place) -> Book:
    cover, *parts = body(compose(place.state), speech(place.state.language), HANDHELD)
    places = {anchor: part.id for part in parts for anchor in _ANCHOR.findall(part.html)}
    return Book(slug=place.slug, cover=cover, parts=tuple(parts), places=places)
