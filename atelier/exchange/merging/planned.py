"""What an import would do, tried on a copy of the convention before anything is written."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from atelier.domain import events
from atelier.domain.actor import Actor, Grant
from atelier.domain.commands import DirectCommand, name_of
from atelier.domain.decide import Decision, decide
from atelier.domain.evolve import evolve
from atelier.domain.refusals import Refusal
from atelier.domain.state import Convention
from atelier.domain.words import NO_LETTER, Instant, Role, RoomLetter, Seq

IMPORTER = Actor(grants=(Grant(role=Role.HOST), Grant(role=Role.SECRETARY)))
"""Whoever brings a room also brings what its secretary wrote. That it is the host was asked before."""


class What(StrEnum):
    """What a person must look at, because the machine would have had to choose."""

    THEME_RENAMED = "theme_renamed"
    THEME_QUESTION = "theme_question"
    CARD = "card"
    STATEMENT = "statement"
    OBJECTION = "objection"
    SECTION = "section"
    AXIS = "axis"
    VOTE_OPEN = "vote_open"
    VOTE = "vote"
    POLL = "poll"
    MATCH = "match"
    BLOCK = "block"
    ORDER = "order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """`subject` is a card's number as people read it, a reference, a theme code, a section; both texts."""

    what: What
    subject: str
    here: str = ""
    there: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterGiven:
    """What a room called `41`, or `B-41`, is `Z-41` here: it had no letter, or one already taken."""

    title: str
    had: RoomLetter
    letter: RoomLetter


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Commands to submit in order. `refused`: nothing can be brought, and there are no commands."""

    commands: tuple[DirectCommand, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    letter: RoomLetter = NO_LETTER
    letters_given: tuple[LetterGiven, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    refused: Refusal | None = None

    @property
    def empty(self) -> bool:
        """Everything is here already."""
        return not self.commands and self.refused is None


class CannotBring(Exception):  # noqa: N818 - a way out, as in a decision
    """Carries the refusal that stops a whole plan."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.because)
        self.refusal = refusal


class Trial:
    """A copy of the convention on which commands are tried, and the list of those that change it."""

    def __init__(self, here: Convention) -> None:
        self.state = here
        self.commands: list[DirectCommand] = []
        self.conflicts: list[Conflict] = []

    def do(self, command: DirectCommand) -> None:
        """Errors: `CannotBring` when it would be refused."""
        refusal = self.attempt(command)
        if refusal is not None:
            raise CannotBring(refusal)

    def attempt(self, command: DirectCommand) -> Refusal | None:
        """Why not; None once it is done, or when it is so already."""
        outcome = decide(self.state, command, IMPORTER)
        if isinstance(outcome, Refusal):
            return outcome
        if isinstance(outcome, Decision):
            seq = Seq(self.state.seq + 1)
            envelope = events.Envelope(seq=seq, at=Instant(0), by=outcome.by, event=outcome.event)
            self.state = evolve(self.state, envelope)
            self.commands.append(command)
        return None

    def ask(self, what: What, subject: str, here: str = "", there: str = "") -> None:
        """Leave this to a person."""
        self.conflicts.append(Conflict(what=what, subject=subject, here=here, there=there))

    @property
    def counts(self) -> dict[str, int]:
        """How many of each command, by its name."""
        return dict(Counter(name_of(type(command)) for command in self.commands))
