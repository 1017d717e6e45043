"""Who may do what: the "who" column of the command vocabulary, one row a command, one column a function."""

import dataclasses
from typing import get_args

import pytest

from atelier.domain import commands as c
from atelier.domain.actor import Actor, Grant
from atelier.domain.decide import Unchanged, decide
from atelier.domain.permissions import ALLOWED, permit
from atelier.domain.refusals import Because, Refusal
from atelier.domain.words import (
    AsideReason,
    AxisId,
    BlockId,
    CardNumber,
    Choice,
    Consent,
    Count,
    Kind,
    MatchId,
    Maturity,
    ObjectionId,
    PartName,
    Reference,
    Resolution,
    Role,
    Seq,
)
from tests.domain import rooms
from tests.domain.play import (
    ANA,
    ARGUING,
    BEN,
    DS,
    FACILITATOR,
    HOST,
    NOBODY,
    OPEN,
    PROGRAMME,
    SECRETARY,
    TOGETHER,
    WALL,
    Play,
)

ONE, TWO = CardNumber(1), CardNumber(2)
CONSTAT, DEMAND = Reference("DS-C1"), Reference("DS-R1")

ASIDE_AT = Seq(6)
"""In the play below, card 2 is set aside by this event."""

COLUMNS = {
    "nobody": NOBODY,  # a participant without a cookie
    "author": ANA,  # of card 1
    "other": BEN,
    "wall": WALL,
    "facilitator": FACILITATOR,
    "secretary": SECRETARY,
    "host": HOST,
}

MEANING = {
    "x": None,
    "-": Because.NOT_YOUR_ROLE,
    "c": Because.NOT_YOUR_CARD,
    "b": Because.NEEDS_A_BROWSER,
    "n": Because.DISAGREEMENT_NOT_NOW,
}
WHO_ASKS = {
    *(because for because in MEANING.values() if because is not None),
    Because.NOT_YOUR_THEME,
    Because.TEAM_ONLY_FIELD,
}

ANYBODY, TEAM = "x x x - x x x", "- - - - x x x"
FACILITATOR_ALONE, SECRETARY_ALONE, HOST_ALONE = "- - - - x - -", "- - - - - x -", "- - - - - - x"

#                                                                        nobody author other wall f s h
TABLE: tuple[tuple[c.Command, str], ...] = (
    (c.PostCard(theme=DS, kind=Kind.CONSTAT, text="Bus", key="k"),               ANYBODY),
    (c.CorrectCard(card=ONE, text="Train"),                                      "c x c - c c c"),
    (c.WithdrawCard(card=ONE),                                                   "c x c - c c c"),
    (c.TranslateCard(card=ONE, lang="ar", text="حافلة"),                          TEAM),
    (c.SetAsideCard(card=TWO, reason=AsideReason.OTHER),                         TEAM),
    (c.RestoreCard(card=TWO),                                                    TEAM),
    (c.MoveCard(card=ONE, theme=DS, kind=Kind.PISTE),                            TEAM),
    (c.SetLanguage(card=ONE, lang="ar"),                                         TEAM),
    (c.GroupCards(cards=(ONE,)),                                                 TEAM),
    (c.UngroupCards(cards=(CardNumber(3),)),                                     TEAM),
    (c.AddStatement(theme=DS, kind=Kind.CONSTAT, text="Bus"),                    SECRETARY_ALONE),
    (c.WordStatement(statement=CONSTAT, text="Bus"),                             TEAM),
    (c.MergeStatements(statements=(CONSTAT, Reference("DS-C2"))),                TEAM),
    (c.SplitStatement(statement=CONSTAT, cards=(CardNumber(3),)),                TEAM),
    (c.DissolveStatement(statement=CONSTAT),                                     TEAM),
    (c.RestoreStatement(statement=CONSTAT),                                      TEAM),
    (c.MarkDifferent(targets=(ONE, CONSTAT)),                                    TEAM),
    (c.LinkStatements(statement=DEMAND, founded_on=(CONSTAT,)),                  TEAM),
    (c.UnlinkStatements(statement=DEMAND, founded_on=(CONSTAT,)),                TEAM),
    (c.AttributeStatement(statement=DEMAND, organisation="LDH"),                 TEAM),
    (c.UnattributeStatement(statement=DEMAND, organisation="LDH"),               TEAM),
    (c.MarkDisagreement(target=ONE),                                             "n n n - x x x"),
    (c.MarkDisagreement(target=CONSTAT),                                         "n n n - x x x"),
    (c.RaiseObjection(statement=CONSTAT, text="Non"),                            TEAM),
    (c.ResolveObjection(objection=ObjectionId("O1"), how=Resolution.KEPT),       TEAM),
    (c.RecordMinority(statement=CONSTAT, text="Non", people=3),                  TEAM),
    (c.SetMaturity(statement=CONSTAT, maturity=Maturity.FIRM),                   TEAM),
    (c.SetConsent(statement=CONSTAT, stage=Consent.PROPOSED),                    TEAM),
    (c.StartStep(step=OPEN, theme=DS),                                           FACILITATOR_ALONE),
    (c.ExtendStep(minutes=5, theme=DS),                                          FACILITATOR_ALONE),
    (c.RevealCards(theme=DS),                                                    FACILITATOR_ALONE),
    (c.PauseTheme(theme=DS),                                                     FACILITATOR_ALONE),
    (c.FreezeTheme(theme=DS),                                                    FACILITATOR_ALONE),
    (c.ReopenTheme(theme=DS),                                                    FACILITATOR_ALONE),
    (c.EditSteps(steps=(), slot=TOGETHER),                                       "- - - - x - x"),
    (c.EditSteps(steps=()),                                                      "- - - - x - x"),
    (c.CorrectClock(seconds=60),                                                 HOST_ALONE),
    (c.OpenVote(theme=DS, dots=3),                                               FACILITATOR_ALONE),
    (c.CastDots(statement=DEMAND, dots=1),                                       "b x x - - - -"),
    (c.CountDots(statement=DEMAND, channel=Count.HANDS, dots=9),                 TEAM),
    (c.CloseVote(theme=DS),                                                      FACILITATOR_ALONE),
    (c.OpenPoll(statements=(CONSTAT,)),                                          FACILITATOR_ALONE),
    (c.CastChoice(statement=CONSTAT, choice=Choice.AGREE),                       "b x x - - - -"),
    (c.CountChoices(statement=CONSTAT, channel=Count.HANDS, choice=Choice.PASS, people=1), TEAM),
    (c.ClosePoll(theme=DS),                                                      FACILITATOR_ALONE),
    (c.WriteSection(section="foreword", text="Bonjour"),                         SECRETARY_ALONE),
    (c.ArrangeDocument(parts=(PartName("next"),)),                               SECRETARY_ALONE),
    (c.AddBlock(title="Récit"),                                                  SECRETARY_ALONE),
    (c.EditBlock(block=BlockId("B1"), title="Récit"),                            SECRETARY_ALONE),
    (c.RemoveBlock(block=BlockId("B1")),                                         SECRETARY_ALONE),
    (c.RestoreBlock(block=BlockId("B1")),                                        SECRETARY_ALONE),
    (c.ArrangeBoard(chapter=PartName("theme:DS"), kind=Kind.CONSTAT, statements=()), SECRETARY_ALONE),
    (c.AddAxis(title="Accueil"),                                                 SECRETARY_ALONE),
    (c.EditAxis(axis=AxisId("A1"), title="Accueil"),                             SECRETARY_ALONE),
    (c.RemoveAxis(axis=AxisId("A1")),                                            SECRETARY_ALONE),
    (c.RestoreAxis(axis=AxisId("A1")),                                           SECRETARY_ALONE),
    (c.ArrangeAxes(axes=()),                                                     SECRETARY_ALONE),
    (c.MatchStatements(statements=(CONSTAT,)),                                   SECRETARY_ALONE),
    (c.UnmatchStatements(match=MatchId("M1")),                                   SECRETARY_ALONE),
    (c.PlaceInAxis(axis=AxisId("A1"), statements=(CONSTAT,)),                    SECRETARY_ALONE),
    (c.AnswerGap(gap="card_to_place:1", reason="Plus le temps."),                TEAM),
    (rooms.REGISTER,                                                             HOST_ALONE),
    (rooms.CARD,                                                                 HOST_ALONE),
    (rooms.STATEMENT,                                                            HOST_ALONE),
    (rooms.VOTE,                                                                 HOST_ALONE),
    (rooms.POLL,                                                                 HOST_ALONE),
    (rooms.BLOCK,                                                                HOST_ALONE),
    (rooms.CARRIED,                                                              HOST_ALONE),
    (PROGRAMME,                                                                  HOST_ALONE),
    (c.EditConvention(title="Autre"),                                            HOST_ALONE),
    (c.AddTheme(code="SA", title="Santé"),                                       HOST_ALONE),
    (c.EditTheme(theme=DS, title="Droits"),                                      HOST_ALONE),
    (c.AddSlot(label="soir", themes=(DS,)),                                      HOST_ALONE),
    (c.EditSlot(slot=TOGETHER, label="matin"),                                   HOST_ALONE),
    (c.CloseConvention(),                                                        HOST_ALONE),
    (c.ReopenConvention(),                                                       HOST_ALONE),
    (c.Undo(seq=ASIDE_AT),                                                       TEAM),
)  # fmt: skip


def the_play() -> Play:
    """A vote is open on the demands, an objection raised, card 1 loose, card 2 set aside."""
    play = Play()
    play.post()
    play.post(as_=BEN)
    play.group(play.post())
    play.do(c.SetAsideCard(card=TWO, reason=AsideReason.DUPLICATE))
    assert play.state.seq == ASIDE_AT
    play.statement(Kind.REVENDICATION)
    play.do(c.RaiseObjection(statement=CONSTAT, text="Et si…"))
    play.do(c.OpenVote(theme=DS, dots=3))
    play.do(c.WordStatement(statement=CONSTAT, text="Guichet fermé."))
    play.do(c.OpenPoll(statements=(CONSTAT,)))
    return play


PLAYED = the_play().state

CASES = [
    pytest.param(command, actor, MEANING[sign], id=f"{c.name_of(type(command))}-{who}")
    for command, signs in TABLE
    for (who, actor), sign in zip(COLUMNS.items(), signs.split(), strict=True)
]


@pytest.mark.parametrize(("command", "actor", "expected"), CASES)
def test_who_may_do_what(command: c.Command, actor: Actor, expected: Because | None) -> None:
    outcome = decide(PLAYED, command, actor)
    because = outcome.because if isinstance(outcome, Refusal) else None
    assert (because if because in WHO_ASKS else None) is expected


def test_no_command_is_missing_from_the_table() -> None:
    assert {type(command) for command, _ in TABLE} == set(get_args(c.Command))
    assert set(ALLOWED) == set(get_args(c.DirectCommand))


@pytest.mark.parametrize("command", [command for command, _ in TABLE], ids=lambda one: type(one).__name__)
def test_who_holds_no_function_at_all_may_do_nothing(command: c.Command) -> None:
    outcome = decide(PLAYED, command, Actor(grants=()))
    assert isinstance(outcome, Refusal)
    assert outcome.because is Because.NOT_YOUR_ROLE


def test_what_is_not_in_the_list_is_refused() -> None:
    outcome = permit(PLAYED, c.Undo(seq=ASIDE_AT), HOST)
    assert isinstance(outcome, Refusal)
    assert outcome.because is Because.NOT_YOUR_ROLE


def test_every_function_in_one_browser_may_do_all_that_each_of_them_may() -> None:
    everything = dataclasses.replace(ANA, grants=tuple(Grant(role=role) for role in Role))
    for command, signs in TABLE:
        outcome = decide(PLAYED, command, everything)
        if isinstance(outcome, Refusal) and "x" in signs:
            assert outcome.because not in WHO_ASKS, command


def test_participants_may_mark_disagreement_on_statements_while_the_step_lets_them() -> None:
    play = the_play()
    play.do(c.StartStep(step=ARGUING, theme=DS))
    assert play.because(c.MarkDisagreement(target=ONE), ANA) is Because.DISAGREEMENT_NOT_NOW
    unknown = c.MarkDisagreement(target=Reference("DS-C9"))
    assert play.because(unknown, ANA) is Because.DISAGREEMENT_NOT_NOW
    play.do(c.MarkDisagreement(target=CONSTAT), NOBODY)
    assert play.at(CONSTAT).disagreement
    assert isinstance(play.ask(c.MarkDisagreement(target=CONSTAT), BEN), Unchanged)
    play.do(c.StartStep(step=OPEN, theme=DS))
    late = c.MarkDisagreement(target=CONSTAT, on=False)
    assert play.because(late, ANA) is Because.DISAGREEMENT_NOT_NOW
