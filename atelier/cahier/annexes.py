"""What the annexes hold beside the cards."""

from collections import defaultdict
from collections.abc import Iterator

from atelier.cahier.document import AxisEntry, Citation, History, Unresolved, VoteEntry
from atelier.cahier.naming import pointer
from atelier.domain.completeness import Gap, gaps
from atelier.domain.links import live_statements, standing
from atelier.domain.references import cited, sort_key
from atelier.domain.state import Axis, Convention
from atelier.domain.statement import Statement
from atelier.domain.words import Reference


def axes(state: Convention) -> tuple[AxisEntry, ...]:
    """Each with the statements that stand today for those placed in it, each once."""
    return tuple(_axis(state, axis) for axis in state.axes.values())


def _axis(state: Convention, axis: Axis) -> AxisEntry:
    stand = dict.fromkeys(standing(state, reference) for reference in axis.statements)
    pointers = tuple(pointer(state.statements[one]) for one in stand if one is not None)
    return AxisEntry(id=axis.id, title=axis.title, statements=pointers)


def votes(state: Convention) -> tuple[VoteEntry, ...]:
    """How each vote was held, in order."""
    return tuple(
        VoteEntry(
            number=vote.number,
            themes=vote.themes,
            kinds=vote.kinds,
            dots=vote.dots,
            voters=vote.voters,
            open=vote.open,
        )
        for _, vote in sorted(state.votes.items())
    )


def left_open(state: Convention) -> tuple[tuple[Gap, str], ...]:
    """What is missing and was given a reason."""
    found = ((gap, state.answers.get(gap.name, "")) for gap in gaps(state))
    return tuple((gap, reason) for gap, reason in found if reason)


def citations(state: Convention) -> tuple[Citation, ...]:
    """The organisations whose words were taken up, by name."""
    sources: dict[str, dict[str, None]] = defaultdict(dict)
    statements: dict[str, dict[Reference, None]] = defaultdict(dict)
    for statement in live_statements(state):
        for taken in statement.taken_up:
            statements[taken.organisation][statement.reference] = None
            if taken.reference:
                sources[taken.organisation][taken.reference] = None
    return tuple(
        Citation(organisation=name, sources=tuple(sources[name]), statements=tuple(statements[name]))
        for name in sorted(statements, key=lambda name: (name.casefold(), name))
    )


def histories(state: Convention) -> tuple[History, ...]:
    """The statements that were worded more than once, and the references no longer in use, in order."""
    order = {code: place for place, code in enumerate(state.themes)}
    changed = [one for one in state.statements.values() if not one.live or len(one.versions) > 1]
    changed.sort(key=lambda one: (order[one.themes[0]], sort_key(one.reference)))
    return tuple(_history(state, one) for one in changed)


def _history(state: Convention, statement: Statement) -> History:
    said = statement.versions[:-1] if statement.live else statement.versions
    return History(
        reference=statement.reference,
        wordings=tuple(one.text for one in said),
        in_use=statement.live,
        now=standing(state, statement.reference),
    )


def unresolved(state: Convention) -> tuple[Unresolved, ...]:
    """The references, in prose, to statements that never were."""
    return tuple(_unresolved(state))


def _unresolved(state: Convention) -> Iterator[Unresolved]:
    for name, section in sorted(state.sections.items()):
        for reference in cited(section.text):
            if reference not in state.statements:
                yield Unresolved(section=name, reference=reference)
