"""Decisions about cards."""

import re
from typing import assert_never

from atelier.domain import authorship, events, limits
from atelier.domain.actor import Actor
from atelier.domain.card import Card
from atelier.domain.commands import (
    CardCommand,
    CorrectCard,
    MoveCard,
    PostCard,
    RestoreCard,
    SetAsideCard,
    SetLanguage,
    TranslateCard,
    WithdrawCard,
)
from atelier.domain.decide.checks import (
    at_most,
    card_at,
    fit,
    fit_line,
    next_card,
    not_frozen,
    refuse,
    theme_at,
    within,
)
from atelier.domain.decide.outcome import Unchanged
from atelier.domain.permissions import in_team
from atelier.domain.refusals import Because
from atelier.domain.state import Convention, Theme
from atelier.domain.words import CardNumber, Channel, Kind, SlotId, ThemeCode

_LANG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def decide(state: Convention, command: CardCommand, actor: Actor) -> events.CardEvent | Unchanged:
    """One event, or nothing to do."""
    match command:
        case PostCard():
            return _post(state, command, actor)
        case CorrectCard(card=number, text=given):
            card = _open(state, number)
            text = fit(given, limits.CARD_GRAPHEMES_MAX, "text")
            if text == card.text:
                return Unchanged(seq=card.changed, card=number)
            return events.CardCorrected(card=number, text=text)
        case WithdrawCard(card=number):
            return events.CardWithdrawn(card=_open(state, number).number)
        case TranslateCard(card=number, lang=lang, text=given):
            text = fit(given, limits.CARD_GRAPHEMES_MAX * 2, "text", optional=True)
            card = card_at(state, number)
            spoken = language(lang)
            others = tuple(one for one in card.translations if one.lang != spoken)
            at_most(limits.TRANSLATIONS_PER_CARD_MAX - 1, others, "lang")
            return events.CardTranslated(card=number, lang=spoken, text=text)
        case SetLanguage(card=number, lang=lang):
            card = card_at(state, number)
            spoken = language(lang) if lang.strip() else ""
            if spoken == card.lang:
                return Unchanged(seq=card.changed, card=number)
            return events.LanguageSet(card=number, lang=spoken)
        case SetAsideCard():
            return _set_aside(state, command)
        case RestoreCard(card=number):
            card = card_at(state, number)
            if card.aside is None:
                return Unchanged(seq=card.changed, card=number)
            return events.CardRestored(card=number)
        case MoveCard():
            return _move(state, command)
        case _:
            assert_never(command)


def _post(state: Convention, command: PostCard, actor: Actor) -> events.CardPosted | Unchanged:
    theme = theme_at(state, command.theme)
    text = fit(command.text, limits.CARD_GRAPHEMES_MAX, "text")
    if not 0 < len(command.key) <= limits.KEY_CHARACTERS_MAX:
        refuse(Because.BAD_VALUE, "key", low=1, high=limits.KEY_CHARACTERS_MAX, given=len(command.key))
    receipt = authorship.receipt_mark(command.key, theme.code, command.kind, text)
    if receipt in state.receipts:
        card = state.receipts[receipt]
        return Unchanged(seq=state.cards[card].posted, card=card)
    late = _late(not_frozen(theme), command.kind, team=in_team(actor, theme.code))
    number = next_card(state)
    channel = command.channel or Channel.PHONE
    if channel is Channel.EARLIER:
        refuse(Because.BAD_VALUE, "channel", given=channel)
    by_phone = actor.secret if channel is Channel.PHONE else None
    themes, slot = _belongs_to(state, theme, command.kind)
    return events.CardPosted(
        card=number,
        themes=themes,
        kind=command.kind,
        text=text,
        author=authorship.card_mark(by_phone, number) if by_phone else authorship.NOBODY,
        receipt=receipt,
        channel=channel,
        lang=language(command.lang) if command.lang else "",
        carried_by=within(
            1 if command.carried_by is None else command.carried_by,
            1,
            limits.CARRIED_BY_PEOPLE_MAX,
            "carried_by",
        ),
        slip=fit_line(command.slip or "", limits.SLIP_GRAPHEMES_MAX, "slip", optional=True),
        table=fit_line(command.table or "", limits.TABLE_GRAPHEMES_MAX, "table", optional=True),
        slot=slot,
        late=late and channel is Channel.PHONE,  # paper is typed when there is time
        hidden=theme.running is not None and theme.running.step.hidden,
    )


def _late(theme: Theme, kind: Kind, *, team: bool) -> bool:
    """True for a card that the step of the moment does not ask for, and lets in all the same."""
    if kind not in theme.boards:
        refuse(Because.NOT_A_BOARD_HERE, "kind", kind=kind, theme=theme.code)
    if theme.paused and not team:
        refuse(Because.THEME_PAUSED, "theme", theme=theme.code)
    if theme.running is None or kind in theme.running.step.post:
        return False
    if not theme.running.step.late and not team:
        refuse(Because.KIND_NOT_NOW, "kind", kind=kind, step=theme.running.step.label)
    return True


def _belongs_to(state: Convention, theme: Theme, kind: Kind) -> tuple[tuple[ThemeCode, ...], SlotId | None]:
    """In a joint slot a card belongs to every theme still in it that takes such cards."""
    joint = [state.themes[code] for code in state.slots[theme.slot].themes] if theme.slot else []
    if theme not in joint:
        return (theme.code,), theme.slot
    together = (one for one in joint if one.slot == theme.slot and not one.frozen)
    return tuple(one.code for one in together if kind in one.boards), theme.slot


def _open(state: Convention, number: CardNumber) -> Card:
    """A card whose themes let it be corrected or withdrawn."""
    card = card_at(state, number)
    for code in card.themes:
        not_frozen(state.themes[code])
    return card


def _set_aside(state: Convention, command: SetAsideCard) -> events.CardSetAside | Unchanged:
    card = card_at(state, command.card)
    if card.statement is not None:
        refuse(Because.CARD_PLACED, "card", card=card.number, statement=card.statement)
    note = fit(command.note, limits.NOTE_GRAPHEMES_MAX, "note", optional=True)
    if card.aside is not None and (card.aside.reason, card.aside.note) == (command.reason, note):
        return Unchanged(seq=card.changed, card=card.number)
    return events.CardSetAside(card=card.number, reason=command.reason, note=note)


def _move(state: Convention, command: MoveCard) -> events.CardMoved | Unchanged:
    card = card_at(state, command.card)
    theme = theme_at(state, command.theme)
    if card.statement is not None:
        refuse(Because.CARD_PLACED, "card", card=card.number, statement=card.statement)
    if command.kind not in theme.boards:
        refuse(Because.NOT_A_BOARD_HERE, "kind", kind=command.kind, theme=theme.code)
    if (card.themes, card.kind) == ((theme.code,), command.kind):
        return Unchanged(seq=card.changed, card=card.number)
    return events.CardMoved(card=card.number, themes=(theme.code,), kind=command.kind)


def language(given: str) -> str:
    """A language tag as it is kept: `fr`, `pt-BR`."""
    tag = given.strip()
    if len(tag) > limits.LANG_CHARACTERS_MAX or not _LANG.fullmatch(tag):
        refuse(Because.BAD_VALUE, "lang", given=tag[: limits.LANG_CHARACTERS_MAX])
    spoken, *rest = tag.split("-")
    return "-".join([spoken.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])
