"""Which cards came to make which statement."""

from atelier.domain.events.shape import event
from atelier.domain.words import CardNumber, Kind, Reference, ThemeCode


@event
class CardsGrouped:
    """Into a new statement when the reference is new, into that statement otherwise."""

    statement: Reference
    cards: tuple[CardNumber, ...]
    themes: tuple[ThemeCode, ...]
    kind: Kind
    title: str | None = None


@event
class CardsUngrouped:
    """A statement left without cards, and not an addition, is dissolved."""

    cards: tuple[CardNumber, ...]


@event
class StatementAdded:
    """By the secretary, from no card."""

    statement: Reference
    themes: tuple[ThemeCode, ...]
    kind: Kind
    text: str


@event
class StatementsMerged:
    """`merged` stand behind `statement`, which starts with no dots."""

    statement: Reference
    merged: tuple[Reference, ...]
    themes: tuple[ThemeCode, ...]
    kind: Kind


@event
class StatementSplit:
    """`cards` of `source` became `statement`."""

    statement: Reference
    source: Reference
    cards: tuple[CardNumber, ...]
    themes: tuple[ThemeCode, ...]


@event
class StatementDissolved:
    """What it was made of stands again."""

    statement: Reference


@event
class StatementRestored:
    """It stands again, with `cards`; the statements it merges stand behind it again."""

    statement: Reference
    cards: tuple[CardNumber, ...]


GroupingEvent = (
    CardsGrouped
    | CardsUngrouped
    | StatementAdded
    | StatementsMerged
    | StatementSplit
    | StatementDissolved
    | StatementRestored
)
