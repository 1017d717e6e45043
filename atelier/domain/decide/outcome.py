"""What comes of a command that is not refused."""

from dataclasses import dataclass

from atelier.domain.events import Event
from atelier.domain.words import CardNumber, Reference, Role, Seq


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Write this; it was asked in that function."""

    event: Event
    by: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    """It is already so since `seq`: a resent card, a mark that is there. Nothing to write."""

    seq: Seq
    card: CardNumber | None = None
    statement: Reference | None = None
