"""The same thing said by several themes: shown once, with its origins."""

from collections.abc import Mapping
from dataclasses import dataclass

from atelier.domain.links import standing
from atelier.domain.state import Convention, Match
from atelier.domain.words import MatchId, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """Two statements or more that stand today, the first of which lends its words where `text` is empty."""

    id: MatchId
    statements: tuple[Reference, ...]
    text: str


def live_matches(state: Convention) -> tuple[Matched, ...]:
    """Those that still gather several statements, in the order they were made.

    Where statements of two matches were merged, what stands for them belongs to the first.
    """
    found: list[Matched] = []
    taken: set[Reference] = set()
    for match in state.matches.values():
        stand = tuple(one for one in standing_in(state, match) if one not in taken)
        if len(stand) > 1:
            taken.update(stand)
            found.append(Matched(id=match.id, statements=stand, text=match.text))
    return tuple(found)


def standing_in(state: Convention, match: Match) -> tuple[Reference, ...]:
    """What stands today for the statements of a match, each once."""
    stand = (standing(state, reference) for reference in match.statements)
    return tuple(dict.fromkeys(one for one in stand if one is not None))


def groups(state: Convention) -> Mapping[Reference, Matched]:
    """For each statement that is also said elsewhere, its group."""
    return {reference: match for match in live_matches(state) for reference in match.statements}


def said_also(state: Convention) -> Mapping[Reference, tuple[Reference, ...]]:
    """For each statement of a group, the others."""
    return {
        reference: tuple(other for other in match.statements if other != reference)
        for reference, match in groups(state).items()
    }
