"""Small sheets: all that can be done with one thing, a step that would close the dots, the keys."""

from dataclasses import dataclass

from atelier.domain.commands import StartStep
from atelier.domain.words import ThemeCode
from atelier.web.pages.desk import acting
from atelier.web.pages.desk.chosen import Act, Chosen
from atelier.web.pages.desk.desk import Desk
from atelier.web.pages.desk.given import Given
from atelier.web.pages.desk.keys import KEYS


@dataclass(frozen=True, slots=True)
class More:
    """A card or a statement alone, and everything that can be done with it."""

    thing: Chosen

    def draw(self, desk: Desk) -> str:
        """Its text whole, then a button for each."""
        thing = self.thing.still_there(desk.state)
        cards = [desk.state.cards[number] for number in thing.cards]
        statements = [desk.state.statements[reference] for reference in thing.statements]
        acts = desk.possible(thing)
        return desk.fill("sheets/more.html", cards=cards, statements=statements, acts=acts)

    async def sent(self, desk: Desk, given: Given) -> None:
        """The button is the act."""
        thing = self.thing.still_there(desk.state)
        if given.act in set(desk.possible(thing)):
            await acting.act(desk, Act(given.act), thing)


@dataclass(frozen=True, slots=True)
class ClosingDots:
    """The step asked for would close a vote."""

    command: StartStep
    label: str
    voting: tuple[ThemeCode, ...]

    def draw(self, desk: Desk) -> str:
        """A short question."""
        return desk.fill("sheets/closing_dots.html", label=self.label, voting=self.voting)

    async def sent(self, desk: Desk, given: Given) -> None:
        """Yes."""
        if await desk.do(self.command):
            desk.close()


@dataclass(frozen=True, slots=True)
class Keys:
    """What can be pressed."""

    def draw(self, desk: Desk) -> str:
        """The list."""
        return desk.fill("sheets/keys.html", keys=KEYS)

    async def sent(self, desk: Desk, given: Given) -> None:
        """Nothing to send."""
        desk.close()
