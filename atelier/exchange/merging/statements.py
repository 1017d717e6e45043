"""The statements of another room, those that stand and those that were merged or dissolved."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from atelier.domain import events
from atelier.domain.commands import BringStatement
from atelier.domain.references import renamed, sort_key
from atelier.domain.state import Convention
from atelier.domain.statement import Minority, Objection, Statement
from atelier.domain.words import Reference
from atelier.exchange.merging.differences import keyed, units
from atelier.exchange.merging.names import Names
from atelier.exchange.merging.planned import Trial, What

_LIFE = ("dissolved", "merged_into", "merged", "split_from", "cards")
_GROUPS = (
    _LIFE,
    *((name,) for name in ("themes", "title", "added", "disagreement", "maturity", "consent")),
)


def bring_living(trial: Trial, other: Convention, names: Names) -> None:
    """Those that stand, without their cards: each card says itself where it belongs."""
    for reference in _in_order(other):
        if other.statements[reference].live and not names.statement_is_ours(reference):
            _bring(trial, _as_said(other.statements[reference], names))


def bring_the_rest(trial: Trial, other: Convention, names: Names) -> None:
    """Those that stand no more, once the cards they remember are here; then what could not be said before."""
    for living in (False, True):
        for reference in _in_order(other):
            if other.statements[reference].live is living and not names.statement_is_ours(reference):
                _bring(trial, _as_said(other.statements[reference], names))


def _bring(trial: Trial, full: BringStatement) -> None:
    """What it points to and is not here yet is said of it later."""
    there = trial.state.statements
    says = replace(
        full,
        merged=tuple(one for one in full.merged if one in there),
        founded_on=tuple(one for one in full.founded_on if one in there),
        split_from=full.split_from if full.split_from and full.split_from in there else None,
    )
    said = trial.state.brought_statements.get(says.statement)
    if said is None:
        trial.do(says)
    else:
        _say_again(trial, says, said)


def _in_order(other: Convention) -> Iterator[Reference]:
    """What a statement was merged into, or split from, comes before it."""
    done: set[Reference] = set()
    for reference in sorted(other.statements, key=sort_key):
        chain = [reference]
        while chain:
            statement = other.statements[chain[-1]]
            before = (statement.merged_into, statement.split_from)
            first = next((one for one in before if one and one not in done and one not in chain), None)
            if first is not None:
                chain.append(first)
            elif (latest := chain.pop()) not in done:
                done.add(latest)
                yield latest


def _say_again(trial: Trial, says: BringStatement, said: events.StatementBrought) -> None:
    here = trial.state.statements[says.statement]
    current = _as_it_stands(here, says)
    told, disputed = units(_GROUPS, current, said, says)
    stood = not said.dissolved and said.merged_into is None
    stands = not says.dissolved and says.merged_into is None
    if stood and not stands and _touched(trial.state, here, current, said):
        disputed.append(_LIFE)
        told |= {name: getattr(said, name) for name in _LIFE}
    told |= _lists(trial, current, said, says)
    told["wordings"] = says.wordings
    if says.wordings != said.wordings and not _same_words(current, said, says):
        told["wordings"] = said.wordings
        trial.ask(What.STATEMENT, says.statement, here.text, says.wordings[-1])
    for group in disputed:
        shown = (
            " ".join(str(getattr(one, name)) for name in group if getattr(one, name))
            for one in (current, says)
        )
        trial.ask(What.STATEMENT, says.statement, *shown)
    command = replace(says, **told)
    if any(getattr(command, one.name) != getattr(said, one.name) for one in fields(said)):
        trial.do(command)


def _same_words(current: BringStatement, said: events.StatementBrought, says: BringStatement) -> bool:
    """Nobody worded it here since; or in the same words."""
    return current.wordings == said.wordings or current.wordings[-1:] == says.wordings[-1:]


def _touched(
    state: Convention, here: Statement, current: BringStatement, said: events.StatementBrought
) -> bool:
    """Something was done here to a statement that its room gave up."""
    own = {number for number, one in state.brought_cards.items() if one.statement == here.reference}
    same = all(getattr(current, name) == getattr(said, name) for name in ("wordings", "title", *_LIFE))
    return not same or (here.live and set(here.cards) != own)


def _lists(
    trial: Trial, current: BringStatement, said: events.StatementBrought, says: BringStatement
) -> dict[str, Any]:
    told: dict[str, Any] = {}
    told["founded_on"], _ = keyed(current.founded_on, said.founded_on, says.founded_on, lambda one: one)
    told["taken_up"], sources = keyed(
        current.taken_up, said.taken_up, says.taken_up, lambda one: (one.organisation, one.quote)
    )
    told["objections"], objections = keyed(
        current.objections, said.objections, says.objections, lambda one: one.id
    )
    told["minorities"], minorities = keyed(
        current.minorities, said.minorities, says.minorities, lambda one: one.text
    )
    for source_here, source_there in sources:
        trial.ask(What.STATEMENT, says.statement, _words(source_here), _words(source_there))
    for one, other in objections:
        trial.ask(What.OBJECTION, says.statement, _words(one), _words(other))
    for mine, theirs in minorities:
        trial.ask(What.STATEMENT, says.statement, _words(mine), _words(theirs))
    return told


def _words(thing: object) -> str:
    """The values of a small thing, one after the other."""
    if thing is None:
        return ""
    return " · ".join(str(getattr(thing, one.name)) for one in fields(thing) if getattr(thing, one.name))  # type: ignore[arg-type]


def _as_said(statement: Statement, names: Names) -> BringStatement:
    """As its room says it, in our words: references are those of here, wherever they are cited."""

    def ours(reference: Reference | None) -> Reference | None:
        return names.references[reference] if reference is not None else None

    def text(words: str) -> str:
        return renamed(words, names.renamed)

    bare = BringStatement(
        statement=names.references[statement.reference],
        room=names.letter_here(statement.reference),
        there=names.there(statement.reference),
        themes=tuple(dict.fromkeys(names.themes[code] for code in statement.themes)),
        kind=statement.kind,
    )
    return replace(
        _as_it_stands(statement, bare),
        themes=bare.themes,
        title=text(statement.title),
        wordings=tuple(text(one.text) for one in statement.versions),
        cards=() if statement.live else tuple(names.card(number) for number in statement.cards),
        merged=tuple(names.references[one] for one in statement.merged),
        merged_into=ours(statement.merged_into),
        split_from=ours(statement.split_from),
        founded_on=tuple(dict.fromkeys(names.references[one] for one in statement.founded_on)),
        objections=tuple(_objection(one, names) for one in statement.objections),
        minorities=tuple(Minority(text=text(one.text), people=one.people) for one in statement.minorities),
    )


def _objection(one: Objection, names: Names) -> Objection:
    return replace(
        one,
        id=names.objection(one.id),
        text=renamed(one.text, names.renamed),
        outcome=renamed(one.outcome, names.renamed),
    )


def _as_it_stands(statement: Statement, named: BringStatement) -> BringStatement:
    return replace(
        named,
        themes=statement.themes,
        title=statement.title,
        wordings=tuple(one.text for one in statement.versions),
        cards=() if statement.live else statement.cards,
        added=statement.added,
        merged=statement.merged,
        merged_into=statement.merged_into,
        split_from=statement.split_from,
        dissolved=statement.dissolved,
        founded_on=statement.founded_on,
        taken_up=statement.taken_up,
        disagreement=statement.disagreement,
        objections=statement.objections,
        minorities=statement.minorities,
        maturity=statement.maturity,
        consent=statement.consent,
    )
