"""On what a revendication or a piste is founded; for a constat, what is founded on it."""

from dataclasses import dataclass

from atelier.domain.commands import Command, LinkStatements, UnlinkStatements
from atelier.domain.links import foundations, founded
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.words import Kind, Reference
from atelier.web.pages.desk.chosen import founders
from atelier.web.pages.desk.desk import Desk
from atelier.web.pages.desk.given import Given


@dataclass(slots=True)
class Linking:
    """Only what is ticked or unticked here is changed: what another linked meanwhile stays."""

    reference: Reference
    chosen: tuple[Reference, ...] = ()
    was: frozenset[Reference] = frozenset()

    def draw(self, desk: Desk) -> str:
        """A list to tick; what was chosen on the boards is ticked already."""
        one = desk.state.statements[self.reference]
        self.was = frozenset(_linked(desk.state, one))
        return desk.fill(
            "sheets/linking.html",
            one=one,
            others=founders(desk.state, one),
            ticked=self.was | frozenset(self.chosen),
            bears=founded(desk.state).get(one.reference, ()),
        )

    async def sent(self, desk: Desk, given: Given) -> None:
        """The difference, one command a statement."""
        wanted = {Reference(name) for name in given.all("link") if name in desk.state.statements}
        one = desk.state.statements[self.reference]
        await desk.settle(*changes(one, wanted - self.was, self.was - wanted))


def changes(
    one: Statement, new: frozenset[Reference] | set[Reference], gone: frozenset[Reference]
) -> list[Command]:
    """From a constat the links are those of the others."""
    added, removed = tuple(sorted(new)), tuple(sorted(gone))
    if one.kind is Kind.CONSTAT:
        on = (one.reference,)
        return [
            *(LinkStatements(statement=other, founded_on=on) for other in added),
            *(UnlinkStatements(statement=other, founded_on=on) for other in removed),
        ]
    made: list[Command] = []
    if added:
        made.append(LinkStatements(statement=one.reference, founded_on=added))
    if removed:
        made.append(UnlinkStatements(statement=one.reference, founded_on=removed))
    return made


def _linked(state: Convention, one: Statement) -> tuple[Reference, ...]:
    """As it stands today, through merges."""
    if one.kind is Kind.CONSTAT:
        return founded(state).get(one.reference, ())
    return foundations(state, one)
