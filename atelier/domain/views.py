"""What each audience may see: everybody, the author of a card, the team."""

from dataclasses import dataclass

from atelier.domain.actor import Actor
from atelier.domain.card import Card
from atelier.domain.links import live_statements
from atelier.domain.permissions import in_team, owns
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.words import Kind, ThemeCode


def public(card: Card) -> bool:
    """Anybody in the room may read it."""
    return not (card.withdrawn or card.hidden or card.aside is not None)


def may_read(card: Card, actor: Actor) -> bool:
    """Hidden and set-aside cards are for their author and the team."""
    if public(card):
        return True
    return not card.withdrawn and (any(in_team(actor, code) for code in card.themes) or owns(card, actor))


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One kind of card in one theme: statements, then cards not yet placed, the newest first.

    `received` counts every card of the board that was not withdrawn or set aside,
    hidden ones among them; `people`, who carries them: some cards are written by a group.
    """

    kind: Kind
    statements: tuple[Statement, ...]
    loose: tuple[Card, ...]
    received: int
    people: int
    hidden: int


def boards(state: Convention, code: ThemeCode) -> tuple[Board, ...]:
    """The boards of a theme as anybody may see them."""
    return tuple(_board(state, code, kind) for kind in state.themes[code].boards)


def _board(state: Convention, code: ThemeCode, kind: Kind) -> Board:
    cards = [card for card in state.cards.values() if card.kind is kind and code in card.themes]
    standing = [card for card in cards if not card.withdrawn and card.aside is None]
    statements = (one for one in live_statements(state) if one.kind is kind and code in one.themes)
    loose = [card for card in standing if card.statement is None and public(card)]
    return Board(
        kind=kind,
        statements=tuple(statements),
        loose=tuple(reversed(loose)),
        received=len(standing),
        people=sum(card.carried_by for card in standing),
        hidden=sum(card.hidden for card in standing),
    )
