"""Decisions about the convention itself."""

import re
from datetime import date
from typing import assert_never

from atelier.domain import completeness, events, limits, references
from atelier.domain.card import Card
from atelier.domain.commands import (
    AddSlot,
    AddTheme,
    CloseConvention,
    ConventionCommand,
    CreateConvention,
    EditConvention,
    EditSlot,
    EditTheme,
    ReopenConvention,
    SlotDraft,
    ThemeDraft,
)
from atelier.domain.decide.checks import (
    at_most,
    fit,
    fit_line,
    fit_lines,
    refuse,
    slot_at,
    some,
    theme_at,
    within,
)
from atelier.domain.decide.letters import fit_letter
from atelier.domain.decide.steps import fit_steps
from atelier.domain.refusals import Because
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.words import Kind, SlotId, ThemeCode

_START = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_ALWAYS = (Kind.CONSTAT, Kind.REVENDICATION)


def decide(state: Convention, command: ConventionCommand) -> events.ConventionEvent:
    """One event."""
    match command:
        case CreateConvention():
            return _create(state, command)
        case EditConvention():
            return _edit(state, command)
        case AddTheme():
            codes = [*state.themes, ThemeCode(command.code)]
            at_most(limits.THEMES_MAX, tuple(codes), "theme")
            return _theme(command, set(state.themes))
        case EditTheme():
            return _edit_theme(state, command)
        case AddSlot():
            if len(state.slots) >= limits.SLOTS_MAX:
                refuse(Because.TOO_MANY, "slot", given=len(state.slots) + 1, limit=limits.SLOTS_MAX)
            return _slot(command, len(state.slots) + 1, set(state.themes))
        case EditSlot():
            return _edit_slot(state, command)
        case CloseConvention():
            gaps = completeness.unanswered(state)
            if gaps:
                refuse(Because.GAPS_OPEN, None, gaps=len(gaps), first=gaps[0].name)
            return events.ConventionClosed()
        case ReopenConvention():
            if not state.closed:
                refuse(Because.CONVENTION_OPEN)
            return events.ConventionReopened()
        case _:
            assert_never(command)


def _create(state: Convention, command: CreateConvention) -> events.ConventionCreated:
    if state.exists:
        refuse(Because.ALREADY_THERE, "id")
    at_most(limits.THEMES_MAX, some(command.themes, "themes"), "themes")
    at_most(limits.SLOTS_MAX, command.slots, "slots")
    themes: list[events.ThemeAdded] = []
    for draft in command.themes:
        themes.append(_theme(draft, {theme.theme for theme in themes}))
    codes = {theme.theme for theme in themes}
    return events.ConventionCreated(
        id=fit_line(command.id, limits.LABEL_GRAPHEMES_MAX, "id"),
        title=fit_line(command.title, limits.LABEL_GRAPHEMES_MAX, "title"),
        number=within(command.number, 0, limits.CONVENTION_NUMBER_MAX, "number"),
        place=fit_line(command.place, limits.LABEL_GRAPHEMES_MAX, "place", optional=True),
        dates=_dates(command.dates),
        organisers=fit_lines(command.organisers, limits.ORGANISATION_GRAPHEMES_MAX, "organisers"),
        language=_language(command.language),
        licence=fit_line(command.licence, limits.LABEL_GRAPHEMES_MAX, "licence", optional=True),
        privacy_notice=fit(
            command.privacy_notice, limits.NOTICE_GRAPHEMES_MAX, "privacy_notice", optional=True
        ),
        keep_days=within(command.keep_days, 1, limits.KEEP_DAYS_MAX, "keep_days"),
        steps=fit_steps(command.steps),
        themes=tuple(themes),
        slots=tuple(_slot(draft, number, codes) for number, draft in enumerate(command.slots, 1)),
        room=fit_letter(state, command.room),
    )


def _edit(state: Convention, command: EditConvention) -> events.ConventionEdited:
    def line(given: str | None, field: str, *, optional: bool = True) -> str | None:
        if given is None:
            return None
        return fit_line(given, limits.LABEL_GRAPHEMES_MAX, field, optional=optional)

    names = command.organisers
    notice = command.privacy_notice
    return events.ConventionEdited(
        title=line(command.title, "title", optional=False),
        number=_maybe(command.number, 0, limits.CONVENTION_NUMBER_MAX, "number"),
        place=line(command.place, "place"),
        dates=None if command.dates is None else _dates(command.dates),
        organisers=None
        if names is None
        else fit_lines(names, limits.ORGANISATION_GRAPHEMES_MAX, "organisers"),
        language=None if command.language is None else _language(command.language),
        licence=line(command.licence, "licence"),
        privacy_notice=None
        if notice is None
        else fit(notice, limits.NOTICE_GRAPHEMES_MAX, "privacy_notice", optional=True),
        keep_days=_maybe(command.keep_days, 1, limits.KEEP_DAYS_MAX, "keep_days"),
        steps=None if command.steps is None else fit_steps(command.steps),
        room=None if command.room is None else fit_letter(state, command.room),
    )


def _theme(draft: ThemeDraft | AddTheme, taken: set[ThemeCode]) -> events.ThemeAdded:
    code = ThemeCode(draft.code)
    if not references.THEME_CODE.fullmatch(code):
        refuse(Because.BAD_VALUE, "code", given=fit_line(draft.code[:20], 20, "code"))
    if code in taken:
        refuse(Because.ALREADY_THERE, "code", given=code)
    return events.ThemeAdded(
        theme=code,
        title=fit_line(draft.title, limits.LABEL_GRAPHEMES_MAX, "title"),
        question=fit_line(draft.question, limits.QUESTION_GRAPHEMES_MAX, "question", optional=True),
        partners=fit_lines(draft.partners, limits.ORGANISATION_GRAPHEMES_MAX, "partners"),
        boards=_boards(draft.boards),
        people=within(draft.people, 0, limits.PEOPLE_MAX, "people"),
    )


def _edit_theme(state: Convention, command: EditTheme) -> events.ThemeEdited:
    theme = theme_at(state, command.theme)
    boards = None if command.boards is None else _boards(command.boards)
    for kind in set(theme.boards) - set(theme.boards if boards is None else boards):
        things: tuple[Card | Statement, ...] = (*state.cards.values(), *state.statements.values())
        if any(thing.kind is kind and theme.code in thing.themes for thing in things):
            refuse(Because.NOT_A_BOARD_HERE, "boards", kind=kind, theme=theme.code)
    title, question, partners = command.title, command.question, command.partners
    return events.ThemeEdited(
        theme=theme.code,
        title=None if title is None else fit_line(title, limits.LABEL_GRAPHEMES_MAX, "title"),
        question=None
        if question is None
        else fit_line(question, limits.QUESTION_GRAPHEMES_MAX, "question", optional=True),
        partners=None
        if partners is None
        else fit_lines(partners, limits.ORGANISATION_GRAPHEMES_MAX, "partners"),
        boards=boards,
        people=_maybe(command.people, 0, limits.PEOPLE_MAX, "people"),
    )


def _slot(draft: SlotDraft | AddSlot, number: int, codes: set[ThemeCode]) -> events.SlotAdded:
    return events.SlotAdded(
        slot=SlotId(f"S{number}"),
        label=fit_line(draft.label, limits.LABEL_GRAPHEMES_MAX, "label"),
        themes=_slot_themes(draft.themes, codes),
        room=fit_line(draft.room, limits.LABEL_GRAPHEMES_MAX, "room", optional=True),
        start=_start(draft.start),
        steps=fit_steps(draft.steps),
    )


def _edit_slot(state: Convention, command: EditSlot) -> events.SlotEdited:
    slot = slot_at(state, command.slot)
    label, room, steps = command.label, command.room, command.steps
    themes = None if command.themes is None else _slot_themes(command.themes, set(state.themes))
    return events.SlotEdited(
        slot=slot.id,
        label=None if label is None else fit_line(label, limits.LABEL_GRAPHEMES_MAX, "label"),
        themes=themes,
        room=None if room is None else fit_line(room, limits.LABEL_GRAPHEMES_MAX, "room", optional=True),
        start=None if command.start is None else _start(command.start),
        steps=None if steps is None else fit_steps(steps),
    )


def _slot_themes(given: tuple[str, ...], codes: set[ThemeCode]) -> tuple[ThemeCode, ...]:
    wanted = tuple(ThemeCode(code) for code in some(given, "themes"))
    for code in wanted:
        if code not in codes:
            refuse(Because.UNKNOWN, "themes", given=code)
    return wanted


def _boards(given: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """In the order of the kinds; constats and revendications are always there."""
    return tuple(kind for kind in Kind if kind in _ALWAYS or kind in given)


def _dates(given: tuple[str, ...]) -> tuple[str, ...]:
    for one in at_most(limits.DATES_MAX, given, "dates"):
        try:
            known = date.fromisoformat(one).isoformat() == one
        except ValueError:
            known = False
        if not known:
            refuse(Because.BAD_VALUE, "dates", given=one[:20])
    return given


def _start(given: str) -> str:
    if given and not _START.fullmatch(given):
        refuse(Because.BAD_VALUE, "start", given=given[:20])
    return given


def _language(given: str) -> str:
    if not _LANGUAGE.fullmatch(given):
        refuse(Because.BAD_VALUE, "language", given=given[:20])
    return given


def _maybe(number: int | None, low: int, high: int, field: str) -> int | None:
    return None if number is None else within(number, low, high, field)
