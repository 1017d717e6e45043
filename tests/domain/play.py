"""A convention played in memory: commands in, state and log out."""

import dataclasses

from atelier.domain import commands, events
from atelier.domain.actor import ANYBODY, Actor, Grant
from atelier.domain.authorship import Secret
from atelier.domain.card import Card
from atelier.domain.completeness import unanswered
from atelier.domain.decide import Decision, Unchanged, decide
from atelier.domain.erasing import erased, erasures
from atelier.domain.evolve import evolve
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import NOTHING, Convention
from atelier.domain.statement import Statement
from atelier.domain.steps import Step
from atelier.domain.words import CardNumber, Instant, Kind, Reference, Role, Seq, SlotId, ThemeCode

DS, TR, AG = ThemeCode("DS"), ThemeCode("TR"), ThemeCode("AG")
TOGETHER, APART, AFTERNOON = SlotId("S1"), SlotId("S2"), SlotId("S3")
CONSTAT, REVENDICATION, PISTE, QUESTION = Kind

ANA = Actor(secret=Secret(b"ana"))
BEN = Actor(secret=Secret(b"ben"))
CLEO = Actor(secret=Secret(b"cleo"))
NOBODY = ANYBODY
"""A participant whose browser keeps no cookie."""

WALL = Actor(grants=(Grant(role=Role.WALL),))
FACILITATOR = Actor(grants=(Grant(role=Role.FACILITATOR),), secret=Secret(b"facilitator"))
SECRETARY = Actor(grants=(Grant(role=Role.SECRETARY),), secret=Secret(b"secretary"))
HOST = Actor(grants=(Grant(role=Role.HOST),), secret=Secret(b"host"))

SILENT, DEMANDS, WEIGHING, ARGUING, OPEN = range(1, 6)
"""The steps of the programme, by number."""

STEPS = (
    Step(label="Constats, en silence", minutes=15, post=(CONSTAT,), hidden=True),
    Step(label="Revendications", minutes=20, post=(REVENDICATION,), late=False),
    Step(label="Gommettes", dots=3),
    Step(label="Désaccords", post=(CONSTAT, REVENDICATION), disagree=True),
    Step(label="Libre", post=tuple(Kind)),
)

PROGRAMME = commands.CreateConvention(
    id="c0ffee",
    title="Convention",
    steps=STEPS,
    themes=(
        commands.ThemeDraft(code="DS", title="Droits sociaux", boards=tuple(Kind)),
        commands.ThemeDraft(code="TR", title="Travail", boards=(CONSTAT, REVENDICATION, PISTE)),
        commands.ThemeDraft(code="AG", title="Agriculture"),
    ),
    slots=(
        commands.SlotDraft(label="matin commun", themes=("DS", "TR", "AG")),
        commands.SlotDraft(label="Droits sociaux, l’après-midi", themes=("DS",)),
        commands.SlotDraft(label="Travail et agriculture", themes=("TR", "AG"), steps=STEPS[1:]),
    ),
)


def limited(role: Role, *themes: ThemeCode) -> Grant:
    """A role key for some themes only."""
    return Grant(role=role, themes=frozenset(themes))


def also(actor: Actor, *roles: Role | Grant) -> Actor:
    """The same browser, holding these role links too."""
    more = tuple(one if isinstance(one, Grant) else Grant(role=one) for one in roles)
    return dataclasses.replace(actor, grants=(*actor.grants, *more))


class Play:
    """`log` is what happened, `kept` is what the disk still says of it, erasures made."""

    def __init__(self, programme: commands.CreateConvention | None = PROGRAMME) -> None:
        self.state: Convention = NOTHING
        self.log: list[events.Envelope] = []
        self.kept: list[events.Envelope] = []
        self.now = 1_700_000_000
        self._keys = 0
        if programme is not None:
            self.do(programme, HOST)

    def ask(self, command: commands.Command, as_: Actor) -> Decision | Unchanged | Refusal:
        """What comes of it, written and applied when it is an event."""
        outcome = decide(self.state, command, as_)
        if isinstance(outcome, Decision):
            self.now += 1
            self.apply(outcome)
        return outcome

    def apply(self, decision: Decision) -> None:
        """Write and apply this."""
        seq = Seq(len(self.log) + 1)
        envelope = events.Envelope(seq=seq, at=Instant(self.now), by=decision.by, event=decision.event)
        for one in erasures(self.state, decision.event):
            old = self.kept[one.seq - 1]
            self.kept[one.seq - 1] = dataclasses.replace(old, event=erased(old.event, one))
        self.state = evolve(self.state, envelope)
        self.log.append(envelope)
        self.kept.append(envelope)

    def do(self, command: commands.Command, as_: Actor = FACILITATOR) -> events.Event:
        """The event that came of it; a refusal fails the test."""
        outcome = self.ask(command, as_)
        assert isinstance(outcome, Decision), outcome
        return outcome.event

    def same(self, command: commands.Command, as_: Actor = FACILITATOR) -> Unchanged:
        """It was already so."""
        outcome = self.ask(command, as_)
        assert isinstance(outcome, Unchanged), outcome
        return outcome

    def refused(self, command: commands.Command, as_: Actor = FACILITATOR) -> Refusal:
        """Why not; nothing changed."""
        before = self.state
        outcome = self.ask(command, as_)
        assert isinstance(outcome, Refusal), outcome
        assert self.state is before
        return outcome

    def because(self, command: commands.Command, as_: Actor = FACILITATOR) -> Because:
        """The reason alone."""
        return self.refused(command, as_).because

    def post(
        self, text: str = "Guichet fermé.", as_: Actor = ANA, theme: str = "DS", kind: Kind = CONSTAT
    ) -> CardNumber:
        """A new card, under a key of its own."""
        self._keys += 1
        key = f"key-{self._keys}"
        event = self.do(commands.PostCard(theme=ThemeCode(theme), kind=kind, text=text, key=key), as_)
        assert isinstance(event, events.CardPosted)
        return event.card

    def group(self, *cards: CardNumber, title: str | None = None) -> Reference:
        """A new statement of these cards."""
        event = self.do(commands.GroupCards(cards=cards, title=title))
        assert isinstance(event, events.CardsGrouped)
        return event.statement

    def statement(self, kind: Kind = CONSTAT, text: str = "", theme: str = "DS") -> Reference:
        """A new statement of one new card, worded if a text is given."""
        reference = self.group(self.post(theme=theme, kind=kind))
        if text:
            self.do(commands.WordStatement(statement=reference, text=text))
        return reference

    def add(self, kind: Kind = CONSTAT) -> Reference:
        """An addition by the secretary."""
        event = self.do(commands.AddStatement(theme=DS, kind=kind, text="Ajout"), SECRETARY)
        assert isinstance(event, events.StatementAdded)
        return event.statement

    def merge(self, *references: Reference) -> Reference:
        """One made of these."""
        event = self.do(commands.MergeStatements(statements=references))
        assert isinstance(event, events.StatementsMerged)
        return event.statement

    def split(self, source: Reference, *cards: CardNumber) -> Reference:
        """These cards apart."""
        event = self.do(commands.SplitStatement(statement=source, cards=cards))
        assert isinstance(event, events.StatementSplit)
        return event.statement

    def close(self) -> None:
        """Leave everything as it is, with a reason, and close."""
        for gap in unanswered(self.state):
            self.do(commands.AnswerGap(gap=gap.name, reason="Plus le temps."))
        self.do(commands.CloseConvention(), HOST)

    def undo(self, as_: Actor = FACILITATOR) -> events.Event:
        """Undo what happened last."""
        return self.do(commands.Undo(seq=self.state.seq), as_)

    def card(self, number: CardNumber) -> Card:
        """As it is now."""
        return self.state.cards[number]

    def at(self, reference: str) -> Statement:
        """As it is now."""
        return self.state.statements[Reference(reference)]
