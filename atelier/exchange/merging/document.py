"""The prose, the axes, the likenesses and the answers of another room."""

from collections.abc import Iterator

from atelier.domain import commands
from atelier.domain.completeness import gaps
from atelier.domain.links import standing
from atelier.domain.matches import live_matches
from atelier.domain.outline import natural, of_block, order
from atelier.domain.references import renamed
from atelier.domain.state import Convention
from atelier.domain.words import AxisId, CardNumber, ObjectionId, PartName, Reference, SectionName
from atelier.exchange.merging.names import Names
from atelier.exchange.merging.planned import Trial, What


def bring_sections(trial: Trial, other: Convention, names: Names) -> None:
    """Everything that was written at a place which is here too."""
    for there in sorted(other.sections):
        if not there.startswith("block:"):
            bring_section(trial, other, there, names.section(there), names)


def bring_section(
    trial: Trial, other: Convention, there: SectionName, here: SectionName, names: Names
) -> None:
    """Where nothing stands here, or an earlier version of the same; else a person chooses."""
    section, mine = other.sections.get(there), trial.state.sections.get(here)
    if section is None or not section.text:
        return
    text, current = renamed(section.text, names.renamed), mine.text if mine else ""
    if mine is not None and any(one.text == text for one in mine.versions):
        return
    earlier = {renamed(one.text, names.renamed) for one in section.versions}
    asked = commands.WriteSection(section=here, text=text)
    if (current and current not in earlier) or trial.attempt(asked) is not None:
        trial.ask(What.SECTION, here, current, text)


def bring_axes(trial: Trial, other: Convention, names: Names) -> None:
    """By their titles; what one of the same title lacks is added to it."""
    for axis in other.axes.values():
        if axis.removed:
            continue
        alike = (one for one in trial.state.axes.values() if one.title.casefold() == axis.title.casefold())
        here = next(alike, None)
        if here is None:
            if trial.attempt(commands.AddAxis(title=axis.title)) is not None:
                trial.ask(What.AXIS, axis.title)
                continue
            here = tuple(trial.state.axes.values())[-1]
        placed = (standing(trial.state, names.references[one]) for one in axis.statements)
        held = {standing(trial.state, one) for one in here.statements}
        new = tuple(dict.fromkeys(one for one in placed if one is not None and one not in held))
        if new and not here.removed:
            _fill(trial, here.id, new)


def _fill(trial: Trial, axis: AxisId, new: tuple[Reference, ...]) -> None:
    stand = (standing(trial.state, one) for one in trial.state.axes[axis].statements)
    kept = tuple(one for one in stand if one is not None)
    refusal = trial.attempt(commands.PlaceInAxis(axis=axis, statements=(*kept, *new)))
    if refusal is not None:
        trial.ask(What.AXIS, trial.state.axes[axis].title, ", ".join(kept), ", ".join(new))


def bring_matches(trial: Trial, other: Convention, names: Names) -> None:
    """What several themes said alike there is said to be alike here; it joins what was said so already."""
    for match in live_matches(other):
        stand = (standing(trial.state, names.references[one]) for one in match.statements)
        same = tuple(dict.fromkeys(one for one in stand if one is not None))
        if len(same) < 2:
            continue
        text = renamed(match.text, names.renamed)
        known = next((one for one in live_matches(trial.state) if set(same) & set(one.statements)), None)
        if known is not None and known.text not in ("", text) and text:
            trial.ask(What.MATCH, " = ".join(same), known.text, text)
        asked = commands.MatchStatements(statements=same, text=text)
        if known is not None:
            both = tuple(dict.fromkeys((*known.statements, *same)))
            asked = commands.MatchStatements(statements=both, text=known.text or text, match=known.id)
            if (both, asked.text) == (known.statements, known.text):
                continue
        if trial.attempt(asked) is not None:
            trial.ask(What.MATCH, " = ".join(same), "", text)


def bring_pairs(trial: Trial, other: Convention, names: Names) -> None:
    """What was compared there and found to be different need not be compared again here."""
    for pair in sorted(other.apart, key=repr):
        one, two = (
            names.card(CardNumber(target)) if isinstance(target, int) else names.references[target]
            for target in pair
        )
        trial.attempt(commands.MarkDifferent(targets=(one, two)))


def tell_order(trial: Trial, other: Convention) -> None:
    """The order that a room gave to its own cahier stays there."""
    orders = ([one for one in names if one not in _blocks(other)] for names in (order(other), natural(other)))
    if len({tuple(one) for one in orders}) > 1 or any(other.board_orders.values()):
        trial.ask(What.ORDER, "")


def _blocks(other: Convention) -> set[PartName]:
    return {of_block(one) for one in other.blocks}


def bring_answers(trial: Trial, other: Convention, names: Names) -> None:
    """Why something was left incomplete, where it still is and nobody said why here."""
    open_here = {gap.name for gap in gaps(trial.state)}
    for there, reason in other.answers.items():
        for here in _gap_here(there, names) if reason else ():
            if here in open_here and not trial.state.answers.get(here):
                trial.attempt(commands.AnswerGap(gap=here, reason=renamed(reason, names.renamed)))


def _gap_here(there: str, names: Names) -> Iterator[str]:
    missing, _, subject = there.partition(":")
    if subject.isascii() and subject.isdigit():
        yield f"{missing}:{names.card(CardNumber(int(subject)))}"
    elif missing == "objection_open":
        yield f"{missing}:{names.objection(ObjectionId(subject))}"
    elif Reference(subject) in names.references:
        yield f"{missing}:{names.references[Reference(subject)]}"
