"""The prose, the order and the axes of the cahier."""

from dataclasses import dataclass

from atelier.domain.words import AxisId, BlockId, Kind, MatchId, PartName, Reference, Seq


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteSection:
    """Prose of the secretary at a named place of the cahier, in Markdown."""

    section: str
    text: str
    base: Seq | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeDocument:
    """The parts in order; those left out follow what they followed. None: as if it was never arranged."""

    parts: tuple[PartName, ...]
    base: Seq | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddBlock:
    """Prose of the secretary after a part; after none, it opens the document. The title may be empty."""

    title: str
    after: PartName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditBlock:
    """Another title."""

    block: BlockId
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveBlock:
    """Out of the document; its words are kept."""

    block: BlockId


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreBlock:
    """Back where it stood, with its words."""

    block: BlockId


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeBoard:
    """The statements of a board of a chapter, in order. Those left out come after, by number."""

    chapter: PartName
    kind: Kind
    statements: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAxis:
    """A cross-cutting axis of the synthesis."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditAxis:
    """Another title."""

    axis: AxisId
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveAxis:
    """Out of the synthesis."""

    axis: AxisId


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreAxis:
    """Back in the synthesis, with its statements."""

    axis: AxisId


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeAxes:
    """The axes in order. Those left out come after."""

    axes: tuple[AxisId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceInAxis:
    """The statements of an axis, in order: the whole list."""

    axis: AxisId
    statements: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchStatements:
    """Statements of several themes that say the same; `text` says it for all, or else the first does.

    With `match`, the whole of that one anew.
    """

    statements: tuple[Reference, ...]
    text: str = ""
    match: MatchId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnmatchStatements:
    """They stand apart again."""

    match: MatchId


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGap:
    """Why something incomplete is left as it is. An empty reason takes the answer away."""

    gap: str
    reason: str


DocumentCommand = (
    WriteSection
    | ArrangeDocument
    | AddBlock
    | EditBlock
    | RemoveBlock
    | RestoreBlock
    | ArrangeBoard
    | AddAxis
    | EditAxis
    | RemoveAxis
    | RestoreAxis
    | ArrangeAxes
    | PlaceInAxis
    | MatchStatements
    | UnmatchStatements
    | AnswerGap
)
