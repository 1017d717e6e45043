"""A card at one moment."""

from dataclasses import dataclass

from atelier.domain.references import written
from atelier.domain.words import (
    AsideReason,
    CardNumber,
    Channel,
    Instant,
    Kind,
    Mark,
    Reference,
    Seq,
    SlotId,
    ThemeCode,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Why a card was set aside."""

    reason: AsideReason
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """Made by a person."""

    lang: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The statement of an earlier cahier that a card takes up: « Convention 1, Santé, SA-R4 »."""

    convention: str
    number: int
    theme: str
    reference: Reference

    @property
    def written(self) -> str:
        """As it is cited: « Convention (1), Santé, SA-R4 »."""
        number = f" ({self.number})" if self.number else ""
        return f"{self.convention}{number}, {self.theme}, {self.reference}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What one person or one group wrote. `text` is as given, or empty once withdrawn.

    `posted` is the event that made it, `texts` the events that hold words of it,
    `changed` the last event that touched it.
    """

    number: CardNumber
    themes: tuple[ThemeCode, ...]
    kind: Kind
    text: str
    lang: str
    channel: Channel
    author: Mark
    carried_by: int
    slip: str
    table: str
    slot: SlotId | None
    late: bool
    hidden: bool
    at: Instant
    posted: Seq
    changed: Seq
    texts: tuple[Seq, ...]
    statement: Reference | None = None
    aside: Aside | None = None
    withdrawn: bool = False
    corrected: bool = False
    disagreement: bool = False
    translations: tuple[Translation, ...] = ()
    origin: Origin | None = None

    @property
    def written(self) -> str:
        """Its number as people read it: `41`, `B-41`."""
        return written(self.number)
