"""How people say what they think of statements: dots, opinions, grades, a consent round."""

from dataclasses import dataclass

from atelier.domain import limits
from atelier.domain.commands import CloseVote, OpenPoll, OpenVote, SetConsent
from atelier.domain.votes import Vote
from atelier.domain.words import Consent, Kind, Reference, Scale, WallMode
from atelier.web.pages.desk.desk import Desk
from atelier.web.pages.desk.given import Given

DOTS = 5
"""Dots a person, unless somebody says otherwise: a handful."""


@dataclass(slots=True)
class Consenting:
    """Where the consent round on a statement stands."""

    reference: Reference
    seen: Consent | None = None

    def draw(self, desk: Desk) -> str:
        """One button each, in the order of the round."""
        one = desk.state.statements[self.reference]
        self.seen = one.consent
        return desk.fill("sheets/consenting.html", one=one, stages=list(Consent))

    async def sent(self, desk: Desk, given: Given) -> None:
        """Unless it moved meanwhile: an objection came, the sentence changed."""
        if desk.state.statements[self.reference].consent is not self.seen:
            desk.open(self)
            desk.parts.sheet.say(
                desk.here.speech.text("Une autre personne vient de le changer. Regardez, puis choisissez.")
            )
            return
        wanted = Consent(given.act) if given.act in set(Consent) else None
        await desk.settle(SetConsent(statement=self.reference, stage=wanted))


@dataclass(frozen=True, slots=True)
class Asking:
    """Everyone says one word: on one statement whether they agree, on several a grade each."""

    references: tuple[Reference, ...]

    def draw(self, desk: Desk) -> str:
        """What will be asked, in which words."""
        those = [desk.state.statements[one] for one in self.references]
        return desk.fill("sheets/asking.html", those=those)

    async def sent(self, desk: Desk, given: Given) -> None:
        """Ask now."""
        scale = Scale.OPINIONS if len(self.references) == 1 else Scale.GRADES
        if await desk.settle(OpenPoll(statements=self.references, scale=scale)):
            desk.wall.show(WallMode.DOTS)


@dataclass(frozen=True, slots=True)
class OpeningDots:
    """So many dots a person, on these boards."""

    def draw(self, desk: Desk) -> str:
        """As many as are usual, on the revendications."""
        boards = desk.theme.boards
        chosen = [Kind.REVENDICATION] if Kind.REVENDICATION in boards else list(boards[:1])
        most = limits.DOTS_PER_PERSON_MAX
        return desk.fill("sheets/opening_dots.html", dots=DOTS, most=most, boards=boards, chosen=chosen)

    async def sent(self, desk: Desk, given: Given) -> None:
        """What is wrong is said by the core."""
        kinds = tuple(kind for kind in desk.theme.boards if kind in given.all("kind"))
        await desk.settle(OpenVote(theme=desk.code, dots=given.number("dots"), kinds=kinds))


@dataclass(frozen=True, slots=True)
class EndingDots:
    """Other themes give their dots in the same vote: all of them end."""

    vote: Vote

    def draw(self, desk: Desk) -> str:
        """A short question."""
        return desk.fill("sheets/ending_dots.html", themes=self.vote.themes)

    async def sent(self, desk: Desk, given: Given) -> None:
        """Yes."""
        if await desk.settle(CloseVote(theme=desk.code)):
            desk.wall.show(WallMode.DOTS)
