"""Another room's convention into this one: nothing lost, nothing doubled, no number given twice.

`plan` writes nothing. What it lists was tried in order on a copy, so it is
refused whole or not at all; once it is done, the same plan made again is empty.
"""

from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention
from atelier.exchange.merging.blocks import bring_blocks
from atelier.exchange.merging.cards import bring_cards
from atelier.exchange.merging.document import (
    bring_answers,
    bring_axes,
    bring_matches,
    bring_pairs,
    bring_sections,
    tell_order,
)
from atelier.exchange.merging.names import Names
from atelier.exchange.merging.planned import (
    IMPORTER,
    CannotBring,
    Conflict,
    LetterGiven,
    Plan,
    Trial,
    What,
)
from atelier.exchange.merging.polls import bring_polls
from atelier.exchange.merging.refused import explained
from atelier.exchange.merging.statements import bring_living, bring_the_rest
from atelier.exchange.merging.votes import bring_votes


def plan(here: Convention, other: Convention) -> Plan:
    """What brings into `here` all that `other` holds and `here` does not, in order."""
    if not other.exists:
        return Plan(refused=Refusal(because=Because.UNKNOWN, field="convention"))
    if other.source == here.source:
        return Plan(refused=Refusal(because=Because.ALREADY_THERE, field="source"))
    if here.closed:
        return Plan(refused=Refusal(because=Because.CONVENTION_CLOSED))
    trial = Trial(here)
    try:
        names = Names(trial, other)
        bring_living(trial, other, names)
        bring_cards(trial, other, names)
        bring_the_rest(trial, other, names)
        bring_votes(trial, other, names)
        bring_polls(trial, other, names)
        bring_blocks(trial, other, names)
        bring_sections(trial, other, names)
        bring_axes(trial, other, names)
        bring_matches(trial, other, names)
        bring_pairs(trial, other, names)
        bring_answers(trial, other, names)
        tell_order(trial, other)
    except CannotBring as refused:
        return Plan(refused=explained(refused.refusal, trial.state))
    return Plan(
        commands=tuple(trial.commands),
        conflicts=tuple(dict.fromkeys(trial.conflicts)),
        letter=names.letter,
        letters_given=tuple(names.given),
        counts=trial.counts,
    )


__all__ = ["IMPORTER", "CannotBring", "Conflict", "LetterGiven", "Plan", "Trial", "What", "plan"]
