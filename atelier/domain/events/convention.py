"""How the convention was made, changed, closed."""

from dataclasses import dataclass

from atelier.domain.steps import Step
from atelier.domain.words import NO_LETTER, Kind, RoomLetter, SlotId, ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeAdded:
    """After the others."""

    theme: ThemeCode
    title: str
    question: str = ""
    partners: tuple[str, ...] = ()
    boards: tuple[Kind, ...] = ()
    people: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotAdded:
    """After the others."""

    slot: SlotId
    label: str
    themes: tuple[ThemeCode, ...]
    room: str = ""
    start: str = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionCreated:
    """The first event of every log."""

    id: str
    title: str
    number: int = 0
    place: str = ""
    dates: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    language: str = "fr"
    licence: str = ""
    privacy_notice: str = ""
    keep_days: int = 90
    steps: tuple[Step, ...] = ()
    themes: tuple[ThemeAdded, ...] = ()
    slots: tuple[SlotAdded, ...] = ()
    room: RoomLetter = NO_LETTER


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionEdited:
    """None: as it was."""

    title: str | None = None
    number: int | None = None
    place: str | None = None
    dates: tuple[str, ...] | None = None
    organisers: tuple[str, ...] | None = None
    language: str | None = None
    licence: str | None = None
    privacy_notice: str | None = None
    keep_days: int | None = None
    steps: tuple[Step, ...] | None = None
    room: RoomLetter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeEdited:
    """None: as it was."""

    theme: ThemeCode
    title: str | None = None
    question: str | None = None
    partners: tuple[str, ...] | None = None
    boards: tuple[Kind, ...] | None = None
    people: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotEdited:
    """None: as it was."""

    slot: SlotId
    label: str | None = None
    themes: tuple[ThemeCode, ...] | None = None
    room: str | None = None
    start: str | None = None
    steps: tuple[Step, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionClosed:
    """What tied cards and dots to browsers is erased, here and on disk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConventionReopened:
    """Work goes on."""


ConventionEvent = (
    ConventionCreated
    | ConventionEdited
    | ThemeAdded
    | ThemeEdited
    | SlotAdded
    | SlotEdited
    | ConventionClosed
    | ConventionReopened
)
