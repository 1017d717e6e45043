"""The prose and the axes of the cahier."""

from dataclasses import dataclass

from atelier.domain.words import AxisId, Reference, Seq


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteSection:
    """Prose of the secretary at a named place of the cahier, in Markdown."""

    section: str
    text: str
    base: Seq | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAxis:
    """A cross-cutting axis of the synthesis."""

    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceInAxis:
    """The statements of an axis, in order: the whole list."""

    axis: AxisId
    statements: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGap:
    """Why something incomplete is left as it is. An empty reason takes the answer away."""

    gap: str
    reason: str


DocumentCommand = WriteSection | AddAxis | PlaceInAxis | AnswerGap
