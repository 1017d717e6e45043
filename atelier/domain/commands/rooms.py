"""What comes from elsewhere: from other rooms' machines, or from an earlier cahier.

Each says the whole of a thing as its room says it today. Said again, only what
the room itself has changed since is changed here.
"""

from dataclasses import dataclass

from atelier.domain.card import Origin, Translation
from atelier.domain.rooms import ChoicesGiven, DotsGiven, RoomSlot, RoomTheme
from atelier.domain.statement import Minority, Objection, TakenUp
from atelier.domain.words import (
    AsideReason,
    BlockId,
    CardNumber,
    Channel,
    Consent,
    Instant,
    Kind,
    Maturity,
    PartName,
    PollNumber,
    Reference,
    RoomLetter,
    RoomSource,
    Scale,
    SlotId,
    ThemeCode,
    VoteNumber,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRoom:
    """Another room: the letter of its cards here, and what its themes and slots are called here."""

    source: RoomSource
    letter: RoomLetter
    title: str
    themes: tuple[RoomTheme, ...] = ()
    slots: tuple[RoomSlot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BringCard:
    """A card of another room, under its number here."""

    card: CardNumber
    themes: tuple[ThemeCode, ...]
    kind: Kind
    text: str
    channel: Channel
    written_at: Instant
    lang: str = ""
    carried_by: int = 1
    slip: str = ""
    table: str = ""
    slot: SlotId | None = None
    late: bool = False
    hidden: bool = False
    corrected: bool = False
    withdrawn: bool = False
    disagreement: bool = False
    statement: Reference | None = None
    aside: AsideReason | None = None
    note: str = ""
    translations: tuple[Translation, ...] = ()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BringStatement:
    """A statement of another room, `there` by its reference in that room; its cards follow, one by one.

    `cards` are those that a statement which no longer stands keeps in memory.
    """

    statement: Reference
    room: RoomLetter
    there: Reference
    themes: tuple[ThemeCode, ...]
    kind: Kind
    title: str = ""
    wordings: tuple[str, ...] = ()
    cards: tuple[CardNumber, ...] = ()
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


@dataclass(frozen=True, slots=True, kw_only=True)
class BringVote:
    """A vote that was held and closed in another room: its totals, and nobody's ballot."""

    vote: VoteNumber
    room: RoomLetter
    themes: tuple[ThemeCode, ...]
    dots: int
    kinds: tuple[Kind, ...]
    voters: int
    given: tuple[DotsGiven, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BringPoll:
    """A poll that was held and closed in another room: how many gave each word, and nobody's ballot.

    `versions` are those of `statements`, in the same order.
    """

    poll: PollNumber
    room: RoomLetter
    themes: tuple[ThemeCode, ...]
    scale: Scale
    statements: tuple[Reference, ...]
    versions: tuple[int, ...]
    voters: int
    given: tuple[ChoicesGiven, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BringBlock:
    """Prose of another room between two parts, `there` by its id in that room.

    `after` is the part that it follows here, the first time it comes; none: it opens the document.
    """

    room: RoomLetter
    there: BlockId
    title: str
    text: str = ""
    removed: bool = False
    after: PartName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryStatement:
    """A statement of an earlier cahier, as a card to work on."""

    theme: ThemeCode
    kind: Kind
    text: str
    origin: Origin


RoomCommand = RegisterRoom | BringCard | BringStatement | BringVote | BringPoll | BringBlock | CarryStatement
