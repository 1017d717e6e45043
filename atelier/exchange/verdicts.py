"""What the domain thinks of each value of a programme, asked one by one so that all faults are found."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from atelier.domain.actor import Actor, Grant
from atelier.domain.commands import CreateConvention, SlotDraft, ThemeDraft
from atelier.domain.decide import decide
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import NOTHING
from atelier.domain.steps import Step
from atelier.domain.words import Role
from atelier.exchange.faults import Wrong
from atelier.exchange.tables import Table

Given = Mapping[str, Any]
"""Values of one table, under the names of the fields of a draft, which are those of the file."""

_HOST = Actor(grants=(Grant(role=Role.HOST),))
_THEME = ThemeDraft(code="AA", title="x")

_SIMPLE = {
    Because.TEXT_EMPTY: Wrong.EMPTY,
    Because.NOTHING_CHOSEN: Wrong.EMPTY,
    Because.TEXT_TOO_LONG: Wrong.TOO_LONG,
    Because.TOO_MANY: Wrong.TOO_MANY,
    Because.ALREADY_THERE: Wrong.CODE_TAKEN,
    Because.UNKNOWN: Wrong.UNKNOWN_THEME,
}
_BAD = {"code": Wrong.BAD_CODE, "dates": Wrong.BAD_DATE, "start": Wrong.BAD_TIME, "room": Wrong.BAD_LETTER}


def refusal_of(command: CreateConvention) -> Refusal | None:
    """The last word."""
    outcome = decide(NOTHING, command, _HOST)
    return outcome if isinstance(outcome, Refusal) else None


def reason_of(refusal: Refusal) -> Wrong:
    """The same reason, as it is said of a file."""
    if refusal.because is not Because.BAD_VALUE:
        return _SIMPLE.get(refusal.because, Wrong.BAD_VALUE)
    return Wrong.OUT_OF_RANGE if "low" in refusal.about else _BAD.get(refusal.field or "", Wrong.BAD_VALUE)


def of_convention(given: Given) -> CreateConvention:
    """A convention where nothing else can be wrong."""
    return CreateConvention(**{"id": "x", "title": "x", "themes": (_THEME,), **given})


def of_theme(given: Given) -> CreateConvention:
    """The same for a theme."""
    return of_convention({"themes": (ThemeDraft(**{"code": "AA", "title": "x", **given}),)})


def of_slot(given: Given) -> CreateConvention:
    """The same for a slot, whose themes are looked at elsewhere."""
    return of_convention({"slots": (SlotDraft(**{"label": "x", **given, "themes": ("AA",)}),)})


def of_step(given: Given) -> CreateConvention:
    """The same for a step."""
    return of_convention({"steps": (Step(**{"label": "x", **given}),)})


def judge(table: Table, given: Given, alone: Callable[[Given], CreateConvention]) -> None:
    """Notes what is wrong with each of these values, at its line."""
    for key, value in given.items():
        for within, one in _pieces(value):
            refusal = refusal_of(alone({key: one}))
            if refusal is not None:
                table.note(key, reason_of(refusal), *within, **refusal.about)
                break


def _pieces(value: object) -> Iterator[tuple[tuple[int, ...], object]]:
    """Each element of a list, then the whole."""
    if isinstance(value, tuple):
        yield from (((place,), (one,)) for place, one in enumerate(value))
    yield (), value
