"""Which cards came to make which statement."""

from dataclasses import dataclass

from atelier.domain.words import CardNumber, Kind, Reference, ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsGrouped:
    """Into a new statement when the reference is new, into that statement otherwise."""

    statement: Reference
    cards: tuple[CardNumber, ...]
    themes: tuple[ThemeCode, ...]
    kind: Kind
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsUngrouped:
    """A statement left without cards, and not an addition, is dissolved."""

    cards: tuple[CardNumber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementAdded:
    """By the secretary, from no card."""

    statement: Reference
    themes: tuple[ThemeCode, ...]
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsMerged:
    """`merged` stand behind `statement`, which starts with no dots."""

    statement: Reference
    merged: tuple[Reference, ...]
    themes: tuple[ThemeCode, ...]
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSplit:
    """`cards` of `source` became `statement`."""

    statement: Reference
    source: Reference
    cards: tuple[CardNumber, ...]
    themes: tuple[ThemeCode, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementDissolved:
    """What it was made of stands again."""

    statement: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRestored:
    """It stands again, with `cards`; the statements it merges stand behind it again."""

    statement: Reference
    cards: tuple[CardNumber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairToldApart:
    """The two `targets` are held to be different, or no longer."""

    targets: tuple[CardNumber | Reference, CardNumber | Reference]
    on: bool = True


GroupingEvent = (
    CardsGrouped
    | CardsUngrouped
    | StatementAdded
    | StatementsMerged
    | StatementSplit
    | StatementDissolved
    | StatementRestored
    | PairToldApart
)
