"""From what a convention was when a form was opened to what the form says: the commands, and their boxes."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from atelier.domain import commands
from atelier.domain.commands import Command, CreateConvention, SlotDraft, ThemeDraft
from atelier.domain.refusals import Refusal
from atelier.domain.state import Convention
from atelier.domain.words import ThemeCode
from atelier.web.pages.host.draft import Box

Change = tuple[Box, Command]
"""The box under which a refusal of the command is told: `("theme", 2)`, or `()` for the whole."""


def changes(before: Convention, wanted: CreateConvention) -> list[Change]:
    """What was not touched is not sent: somebody else may have changed it meanwhile."""
    return [*_whole(before, wanted), *_themes(before, wanted), *_slots(before, wanted)]


def box_of(change: Box, refusal: Refusal) -> Box:
    """Where a refused command is told: at its field, else where it stands."""
    field = {"theme": "code", "steps": "step"}.get(refusal.field or "", refusal.field)
    return (*change, field) if field else change


def _whole(before: Convention, wanted: CreateConvention) -> Iterator[Change]:
    changed = _changed(commands.EditConvention, before, wanted)
    if changed:
        yield (), commands.EditConvention(**changed)


def _themes(before: Convention, wanted: CreateConvention) -> Iterator[Change]:
    """The code of a theme never changes, so it tells which one it is."""
    for place, draft in enumerate(wanted.themes):
        known = before.themes.get(ThemeCode(draft.code))
        if known is None:
            yield ("theme", place), commands.AddTheme(**_all(draft))
        elif changed := _changed(commands.EditTheme, known, draft):
            yield ("theme", place), commands.EditTheme(theme=known.code, **changed)


def _slots(before: Convention, wanted: CreateConvention) -> Iterator[Change]:
    """Slots stay in their order; the new ones are at the end."""
    there = list(before.slots.values())
    for place, draft in enumerate(wanted.slots):
        if place >= len(there):
            yield ("slot", place), commands.AddSlot(**_all(draft))
        elif changed := _changed(commands.EditSlot, there[place], draft):
            yield ("slot", place), commands.EditSlot(slot=there[place].id, **changed)


def _changed(edit: type, before: object, wanted: object) -> dict[str, Any]:
    """The fields of a command that edits, where the two differ."""
    names = [one.name for one in fields(edit) if hasattr(wanted, one.name) and hasattr(before, one.name)]
    return {name: value for name in names if (value := getattr(wanted, name)) != getattr(before, name)}


def _all(draft: ThemeDraft | SlotDraft) -> dict[str, Any]:
    return {one.name: getattr(draft, one.name) for one in fields(draft)}
