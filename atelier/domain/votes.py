"""A vote: who may give how many dots, and how many were given."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from atelier.domain.words import Count, Kind, Mark, Reference, Seq, ThemeCode, VoteNumber

_NOT_YET = Seq(0)

Wording = tuple[Reference, int]
"""A statement and the number of its version: what a dot was given to."""

Ballot = Mapping[Wording, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """`closed` is the event that closed it, 0 before. `phones` and `counted` are totals per wording.

    `ballots`, and `cast`, the events that hold them, are forgotten when the convention closes.
    """

    number: VoteNumber
    themes: tuple[ThemeCode, ...]
    dots: int
    kinds: tuple[Kind, ...]
    open: bool = True
    closed: Seq = _NOT_YET
    voters: int = 0
    phones: Mapping[Wording, int] = field(default_factory=dict)
    counted: Mapping[tuple[Reference, int, Count], int] = field(default_factory=dict)
    ballots: Mapping[Mark, Ballot] = field(default_factory=dict)
    cast: tuple[Seq, ...] = ()
