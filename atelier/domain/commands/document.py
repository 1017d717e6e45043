"""The prose and the axes of the cahier."""

from atelier.domain.commands.shape import command
from atelier.domain.words import AxisId, Reference, Seq


@command
class WriteSection:
    """Prose of the secretary at a named place of the cahier, in Markdown."""

    section: str
    text: str
    base: Seq | None = None


@command
class AddAxis:
    """A cross-cutting axis of the synthesis."""

    title: str


@command
class PlaceInAxis:
    """The statements of an axis, in order: the whole list."""

    axis: AxisId
    statements: tuple[Reference, ...]


@command
class AnswerGap:
    """Why something incomplete is left as it is. An empty reason takes the answer away."""

    gap: str
    reason: str


DocumentCommand = WriteSection | AddAxis | PlaceInAxis | AnswerGap
