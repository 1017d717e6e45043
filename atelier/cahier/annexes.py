"""What the annexes hold beside the cards."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from atelier.cahier.chapters import prose
from atelier.cahier.document import (
    AxisEntry,
    BlockEntry,
    Citation,
    History,
    Unresolved,
    VoteEntry,
)
from atelier.cahier.naming import Pointer, pointer, pointer_to_all
from atelier.domain import outline, sections
from atelier.domain.completeness import Gap, answered
from atelier.domain.links import live_statements, standing
from atelier.domain.matches import Matched, groups, live_matches
from atelier.domain.references import cited, sort_key
from atelier.domain.state import Axis, Convention
from atelier.domain.statement import Statement
from atelier.domain.words import BlockId, Reference


def axes(state: Convention) -> tuple[AxisEntry, ...]:
    """Each with the statements that stand today for those placed in it; what several themes say, once."""
    matched = groups(state)
    return tuple(_axis(state, axis, matched) for axis in outline.axes(state))


def _axis(state: Convention, axis: Axis, matched: Mapping[Reference, Matched]) -> AxisEntry:
    stand = (standing(state, reference) for reference in axis.statements)
    pointers = (_pointer(state, one, matched.get(one)) for one in stand if one is not None)
    return AxisEntry(id=axis.id, title=axis.title, statements=tuple(dict.fromkeys(pointers)))


def _pointer(state: Convention, reference: Reference, match: Matched | None) -> Pointer:
    return pointer(state.statements[reference]) if match is None else pointer_to_all(state, match)


def shared(state: Convention) -> tuple[Pointer, ...]:
    """What several themes said alike, but for what an axis gathers already."""
    gathered = {one for axis in axes(state) for one in axis.statements}
    found = (pointer_to_all(state, match) for match in live_matches(state))
    return tuple(one for one in found if one not in gathered)


def blocks(state: Convention) -> dict[BlockId, BlockEntry]:
    """The secretary's prose between the parts."""
    return {
        block.id: BlockEntry(title=block.title, prose=prose(state, sections.of_block(block.id)))
        for block in outline.blocks(state)
    }


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
    return answered(state)


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
    for name in sections.printed(state):
        for reference in cited(state.sections[name].text):
            if reference not in state.statements:
                yield Unresolved(section=name, reference=reference)
