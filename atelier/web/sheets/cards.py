"""`/{slug}/sheets/cards`: blank paper cards, four on a sheet, each with a number of its own."""

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from atelier.domain.state import Theme
from atelier.domain.words import Kind, ThemeCode
from atelier.web.sheets.page import Desk, Sheet, Tools, path_of, show

PER_SHEET = 4
COUNT_MAX = 200
FIRST_MAX = 9_000
CARDS_MAX = 1_000
"""Of all themes and kinds together: half a ream of paper in one gesture is enough."""

_HUNDREDS = {Kind.CONSTAT: 1, Kind.REVENDICATION: 2, Kind.PISTE: 3, Kind.QUESTION: 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A card nobody has written yet."""

    theme: Theme
    kind: Kind
    slip: str


def slip_number(theme: ThemeCode, kind: Kind, number: int) -> str:
    """`DS-101`: the first constat of DS; 201 the first revendication. No two papers share one."""
    return f"{theme}-{_HUNDREDS[kind]}{number:02d}"


def blanks(request: Request) -> Response:
    """As many of each kind as are asked for; by default, one sheet of each."""
    return show(request, _sheet)


def _sheet(desk: Desk) -> Sheet:
    query, state = desk.query, desk.place.state
    theme, lang = query.theme(), query.lang()
    themes = (theme,) if theme else tuple(state.themes.values())
    kind = query.kind(themes)
    count = query.number("count", PER_SHEET, 1, COUNT_MAX)
    first = query.number("from", 1, 1, FIRST_MAX)
    boards = [(one, board) for one in themes for board in one.boards if kind in (None, board)]
    query.too_many(count * len(boards), CARDS_MAX)
    cards = [] if query.problem else list(_cards(boards, first, count))
    kinds = tuple(one for one in Kind if any(one in each.boards for each in state.themes.values()))
    return Sheet(
        name="cards",
        tools=Tools(theme=theme, lang=lang, kind=kind or "", kinds=kinds, count=count, first=first),
        values={"pages": [cards[at : at + PER_SHEET] for at in range(0, len(cards), PER_SHEET)]},
        notes=_notes(desk, cards, first + count),
    )


def _cards(boards: list[tuple[Theme, Kind]], first: int, count: int) -> Iterator[Blank]:
    for theme, kind in boards:
        for number in range(first, first + count):
            yield Blank(theme=theme, kind=kind, slip=slip_number(theme.code, kind, number))


def _notes(desk: Desk, cards: list[Blank], following: int) -> list[str]:
    """How the number of a paper and the number of a card go together."""
    if not cards:
        return []
    said = desk.reader.speech
    sheets = -(-len(cards) // PER_SHEET)
    return [
        said.plural("{n} feuille A4, à couper en quatre.", "{n} feuilles A4, à couper en quatre.", sheets),
        said.text(
            "Chaque papier porte son propre numéro, {slip} par exemple. Le secrétariat le tape "
            "avec le texte, comme « numéro du papier ». La carte reçoit alors son numéro, 41 par exemple : "
            "on l’écrit dans la case vide du papier. C’est ce numéro qui est sur le mur et dans le cahier.",
            slip=cards[0].slip,
        ),
        said.text(
            "Pour en imprimer d’autres plus tard sans répéter un numéro, "
            "commencez au numéro qui suit : {next}.",
            next=following,
        ),
    ]


routes = [Route(path_of("cards"), blanks, methods=["GET"])]
