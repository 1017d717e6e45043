"""One open workbench: who writes there, which text is open, what is looked for, which sheet is open."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from nicegui import ui
from nicegui.client import Client
from nicegui.element import Element

from atelier.domain.commands import AddBlock, Command, WriteSection
from atelier.domain.permissions import permit
from atelier.domain.refusals import Refusal
from atelier.domain.state import Convention
from atelier.domain.words import PartName, Role, SectionName, Seq
from atelier.live.receipt import Receipt
from atelier.translations.refusals import sentence
from atelier.web.components.outline import Outline
from atelier.web.components.panel import Panel
from atelier.web.components.searching import Searching
from atelier.web.components.sheet import Sheet
from atelier.web.components.writing import Writing
from atelier.web.pages.cahier.drawing import draw
from atelier.web.pages.cahier.looking import Looking
from atelier.web.pages.desk.given import Given
from atelier.web.pages.desk.telling import tell
from atelier.web.pages.visit import Visit
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
class Bench:
    """`opened`: the text in the editor. `unfolded`: the parts whose places for texts are shown.

    `kept`: the texts of which this browser has words that are not saved. `saved`: the last event
    by which this page wrote each text. `looks`: on a narrow
    screen, what will be printed is shown in place of the left column.
    """

    here: Visit
    client: Client
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
    last: Receipt | None = None

    @property
    def state(self) -> Convention:
        """As it is now."""
        return self.here.state

    @property
    def now(self) -> float:
        """What timers run by."""
        return self.here.served.room.clock.steady()

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
        self.parts.sheet.show(question.draw(self))

    def close(self) -> None:
        """It is answered."""
        self.question = None
        self.parts.sheet.close(saved=True)

    async def do(self, *commands: Command) -> Receipt | None:
        """One after the other; stops at the first refused, which is said where it was asked."""
        receipt: Receipt | None = None
        for command in commands:
            answer = await (self.here.submit(command) if self.question else self.here.ask(command))
            if isinstance(answer, Refusal):
                if self.question:
                    self.parts.sheet.say(sentence(answer, self.here.speech))
                return None
            receipt = answer
        self.last = receipt if receipt and receipt.event else self.last
        return receipt

    async def settle(self, *commands: Command) -> bool:
        """Do it, and close the sheet."""
        if commands and await self.do(*commands) is None:
            return False
        if self.question:
            self.close()
        return True

    def done(self) -> Mapping[str, object] | None:
        """What was done last from here, in words, and whether it can be undone."""
        if self.last is None or self.last.event is None:
            return None
        text = tell(self.last.event, self.state, self.here.speech)
        undo = self.state.reverses.get(Seq(self.last.seq)) is not None
        return {"text": text, "undo": self.last.seq if undo else None} if text else None

    def leave(self) -> None:
        """The key was taken back: nothing of the team is left on this screen."""
        ui.navigate.reload()
