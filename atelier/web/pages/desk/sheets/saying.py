"""What is said of a statement: from whom it is taken up, objections, minority opinions, how ripe it is."""

from dataclasses import dataclass

from atelier.domain.commands import (
    AttributeStatement,
    Command,
    RaiseObjection,
    RecordMinority,
    ResolveObjection,
    SetMaturity,
    UnattributeStatement,
)
from atelier.domain.links import organisations
from atelier.domain.words import Maturity, ObjectionId, ObjectionKind, Reference, Resolution
from atelier.web.pages.desk.desk import Desk
from atelier.web.pages.desk.given import Given


@dataclass(frozen=True, slots=True)
class Attributing:
    """Taken up from an organisation, in its exact words."""

    reference: Reference

    def draw(self, desk: Desk) -> str:
        """Those that stand, and a form for one more."""
        one = desk.state.statements[self.reference]
        return desk.fill("sheets/attributing.html", one=one, known=organisations(desk.state))

    async def sent(self, desk: Desk, given: Given) -> None:
        """`save`, or `remove 0`: the first of those that stand."""
        held = desk.state.statements[self.reference].taken_up
        act, _, place = given.act.partition(" ")
        if act == "remove" and place.isdecimal() and int(place) < len(held):
            gone = held[int(place)]
            command: Command = UnattributeStatement(
                statement=self.reference, organisation=gone.organisation, quote=gone.quote
            )
        else:
            command = AttributeStatement(
                statement=self.reference,
                organisation=given.one("organisation"),
                quote=given.one("quote"),
                reference=given.one("reference"),
            )
        await desk.settle(command)


@dataclass(frozen=True, slots=True)
class Objecting:
    """Objections, and what became of them."""

    reference: Reference

    def draw(self, desk: Desk) -> str:
        """The open ones each with its answer, and a form for one more."""
        one = desk.state.statements[self.reference]
        return desk.fill(
            "sheets/objecting.html", one=one, kinds=list(ObjectionKind), resolutions=list(Resolution)
        )

    async def sent(self, desk: Desk, given: Given) -> None:
        """`raise`, or `resolve O1`."""
        act, _, objection = given.act.partition(" ")
        if act == "resolve":
            how = given.one(f"how-{objection}")
            if how not in set(Resolution):
                desk.parts.sheet.say(desk.here.speech.text("Dites ce que l’objection est devenue."))
                return
            text = given.one(f"outcome-{objection}")
            command: Command = ResolveObjection(
                objection=ObjectionId(objection), how=Resolution(how), text=text
            )
        else:
            kind = given.one("kind")
            kind = kind if kind in set(ObjectionKind) else ObjectionKind.REASONED
            command = RaiseObjection(
                statement=self.reference, text=given.one("text"), kind=ObjectionKind(kind)
            )
        await desk.settle(command)


@dataclass(frozen=True, slots=True)
class Dissenting:
    """Minority opinions, with how many hold them."""

    reference: Reference

    def draw(self, desk: Desk) -> str:
        """Those that stand, and a form for one more."""
        return desk.fill("sheets/dissenting.html", one=desk.state.statements[self.reference])

    async def sent(self, desk: Desk, given: Given) -> None:
        """`save`, or `count 0`: another number for the first of those that stand."""
        held = desk.state.statements[self.reference].minorities
        act, _, place = given.act.partition(" ")
        if act == "count" and place.isdecimal() and int(place) < len(held):
            text, people = held[int(place)].text, given.number(f"people-{place}")
        else:
            text, people = given.one("text"), given.number("people")
            if not people:
                desk.parts.sheet.say(desk.here.speech.text("Combien de personnes portent cette opinion ?"))
                return
        await desk.settle(RecordMinority(statement=self.reference, text=text, people=people))


@dataclass(slots=True)
class Ripening:
    """How far the workshop stands behind it."""

    reference: Reference
    seen: Maturity | None = None

    def draw(self, desk: Desk) -> str:
        """One button each."""
        one = desk.state.statements[self.reference]
        self.seen = one.maturity
        return desk.fill("sheets/ripening.html", one=one, maturities=list(Maturity))

    async def sent(self, desk: Desk, given: Given) -> None:
        """Unless somebody else has just said otherwise."""
        if desk.state.statements[self.reference].maturity is not self.seen:
            desk.open(self)
            desk.parts.sheet.say(
                desk.here.speech.text("Une autre personne vient de le changer. Regardez, puis choisissez.")
            )
            return
        wanted = Maturity(given.act) if given.act in set(Maturity) else None
        await desk.settle(SetMaturity(statement=self.reference, maturity=wanted))
