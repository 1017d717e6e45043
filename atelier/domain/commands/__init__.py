"""What people ask for. One frozen class a command; its name in the API is its name in snake case.

Fields left at their default are not asked for: `edit_theme(title=None)` keeps
the title. Texts arrive as typed; `decide` cleans them. `base` is the sequence
number the caller last saw of the thing: a later change refuses the command.
"""

import re
from dataclasses import dataclass

from atelier.domain.commands.cards import (
    CardCommand,
    CorrectCard,
    MoveCard,
    PostCard,
    RestoreCard,
    SetAsideCard,
    SetLanguage,
    TranslateCard,
    WithdrawCard,
)
from atelier.domain.commands.convention import (
    AddSlot,
    AddTheme,
    CloseConvention,
    ConventionCommand,
    CreateConvention,
    EditConvention,
    EditSlot,
    EditTheme,
    ReopenConvention,
    SlotDraft,
    ThemeDraft,
)
from atelier.domain.commands.document import (
    AddAxis,
    AddBlock,
    AnswerGap,
    ArrangeAxes,
    ArrangeBoard,
    ArrangeDocument,
    DocumentCommand,
    EditAxis,
    EditBlock,
    MatchStatements,
    PlaceInAxis,
    RemoveAxis,
    RemoveBlock,
    RestoreAxis,
    RestoreBlock,
    UnmatchStatements,
    WriteSection,
)
from atelier.domain.commands.dots import CastDots, CloseVote, CountDots, DotsCommand, OpenVote
from atelier.domain.commands.grouping import (
    AddStatement,
    DissolveStatement,
    GroupCards,
    GroupingCommand,
    MarkDifferent,
    MergeStatements,
    RestoreStatement,
    SplitStatement,
    UngroupCards,
)
from atelier.domain.commands.polls import CastChoice, ClosePoll, CountChoices, OpenPoll, PollCommand
from atelier.domain.commands.programme import (
    CorrectClock,
    EditSteps,
    ExtendStep,
    FreezeTheme,
    PauseTheme,
    ProgrammeCommand,
    ReopenTheme,
    RevealCards,
    StartStep,
)
from atelier.domain.commands.rooms import (
    BringBlock,
    BringCard,
    BringPoll,
    BringStatement,
    BringVote,
    CarryStatement,
    RegisterRoom,
    RoomCommand,
)
from atelier.domain.commands.statements import (
    AttributeStatement,
    LinkStatements,
    MarkDisagreement,
    RaiseObjection,
    RecordMinority,
    ResolveObjection,
    SetConsent,
    SetMaturity,
    StatementCommand,
    UnattributeStatement,
    UnlinkStatements,
    WordStatement,
)
from atelier.domain.words import Seq


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo:
    """The reverse of the event of that number, where there is one."""

    seq: Seq


DirectCommand = (
    CardCommand
    | GroupingCommand
    | StatementCommand
    | ProgrammeCommand
    | DotsCommand
    | PollCommand
    | DocumentCommand
    | RoomCommand
    | ConventionCommand
)

Command = DirectCommand | Undo


def name_of(kind: type) -> str:
    """`PostCard` is `post_card` in the API, `CardPosted` is `card_posted` in the log."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


__all__ = [
    "AddAxis",
    "AddBlock",
    "AddSlot",
    "AddStatement",
    "AddTheme",
    "AnswerGap",
    "ArrangeAxes",
    "ArrangeBoard",
    "ArrangeDocument",
    "AttributeStatement",
    "BringBlock",
    "BringCard",
    "BringPoll",
    "BringStatement",
    "BringVote",
    "CardCommand",
    "CarryStatement",
    "CastChoice",
    "CastDots",
    "CloseConvention",
    "ClosePoll",
    "CloseVote",
    "Command",
    "ConventionCommand",
    "CorrectCard",
    "CorrectClock",
    "CountChoices",
    "CountDots",
    "CreateConvention",
    "DirectCommand",
    "DissolveStatement",
    "DocumentCommand",
    "DotsCommand",
    "EditAxis",
    "EditBlock",
    "EditConvention",
    "EditSlot",
    "EditSteps",
    "EditTheme",
    "ExtendStep",
    "FreezeTheme",
    "GroupCards",
    "GroupingCommand",
    "LinkStatements",
    "MarkDifferent",
    "MarkDisagreement",
    "MatchStatements",
    "MergeStatements",
    "MoveCard",
    "OpenPoll",
    "OpenVote",
    "PauseTheme",
    "PlaceInAxis",
    "PollCommand",
    "PostCard",
    "ProgrammeCommand",
    "RaiseObjection",
    "RecordMinority",
    "RegisterRoom",
    "RemoveAxis",
    "RemoveBlock",
    "ReopenConvention",
    "ReopenTheme",
    "ResolveObjection",
    "RestoreAxis",
    "RestoreBlock",
    "RestoreCard",
    "RestoreStatement",
    "RevealCards",
    "RoomCommand",
    "SetAsideCard",
    "SetConsent",
    "SetLanguage",
    "SetMaturity",
    "SlotDraft",
    "SplitStatement",
    "StartStep",
    "StatementCommand",
    "ThemeDraft",
    "TranslateCard",
    "UnattributeStatement",
    "Undo",
    "UngroupCards",
    "UnlinkStatements",
    "UnmatchStatements",
    "WithdrawCard",
    "WordStatement",
    "WriteSection",
    "name_of",
]
