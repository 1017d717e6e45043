"""What a statement says, on what it stands, what is said of it."""

from dataclasses import dataclass

from atelier.domain.words import (
    CardNumber,
    Consent,
    Maturity,
    ObjectionId,
    ObjectionKind,
    Reference,
    Resolution,
    Seq,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordStatement:
    """A new version of the sentence; the earlier ones are kept."""

    statement: Reference
    text: str
    title: str | None = None
    base: Seq | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkStatements:
    """A revendication or a piste is founded on these."""

    statement: Reference
    founded_on: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnlinkStatements:
    """…and no longer on these."""

    statement: Reference
    founded_on: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeStatement:
    """Taken up from an organisation, or from an earlier cahier, in its exact words."""

    statement: Reference
    organisation: str
    quote: str = ""
    reference: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnattributeStatement:
    """The reverse: this organisation and quote no longer stand there."""

    statement: Reference
    organisation: str
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkDisagreement:
    """The ⚡ on a card (its number) or a statement (its reference)."""

    target: CardNumber | Reference
    on: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseObjection:
    """A reasoned objection; what became of it is said later."""

    statement: Reference
    text: str
    kind: ObjectionKind = ObjectionKind.REASONED


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveObjection:
    """What became of an objection, and in what words."""

    objection: ObjectionId
    how: Resolution
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordMinority:
    """A minority opinion and how many hold it; the same text again changes the number, 0 removes it."""

    statement: Reference
    text: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMaturity:
    """How far the workshop stands behind it; `None` says nothing again."""

    statement: Reference
    maturity: Maturity | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetConsent:
    """How far the consent round has come; `None`: there is none."""

    statement: Reference
    stage: Consent | None


StatementCommand = (
    WordStatement
    | LinkStatements
    | UnlinkStatements
    | AttributeStatement
    | UnattributeStatement
    | MarkDisagreement
    | RaiseObjection
    | ResolveObjection
    | RecordMinority
    | SetMaturity
    | SetConsent
)
