"""Decisions about what several themes say alike."""

from typing import assert_never

from atelier.domain import events, limits
from atelier.domain.commands import MatchStatements, UnmatchStatements
from atelier.domain.decide.checks import fit, refuse, some, statement_at
from atelier.domain.decide.outcome import Unchanged
from atelier.domain.matches import live_matches
from atelier.domain.refusals import Because
from atelier.domain.state import Convention, Match
from atelier.domain.words import MatchId, Reference

MatchCommand = MatchStatements | UnmatchStatements


def decide(state: Convention, command: MatchCommand) -> events.DocumentEvent | Unchanged:
    """One event, or nothing to do."""
    match command:
        case MatchStatements():
            return _match(state, command)
        case UnmatchStatements(match=match):
            if match not in state.matches or not state.matches[match].statements:
                refuse(Because.UNKNOWN, "match", given=match)
            return events.StatementsUnmatched(match=match)
        case _:
            assert_never(command)


def _match(state: Convention, command: MatchStatements) -> events.StatementsMatched | Unchanged:
    if command.match is not None and command.match not in state.matches:
        refuse(Because.UNKNOWN, "match", given=command.match)
    match = command.match or MatchId(f"M{len(state.matches) + 1}")
    statements = some(command.statements, "statements")
    if len(statements) < 2:
        refuse(Because.NOTHING_CHOSEN, "statements")
    _of_one_kind_and_apart(state, statements)
    for other in live_matches(state):
        taken = set(other.statements) & set(statements)
        if other.id != match and taken:
            refuse(Because.ALREADY_THERE, "statements", given=min(taken))
    text = fit(command.text, limits.WORDING_GRAPHEMES_MAX, "text", optional=True)
    if state.matches.get(match) == Match(id=match, statements=statements, text=text):
        return Unchanged(seq=state.seq)
    return events.StatementsMatched(match=match, statements=statements, text=text)


def _of_one_kind_and_apart(state: Convention, references: tuple[Reference, ...]) -> None:
    """What one theme says twice is merged instead."""
    found = [statement_at(state, reference, "statements") for reference in references]
    if len({one.kind for one in found}) > 1:
        refuse(Because.KINDS_DIFFER, "statements")
    for place, one in enumerate(found):
        if any(set(one.themes) & set(other.themes) for other in found[:place]):
            refuse(Because.THEME_SHARED, "statements", statement=one.reference)
