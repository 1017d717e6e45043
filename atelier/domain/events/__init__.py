"""What happened. One frozen class an event, in the past tense; the log is made of these.

An event holds nothing personal beyond a mark that no one can compare with
another (see `authorship`). Once written it never changes, but for the words
and the marks that are erased for good (see `erasing`).
"""

from dataclasses import dataclass

from atelier.domain.events.cards import (
    CardCorrected,
    CardEvent,
    CardMoved,
    CardPosted,
    CardRestored,
    CardSetAside,
    CardTranslated,
    CardWithdrawn,
)
from atelier.domain.events.convention import (
    ConventionClosed,
    ConventionCreated,
    ConventionEdited,
    ConventionEvent,
    ConventionReopened,
    SlotAdded,
    SlotEdited,
    ThemeAdded,
    ThemeEdited,
)
from atelier.domain.events.document import AxisAdded, AxisFilled, DocumentEvent, GapAnswered, SectionWritten
from atelier.domain.events.dots import DotsCast, DotsCounted, DotsEvent, VoteClosed, VoteOpened
from atelier.domain.events.grouping import (
    CardsGrouped,
    CardsUngrouped,
    GroupingEvent,
    PairToldApart,
    StatementAdded,
    StatementDissolved,
    StatementRestored,
    StatementsMerged,
    StatementSplit,
)
from atelier.domain.events.programme import (
    CardsRevealed,
    ProgrammeEvent,
    StepExtended,
    StepStarted,
    ThemeFrozen,
    ThemePaused,
    ThemeReopened,
)
from atelier.domain.events.statements import (
    DisagreementMarked,
    MaturitySet,
    MinorityRecorded,
    ObjectionRaised,
    ObjectionResolved,
    StatementAttributed,
    StatementEvent,
    StatementsLinked,
    StatementsUnlinked,
    StatementUnattributed,
    StatementWorded,
)
from atelier.domain.words import Instant, Role, Seq

Event = (
    CardEvent | GroupingEvent | StatementEvent | ProgrammeEvent | DotsEvent | DocumentEvent | ConventionEvent
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """An event in its place: position in the log, time, and the function (never the person) that acted."""

    seq: Seq
    at: Instant
    by: Role
    event: Event


__all__ = [
    "AxisAdded",
    "AxisFilled",
    "CardCorrected",
    "CardEvent",
    "CardMoved",
    "CardPosted",
    "CardRestored",
    "CardSetAside",
    "CardTranslated",
    "CardWithdrawn",
    "CardsGrouped",
    "CardsRevealed",
    "CardsUngrouped",
    "ConventionClosed",
    "ConventionCreated",
    "ConventionEdited",
    "ConventionEvent",
    "ConventionReopened",
    "DisagreementMarked",
    "DocumentEvent",
    "DotsCast",
    "DotsCounted",
    "DotsEvent",
    "Envelope",
    "Event",
    "GapAnswered",
    "GroupingEvent",
    "MaturitySet",
    "MinorityRecorded",
    "ObjectionRaised",
    "ObjectionResolved",
    "PairToldApart",
    "ProgrammeEvent",
    "SectionWritten",
    "SlotAdded",
    "SlotEdited",
    "StatementAdded",
    "StatementAttributed",
    "StatementDissolved",
    "StatementEvent",
    "StatementRestored",
    "StatementSplit",
    "StatementUnattributed",
    "StatementWorded",
    "StatementsLinked",
    "StatementsMerged",
    "StatementsUnlinked",
    "StepExtended",
    "StepStarted",
    "ThemeAdded",
    "ThemeEdited",
    "ThemeFrozen",
    "ThemePaused",
    "ThemeReopened",
    "VoteClosed",
    "VoteOpened",
]
