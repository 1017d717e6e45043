"""`/{slug}/sheets/proof`: the statements of a theme, to be read again together and corrected by hand."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.domain.links import foundations, live_statements
from atelier.domain.state import Convention, Theme
from atelier.domain.statement import Objection, Statement
from atelier.domain.views import public
from atelier.domain.words import CardNumber, Kind, Reference
from atelier.web.sheets.page import Desk, Sheet, Tools, path_of, show

LONG_CHARACTERS = 700
"""A wording longer than most of a page may go on over the next one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A statement as the room reads it again."""

    statement: Statement
    founded_on: tuple[Reference, ...]
    cards: tuple[CardNumber, ...]
    withdrawn: int
    unread: int
    objections: tuple[Objection, ...]
    long: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A theme, its boards in order. A board without a statement is there too: something may be missing."""

    theme: Theme
    boards: tuple[tuple[Kind, tuple[Entry, ...]], ...]


def proof(request: Request) -> Response:
    """One theme, or all of them, each from a new page."""
    return show(request, _sheet)


def _sheet(desk: Desk) -> Sheet:
    query, state = desk.query, desk.place.state
    theme, lang = query.theme(), query.lang()
    themes = (theme,) if theme else tuple(state.themes.values())
    return Sheet(
        name="proof",
        tools=Tools(theme=theme, lang=lang),
        values={
            "chapters": [_chapter(state, one) for one in themes],
            "now": desk.place.served.room.clock.now(state),
        },
    )


def _chapter(state: Convention, theme: Theme) -> Chapter:
    here = [one for one in live_statements(state) if theme.code in one.themes]
    boards = (
        (kind, tuple(_entry(state, one) for one in here if one.kind is kind))
        for kind in Kind
        if kind in theme.boards or any(one.kind is kind for one in here)
    )
    return Chapter(theme=theme, boards=tuple(boards))


def _entry(state: Convention, statement: Statement) -> Entry:
    cards = [state.cards[number] for number in statement.cards]
    readable = tuple(sorted(card.number for card in cards if public(card)))
    withdrawn = sum(card.withdrawn for card in cards)
    return Entry(
        statement=statement,
        founded_on=foundations(state, statement),
        cards=readable,
        withdrawn=withdrawn,
        unread=len(cards) - len(readable) - withdrawn,
        objections=tuple(one for one in statement.objections if one.how is None),
        long=len(statement.text) > LONG_CHARACTERS,
    )


routes = [Route(path_of("proof"), proof, methods=["GET"])]
