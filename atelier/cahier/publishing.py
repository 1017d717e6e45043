"""Which words of a card are published, and which are only counted."""

from atelier.cahier.entries import CardEntry, Withheld
from atelier.domain.card import Card
from atelier.domain.fates import fate_of
from atelier.domain.state import Convention
from atelier.domain.words import AsideReason

_NEVER_PRINTED = {
    AsideReason.PERSONAL_DATA: Withheld.PERSONAL_DATA,
    AsideReason.AGAINST_FRAME: Withheld.AGAINST_FRAME,
}


def withheld(state: Convention, card: Card) -> Withheld | None:
    """Why its words are kept back; None when they are printed.

    A card that waits to be revealed keeps its secret until the facilitator reveals
    it, or until the convention closes, so that an export may be shown to anybody at
    any moment of the day.
    """
    if card.withdrawn:
        return Withheld.WITHDRAWN
    if card.aside is not None and card.aside.reason in _NEVER_PRINTED:
        return _NEVER_PRINTED[card.aside.reason]
    return Withheld.HIDDEN if card.hidden and not state.closed else None


def published(state: Convention, card: Card) -> CardEntry:
    """The card without what ties it to a person: mark, time, table, slip."""
    why = withheld(state, card)
    return CardEntry(
        number=card.number,
        kind=card.kind,
        themes=card.themes,
        channel=card.channel,
        carried_by=card.carried_by,
        lang=card.lang,
        late=card.late,
        disagreement=card.disagreement,
        fate=fate_of(card),
        statement=card.statement,
        aside=card.aside,
        withheld=why,
        text="" if why else card.text,
        translations=() if why else card.translations,
        origin=card.origin,
    )
