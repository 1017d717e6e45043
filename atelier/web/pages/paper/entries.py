"""What the entry screen shows of the convention: boards, last entries, cards to translate, next numbers."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from atelier.domain.actor import Actor
from atelier.domain.card import Card
from atelier.domain.completeness import needs_translation, untranslated
from atelier.domain.permissions import in_team
from atelier.domain.references import card_of
from atelier.domain.state import Convention, Theme
from atelier.domain.words import Channel
from atelier.translations import Speech
from atelier.translations.names import kind_names, name

LAST_SHOWN = 10
WAITING_SHOWN = 10

_NUMBER_AT_THE_END = re.compile(r"(.*?)([0-9]+)$")

Shown = dict[str, Any]
"""What a component is given: plain values, as JSON holds them."""


def look(state: Convention, actor: Actor, speech: Speech) -> Shown:
    """All of it, as it is now."""
    themes = themes_of(state, actor)
    waiting = [card for card in untranslated(state) if _in(card, themes)]
    return {
        "themes": [_theme(theme) for theme in themes],
        "closed": state.closed,
        "slips": _slips(state),
        "entries": [_entry(state, card, speech) for card in islice(_typed(state, themes), LAST_SHOWN)],
        "waiting": [_entry(state, card, speech) for card in waiting[:WAITING_SHOWN]],
        "waiting_count": len(waiting),
    }


def to_translate(state: Convention, actor: Actor, speech: Speech, number: str) -> Shown | None:
    """That card, if it waits for somebody of these themes to translate it."""
    themes = themes_of(state, actor)
    found = (card for card in untranslated(state) if str(card.number) == number and _in(card, themes))
    return next((_entry(state, card, speech) for card in found), None)


def themes_of(state: Convention, actor: Actor) -> list[Theme]:
    """Where this actor may type."""
    return [theme for theme in state.themes.values() if in_team(actor, theme.code)]


def following(slip: str) -> str:
    """The number after this one, written the same way: `DS-099` → `DS-100`; nothing after a name."""
    found = _NUMBER_AT_THE_END.fullmatch(slip)
    if found is None:
        return ""
    return f"{found[1]}{int(found[2]) + 1:0{len(found[2])}d}"


def _theme(theme: Theme) -> Shown:
    return {"code": theme.code, "title": theme.title, "boards": list(theme.boards), "frozen": theme.frozen}


def _in(card: Card, themes: list[Theme]) -> bool:
    return any(theme.code in card.themes for theme in themes)


def _typed(state: Convention, themes: list[Theme]) -> Iterator[Card]:
    """What did not come from a phone, the newest first."""
    cards = (state.cards[card_of(state.room, number)] for number in range(state.own_cards, 0, -1))
    return (card for card in cards if card.channel is not Channel.PHONE and _in(card, themes))


def _slips(state: Convention) -> dict[str, str]:
    """By theme and kind (`DS constat`), the number that follows the last paper that was typed there."""
    last: dict[str, str] = {}
    for card in state.cards.values():
        if card.slip:
            last |= {f"{code} {card.kind}": card.slip for code in card.themes}
    return {board: following(slip) for board, slip in last.items()}


def _entry(state: Convention, card: Card, speech: Speech) -> Shown:
    spoken = card.lang.split("-")[0]
    foreign = bool(spoken) and spoken != state.language
    return {
        "number": card.number,
        "written": card.written,
        "text": card.text,
        "kind": card.kind,
        "board": kind_names(card.kind, speech).one,
        "themes": ", ".join(card.themes),
        "by": name(card.channel, speech),
        "slip": card.slip,
        "table": card.table,
        "people": card.carried_by if card.carried_by > 1 else 0,
        "lang": card.lang,
        "language": speech.language(card.lang) if foreign else "",
        "translated": foreign and not needs_translation(card, state.language),
        "withdrawn": card.withdrawn,
        "correctable": card.channel is not Channel.PHONE and not card.withdrawn,
        "wanted": foreign and needs_translation(card, state.language) and not card.withdrawn,
    }
