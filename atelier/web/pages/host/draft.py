"""A convention as a form holds it: texts as typed, box by box; and what is wrong, box by box."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from atelier.domain.commands import CreateConvention, SlotDraft, ThemeDraft
from atelier.domain.state import Convention, Slot, Theme
from atelier.domain.steps import Step
from atelier.exchange import defaults
from atelier.exchange.faults import SENTENCES, Fault, ProgrammeErrors, Wrong
from atelier.exchange.programme import read_tables
from atelier.translations import Speech, msgid
from atelier.translations.fitting import fitting

Draft = dict[str, Any]
"""Keys are those of a programme file. Lists of names are one text, a name a line."""

Box = tuple[str | int, ...]
"""`("theme", 2, "code")`: where a value stands, as in a programme file."""

TABLES = ("theme", "slot", "step")
_NUMBERS = {"number", "keep_days", "people", "minutes", "dots"}
_LINES = {"organisers", "partners"}
_WORDS = {"themes"}

_IN_A_FORM: dict[Wrong, tuple[str, ...]] = {
    Wrong.MISSING: (msgid("Il manque le texte."),),
    Wrong.EMPTY: (msgid("Il manque le texte."),),
    Wrong.NO_THEME: (msgid("Il faut au moins un thème."),),
    Wrong.NOT_A_NUMBER: (msgid("Il faut un nombre."),),
    Wrong.BAD_DATE: (msgid("« {given} » n’est pas une date."),),
    Wrong.BAD_TIME: (msgid("« {given} » n’est pas une heure. Écrivez-la ainsi : 14:00."),),
}
"""What is said otherwise beside a box than of a line."""


def new_draft(speech: Speech) -> Draft:
    """Nothing but the programme that is proposed, and room for a theme."""
    steps = [_of_step(step) for step in defaults.steps(speech)]
    return {
        "title": "",
        "number": "",
        "place": "",
        "dates": [""],
        "organisers": "",
        "privacy_notice": "",
        "language": speech.lang,
        "licence": defaults.LICENCE,
        "keep_days": str(defaults.KEEP_DAYS),
        "room": "",
        "theme": [new_row("theme")],
        "slot": [],
        "step": steps,
    }


def new_row(table: str) -> Draft:
    """An empty theme, slot or step."""
    match table:
        case "theme":
            return _of_theme(ThemeDraft(code="", title=""))
        case "slot":
            return _of_slot(SlotDraft(label="", themes=()))
        case _:
            return _of_step(Step(label=""))


def draft_of(whole: CreateConvention | Convention) -> Draft:
    """What stands in a programme file, or in a convention that there is."""
    themes: Iterable[ThemeDraft | Theme] = (
        whole.themes.values() if isinstance(whole, Convention) else whole.themes
    )
    slots: Iterable[SlotDraft | Slot] = whole.slots.values() if isinstance(whole, Convention) else whole.slots
    return {
        "title": whole.title,
        "number": str(whole.number or ""),
        "place": whole.place,
        "dates": list(whole.dates) or [""],
        "organisers": "\n".join(whole.organisers),
        "language": whole.language,
        "licence": whole.licence,
        "privacy_notice": whole.privacy_notice,
        "keep_days": str(whole.keep_days),
        "room": whole.room,
        "theme": [_of_theme(one) for one in themes],
        "slot": [_of_slot(one) for one in slots],
        "step": [_of_step(one) for one in whole.steps],
    }


def restored(kept: object, speech: Speech) -> Draft:
    """A draft that a browser kept: the values that are still of the shape they must have."""
    draft = new_draft(speech)
    if not isinstance(kept, dict):
        return draft
    for key, value in draft.items():
        given = kept.get(key)
        if key in TABLES and isinstance(given, list):
            draft[key] = [_fitted(new_row(key), row) for row in given if isinstance(row, dict)]
        elif key == "dates" and isinstance(given, list):
            draft[key] = [one for one in given if isinstance(one, str)] or [""]
        elif isinstance(value, str) and isinstance(given, str):
            draft[key] = given
    return draft


def read(draft: Draft, speech: Speech) -> CreateConvention | dict[Box, str]:
    """The command, or a sentence for every box at fault. Nothing of the draft is changed."""
    boxes = list(_boxes(draft))
    lines = {box: number for number, box in enumerate(boxes, 1)}
    try:
        return read_tables(content_of(draft), lines)
    except ProgrammeErrors as errors:
        told: dict[Box, str] = {}
        for fault in errors.faults:
            told.setdefault(boxes[fault.line - 1], sentence(fault, speech))
        return told


def sentence(fault: Fault, speech: Speech) -> str:
    """What is wrong, beside its box."""
    known = {"key": fault.key, **fault.about}
    said = fitting(_IN_A_FORM.get(fault.reason, SENTENCES[fault.reason]), known, speech)
    return said[:1].upper() + said[1:]


def content_of(draft: Draft) -> dict[str, Any]:
    """As a programme file would hold it: what was left empty is not said."""
    content = _said({name: value for name, value in draft.items() if name not in TABLES})
    for table in TABLES:
        content[table] = [_said(row) for row in draft[table]]
    return content


def _said(row: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: _value(name, value) for name, value in row.items()}
    return {name: value for name, value in found.items() if value not in ("", [], None) or name == "title"}


def _value(name: str, value: Any) -> Any:
    if name == "step":
        return [_said(row) for row in value]
    if name in _NUMBERS:
        text = str(value).strip()
        return int(text) if text.isdecimal() and len(text) < 10 else text
    if name in _LINES:
        return [line.strip() for line in value.splitlines() if line.strip()]
    if name in _WORDS:
        return value.replace(",", " ").upper().split()
    if name == "dates":
        return [day for day in value if day]
    if name == "code":
        return value.strip().upper()
    return value if not isinstance(value, str) else value.strip()


def _boxes(draft: Draft) -> Iterator[Box]:
    """Every place where something can be wrong, in the order of the form."""
    yield from ((name,) for name in draft if name not in TABLES)
    yield from (("dates", place) for place in range(len(draft["dates"])))
    for table in TABLES:
        yield (table,)
        for place, row in enumerate(draft[table]):
            yield from ((table, place, name) for name in ("label", *row))
            for number, step in enumerate(row["step"] if table == "slot" else ()):
                yield from ((table, place, "step", number, name) for name in step)


def _of_theme(theme: ThemeDraft | Theme) -> Draft:
    return {
        "code": str(theme.code),
        "title": theme.title,
        "question": theme.question,
        "partners": "\n".join(theme.partners),
        "boards": [f"{kind}s" for kind in theme.boards],
        "people": str(theme.people or ""),
    }


def _of_slot(slot: SlotDraft | Slot) -> Draft:
    return {
        "label": slot.label,
        "themes": ", ".join(slot.themes),
        "room": slot.room,
        "start": slot.start,
        "step": [_of_step(one) for one in slot.steps],
    }


def _of_step(step: Step) -> Draft:
    values = {field.name: getattr(step, field.name) for field in fields(step)}
    return {
        **values,
        "minutes": str(step.minutes or ""),
        "dots": str(step.dots or ""),
        "post": [f"{kind}s" for kind in step.post],
        "dots_on": [f"{kind}s" for kind in step.dots_on],
        "wall": str(step.wall),
    }


def _fitted(row: Draft, kept: Mapping[str, Any]) -> Draft:
    return row | {name: kept[name] for name in row if type(kept.get(name)) is type(row[name])}
