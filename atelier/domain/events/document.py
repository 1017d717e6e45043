"""What was written around the statements, and how it was put in order."""

from dataclasses import dataclass

from atelier.domain.words import AxisId, BlockId, Kind, MatchId, PartName, Reference, SectionName


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionWritten:
    """The whole text of that place."""

    section: SectionName
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentArranged:
    """The whole order; none: the natural one."""

    parts: tuple[PartName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockAdded:
    """`parts` is the whole order, with it in its place."""

    block: BlockId
    title: str
    parts: tuple[PartName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockEdited:
    """Its title; it may be empty."""

    block: BlockId
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRemoved:
    """Its words and its place are kept."""

    block: BlockId


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRestored:
    """In its place, with its words."""

    block: BlockId


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardArranged:
    """The whole order; none: by number."""

    chapter: PartName
    kind: Kind
    statements: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisAdded:
    """After the others."""

    axis: AxisId
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisEdited:
    """Its title."""

    axis: AxisId
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisRemoved:
    """Its statements and its place are kept."""

    axis: AxisId


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisRestored:
    """In its place, with its statements."""

    axis: AxisId


@dataclass(frozen=True, slots=True, kw_only=True)
class AxesArranged:
    """The whole order, those that were removed among them."""

    axes: tuple[AxisId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisFilled:
    """The whole list, in order."""

    axis: AxisId
    statements: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsMatched:
    """The whole of the match."""

    match: MatchId
    statements: tuple[Reference, ...]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementsUnmatched:
    """Nothing is left of the match but its name."""

    match: MatchId


@dataclass(frozen=True, slots=True, kw_only=True)
class GapAnswered:
    """Why it is left as it is; an empty reason took the answer away."""

    gap: str
    reason: str


DocumentEvent = (
    SectionWritten
    | DocumentArranged
    | BlockAdded
    | BlockEdited
    | BlockRemoved
    | BlockRestored
    | BoardArranged
    | AxisAdded
    | AxisEdited
    | AxisRemoved
    | AxisRestored
    | AxesArranged
    | AxisFilled
    | StatementsMatched
    | StatementsUnmatched
    | GapAnswered
)
