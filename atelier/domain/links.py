"""The chain from cards to constats to revendications, read both ways, through merges."""

from collections import defaultdict
from collections.abc import Mapping

from atelier.domain.references import sort_key
from atelier.domain.state import Convention
from atelier.domain.statement import Statement, TakenUp
from atelier.domain.words import Reference


def standing(state: Convention, reference: Reference) -> Reference | None:
    """The statement that stands for this one today: itself, what it was merged into, or none."""
    statement = state.statements.get(reference)
    while statement is not None and statement.merged_into is not None:
        statement = state.statements[statement.merged_into]
    return statement.reference if statement is not None and not statement.dissolved else None


def foundations(state: Convention, statement: Statement) -> tuple[Reference, ...]:
    """What it is founded on, each once, those that stand."""
    found = (standing(state, reference) for reference in statement.founded_on)
    return tuple(dict.fromkeys(one for one in found if one is not None))


def founded(state: Convention) -> Mapping[Reference, tuple[Reference, ...]]:
    """For each statement, those that are founded on it."""
    found: dict[Reference, list[Reference]] = defaultdict(list)
    for statement in live_statements(state):
        for reference in foundations(state, statement):
            found[reference].append(statement.reference)
    return {reference: tuple(those) for reference, those in found.items()}


def organisations(state: Convention) -> Mapping[str, tuple[TakenUp, ...]]:
    """Those known here, by name, who was quoted before first, with what; then who is behind the day."""
    found: dict[str, dict[TakenUp, None]] = {}
    for name in (*state.organisers, *(one for theme in state.themes.values() for one in theme.partners)):
        found.setdefault(name, {})
    for statement in state.statements.values():
        for taken in statement.taken_up:
            found.setdefault(taken.organisation, {})[taken] = None
    names = sorted(found, key=lambda name: (not found[name], name.casefold()))
    return {name: tuple(found[name]) for name in names}


def live_statements(state: Convention) -> tuple[Statement, ...]:
    """Those that stand, by the order of the themes, then of the kinds, then of the numbers."""
    order = {code: place for place, code in enumerate(state.themes)}
    live = (statement for statement in state.statements.values() if statement.live)
    return tuple(sorted(live, key=lambda one: (order[one.themes[0]], sort_key(one.reference))))
