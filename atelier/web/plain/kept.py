"""Every field that is stored of a card, with a name and a value for people. None is left out."""

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from atelier.domain.authorship import poll_mark, voter_mark
from atelier.domain.card import Aside, Card, Origin, Translation
from atelier.domain.state import Convention
from atelier.domain.words import Kind
from atelier.translations import Speech, msgid
from atelier.translations.names import kind_names, name
from atelier.web.plain.reader import Place

FIELDS = {
    "number": msgid("numéro"),
    "themes": msgid("thèmes"),
    "kind": msgid("sorte de carte"),
    "text": msgid("texte"),
    "lang": msgid("langue"),
    "channel": msgid("comment elle est arrivée"),
    "author": msgid("marque de ce navigateur, sur cette carte seulement"),
    "carried_by": msgid("nombre de personnes"),
    "slip": msgid("numéro du papier"),
    "table": msgid("table"),
    "slot": msgid("séance"),
    "late": msgid("en retard"),
    "hidden": msgid("cachée pour le moment"),
    "at": msgid("date et heure"),
    "posted": msgid("ligne du journal où elle est née"),
    "changed": msgid("ligne du journal de son dernier changement"),
    "texts": msgid("lignes du journal qui portent ses mots"),
    "statement": msgid("énoncé qui la reprend"),
    "aside": msgid("mise de côté"),
    "withdrawn": msgid("retirée"),
    "corrected": msgid("corrigée"),
    "disagreement": msgid("désaccord signalé"),
    "translations": msgid("traductions"),
    "origin": msgid("reprise d’un cahier précédent"),
}
"""By the name the field has in the code."""

_RECEIPT = msgid("marque de l’envoi, pour reconnaître un double")
_MARK_SHOWN = 12  # of 32 digits: enough to see that no two are alike


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptBallot:
    """What this browser gave, statement by statement; kept until the convention is closed."""

    mark: str
    open: bool
    given: tuple[tuple[str, str], ...]


def kept_of(card: Card, state: Convention, speech: Speech) -> Iterator[tuple[str, str]]:
    """Each stored field of this card, in the order of the code, then the mark of its sending."""
    for field in dataclasses.fields(card):
        yield speech.text(FIELDS[field.name]), _value(field.name, getattr(card, field.name), speech)
    for mark, number in state.receipts.items():
        if number == card.number:
            yield speech.text(_RECEIPT), _short(mark)


def ballots_of(place: Place) -> Iterator[KeptBallot]:
    """Every vote in which this browser gave dots, those it took back among them: the 0 is kept too."""
    secret = place.actor.secret
    if secret is None:
        return
    for vote in place.state.votes.values():
        mark = voter_mark(secret, vote.number)
        dots = vote.ballots.get(mark, {})
        if dots:
            given = tuple((reference, str(count)) for (reference, _), count in dots.items())
            yield KeptBallot(mark=_short(mark), open=vote.open, given=given)


def answers_of(place: Place, speech: Speech) -> Iterator[KeptBallot]:
    """Every poll in which this browser said something."""
    secret = place.actor.secret
    if secret is None:
        return
    for poll in place.state.polls.values():
        mark = poll_mark(secret, poll.number)
        words = poll.ballots.get(mark)
        if words is not None:
            given = tuple((reference, name(choice, speech)) for (reference, _), choice in words.items())
            yield KeptBallot(mark=_short(mark), open=poll.open, given=given)


def _value(field: str, value: Any, speech: Speech) -> str:
    if field == "at":
        day = datetime.fromtimestamp(value, UTC).astimezone().date().isoformat()
        return speech.text(
            "{day}, {time} ({seconds} secondes depuis 1970)",
            day=speech.date(day),
            time=speech.time(value),
            seconds=value,
        )
    if field == "author":
        return _short(value) if value else speech.text("aucune")
    return _said(value, speech)


def _said(value: Any, speech: Speech) -> str:
    match value:
        case None | "" | ():
            return speech.text("rien")
        case bool():
            return speech.text("oui") if value else speech.text("non")
        case Kind():
            return kind_names(value, speech).one
        case StrEnum():
            return name(value, speech)  # type: ignore[arg-type]
        case Aside(reason=reason, note=note):
            return ", ".join(filter(None, (name(reason, speech), note)))
        case Translation(lang=lang, text=text):
            return f"{lang} : {text}"
        case Origin():
            return value.written
        case tuple():
            return ", ".join(_said(one, speech) for one in value)
        case _:
            return str(value)


def _short(mark: str) -> str:
    return f"{mark[:_MARK_SHOWN]}…"
