"""The prose, the axes and the answers of another room."""

from collections.abc import Iterator

from atelier.domain import commands
from atelier.domain.completeness import gaps
from atelier.domain.links import standing
from atelier.domain.matches import live_matches
from atelier.domain.references import renamed
from atelier.domain.state import Convention
from atelier.domain.words import AxisId, CardNumber, ObjectionId, Reference
from atelier.exchange.merging.names import Names
from atelier.exchange.merging.planned import Trial, What


def bring_sections(trial: Trial, other: Convention, names: Names) -> None:
    """Where nothing stands here, or an earlier version of the same; else a person chooses."""
    for there, section in sorted(other.sections.items()):
        if not section.text:
            continue
        text = renamed(section.text, names.renamed)
        here = names.section(there)
        standing_here = trial.state.sections.get(here) if here else None
        current = standing_here.text if standing_here else ""
        earlier = {renamed(one.text, names.renamed) for one in section.versions}
        ours = {one.text for one in standing_here.versions} if standing_here else set()
        if here is not None and text in ours:
            continue
        if here is None or (current and current not in earlier):
            trial.ask(What.SECTION, here or there, current, text)
        elif trial.attempt(commands.WriteSection(section=here, text=text)) is not None:
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
    """What several themes said alike there is said to be alike here."""
    for match in live_matches(other):
        stand = (standing(trial.state, names.references[one]) for one in match.statements)
        same = tuple(dict.fromkeys(one for one in stand if one is not None))
        known = any(set(same) <= set(one.statements) for one in live_matches(trial.state))
        if len(same) < 2 or known:
            continue
        text = renamed(match.text, names.renamed)
        if trial.attempt(commands.MatchStatements(statements=same, text=text)) is not None:
            trial.ask(What.MATCH, " = ".join(same), "", text)


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
