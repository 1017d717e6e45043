"""Where cards go: into a statement, aside with a reason, to another board."""

from dataclasses import dataclass

from atelier.domain.commands import GroupCards, MoveCard, SetAsideCard
from atelier.domain.words import AsideReason, CardNumber, Kind, Reference, ThemeCode
from atelier.web.pages.desk.chosen import homes
from atelier.web.pages.desk.desk import Desk
from atelier.web.pages.desk.given import Given


@dataclass(frozen=True, slots=True)
class PuttingIn:
    """Into which statement: one button each."""

    numbers: tuple[CardNumber, ...]

    def draw(self, desk: Desk) -> str:
        """The statements of the same board, those of this theme first."""
        cards = [desk.state.cards[number] for number in self.numbers]
        found = sorted(
            homes(desk.state, cards), key=lambda one: not one.reference.startswith(f"{desk.code}-")
        )
        return desk.fill("sheets/putting_in.html", cards=cards, homes=found)

    async def sent(self, desk: Desk, given: Given) -> None:
        """The button is the statement."""
        await desk.settle(GroupCards(cards=self.numbers, statement=Reference(given.act)))


@dataclass(frozen=True, slots=True)
class SettingAside:
    """Why."""

    numbers: tuple[CardNumber, ...]

    def draw(self, desk: Desk) -> str:
        """The reasons there are."""
        cards = [desk.state.cards[number] for number in self.numbers]
        return desk.fill("sheets/setting_aside.html", cards=cards, reasons=list(AsideReason))

    async def sent(self, desk: Desk, given: Given) -> None:
        """The same reason for each card."""
        if given.one("reason") not in set(AsideReason):
            desk.parts.sheet.say(desk.here.speech.text("Choisissez une raison."))
            return
        reason, note = AsideReason(given.one("reason")), given.one("note")
        asked = (SetAsideCard(card=number, reason=reason, note=note) for number in self.numbers)
        await desk.settle(*asked)


@dataclass(frozen=True, slots=True)
class Moving:
    """To which board of which theme."""

    numbers: tuple[CardNumber, ...]

    def draw(self, desk: Desk) -> str:
        """One button for each board, those of this theme first."""
        cards = [desk.state.cards[number] for number in self.numbers]
        themes = sorted(desk.state.themes.values(), key=lambda one: one.code != desk.code)
        return desk.fill("sheets/moving.html", cards=cards, themes=themes)

    async def sent(self, desk: Desk, given: Given) -> None:
        """The button is the board: `DS constat`."""
        code, _, kind = given.act.partition(" ")
        if kind in set(Kind):
            to = ThemeCode(code), Kind(kind)
            await desk.settle(*(MoveCard(card=one, theme=to[0], kind=to[1]) for one in self.numbers))
