"""What was written around the statements."""

from dataclasses import dataclass

from atelier.domain.words import AxisId, Reference, SectionName


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionWritten:
    """The whole text of that place."""

    section: SectionName
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisAdded:
    """After the others."""

    axis: AxisId
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisFilled:
    """The whole list, in order."""

    axis: AxisId
    statements: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GapAnswered:
    """Why it is left as it is; an empty reason took the answer away."""

    gap: str
    reason: str


DocumentEvent = SectionWritten | AxisAdded | AxisFilled | GapAnswered
