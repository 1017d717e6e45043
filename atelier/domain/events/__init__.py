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
    LanguageSet,
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
from atelier.domain.events.document import (
    AxesArranged,
    AxisAdded,
    AxisEdited,
    AxisFilled,
    AxisRemoved,
    AxisRestored,
    BlockAdded,
    BlockEdited,
    BlockRemoved,
    BlockRestored,
    BoardArranged,
    DocumentArranged,
    DocumentEvent,
    GapAnswered,
    SectionWritten,
    StatementsMatched,
    StatementsUnmatched,
)
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
from atelier.domain.events.polls import ChoiceCast, ChoicesCounted, PollClosed, PollEvent, PollOpened
from atelier.domain.events.programme import (
    CardsRevealed,
    ClockCorrected,
    ProgrammeEvent,
    StepExtended,
    StepsEdited,
    StepStarted,
    ThemeFrozen,
    ThemePaused,
    ThemeReopened,
)
from atelier.domain.events.rooms import (
    BlockBrought,
    CardBrought,
    PollBrought,
    RoomEvent,
    RoomRegistered,
    StatementBrought,
    StatementCarried,
    VoteBrought,
)
from atelier.domain.events.statements import (
    ConsentSet,
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
    CardEvent
    | GroupingEvent
    | StatementEvent
    | ProgrammeEvent
    | DotsEvent
    | PollEvent
    | DocumentEvent
    | RoomEvent
    | ConventionEvent
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """An event in its place: position in the log, time, and the function (never the person) that acted."""

    seq: Seq
    at: Instant
    by: Role
    event: Event


__all__ = [
    "AxesArranged",
    "AxisAdded",
    "AxisEdited",
    "AxisFilled",
    "AxisRemoved",
    "AxisRestored",
    "BlockAdded",
    "BlockBrought",
    "BlockEdited",
    "BlockRemoved",
    "BlockRestored",
    "BoardArranged",
    "CardBrought",
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
    "ChoiceCast",
    "ChoicesCounted",
    "ClockCorrected",
    "ConsentSet",
    "ConventionClosed",
    "ConventionCreated",
    "ConventionEdited",
    "ConventionEvent",
    "ConventionReopened",
    "DisagreementMarked",
    "DocumentArranged",
    "DocumentEvent",
    "DotsCast",
    "DotsCounted",
    "DotsEvent",
    "Envelope",
    "Event",
    "GapAnswered",
    "GroupingEvent",
    "LanguageSet",
    "MaturitySet",
    "MinorityRecorded",
    "ObjectionRaised",
    "ObjectionResolved",
    "PairToldApart",
    "PollBrought",
    "PollClosed",
    "PollEvent",
    "PollOpened",
    "ProgrammeEvent",
    "RoomEvent",
    "RoomRegistered",
    "SectionWritten",
    "SlotAdded",
    "SlotEdited",
    "StatementAdded",
    "StatementAttributed",
    "StatementBrought",
    "StatementCarried",
    "StatementDissolved",
    "StatementEvent",
    "StatementRestored",
    "StatementSplit",
    "StatementUnattributed",
    "StatementWorded",
    "StatementsLinked",
    "StatementsMatched",
    "StatementsMerged",
    "StatementsUnlinked",
    "StatementsUnmatched",
    "StepExtended",
    "StepStarted",
    "StepsEdited",
    "ThemeAdded",
    "ThemeEdited",
    "ThemeFrozen",
    "ThemePaused",
    "ThemeReopened",
    "VoteBrought",
    "VoteClosed",
    "VoteOpened",
]
