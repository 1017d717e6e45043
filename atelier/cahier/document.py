"""The cahier as a value: everything it says, in order, with no formatting and no sentence.

Two kinds of text stand in it. Most is what people wrote, to be shown as it is;
what is typed `Prose` is the secretary's Markdown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NewType

from atelier.cahier.entries import CardEntry, StatementEntry
from atelier.cahier.naming import Name, Pointer
from atelier.cahier.overview import Overview, Slice
from atelier.domain.completeness import Gap
from atelier.domain.steps import Step
from atelier.domain.words import (
    AxisId,
    BlockId,
    Kind,
    PartName,
    PollNumber,
    Reference,
    Scale,
    SectionName,
    ThemeCode,
    VoteNumber,
)

Prose = NewType("Prose", str)
"""Markdown by the secretary; empty where nothing was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """`closed` is false while the text may still change; `fingerprint` is that of the whole content."""

    title: str
    number: int
    place: str
    dates: tuple[str, ...]
    organisers: tuple[str, ...]
    licence: str
    language: str
    closed: bool
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A slot of the programme; `start` is `10:00`, or empty."""

    label: str
    start: str
    room: str
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """`people`: how many were there, 0 when nobody counted."""

    code: ThemeCode
    title: str
    question: str
    partners: tuple[str, ...]
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The programme, and how many people came to which workshop."""

    prose: Prose
    moments: tuple[Moment, ...]
    steps: tuple[Step, ...]
    workshops: tuple[Workshop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One kind of statement in a chapter. `elsewhere`: those printed in a joint chapter, by chapter.

    `before` and `after`: the secretary's prose around a statement, where there is some.
    """

    kind: Kind
    elsewhere: tuple[tuple[Name, tuple[Reference, ...]], ...]
    statements: tuple[StatementEntry, ...]
    before: Mapping[Reference, tuple[Prose, ...]]
    after: Mapping[Reference, tuple[Prose, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """What a theme said; or, when it is joint, what several themes said together."""

    part: PartName
    name: Name
    question: str
    partners: tuple[str, ...]
    people: int
    before: tuple[Prose, ...]
    boards: tuple[Board, ...]
    between: tuple[Prose, ...]
    after: tuple[Prose, ...]
    to_place: tuple[CardEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockEntry:
    """Prose between two parts; without a title it has no heading."""

    title: str
    prose: Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisEntry:
    """A thread that runs through several themes."""

    id: AxisId
    title: str
    statements: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteEntry:
    """How one vote was held. `voters` are those who used a phone."""

    number: VoteNumber
    themes: tuple[ThemeCode, ...]
    kinds: tuple[Kind, ...]
    dots: int
    voters: int
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PollEntry:
    """How one poll was held. `voters` are those who used a phone."""

    number: PollNumber
    themes: tuple[ThemeCode, ...]
    scale: Scale
    statements: tuple[Reference, ...]
    voters: int
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """An organisation, where its words come from, and which statements take them up."""

    organisation: str
    sources: tuple[str, ...]
    statements: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The earlier wordings of a statement, oldest first; or a reference that is no longer in use,
    with all its wordings, and what stands for it."""

    reference: Reference
    wordings: tuple[str, ...]
    in_use: bool
    now: Reference | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unresolved:
    """A reference, in some prose, to nothing that is printed."""

    section: SectionName
    reference: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Every part, and the `order` in which they stand after the cover.

    `shared`: what several themes said alike and no axis gathers. `references`: those
    that are printed somewhere, which prose may link to.
    """

    cover: Cover
    order: tuple[PartName, ...]
    blocks: Mapping[BlockId, BlockEntry]
    foreword: Prose
    how_to_read: Prose
    day: Day
    overview: Overview
    flow: tuple[Slice, ...]
    chapters: tuple[Chapter, ...]
    synthesis: Prose
    axes: tuple[AxisEntry, ...]
    shared: tuple[Pointer, ...]
    next: Prose
    cards: tuple[CardEntry, ...]
    method: Prose
    votes: tuple[VoteEntry, ...]
    polls: tuple[PollEntry, ...]
    left_open: tuple[tuple[Gap, str], ...]
    citations: tuple[Citation, ...]
    glossary: Prose
    credits: Prose
    privacy: Prose
    histories: tuple[History, ...]
    references: frozenset[Reference]
    unresolved: tuple[Unresolved, ...]
