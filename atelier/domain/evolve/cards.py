"""What happens to cards."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, assert_never

from atelier.domain import events
from atelier.domain.authorship import NOBODY
from atelier.domain.card import Aside, Card, Translation
from atelier.domain.erasing import ALL_OF_A_CARD, WORDS, blank
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, Instant, Seq


def apply(state: Convention, event: events.CardEvent, seq: Seq, at: Instant) -> Convention:
    """The state with this card as it is now."""
    match event:
        case events.CardPosted():
            return _posted(state, event, seq, at)
        case events.CardCorrected(card=number, text=text):
            aside = state.cards[number].aside
            fresh = {"text": text, "texts": (seq,), "translations": (), "corrected": True}
            fresh["aside"] = aside and replace(aside, note="")
            return change(forgotten(state, number), [number], seq, **fresh)
        case events.CardWithdrawn(card=number):
            gone = {"text": "", "texts": (), "translations": (), "author": NOBODY, "slip": "", "table": ""}
            return change(
                forgotten(state, number, ALL_OF_A_CARD), [number], seq, withdrawn=True, aside=None, **gone
            )
        case events.CardTranslated():
            return _translated(state, event, seq)
        case events.LanguageSet(card=number, lang=lang):
            return change(state, [number], seq, lang=lang)
        case events.CardSetAside(card=number, reason=reason, note=note):
            texts = (*state.cards[number].texts, seq)
            return change(state, [number], seq, aside=Aside(reason=reason, note=note), texts=texts)
        case events.CardRestored(card=number):
            return change(state, [number], seq, aside=None, texts=(*state.cards[number].texts, seq))
        case events.CardMoved(card=number, themes=themes, kind=kind):
            return change(state, [number], seq, themes=themes, kind=kind)
        case _:
            assert_never(event)


def change(state: Convention, numbers: Iterable[CardNumber], seq: Seq, **fields: Any) -> Convention:
    """These cards with these fields."""
    cards = state.cards
    for number in numbers:
        cards = cards.put(number, replace(cards[number], changed=seq, **fields))
    return replace(state, cards=cards)


def _posted(state: Convention, event: events.CardPosted, seq: Seq, at: Instant) -> Convention:
    card = Card(
        number=event.card,
        themes=event.themes,
        kind=event.kind,
        text=event.text,
        lang=event.lang,
        channel=event.channel,
        author=event.author,
        carried_by=event.carried_by,
        slip=event.slip,
        table=event.table,
        slot=event.slot,
        late=event.late,
        hidden=event.hidden,
        at=at,
        posted=seq,
        changed=seq,
        texts=(seq,),
    )
    receipts = state.receipts.put(event.receipt, event.card) if event.receipt else state.receipts
    cards = state.cards.put(event.card, card)
    return replace(state, cards=cards, receipts=receipts, own_cards=state.own_cards + 1)


def forgotten(state: Convention, number: CardNumber, fields: tuple[str, ...] = WORDS) -> Convention:
    """No undo brings back words that are erased; nor what another room said of them."""
    reverses = state.reverses
    for seq in state.cards[number].texts:
        reverses = reverses.put(seq, None)
    said = state.brought_cards.get(number)
    if said is None:
        return replace(state, reverses=reverses)
    brought = state.brought_cards.put(number, blank(said, fields))
    return replace(state, reverses=reverses, brought_cards=brought)


def _translated(state: Convention, event: events.CardTranslated, seq: Seq) -> Convention:
    card = state.cards[event.card]
    others = tuple(one for one in card.translations if one.lang != event.lang)
    new = (Translation(lang=event.lang, text=event.text),) if event.text else ()
    return change(state, [card.number], seq, translations=others + new, texts=(*card.texts, seq))
