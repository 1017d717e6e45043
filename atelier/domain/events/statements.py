"""What statements came to say, and what was said of them."""

from dataclasses import dataclass

from atelier.domain.words import (
    CardNumber,
    Consent,
    Maturity,
    ObjectionId,
    ObjectionKind,
    Reference,
    Resolution,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementWorded:
    """A new version; `title` is kept as it was when it is None."""

    statement: Reference
    text: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsLinked:
    """Founded on these too."""

    statement: Reference
    founded_on: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsUnlinked:
    """Founded on these no longer."""

    statement: Reference
    founded_on: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementAttributed:
    """Taken up from an organisation."""

    statement: Reference
    organisation: str
    quote: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementUnattributed:
    """No longer said to be taken up from there."""

    statement: Reference
    organisation: str
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementMarked:
    """Or unmarked."""

    target: CardNumber | Reference
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionRaised:
    """It is open until something becomes of it."""

    objection: ObjectionId
    statement: Reference
    text: str
    kind: ObjectionKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionResolved:
    """What became of it."""

    objection: ObjectionId
    how: Resolution
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinorityRecorded:
    """So many people hold it; 0 took it away."""

    statement: Reference
    text: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MaturitySet:
    """None: nothing is said of it."""

    statement: Reference
    maturity: Maturity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSet:
    """How far its consent round has come; rewording and objections move it by themselves."""

    statement: Reference
    stage: Consent | None


StatementEvent = (
    StatementWorded
    | StatementsLinked
    | StatementsUnlinked
    | StatementAttributed
    | StatementUnattributed
    | DisagreementMarked
    | ObjectionRaised
    | ObjectionResolved
    | MinorityRecorded
    | MaturitySet
    | ConsentSet
)
