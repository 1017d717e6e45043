"""The convention itself: its themes, slots, programme, beginning and end."""

from dataclasses import dataclass

from atelier.domain.steps import Step
from atelier.domain.words import Kind, SlotId, ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeDraft:
    """A theme as a programme gives it."""

    code: str
    title: str
    question: str = ""
    partners: tuple[str, ...] = ()
    boards: tuple[Kind, ...] = (Kind.CONSTAT, Kind.REVENDICATION)
    people: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotDraft:
    """A slot as a programme gives it."""

    label: str
    themes: tuple[str, ...]
    room: str = ""
    start: str = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateConvention:
    """The first command of every log: the whole programme at once. `id` is random, made by the caller."""

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
    themes: tuple[ThemeDraft, ...] = ()
    slots: tuple[SlotDraft, ...] = ()
    room: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditConvention:
    """What is given replaces what was there; `steps` is the whole programme.

    `room` is the letter of this machine's room, before its first card.
    """

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
    room: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddTheme:
    """A new theme, at the end."""

    code: str
    title: str
    question: str = ""
    partners: tuple[str, ...] = ()
    boards: tuple[Kind, ...] = (Kind.CONSTAT, Kind.REVENDICATION)
    people: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EditTheme:
    """What is given replaces what was there; the code never changes."""

    theme: ThemeCode
    title: str | None = None
    question: str | None = None
    partners: tuple[str, ...] | None = None
    boards: tuple[Kind, ...] | None = None
    people: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSlot:
    """A stretch of the day for one theme, or for several together."""

    label: str
    themes: tuple[ThemeCode, ...]
    room: str = ""
    start: str = ""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditSlot:
    """What is given replaces what was there."""

    slot: SlotId
    label: str | None = None
    themes: tuple[ThemeCode, ...] | None = None
    room: str | None = None
    start: str | None = None
    steps: tuple[Step, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseConvention:
    """The end: nothing changes any more, and what tied cards to browsers is erased."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReopenConvention:
    """Work goes on; what was erased stays erased."""


ConventionCommand = (
    CreateConvention
    | EditConvention
    | AddTheme
    | EditTheme
    | AddSlot
    | EditSlot
    | CloseConvention
    | ReopenConvention
)
