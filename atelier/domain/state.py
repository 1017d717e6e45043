"""A convention at one moment: frozen, so that a reader may keep it while the next is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from atelier.domain.apart import Pair
from atelier.domain.card import Card
from atelier.domain.commands import Command
from atelier.domain.events.rooms import (
    BlockBrought,
    CardBrought,
    PollBrought,
    StatementBrought,
    VoteBrought,
)
from atelier.domain.frozenmap import FrozenMap
from atelier.domain.polls import Poll
from atelier.domain.rooms import Room, source_of
from atelier.domain.statement import Statement, Wording
from atelier.domain.steps import Step
from atelier.domain.votes import Vote
from atelier.domain.words import (
    NO_LETTER,
    AxisId,
    BlockId,
    CardNumber,
    Instant,
    Kind,
    Mark,
    MatchId,
    ObjectionId,
    PartName,
    PollNumber,
    Reference,
    RoomLetter,
    RoomSource,
    SectionName,
    Seq,
    SlotId,
    ThemeCode,
    VoteNumber,
)

_NEVER = Instant(0)
_BEFORE_ALL = Seq(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningStep:
    """The step as it was when it started, by the event `since`; `minutes` counts the extensions.

    `number` is its place in the programme as it is now; if it was taken out, that of the one before.
    """

    number: int
    step: Step
    started: Instant
    minutes: int
    since: Seq = _BEFORE_ALL

    @property
    def ends(self) -> Instant | None:
        """None when the step has no timer."""
        return Instant(self.started + 60 * self.minutes) if self.minutes else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A subject with its own wall; `slot` and `running` say where it is in the day."""

    code: ThemeCode
    title: str
    question: str
    partners: tuple[str, ...]
    boards: tuple[Kind, ...]
    people: int = 0
    slot: SlotId | None = None
    running: RunningStep | None = None
    vote: VoteNumber | None = None
    poll: PollNumber | None = None
    paused: bool = False
    frozen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A stretch of the day; several themes: a joint slot."""

    id: SlotId
    label: str
    themes: tuple[ThemeCode, ...]
    room: str
    start: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Prose at a named place; every version is kept."""

    versions: tuple[Wording, ...]

    @property
    def text(self) -> str:
        """The last version."""
        return self.versions[-1].text

    @property
    def written(self) -> Seq:
        """The event of the last version."""
        return self.versions[-1].seq


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A cross-cutting axis of the synthesis."""

    id: AxisId
    title: str
    statements: tuple[Reference, ...] = ()
    removed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Prose of the secretary between two parts of the cahier; its text is the section of that name."""

    id: BlockId
    title: str
    removed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The same thing said by several themes; `text`, or else the words of the first. None left: undone."""

    id: MatchId
    statements: tuple[Reference, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """Everything, after the event number `seq`. `corrected`: seconds the clock was put forward, in all."""

    id: str = ""
    title: str = ""
    number: int = 0
    place: str = ""
    dates: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    language: str = "fr"
    licence: str = ""
    privacy_notice: str = ""
    keep_days: int = 0
    steps: tuple[Step, ...] = ()
    room: RoomLetter = NO_LETTER
    closed: bool = False
    corrected: int = 0
    created: Instant = _NEVER
    seq: Seq = _BEFORE_ALL
    themes: Mapping[ThemeCode, Theme] = field(default_factory=dict)
    slots: Mapping[SlotId, Slot] = field(default_factory=dict)
    rooms: Mapping[RoomSource, Room] = field(default_factory=dict)
    cards: FrozenMap[CardNumber, Card] = field(default_factory=FrozenMap)
    own_cards: int = 0
    statements: FrozenMap[Reference, Statement] = field(default_factory=FrozenMap)
    board_sizes: Mapping[tuple[ThemeCode, Kind], int] = field(default_factory=dict)
    apart: frozenset[Pair] = frozenset()
    objections: Mapping[ObjectionId, Reference] = field(default_factory=dict)
    votes: Mapping[VoteNumber, Vote] = field(default_factory=dict)
    polls: Mapping[PollNumber, Poll] = field(default_factory=dict)
    sections: Mapping[SectionName, Section] = field(default_factory=dict)
    axes: Mapping[AxisId, Axis] = field(default_factory=dict)
    blocks: Mapping[BlockId, Block] = field(default_factory=dict)
    outline: tuple[PartName, ...] = ()
    outlined: Seq = _BEFORE_ALL
    board_orders: Mapping[tuple[PartName, Kind], tuple[Reference, ...]] = field(default_factory=dict)
    matches: Mapping[MatchId, Match] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    receipts: FrozenMap[Mark, CardNumber] = field(default_factory=FrozenMap)
    brought_cards: FrozenMap[CardNumber, CardBrought] = field(default_factory=FrozenMap)
    brought_statements: FrozenMap[Reference, StatementBrought] = field(default_factory=FrozenMap)
    brought_votes: Mapping[VoteNumber, VoteBrought] = field(default_factory=dict)
    brought_polls: Mapping[PollNumber, PollBrought] = field(default_factory=dict)
    brought_blocks: Mapping[BlockId, BlockBrought] = field(default_factory=dict)
    reverses: FrozenMap[Seq, Command | None] = field(default_factory=FrozenMap)

    @property
    def exists(self) -> bool:
        """False before its first event."""
        return self.seq > 0

    @property
    def source(self) -> RoomSource:
        """What another machine knows this room by."""
        return source_of(self.id, self.room)


NOTHING = Convention()
"""The state before any event."""


def programme_of(state: Convention, slot: SlotId | None) -> tuple[Step, ...]:
    """The steps that a slot follows: its own, else those of the convention."""
    own = state.slots[slot].steps if slot is not None else ()
    return own or state.steps
