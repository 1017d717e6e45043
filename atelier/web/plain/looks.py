"""How a theme looks, piece by piece: what a page shows whole is what the feed tells in parts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from atelier.cahier import polled
from atelier.cahier.entries import Graded
from atelier.domain.actor import ANYBODY
from atelier.domain.card import Card
from atelier.domain.commands import MarkDisagreement
from atelier.domain.decide import Decision, decide
from atelier.domain.events import CardPosted
from atelier.domain.judging import Heard
from atelier.domain.links import foundations
from atelier.domain.state import Convention, Theme
from atelier.domain.statement import Statement
from atelier.domain.tally import Tally, tally
from atelier.domain.views import Board, boards, public
from atelier.domain.words import Kind, Reference, ThemeCode
from atelier.live.clock import steady_end
from atelier.live.curtain import Covered
from atelier.live.feed import Draw, Item, View
from atelier.live.rooms import Served
from atelier.web.plain.moment import look_at, try_to_post
from atelier.web.plain.rendering import template
from atelier.web.plain.shared import Kept, kept_for
from atelier.web.plain.weigh_look import public_look


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """A statement with the cards it came from: those that may be read, and how many were taken back.

    `differ` is where who reads it may say that they do not agree, seen from the page of a theme.
    """

    statement: Statement
    order: int
    founded_on: tuple[Reference, ...]
    dots: Tally | None
    opinions: Heard | None
    grades: Graded | None
    cards: tuple[Card, ...]
    withdrawn: int
    unread: int
    differ: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardView:
    """One board. `received` is the sum of all that follows it: no card is left out in silence."""

    board: Board
    statements: tuple[StatementView, ...]
    loose: tuple[Card, ...]
    aside: int
    withdrawn: int
    writable: bool
    over: bool


@dataclass(frozen=True, slots=True)
class Eye:
    """Who looks: in which language, with the eyes of the team, or at what is projected."""

    lang: str
    team: bool = False
    projected: bool = False


def draw_for(served: Served, theme: ThemeCode, lang: str, team: bool) -> Draw:
    """What the feed tells of a theme to those who look with these eyes."""
    kept = kept_for(served.room)
    return lambda state: view_of(kept, state, state.themes[theme], Eye(lang, team))


def view_of(kept: Kept, state: Convention, theme: Theme, eye: Eye) -> View:
    """Every item of the theme, by its id in the page."""
    return dict(_items(kept, state, theme, eye))


def _items(kept: Kept, state: Convention, theme: Theme, eye: Eye) -> Iterator[tuple[str, Item]]:
    yield "@clock", Item("@", 0, clock(state, theme))
    step = template(eye.lang, "step.html")
    moment = look_at(state, theme, ANYBODY)
    yield "moment", Item("", 0, step.render(theme=theme, moment=moment, state=state))
    if not eye.team:
        tag = tag_of(state.language, eye.lang)
        yield "@weigh", Item("@", 0, public_look(kept, state, theme, eye.lang, tag))
    parts: Any = template(eye.lang, "parts.html").module
    for view in board_views(state, theme, eye):
        kind = view.board.kind
        yield f"{kind}-count", Item("", 0, str(parts.count(view, eye.team)))
        yield f"{kind}-notes", Item("", 0, str(parts.notes(view, eye.team)))
        yield f"{kind}-loose", Item("", 0, str(parts.loose(view)))
        yield f"{kind}-rest", Item("", 0, str(parts.rest(view)))
        for one in view.statements:
            look = statement_html(kept, state, eye, one)
            yield one.statement.reference, Item(f"{kind}-statements", one.order, look)
        drawn = kept.drawn(eye, state.language)
        for card in view.loose:
            found = drawn.get(card.number)
            if found is None or found[0] is not card:
                look = card_html(kept, state, eye, card)
                place = f"{kind}-cards" if card.aside is None else f"{kind}-aside"
                found = (card, (f"card-{card.number}", Item(place, -card.number, look)))
                drawn[card.number] = found
            yield found[1]


def board_views(state: Convention, theme: Theme, eye: Eye) -> list[BoardView]:
    """What the templates need, and nothing they must look for."""
    here = [card for card in state.cards.values() if theme.code in card.themes]
    aside = Counter(card.kind for card in here if card.aside is not None and not card.withdrawn)
    gone = Counter(card.kind for card in here if card.withdrawn)
    return [
        BoardView(
            board=board,
            statements=tuple(
                _statement_view(state, one, place, eye) for place, one in enumerate(board.statements)
            ),
            loose=_team_loose(here, board.kind) if eye.team else board.loose,
            aside=aside[board.kind],
            withdrawn=gone[board.kind],
            over=theme.frozen or state.closed,
            writable=isinstance(try_to_post(state, theme, board.kind, ANYBODY), CardPosted),
        )
        for board in boards(state, theme.code)
    ]


def _team_loose(cards: list[Card], kind: Kind) -> tuple[Card, ...]:
    """Hidden cards among them, and those set aside, which have a list of their own."""
    free = (one for one in cards if one.kind is kind and one.statement is None and not one.withdrawn)
    return tuple(reversed(tuple(free)))


def _statement_view(state: Convention, statement: Statement, order: int, eye: Eye) -> StatementView:
    cards = [state.cards[number] for number in statement.cards]
    readable = tuple(card for card in cards if public(card) or (eye.team and not card.withdrawn))
    withdrawn = sum(card.withdrawn for card in cards)
    return StatementView(
        statement=statement,
        order=order,
        founded_on=foundations(state, statement),
        dots=tally(state, statement),
        opinions=polled.opinions(state, statement),
        grades=polled.grades(state, statement),
        cards=readable,
        withdrawn=withdrawn,
        unread=len(cards) - len(readable) - withdrawn,
        differ="" if eye.team or eye.projected else _where_to_differ(state, statement),
    )


def _where_to_differ(state: Convention, statement: Statement) -> str:
    """Nothing where the step does not ask, or where it is marked already."""
    reference = statement.reference
    asked = decide(state, MarkDisagreement(target=reference), ANYBODY)
    return f"{statement.themes[0]}/disagree/{reference}" if isinstance(asked, Decision) else ""


def card_html(kept: Kept, state: Convention, eye: Eye, card: Card) -> Markup:
    """The one way a card looks, to those eyes."""
    macro: Any = template(eye.lang, "card.html").module
    tag = tag_of(card.lang or state.language, eye.lang)
    return kept.look(
        (eye, tag, "card", card.number),
        card,
        lambda: macro.card(card, tag, eye.team, isinstance(card, Covered)),
    )


def statement_html(kept: Kept, state: Convention, eye: Eye, view: StatementView) -> Markup:
    """The one way a statement looks, to those eyes."""
    macro: Any = template(eye.lang, "statement.html").module
    tag = tag_of(state.language, eye.lang)
    return kept.look(
        (eye, tag, view.statement.reference),
        view,
        lambda: macro.statement(view, tag, lambda card: card_html(kept, state, eye, card), eye.team),
    )


def tag_of(text_lang: str, page_lang: str) -> str:
    """The language to announce; none when it is that of the page."""
    return "" if text_lang == page_lang else text_lang


def clock(state: Convention, theme: Theme) -> str:
    """When the step ends, by the steady clock of the room; nothing when there is no timer."""
    running = theme.running
    if running is None or running.ends is None or theme.frozen or state.closed:
        return ""
    return str(steady_end(state, running.ends))
