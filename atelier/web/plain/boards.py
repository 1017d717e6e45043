"""The boards of a theme as anybody may read them."""

from collections import Counter
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from atelier.domain.actor import ANYBODY
from atelier.domain.card import Card
from atelier.domain.events import CardPosted
from atelier.domain.links import foundations, live_statements
from atelier.domain.state import Convention, Theme
from atelier.domain.statement import Statement
from atelier.domain.tally import Tally, tally
from atelier.domain.views import Board, boards, public
from atelier.domain.words import Reference, ThemeCode
from atelier.web.plain.gzip_pages import Piece, piece
from atelier.web.plain.moment import try_to_post
from atelier.web.plain.reader import Place, Reader
from atelier.web.plain.rendering import template
from atelier.web.plain.shared import Kept, kept_for

LOOSE_SHOWN_MAX = 150
"""Cards of a board before « voir les plus anciennes »: a page of some 10 kB for a phone on a busy Wi-Fi."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """A statement with the cards it came from: those that may be read, and how many were taken back."""

    statement: Statement
    founded_on: tuple[Reference, ...]
    dots: Tally | None
    cards: tuple[Card, ...]
    withdrawn: int
    unread: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """One board. `received` is the sum of all that follows it: no card is left out in silence."""

    board: Board
    statements: tuple[StatementView, ...]
    loose: tuple[Card, ...]
    older: int
    aside: int
    withdrawn: int
    writable: bool


def boards_piece(reader: Reader, place: Place, theme: Theme, *, everything: bool) -> Piece:
    """The boards, with every card or with the newest."""
    kept = kept_for(place.served.room)
    state = place.state
    make = partial(_render, kept, state, theme, reader.lang, place.slug, everything=everything)
    return kept.once(state.seq, ("boards", theme.code, reader.lang, everything), make)


def views(state: Convention, theme: Theme, *, everything: bool) -> list[BoardView]:
    """What the templates need, and nothing they must look for."""
    here = [card for card in state.cards.values() if theme.code in card.themes]
    aside = Counter(card.kind for card in here if card.aside is not None and not card.withdrawn)
    gone = Counter(card.kind for card in here if card.withdrawn)
    found = []
    for board in boards(state, theme.code):
        loose = board.loose if everything else board.loose[:LOOSE_SHOWN_MAX]
        found.append(
            BoardView(
                board=board,
                statements=tuple(_statement(state, one) for one in board.statements),
                loose=loose,
                older=len(board.loose) - len(loose),
                aside=aside[board.kind],
                withdrawn=gone[board.kind],
                writable=isinstance(try_to_post(state, theme, board.kind, ANYBODY), CardPosted),
            )
        )
    return found


def _statement(state: Convention, statement: Statement) -> StatementView:
    cards = [state.cards[number] for number in statement.cards]
    readable = tuple(card for card in cards if public(card))
    withdrawn = sum(card.withdrawn for card in cards)
    return StatementView(
        statement=statement,
        founded_on=foundations(state, statement),
        dots=tally(state, statement),
        cards=readable,
        withdrawn=withdrawn,
        unread=len(cards) - len(readable) - withdrawn,
    )


def card_html(kept: Kept, state: Convention, lang: str, card: Card) -> Markup:
    """The one way a card looks, in a page in that language."""
    key = (lang, state.language)
    macro = template(lang, "card.html").module.card  # type: ignore[attr-defined]
    return kept.card(card, key, lambda one: macro(one, tag_of(one.lang or state.language, lang)))


def tag_of(text_lang: str, page_lang: str) -> str:
    """The language to announce; none when it is that of the page."""
    return "" if text_lang == page_lang else text_lang


def _render(kept: Kept, state: Convention, theme: Theme, lang: str, slug: str, *, everything: bool) -> Piece:
    page = template(lang, "boards.html").render(
        boards=views(state, theme, everything=everything),
        theme=theme,
        here=f"/{slug}/{theme.code}",
        text_lang=tag_of(state.language, lang),
        card_html=partial(card_html, kept, state, lang),
    )
    return piece(page)


@dataclass(slots=True)
class Counts:
    """Of a theme: cards that stand, statements that live."""

    cards: int = 0
    statements: int = 0


def counts(state: Convention) -> dict[ThemeCode, Counts]:
    """For each theme, in one pass."""
    found = {code: Counts() for code in state.themes}
    for card in state.cards.values():
        if not card.withdrawn and card.aside is None:
            for code in card.themes:
                found[code].cards += 1
    for statement in live_statements(state):
        for code in statement.themes:
            found[code].statements += 1
    return found
