"""The sentence of a statement: its sources, its versions, and what another wrote meanwhile."""

from dataclasses import dataclass

from atelier.domain.commands import WordStatement
from atelier.domain.refusals import Because, Refusal
from atelier.domain.statement import Statement
from atelier.domain.words import Reference, Seq
from atelier.translations.refusals import sentence
from atelier.web.pages.desk.desk import Desk
from atelier.web.pages.desk.given import Given


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A title and a text, as somebody has them."""

    title: str
    text: str


@dataclass(slots=True)
class Wording:
    """`seen` is what stood there when it was last shown; `yours` is kept when somebody else was first."""

    reference: Reference
    seen: Words | None = None
    base: Seq | None = None
    yours: Words | None = None

    def draw(self, desk: Desk) -> str:
        """With the other text beside, when there is one."""
        one = desk.state.statements[self.reference]
        self.seen, self.base = _words(one), one.worded
        return desk.fill(
            "sheets/wording.html",
            one=one,
            cards=[desk.state.cards[number] for number in one.cards],
            shown=self.yours or self.seen,
            theirs=self.seen if self.yours else None,
        )

    async def sent(self, desk: Desk, given: Given) -> None:
        """Saves it, or shows both texts. The base is what this page was made with, never what it says."""
        yours = Words(title=given.one("title").strip(), text=given.one("text").strip())
        assert self.seen is not None  # noqa: S101 - it was drawn
        now = _words(desk.state.statements[self.reference])
        if now.title != self.seen.title and yours.title not in (now.title, self.seen.title):
            self.conflict(desk, yours)  # a title alone is no version: nobody else would notice
            return
        title = yours.title if yours.title != self.seen.title else None
        command = WordStatement(statement=self.reference, text=yours.text, title=title, base=self.base)
        answer = await desk.here.submit(command)
        if not isinstance(answer, Refusal):
            desk.last = answer if answer.event else desk.last
            await desk.settle()
        elif answer.because is Because.CHANGED_MEANWHILE:
            self.conflict(desk, yours)
        else:
            desk.parts.sheet.say(sentence(answer, desk.here.speech))

    def conflict(self, desk: Desk, yours: Words) -> None:
        """Both are shown; saving again is a choice made knowingly."""
        self.yours = yours
        desk.open(self)


def _words(one: Statement) -> Words:
    return Words(title=one.title, text=one.text)
