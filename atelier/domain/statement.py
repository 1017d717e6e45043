"""A statement at one moment, with all that was said of it."""

from dataclasses import dataclass

from atelier.domain.words import (
    CardNumber,
    Consent,
    Kind,
    Maturity,
    ObjectionId,
    ObjectionKind,
    Reference,
    Resolution,
    Seq,
    ThemeCode,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One version of a statement's sentence."""

    text: str
    seq: Seq


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenUp:
    """Another organisation's words, exact; or an earlier cahier's."""

    organisation: str
    quote: str
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """`how` is None until something became of it."""

    id: ObjectionId
    text: str
    kind: ObjectionKind
    how: Resolution | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Minority:
    """A text, and how many people hold it."""

    text: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence the workshop stands behind; worded from its cards, or not yet."""

    reference: Reference
    themes: tuple[ThemeCode, ...]
    kind: Kind
    cards: tuple[CardNumber, ...] = ()
    title: str = ""
    versions: tuple[Wording, ...] = ()
    added: bool = False
    merged: tuple[Reference, ...] = ()
    merged_into: Reference | None = None
    split_from: Reference | None = None
    dissolved: bool = False
    founded_on: tuple[Reference, ...] = ()
    taken_up: tuple[TakenUp, ...] = ()
    disagreement: bool = False
    objections: tuple[Objection, ...] = ()
    minorities: tuple[Minority, ...] = ()
    maturity: Maturity | None = None
    consent: Consent | None = None
    changed: Seq

    @property
    def live(self) -> bool:
        """It stands: neither dissolved nor merged into another."""
        return not self.dissolved and self.merged_into is None

    @property
    def text(self) -> str:
        """The last wording, or nothing."""
        return self.versions[-1].text if self.versions else ""

    @property
    def worded(self) -> Seq:
        """The event of the last wording, 0 before any."""
        return self.versions[-1].seq if self.versions else Seq(0)
