"""`/{slug}/sheets/wall`: every card that may be read, as a slip of paper for a real wall."""

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.domain.card import Card
from atelier.domain.limits import CARDS_MAX
from atelier.domain.references import in_room
from atelier.domain.state import Convention, Theme
from atelier.domain.views import public
from atelier.domain.words import Kind
from atelier.web.sheets.page import Desk, Sheet, Tools, path_of, show
from atelier.web.sheets.slips import on_sheets, slip_of


def wall(request: Request) -> Response:
    """All of them, or those of a theme, of a kind, from a number on."""
    return show(request, _sheet)


def _sheet(desk: Desk) -> Sheet:
    query, state = desk.query, desk.place.state
    theme, lang = query.theme(), query.lang()
    themes = (theme,) if theme else tuple(state.themes.values())
    kind = query.kind(themes)
    first = query.number("from", 1, 1, CARDS_MAX)
    cards = [] if query.problem else _readable(state, themes, kind, first)
    kinds = tuple(one for one in Kind if any(one in each.boards for each in state.themes.values()))
    return Sheet(
        name="wall",
        tools=Tools(theme=theme, lang=lang, kind=kind or "", kinds=kinds, first=first),
        values={"pages": on_sheets(slip_of(card) for card in cards)},
        notes=_notes(desk, cards),
    )


def _readable(state: Convention, themes: Iterable[Theme], kind: Kind | None, first: int) -> list[Card]:
    """By theme, then by kind, then by number; a card of several themes once."""
    found: dict[int, Card] = {}
    shown = [one for one in state.cards.values() if public(one) and in_room(one.number) >= first]
    for theme in themes:
        for board in Kind:
            here = (one for one in shown if one.kind is board and theme.code in one.themes)
            found |= {one.number: one for one in here if kind in (None, board) and one.number not in found}
    return list(found.values())


def _notes(desk: Desk, cards: list[Card]) -> list[str]:
    said = desk.reader.speech
    if not cards:
        return [said.text("Aucune carte à imprimer pour ce choix.")]
    return [
        said.plural("{n} carte.", "{n} cartes.", len(cards)),
        said.text(
            "Les cartes cachées, mises de côté ou retirées n’y sont pas. "
            "Pour n’imprimer ensuite que les nouvelles, commencez au numéro {next}.",
            next=desk.place.state.own_cards + 1,
        ),
    ]


routes = [Route(path_of("wall"), wall, methods=["GET"])]
