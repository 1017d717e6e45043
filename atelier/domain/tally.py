"""Counting dots: rules and nothing else. Channels are counted apart and never added in silence."""

from dataclasses import dataclass

from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.votes import Vote
from atelier.domain.weighing import last_held, weighs
from atelier.domain.words import Count, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Dots given to the wording that stands, by channel; `earlier` were given to wordings before it."""

    phones: int = 0
    paper: int = 0
    hands: int = 0
    earlier: int = 0

    @property
    def total(self) -> int:
        """On the wording that stands."""
        return self.phones + self.paper + self.hands


def tally(state: Convention, statement: Statement) -> Tally | None:
    """The last closed vote on this statement; None while it was never weighed, or is being weighed."""
    vote = last_held(vote for vote in state.votes.values() if weighs(state, vote, statement))
    return None if vote is None or vote.open else _count(vote, statement.reference, len(statement.versions))


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What one vote gave to one statement."""

    vote: Vote
    tally: Tally


def weighings(state: Convention, statement: Statement) -> tuple[Weighing, ...]:
    """Every closed vote that gave it dots, oldest first: its workshop's, then the plenary's."""
    found = (
        Weighing(vote=vote, tally=_count(vote, statement.reference, len(statement.versions)))
        for vote in state.votes.values()
        if not vote.open and weighs(state, vote, statement)
    )
    return tuple(one for one in found if one.tally.total or one.tally.earlier)


def result(vote: Vote) -> tuple[tuple[Reference, Tally], ...]:
    """Every wording's statement that received dots, most first, then by reference."""
    versions: dict[Reference, int] = {}
    for reference, version in (*vote.phones, *((one, version) for one, version, _ in vote.counted)):
        versions[reference] = max(version, versions.get(reference, 0))
    found = [(reference, _count(vote, reference, version)) for reference, version in versions.items()]
    return tuple(sorted(found, key=lambda one: (-one[1].total, one[0])))


def overfull(state: Convention, vote: Vote) -> bool:
    """More dots than the people of its themes can have given; nothing to say where nobody counted them."""
    given = sum(vote.phones.values()) + sum(vote.counted.values())
    people = [state.themes[code].people for code in vote.themes]
    return all(people) and given > sum(people) * vote.dots


def _count(vote: Vote, reference: Reference, version: int) -> Tally:
    on_paper = vote.counted.get((reference, version, Count.PAPER), 0)
    by_hands = vote.counted.get((reference, version, Count.HANDS), 0)
    phones = vote.phones.get((reference, version), 0)
    everything = sum(dots for (of, _), dots in vote.phones.items() if of == reference)
    everything += sum(dots for (of, _, _), dots in vote.counted.items() if of == reference)
    return Tally(
        phones=phones,
        paper=on_paper,
        hands=by_hands,
        earlier=everything - phones - on_paper - by_hands,
    )
