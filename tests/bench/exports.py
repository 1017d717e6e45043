"""The cahier of a full day."""

from collections.abc import Iterator

from atelier.demonstration import play
from atelier.domain.actor import Actor, Grant
from atelier.domain.commands import GroupCards, LinkStatements, PostCard, WordStatement
from atelier.domain.decide import Decision, decide
from atelier.domain.events import Envelope
from atelier.domain.evolve import evolve, replay
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, Channel, Kind, Reference, Role, Seq, ThemeCode
from atelier.exchange.documents import DOCUMENTS
from atelier.translations import speech
from tests.bench.measure import Figure, median_ms

_TEAM = Actor(grants=tuple(Grant(role=role) for role in Role))
_CARDS = 700


def figures() -> Iterator[Figure]:
    """Each document, from the state to its bytes."""
    state = full_day()
    for name, kind in DOCUMENTS.items():
        limit = 300 if name == "cahier.md" else None
        took = median_ms(lambda kind=kind: kind.make(state, speech("fr")), 5)  # type: ignore[misc]
        yield Figure(name=f"{name} of {len(state.cards)} cards", value=took, value_max=limit)


def full_day() -> Convention:
    """The demonstration, with cards added to its statements until there are seven hundred."""
    state = replay(play(closed=False, id="bench"))
    while len(state.cards) < _CARDS:
        state = _one_more(state, len(state.cards))
    return state


def _one_more(state: Convention, number: int) -> Convention:
    theme = ThemeCode(list(state.themes)[number % len(state.themes)])
    kind = Kind.CONSTAT if number % 3 else Kind.REVENDICATION
    text = f"Carte {number} : « il faut attendre », dit-on *ici* ; # et là. " * 3
    state = _do(state, PostCard(theme=theme, kind=kind, text=text, key=str(number), channel=Channel.PAPER))
    card = CardNumber(len(state.cards))
    if number % 5:
        last = [one.reference for one in state.statements.values() if one.live and _is(one, theme, kind)]
        return _do(state, GroupCards(cards=(card,), statement=last[-1]))
    state = _do(state, GroupCards(cards=(card,)))
    made = state.cards[card].statement
    assert made is not None
    state = _do(state, WordStatement(statement=made, text=text * 2))
    if kind is Kind.REVENDICATION:
        return _do(state, LinkStatements(statement=made, founded_on=(Reference(f"{theme}-C1"),)))
    return state


def _is(statement: object, theme: ThemeCode, kind: Kind) -> bool:
    return getattr(statement, "themes", None) == (theme,) and getattr(statement, "kind", None) is kind


def _do(state: Convention, command: object) -> Convention:
    outcome = decide(state, command, _TEAM)  # type: ignore[arg-type]
    if not isinstance(outcome, Decision):
        return state
    last = Envelope(seq=Seq(state.seq + 1), at=state.created, by=outcome.by, event=outcome.event)
    return evolve(state, last)
