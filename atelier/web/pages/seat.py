"""A screen of the team that is open: what is asked there, what was done last and can be undone."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

from nicegui import ui
from nicegui.client import Client

from atelier.domain.commands import Command
from atelier.domain.refusals import Refusal
from atelier.domain.state import Convention
from atelier.domain.words import Seq
from atelier.live.receipt import Receipt
from atelier.translations.refusals import sentence
from atelier.web.components.sheet import Sheet
from atelier.web.pages.desk.telling import tell
from atelier.web.pages.visit import Visit


@dataclass(slots=True, kw_only=True)
class Seat(ABC):
    """`question` is the sheet that is open, if one is: then what is refused is said there."""

    here: Visit
    client: Client
    question: object | None = None
    last: Receipt | None = None

    @property
    @abstractmethod
    def sheet(self) -> Sheet:
        """Where questions are asked."""

    @property
    def state(self) -> Convention:
        """As it is now."""
        return self.here.state

    @property
    def now(self) -> float:
        """What timers run by."""
        return self.here.served.room.clock.steady()

    def close(self) -> None:
        """The question is answered."""
        self.question = None
        self.sheet.close(saved=True)

    async def do(self, *commands: Command) -> Receipt | None:
        """One after the other; stops at the first refused, which is said where it was asked."""
        receipt: Receipt | None = None
        for command in commands:
            answer = await (self.here.submit(command) if self.question else self.here.ask(command))
            if isinstance(answer, Refusal):
                if self.question:
                    self.sheet.say(sentence(answer, self.here.speech))
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
