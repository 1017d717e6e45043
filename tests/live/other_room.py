"""The room of another machine, with something of everything in it."""

import dataclasses

from atelier.domain import commands as c
from atelier.domain.state import Convention
from atelier.domain.words import Kind
from tests.domain.moves import begun
from tests.domain.play import PROGRAMME


def other_room() -> Convention:
    """Nine cards and one, four statements, of which one was merged from two."""
    play = begun(dataclasses.replace(PROGRAMME, id="other", room="B"))
    play.statement(Kind.REVENDICATION, "Un guichet ouvert.")
    constats = [one.reference for one in play.state.statements.values() if one.kind is Kind.CONSTAT]
    whole = play.merge(*constats)
    play.do(c.WordStatement(statement=whole, text="Tout ferme."))
    return play.state
