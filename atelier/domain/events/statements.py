"""What statements came to say, and what was said of them."""

from atelier.domain.events.shape import event
from atelier.domain.words import CardNumber, Maturity, ObjectionId, ObjectionKind, Reference, Resolution


@event
class StatementWorded:
    """A new version; `title` is kept as it was when it is None."""

    statement: Reference
    text: str
    title: str | None = None


@event
class StatementsLinked:
    """Founded on these too."""

    statement: Reference
    founded_on: tuple[Reference, ...]


@event
class StatementsUnlinked:
    """Founded on these no longer."""

    statement: Reference
    founded_on: tuple[Reference, ...]


@event
class StatementAttributed:
    """Taken up from an organisation."""

    statement: Reference
    organisation: str
    quote: str = ""
    reference: str = ""


@event
class StatementUnattributed:
    """No longer said to be taken up from there."""

    statement: Reference
    organisation: str
    quote: str = ""


@event
class DisagreementMarked:
    """Or unmarked."""

    target: CardNumber | Reference
    on: bool


@event
class ObjectionRaised:
    """It is open until something becomes of it."""

    objection: ObjectionId
    statement: Reference
    text: str
    kind: ObjectionKind


@event
class ObjectionResolved:
    """What became of it."""

    objection: ObjectionId
    how: Resolution
    text: str = ""


@event
class MinorityRecorded:
    """So many people hold it; 0 took it away."""

    statement: Reference
    text: str
    people: int


@event
class MaturitySet:
    """None: nothing is said of it."""

    statement: Reference
    maturity: Maturity | None


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
)
