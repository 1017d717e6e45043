"""Whether a card or a statement of another room can stand here as that room says it."""

from dataclasses import fields
from typing import Any

from atelier.domain import events, limits, references
from atelier.domain.card import Translation
from atelier.domain.commands import BringCard, BringStatement
from atelier.domain.decide.cards import language
from atelier.domain.decide.checks import (
    at_most,
    fit,
    fit_line,
    letter_known,
    not_weighed,
    refuse,
    slot_at,
    some,
    statement_at,
    theme_at,
    within,
)
from atelier.domain.refusals import Because
from atelier.domain.state import Convention
from atelier.domain.statement import Minority, Objection, TakenUp
from atelier.domain.words import Channel, Kind, ThemeCode


def checked_card(state: Convention, command: BringCard) -> events.CardBrought:
    """Its number is of a room that was registered; its board is there; its words fit."""
    letter_known(state, references.room_of(command.card), "card")
    within(references.in_room(command.card), 1, limits.CARDS_MAX, "card")
    known = state.cards.get(command.card)
    if known is None and len(state.cards) >= limits.CARDS_MAX:
        refuse(Because.TOO_MANY, "card", given=len(state.cards) + 1, limit=limits.CARDS_MAX)
    if known is not None and known.withdrawn and not command.withdrawn:
        refuse(Because.CARD_WITHDRAWN, "card", card=command.card)
    themes = _board(state, command.themes, command.kind)
    if command.slot is not None:
        slot_at(state, command.slot)
    _may_stand_in(state, command)
    size = limits.WORDING_GRAPHEMES_MAX if command.channel is Channel.EARLIER else limits.CARD_GRAPHEMES_MAX
    given = _fields(command)
    given["themes"] = themes
    said = state.brought_cards.get(command.card)
    erased = command.withdrawn or (said is not None and not said.text)
    given["text"] = fit(command.text, size, "text", optional=erased)
    given["lang"] = language(command.lang) if command.lang else ""
    given["carried_by"] = within(command.carried_by, 1, limits.CARRIED_BY_PEOPLE_MAX, "carried_by")
    given["slip"] = fit_line(command.slip, limits.SLIP_GRAPHEMES_MAX, "slip", optional=True)
    given["table"] = fit_line(command.table, limits.TABLE_GRAPHEMES_MAX, "table", optional=True)
    given["note"] = fit(command.note, limits.NOTE_GRAPHEMES_MAX, "note", optional=True)
    given["translations"] = tuple(
        Translation(lang=language(one.lang), text=fit(one.text, limits.CARD_GRAPHEMES_MAX * 2, "text"))
        for one in at_most(limits.TRANSLATIONS_PER_CARD_MAX, command.translations, "translations")
    )
    if command.withdrawn:
        given |= {"text": "", "note": "", "slip": "", "table": "", "aside": None, "translations": ()}
    return events.CardBrought(**given)


def _may_stand_in(state: Convention, command: BringCard) -> None:
    """Nothing goes into a statement of another kind, or comes or goes while dots are being given."""
    said = state.brought_cards.get(command.card)
    before = said.statement if said else None
    if command.statement == before:
        return
    if command.statement is not None:
        home = not_weighed(state, statement_at(state, command.statement))
        if home.kind is not command.kind:
            refuse(Because.KINDS_DIFFER, "statement")
    current = state.cards[command.card].statement if said else None
    if current is not None:
        not_weighed(state, state.statements[current])


def checked_statement(state: Convention, command: BringStatement) -> events.StatementBrought:
    """Its reference is free, or its own; what it points to is there; its words fit."""
    letter_known(state, command.room, "room")
    parsed = references.parse(command.statement)
    if parsed is None or parsed.kind is not command.kind or references.parse(command.there) is None:
        refuse(Because.BAD_VALUE, "statement", given=fit_line(command.statement[:20], 20, "statement"))
    if parsed.room not in ("", command.room):
        refuse(Because.BAD_VALUE, "statement", given=command.statement)
    said = state.brought_statements.get(command.statement)
    mine = said is not None and (said.room, said.there) == (command.room, command.there)
    if command.statement in state.statements and not mine:
        refuse(Because.ALREADY_THERE, "statement", given=command.statement)
    pointed = (command.merged_into, command.split_from, *command.merged, *command.founded_on)
    for target in pointed:
        if target is not None and (target == command.statement or target not in state.statements):
            refuse(Because.UNKNOWN, "statement", given=target)
    for number in command.cards:
        if number not in state.cards:
            refuse(Because.UNKNOWN, "cards", given=number)
    _no_circle(state, command)
    given = _fields(command)
    given["themes"] = _board(state, command.themes, command.kind)
    given["title"] = fit_line(command.title, limits.TITLE_GRAPHEMES_MAX, "title", optional=True)
    given["wordings"] = tuple(fit(one, limits.WORDING_GRAPHEMES_MAX, "text") for one in command.wordings)
    at_most(limits.LINKS_MAX, command.founded_on, "founded_on")
    given |= _said_of_it(command)
    brought = events.StatementBrought(**given)
    if said is not None and brought != said:
        not_weighed(state, state.statements[command.statement])
    return brought


def _no_circle(state: Convention, command: BringStatement) -> None:
    into = command.merged_into
    while into is not None:
        if into == command.statement:
            refuse(Because.STATEMENT_GONE, "merged_into", statement=into, into=into)
        into = state.statements[into].merged_into


def _said_of_it(command: BringStatement) -> dict[str, Any]:
    most = limits.SAID_OF_A_STATEMENT_MAX
    objections = (
        Objection(
            id=one.id,
            text=fit(one.text, limits.OBJECTION_GRAPHEMES_MAX, "text"),
            kind=one.kind,
            how=one.how,
            outcome=fit(one.outcome, limits.OBJECTION_GRAPHEMES_MAX, "text", optional=True),
        )
        for one in at_most(most, command.objections, "objections")
    )
    minorities = (
        Minority(
            text=fit(one.text, limits.MINORITY_GRAPHEMES_MAX, "text"),
            people=within(one.people, 1, limits.PEOPLE_MAX, "people"),
        )
        for one in at_most(most, command.minorities, "minorities")
    )
    taken_up = (
        TakenUp(
            organisation=fit_line(one.organisation, limits.ORGANISATION_GRAPHEMES_MAX, "organisation"),
            quote=fit(one.quote, limits.QUOTE_GRAPHEMES_MAX, "quote", optional=True),
            reference=fit_line(one.reference, limits.SOURCE_GRAPHEMES_MAX, "reference", optional=True),
        )
        for one in at_most(limits.LINKS_MAX, command.taken_up, "taken_up")
    )
    return {"objections": tuple(objections), "minorities": tuple(minorities), "taken_up": tuple(taken_up)}


def _board(state: Convention, themes: tuple[ThemeCode, ...], kind: Kind) -> tuple[ThemeCode, ...]:
    for code in some(themes, "themes"):
        if kind not in theme_at(state, code, "themes").boards:
            refuse(Because.NOT_A_BOARD_HERE, "kind", kind=kind, theme=code)
    return themes


def _fields(command: BringCard | BringStatement) -> dict[str, Any]:
    return {one.name: getattr(command, one.name) for one in fields(command)}
