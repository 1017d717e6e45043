"""Who is near whom: proposed to people, who compare and decide. Nothing is ever put together from here."""

from collections.abc import Iterator
from dataclasses import dataclass

from atelier.domain import limits
from atelier.domain.actor import Actor
from atelier.domain.apart import Target
from atelier.domain.card import Card
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.views import may_read
from atelier.nearness.index import Index, Likeness
from atelier.nearness.negation import Flag, flags

_CARDS_ASKED = 10
"""Of a statement that has no words yet, the cards that speak for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """`target` is what stands there: a loose card, or a statement, found by its words or by a card of it.

    `asked_by` and `by` are the two whose words are near, `asked_text` and `text`
    these words in `lang`. `flags` speak of the first and the second of them.
    """

    target: Target
    asked_by: Target
    by: Target
    score: float
    lang: str
    asked_text: str
    text: str
    flags: tuple[Flag, ...]
    elsewhere: bool


def neighbours(
    state: Convention, index: Index, asked: Target, actor: Actor, *, elsewhere: bool = False
) -> tuple[Neighbour, ...]:
    """The nearest of its kind in its themes; then, if wished, of other kinds and other themes.

    `index` has followed this very state.
    """
    thing = thing_at(state, asked)
    if thing is None or (isinstance(thing, Statement) and not thing.live):
        return ()
    found: list[Neighbour] = []
    for here in (True, False) if elsewhere else (True,):
        among = {one for one in _candidates(state, asked, actor) if _is_here(state, asked, one) is here}
        found += _nearest(state, index, asked, among, elsewhere=not here)
    return tuple(found)


def thing_at(state: Convention, target: Target) -> Card | Statement | None:
    """The card or the statement, whatever became of it."""
    return state.cards.get(target) if isinstance(target, int) else state.statements.get(target)


def home_of(state: Convention, target: Target) -> Target:
    """The statement a card is in; else itself."""
    if isinstance(target, int):
        return state.cards[target].statement or target
    return target


def _candidates(state: Convention, asked: Target, actor: Actor) -> Iterator[Target]:
    """What is not with it already, and was not told apart from it. The index knows what is there."""
    mine = {asked, home_of(state, asked)}
    apart = {one for told in state.apart if mine & {*told} for one in told} - mine
    for card in state.cards.values():
        home = home_of(state, card.number)
        if home not in mine and not apart & {card.number, home} and may_read(card, actor):
            yield card.number
    yield from (reference for reference in state.statements if reference not in mine | apart)


def _is_here(state: Convention, asked: Target, other: Target) -> bool:
    """Of the same board."""
    one, two = thing_at(state, asked), thing_at(state, other)
    return bool(one and two and one.kind is two.kind and {*one.themes} & {*two.themes})


def _nearest(
    state: Convention, index: Index, asked: Target, among: set[Target], *, elsewhere: bool
) -> list[Neighbour]:
    """One for each loose card and each statement, by what is nearest of it."""
    best: dict[Target, tuple[Likeness, Target, Target]] = {}
    for asked_by in _speaking(state, index, asked):
        for by, likeness in index.alike(asked_by, among).items():
            home = home_of(state, by)
            if likeness.score >= limits.NEAR_SCORE_MIN and (home not in best or best[home][0] < likeness):
                best[home] = (likeness, asked_by, by)
    order = sorted(best, key=lambda home: (-best[home][0].score, str(home)))
    return [_neighbour(index, home, *best[home], elsewhere) for home in order[: limits.NEIGHBOURS_MAX]]


def _speaking(state: Convention, index: Index, asked: Target) -> tuple[Target, ...]:
    if isinstance(asked, int) or index.texts(asked):
        return (asked,)
    return state.statements[asked].cards[:_CARDS_ASKED]


def _neighbour(
    index: Index, target: Target, likeness: Likeness, asked_by: Target, by: Target, elsewhere: bool
) -> Neighbour:
    asked_text, text = index.texts(asked_by)[likeness.lang], index.texts(by)[likeness.lang]
    return Neighbour(
        target=target,
        asked_by=asked_by,
        by=by,
        score=likeness.score,
        lang=likeness.lang,
        asked_text=asked_text,
        text=text,
        flags=flags(asked_text, text, likeness.lang),
        elsewhere=elsewhere,
    )
