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
from atelier.domain.commands.document import AddAxis, AnswerGap, DocumentCommand, PlaceInAxis, WriteSection
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
from atelier.domain.commands.programme import (
    ExtendStep,
    FreezeTheme,
    PauseTheme,
    ProgrammeCommand,
    ReopenTheme,
    RevealCards,
    StartStep,
)
from atelier.domain.commands.statements import (
    AttributeStatement,
    LinkStatements,
    MarkDisagreement,
    RaiseObjection,
    RecordMinority,
    ResolveObjection,
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
    | DocumentCommand
    | ConventionCommand
)

Command = DirectCommand | Undo


def name_of(kind: type) -> str:
    """`PostCard` is `post_card` in the API, `CardPosted` is `card_posted` in the log."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


__all__ = [
    "AddAxis",
    "AddSlot",
    "AddStatement",
    "AddTheme",
    "AnswerGap",
    "AttributeStatement",
    "CardCommand",
    "CastDots",
    "CloseConvention",
    "CloseVote",
    "Command",
    "ConventionCommand",
    "CorrectCard",
    "CountDots",
    "CreateConvention",
    "DirectCommand",
    "DissolveStatement",
    "DocumentCommand",
    "DotsCommand",
    "EditConvention",
    "EditSlot",
    "EditTheme",
    "ExtendStep",
    "FreezeTheme",
    "GroupCards",
    "GroupingCommand",
    "LinkStatements",
    "MarkDifferent",
    "MarkDisagreement",
    "MergeStatements",
    "MoveCard",
    "OpenVote",
    "PauseTheme",
    "PlaceInAxis",
    "PostCard",
    "ProgrammeCommand",
    "RaiseObjection",
    "RecordMinority",
    "ReopenConvention",
    "ReopenTheme",
    "ResolveObjection",
    "RestoreCard",
    "RestoreStatement",
    "RevealCards",
    "SetAsideCard",
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
    "WithdrawCard",
    "WordStatement",
    "WriteSection",
    "name_of",
]
