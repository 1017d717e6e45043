"""One open workbench: who writes there, which text is open, what is looked for, which sheet is open."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from nicegui.element import Element

from atelier.domain.commands import AddBlock, Command, WriteSection
from atelier.domain.permissions import permit
from atelier.domain.words import PartName, Role, SectionName, Seq
from atelier.web.components.outline import Outline
from atelier.web.components.panel import Panel
from atelier.web.components.searching import Searching
from atelier.web.components.sheet import Sheet
from atelier.web.components.writing import Writing
from atelier.web.pages.cahier.drawing import draw
from atelier.web.pages.cahier.looking import Looking
from atelier.web.pages.desk.given import Given
from atelier.web.pages.seat import Seat
from atelier.web.presence import Post, Presence


class Side(StrEnum):
    """What the left column shows."""

    MATERIAL = "material"
    COMPLETING = "completing"
    CROSSING = "crossing"


class Question(Protocol):
    """A sheet that is open: how it is drawn, and what comes of what is sent."""

    def draw(self, bench: "Bench") -> str:
        """As it is now."""

    async def sent(self, bench: "Bench", given: Given) -> None:
        """A button of its form was pressed."""


@dataclass(slots=True, kw_only=True)
class Parts:
    """What the screen is made of. `sides`: what each tab of the left column shows, one at a time."""

    root: Element
    head: Panel
    taking: Element
    tabs: Panel
    sides: Mapping[Side, Element]
    searching: Searching
    material: Panel
    completing: Element
    crossing: Element
    done: Panel
    outline: Outline
    writing: Writing
    preview: Element
    sheet: Sheet


@dataclass(slots=True, kw_only=True)
class Bench(Seat):
    """`opened`: the text in the editor. `unfolded`: the parts whose places for texts are shown.

    `kept`: the texts of which this browser has words that are not saved. `saved`: the last event
    by which this page wrote each text. `looks`: on a narrow
    screen, what will be printed is shown in place of the left column.
    """

    post: Post
    parts: Parts = field(init=False)
    press: Callable[[str, str], Awaitable[None]] = field(init=False)
    side: Side = Side.MATERIAL
    looking: Looking = field(default_factory=Looking)
    opened: SectionName | None = None
    unfolded: set[PartName] = field(default_factory=set)
    kept: set[SectionName] = field(default_factory=set)
    saved: dict[SectionName, Seq] = field(default_factory=dict)
    looks: bool = False
    question: Question | None = None

    @property
    def sheet(self) -> Sheet:
        """Where questions are asked."""
        return self.parts.sheet

    @property
    def presence(self) -> Presence:
        """All the screens where this cahier is open."""
        return self.here.site.presences[self.here.slug]

    @property
    def may_stay(self) -> bool:
        """Its key still opens this page."""
        return self.here.may_be(Role.SECRETARY, Role.HOST)

    @property
    def arranges(self) -> bool:
        """It may order the document."""
        return not self.state.closed and self._may(AddBlock(title=""))

    def writes(self, section: SectionName) -> bool:
        """It may write there."""
        return not self.state.closed and self._may(WriteSection(section=section, text=""))

    def _may(self, command: Command) -> bool:
        return isinstance(permit(self.state, command, self.here.actor), Role)

    def hear(self, panel: Panel | Outline) -> None:
        """What is pressed there is done by its name."""
        panel.on_act(lambda event: self.press(str(event.args["act"]), str(event.args["of"])))

    def fill(self, file: str, /, **values: object) -> str:
        """A template in the language of this bench."""
        return draw(file, self.here.speech.lang, bench=self, state=self.state, **values)

    def ask(self, question: Question) -> None:
        """Open its sheet."""
        self.question = question
        self.sheet.show(question.draw(self))
