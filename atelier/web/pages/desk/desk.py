"""One open desk: who sits there, what is chosen, what was done last, which sheet is open."""

from dataclasses import dataclass, field
from typing import Protocol

from atelier.domain.actor import Actor
from atelier.domain.apart import Target
from atelier.domain.commands import Command, StartStep
from atelier.domain.permissions import in_team, permit
from atelier.domain.state import Theme
from atelier.domain.words import CardNumber, Role, ThemeCode, WallMode
from atelier.live.wall import Wall
from atelier.web.components.board import Board
from atelier.web.components.panel import Panel
from atelier.web.components.sheet import Sheet
from atelier.web.pages.desk.chosen import Act, Chosen, possible
from atelier.web.pages.desk.drawing import draw
from atelier.web.pages.desk.given import Given
from atelier.web.pages.desk.journal import Journal
from atelier.web.pages.desk.programme import Scope, scope_now, scopes
from atelier.web.pages.seat import Seat


class Question(Protocol):
    """A sheet that is open: how it is drawn, and what comes of what is sent."""

    def draw(self, desk: "Desk") -> str:
        """As it is now."""

    async def sent(self, desk: "Desk", given: Given) -> None:
        """A button of its form was pressed."""


@dataclass(slots=True, kw_only=True)
class Parts:
    """What the screen is made of."""

    head: Panel
    steps: Panel
    board: Board
    bar: Panel
    near: Panel
    side: Panel
    sheet: Sheet


@dataclass(slots=True, kw_only=True)
class Desk(Seat):
    """`apart`: the way to move the theme that was chosen here, until the programme goes another.

    `searched_elsewhere`: whose neighbours are looked for in the other themes too.
    """

    code: ThemeCode
    parts: Parts = field(init=False)
    journal: Journal = field(init=False)
    chosen: Chosen = field(default_factory=Chosen)
    question: Question | None = None
    apart: Scope | None = None
    searched_elsewhere: Target | None = None

    def __post_init__(self) -> None:
        self.journal = Journal(self.code)

    @property
    def sheet(self) -> Sheet:
        """Where questions are asked."""
        return self.parts.sheet

    @property
    def theme(self) -> Theme:
        """The theme of this desk."""
        return self.state.themes[self.code]

    @property
    def actor(self) -> Actor:
        """Who sits here, as its keys stand now."""
        return self.here.actor

    @property
    def wall(self) -> Wall:
        """What is projected of this theme."""
        return self.here.served.wall(self.code)

    @property
    def in_team(self) -> bool:
        """It may still be here."""
        return in_team(self.actor, self.code)

    @property
    def leads(self) -> bool:
        """It may move the programme."""
        return isinstance(permit(self.state, StartStep(step=1, theme=self.code), self.actor), Role)

    @property
    def covered(self) -> frozenset[CardNumber]:
        """The cards that this desk has to decide on: set aside, or shown again."""
        cards = self.here.served.state.cards  # which forgets those that were decided on
        covered = self.here.served.curtain.covered
        return frozenset(one for one in covered if self.code in cards[one].themes)

    def possible(self, thing: Chosen) -> tuple[Act, ...]:
        """What can be done with it, now."""
        return possible(self.state, thing, self.covered)

    @property
    def scope(self) -> Scope:
        """What a step moves, as chosen here, else as it is."""
        if self.apart is not None:
            for one in scopes(self.state, self.code):
                if (one.slot, one.themes) == (self.apart.slot, self.apart.themes):
                    return one
        return scope_now(self.state, self.code)

    def fill(self, file: str, /, **values: object) -> str:
        """A template in the language of this desk."""
        return draw(file, self.here.speech.lang, desk=self, state=self.state, theme=self.theme, **values)

    def open(self, question: Question) -> None:
        """Ask it."""
        self.question = question
        self.sheet.show(question.draw(self))

    async def settle(self, *commands: Command) -> bool:
        """Do it, close the sheet, choose nothing any more."""
        settled = await Seat.settle(self, *commands)
        if settled:
            self.parts.board.clear_choice()
        return settled

    def follow(self, card: CardNumber) -> None:
        """It was just revealed: it is what the wall shows, if it shows one at a time."""
        if self.wall.now.mode is WallMode.ONE_BY_ONE:
            self.wall.show(WallMode.ONE_BY_ONE, card)
