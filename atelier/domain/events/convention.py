"""How the convention was made, changed, closed."""

from atelier.domain.events.shape import event
from atelier.domain.steps import Step
from atelier.domain.words import Kind, SlotId, ThemeCode


@event
class ThemeAdded:
    """After the others."""

    theme: ThemeCode
    title: str
    question: str = ""
    partners: tuple[str, ...] = ()
    boards: tuple[Kind, ...] = ()
    people: int = 0


@event
class SlotAdded:
    """After the others."""

    slot: SlotId
    label: str
    themes: tuple[ThemeCode, ...]
    room: str = ""
    start: str = ""
    steps: tuple[Step, ...] = ()


@event
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


@event
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


@event
class ThemeEdited:
    """None: as it was."""

    theme: ThemeCode
    title: str | None = None
    question: str | None = None
    partners: tuple[str, ...] | None = None
    boards: tuple[Kind, ...] | None = None
    people: int | None = None


@event
class SlotEdited:
    """None: as it was."""

    slot: SlotId
    label: str | None = None
    themes: tuple[ThemeCode, ...] | None = None
    room: str | None = None
    start: str | None = None
    steps: tuple[Step, ...] | None = None


@event
class ConventionClosed:
    """What tied cards and dots to browsers is erased, here and on disk."""


@event
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
