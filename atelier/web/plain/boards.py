"""The boards of a theme as a page shows them."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from markupsafe import Markup

from atelier.domain.links import live_statements
from atelier.domain.state import Convention, Theme
from atelier.domain.words import Kind, ThemeCode
from atelier.web.plain.gzip_pages import Piece, piece
from atelier.web.plain.looks import BoardView, Eye, board_views, card_html, statement_html
from atelier.web.plain.reader import Place, Reader
from atelier.web.plain.rendering import template
from atelier.web.plain.shared import Kept, kept_for

LOOSE_SHOWN_MAX = 40
"""Cards of a board before « voir les plus anciennes »: page and style in 15 kB, on a busy Wi-Fi."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnBoard:
    """A board ready to print. `older` cards come after `last`, on the page that shows them all."""

    kind: Kind
    count: Markup
    notes: Markup
    statements: list[Markup]
    loose: Markup
    cards: list[Markup]
    rest: Markup
    older: int
    last: str


def boards_piece(reader: Reader, place: Place, theme: Theme, *, everything: bool) -> Piece:
    """The boards, with every card or with the newest."""
    kept = kept_for(place.served.room)
    state = place.state
    make = partial(_render, kept, state, theme, reader.lang, place.slug, everything=everything)
    return kept.once(place.moment, ("boards", theme.code, reader.lang, everything), make)


def _render(kept: Kept, state: Convention, theme: Theme, lang: str, slug: str, *, everything: bool) -> Piece:
    eye = Eye(lang)
    views = board_views(state, theme, eye)
    page = template(lang, "boards.html").render(
        boards=[drawn(kept, state, eye, view, None if everything else LOOSE_SHOWN_MAX) for view in views],
        here=f"/{slug}/{theme.code}",
    )
    return piece(page)


def drawn(kept: Kept, state: Convention, eye: Eye, view: BoardView, most: int | None) -> DrawnBoard:
    """At most so many of the cards that stand alone, the newest."""
    parts: Any = template(eye.lang, "parts.html").module
    shown = view.loose[:most]
    return DrawnBoard(
        kind=view.board.kind,
        count=parts.count(view),
        notes=parts.notes(view),
        statements=[statement_html(kept, state, eye, one) for one in view.statements],
        loose=parts.loose(view),
        cards=[card_html(kept, state, eye, card) for card in shown],
        rest=parts.rest(view),
        older=len(view.loose) - len(shown),
        last=f"card-{shown[-1].number}" if shown else "",
    )


@dataclass(slots=True)
class Counts:
    """Of a theme: cards that stand, who carries them, statements that live."""

    cards: int = 0
    people: int = 0
    statements: int = 0


def counts(state: Convention) -> dict[ThemeCode, Counts]:
    """For each theme, in one pass."""
    found = {code: Counts() for code in state.themes}
    for card in state.cards.values():
        if not card.withdrawn and card.aside is None:
            for code in card.themes:
                found[code].cards += 1
                found[code].people += card.carried_by
    for statement in live_statements(state):
        for code in statement.themes:
            found[code].statements += 1
    return found
