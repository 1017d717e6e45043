"""What was written around the statements."""

from atelier.domain.events.shape import event
from atelier.domain.words import AxisId, Reference, SectionName


@event
class SectionWritten:
    """The whole text of that place."""

    section: SectionName
    text: str


@event
class AxisAdded:
    """After the others."""

    axis: AxisId
    title: str


@event
class AxisFilled:
    """The whole list, in order."""

    axis: AxisId
    statements: tuple[Reference, ...]


@event
class GapAnswered:
    """Why it is left as it is; an empty reason took the answer away."""

    gap: str
    reason: str


DocumentEvent = SectionWritten | AxisAdded | AxisFilled | GapAnswered
