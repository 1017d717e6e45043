"""Near cards as the API tells them: what is asked about, and its neighbours, nearest first."""

from typing import Any

from atelier.domain import references
from atelier.domain.actor import Actor
from atelier.domain.apart import Target
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention
from atelier.domain.views import may_read
from atelier.domain.words import Reference
from atelier.nearness.neighbours import Neighbour, thing_at


def read_target(given: str, state: Convention, actor: Actor) -> Target | Refusal:
    """`41` or `DS-C1`, if it is there for this caller."""
    number = references.number_in(given)
    target: Target = Reference(given.strip().upper()) if number is None else number
    there = target in state.statements if isinstance(target, str) else target in state.cards
    if not there or (isinstance(target, int) and not may_read(state.cards[target], actor)):
        return Refusal(because=Because.UNKNOWN, field="target", about={"given": given[:80]})
    return target


def of_neighbour(state: Convention, one: Neighbour) -> dict[str, Any]:
    """`target` is what could be joined; `asked_by` and `by` are the two whose words are near."""
    thing = thing_at(state, one.target)
    assert thing is not None  # noqa: S101 - it was found there
    return {
        "target": one.target,
        "themes": list(thing.themes),
        "kind": thing.kind,
        "elsewhere": one.elsewhere,
        "score": round(one.score, 3),
        "lang": one.lang,
        "asked_by": one.asked_by,
        "asked_text": one.asked_text,
        "by": one.by,
        "text": one.text,
        "flags": [{"words": flag.words, "in": "asked_text" if flag.first else "text"} for flag in one.flags],
    }
