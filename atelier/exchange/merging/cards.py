"""The cards of another room: all of them, in order, with what became of them there."""

from dataclasses import fields, replace

from atelier.domain import events
from atelier.domain.card import Card
from atelier.domain.commands import BringCard
from atelier.domain.links import standing
from atelier.domain.references import written
from atelier.domain.state import Convention
from atelier.exchange.merging.differences import units
from atelier.exchange.merging.names import Names
from atelier.exchange.merging.planned import Trial, What

_WORDS = ("text", "lang", "corrected")
_PLACE = ("themes", "kind", "statement", "aside", "note")
_GROUPS = (
    _WORDS,
    _PLACE,
    ("translations",),
    *((name,) for name in ("channel", "carried_by", "slip", "table", "slot")),
    *((name,) for name in ("late", "hidden", "disagreement", "origin", "written_at", "withdrawn")),
)


def bring_cards(trial: Trial, other: Convention, names: Names) -> None:
    """A card that its author took back there is taken back here; one taken back here stays so."""
    for _, card in sorted(other.cards.items()):
        if names.card_is_ours(card.number):
            _left_there(trial, card, names)
            continue
        says = _as_said(card, names, trial.state)
        said = trial.state.brought_cards.get(says.card)
        if said is None:
            trial.do(says)
        elif not trial.state.cards[says.card].withdrawn:
            _say_again(trial, says, said)


def _say_again(trial: Trial, says: BringCard, said: events.CardBrought) -> None:
    current = _as_it_stands(trial.state.cards[says.card])
    told, disputed = units(_GROUPS, current, said, says)
    if says.withdrawn:
        told |= {name: getattr(says, name) for name in (*_WORDS, "translations", "slip", "table")}
    elif _WORDS in disputed:
        trial.ask(What.CARD, written(says.card), current.text, says.text)
    if _PLACE in disputed and not says.withdrawn:
        trial.ask(What.CARD, written(says.card), _placed(current), _placed(says))
    command = BringCard(card=says.card, **told)
    if any(getattr(command, one.name) != getattr(said, one.name) for one in fields(said)):
        trial.do(command)


def _left_there(trial: Trial, card: Card, names: Names) -> None:
    """A card that was brought there from here: where they put it is theirs to say, and ours to do."""
    here = trial.state.cards.get(names.card(card.number))
    if here is None or here.withdrawn or card.statement is None:
        return
    home = standing(trial.state, names.references[card.statement])
    if home is not None and home != here.statement:
        trial.ask(What.CARD, written(here.number), here.statement or "", home)


def _as_said(card: Card, names: Names, here: Convention) -> BringCard:
    """As its room says it, in our words."""
    home = names.references[card.statement] if card.statement is not None else None
    return replace(
        _as_it_stands(card),
        card=names.card(card.number),
        themes=tuple(dict.fromkeys(names.themes[code] for code in card.themes)),
        slot=names.slots[card.slot] if card.slot is not None else None,
        statement=standing(here, home) if home is not None else None,
    )


def _as_it_stands(card: Card) -> BringCard:
    aside = card.aside
    return BringCard(
        card=card.number,
        themes=card.themes,
        kind=card.kind,
        text=card.text,
        lang=card.lang,
        channel=card.channel,
        carried_by=card.carried_by,
        slip=card.slip,
        table=card.table,
        slot=card.slot,
        late=card.late,
        hidden=card.hidden,
        corrected=card.corrected,
        withdrawn=card.withdrawn,
        disagreement=card.disagreement,
        statement=card.statement,
        aside=aside.reason if aside else None,
        note=aside.note if aside else "",
        translations=card.translations,
        origin=card.origin,
        written_at=card.at,
    )


def _placed(card: BringCard) -> str:
    """Where it is, in few words: its statement, or why it was set aside, or its board."""
    return card.statement or card.aside or f"{', '.join(card.themes)} {card.kind}"
