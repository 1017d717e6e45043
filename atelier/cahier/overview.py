"""What the overview counts: theme by theme, card by card, dot by dot, and through the day."""

from collections.abc import Mapping
from dataclasses import dataclass

from atelier.cahier.naming import Name, Pointer
from atelier.domain.fates import Ledger
from atelier.domain.tally import Tally
from atelier.domain.words import Channel, Kind, Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the overview. `received` counts every card, so that the rows add up to the ledger."""

    name: Name
    partners: tuple[str, ...]
    statements: Mapping[Kind, int]
    received: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Priority:
    """A statement that received dots."""

    pointer: Pointer
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What several themes said alike, with the dots of each apart, by those who gave them; None: a room."""

    pointer: Pointer
    weighed: tuple[tuple[Name | None, tuple[tuple[Reference, Tally], ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """`priorities` are grouped by those who weighed: several themes together, then each room for itself.

    What is `shared` stands in these groups too: a ranking without it would mislead.
    """

    rows: tuple[Row, ...]
    ledger: Ledger
    shared: tuple[Shared, ...]
    priorities: tuple[tuple[Name, tuple[Priority, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """The cards of a quarter of an hour. `start`: minutes since the quarter of the first card; no clock."""

    start: int
    came: Mapping[Channel, int]

    @property
    def total(self) -> int:
        """However they came."""
        return sum(self.came.values())
