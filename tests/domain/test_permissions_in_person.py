"""What depends on more than the function: one's own cards, the team's fields, keys for some themes."""

import dataclasses
from typing import Any

import pytest

from atelier.domain import commands as c
from atelier.domain.actor import PARTICIPANT, Actor, Grant
from atelier.domain.permissions import may_cover, owns
from atelier.domain.refusals import Because, Refusal
from atelier.domain.views import may_read
from atelier.domain.words import (
    AsideReason,
    AxisId,
    CardNumber,
    Channel,
    Kind,
    ObjectionId,
    Reference,
    Resolution,
    Role,
    SlotId,
    ThemeCode,
)
from tests.domain.play import (
    AG,
    ANA,
    APART,
    BEN,
    CLEO,
    DEMANDS,
    DS,
    FACILITATOR,
    HOST,
    NOBODY,
    SECRETARY,
    SILENT,
    TOGETHER,
    TR,
    WALL,
    Play,
    also,
    limited,
)

DS_ALONE = Actor(grants=(limited(Role.FACILITATOR, DS),))
DS_AND_TR = Actor(grants=(limited(Role.FACILITATOR, DS, TR),))
DS_SECRETARY = Actor(grants=(limited(Role.SECRETARY, DS),))
BOTH = also(CLEO, limited(Role.FACILITATOR, DS))
"""A participant's browser that also holds a key for one theme."""


def card(theme: ThemeCode = DS, **fields: Any) -> c.PostCard:
    plain = c.PostCard(theme=theme, kind=Kind.CONSTAT, text="Bus", key="k")
    return dataclasses.replace(plain, **fields)


TEAM_FIELDS = [("channel", Channel.PAPER), ("channel", Channel.SPOKEN), ("slip", "A7"), ("table", "12")]


@pytest.mark.parametrize(("field", "value"), TEAM_FIELDS)
def test_the_fields_of_paper_are_refused_to_participants(field: str, value: Any) -> None:
    play = Play()
    for who in (ANA, NOBODY):
        refusal = play.refused(card(**{field: value}), who)
        assert (refusal.because, refusal.field) == (Because.TEAM_ONLY_FIELD, field)
    play.do(card(**{field: value}), SECRETARY)


def test_a_key_for_one_theme_does_not_open_the_fields_of_paper_of_another() -> None:
    play = Play()
    assert play.because(card(TR, slip="A7"), BOTH) is Because.TEAM_ONLY_FIELD
    play.do(card(DS, slip="A7"), BOTH)


def test_a_participant_may_say_phone_and_how_many_people_a_card_is_for() -> None:
    play = Play()
    play.do(card(channel=Channel.PHONE, carried_by=4), ANA)
    assert play.card(CardNumber(1)).carried_by == 4


@pytest.mark.parametrize("who", [BEN, NOBODY, FACILITATOR, SECRETARY, HOST])
def test_a_card_from_a_phone_is_corrected_and_withdrawn_by_that_browser_alone(who: Actor) -> None:
    play = Play()
    number = play.post(as_=ANA)
    assert play.because(c.CorrectCard(card=number, text="Autre"), who) is Because.NOT_YOUR_CARD
    assert play.because(c.WithdrawCard(card=number), who) is Because.NOT_YOUR_CARD
    play.do(c.CorrectCard(card=number, text="Autre"), ANA)
    play.do(c.WithdrawCard(card=number), ANA)


def test_a_card_without_a_cookie_is_nobodys() -> None:
    play = Play()
    number = play.post(as_=NOBODY)
    for who in (NOBODY, ANA, HOST):
        assert not owns(play.card(number), who)
        assert play.because(c.WithdrawCard(card=number), who) is Because.NOT_YOUR_CARD


@pytest.mark.parametrize("channel", [Channel.PAPER, Channel.SPOKEN])
def test_paper_and_spoken_cards_are_corrected_by_any_of_the_team_and_by_no_participant(
    channel: Channel,
) -> None:
    play = Play()
    play.do(card(channel=channel), SECRETARY)
    assert play.because(c.CorrectCard(card=CardNumber(1), text="Autre"), ANA) is Because.NOT_YOUR_CARD
    play.do(c.CorrectCard(card=CardNumber(1), text="Autre"), FACILITATOR)
    play.do(c.WithdrawCard(card=CardNumber(1)), HOST)


def test_a_withdrawal_sent_twice_is_told_that_it_is_done() -> None:
    play = Play()
    number = play.post(as_=ANA)
    play.do(c.WithdrawCard(card=number), ANA)
    assert play.because(c.WithdrawCard(card=number), ANA) is Because.CARD_WITHDRAWN


def test_an_unknown_card_is_unknown_to_everybody() -> None:
    assert Play().because(c.WithdrawCard(card=CardNumber(7)), ANA) is Because.UNKNOWN


def test_the_log_does_not_say_that_a_participant_also_holds_a_role() -> None:
    play = Play()
    number = play.post(as_=also(ANA, Role.HOST))
    play.do(c.CorrectCard(card=number, text="Autre"), also(ANA, Role.HOST))
    assert [one.by for one in play.log[1:]] == [Role.PARTICIPANT, Role.PARTICIPANT]
    play.do(card(slip="A7"), also(ANA, Role.SECRETARY))
    play.do(c.CorrectCard(card=play.post(as_=HOST), text="Autre"), HOST)
    assert [one.by for one in play.log[3:]] == [Role.SECRETARY, Role.HOST, Role.HOST]


def test_a_key_for_some_themes_does_nothing_elsewhere() -> None:
    play = Play()
    here, there = play.statement(theme="DS"), play.statement(theme="TR")
    objection = c.RaiseObjection(statement=there, text="Non")
    elsewhere: tuple[c.Command, ...] = (
        c.StartStep(step=1, theme=TR),
        c.StartStep(step=1, slot=TOGETHER),
        c.SetAsideCard(card=CardNumber(2), reason=AsideReason.OTHER),
        c.GroupCards(cards=(CardNumber(1), CardNumber(2))),
        c.MoveCard(card=CardNumber(1), theme=TR, kind=Kind.CONSTAT),
        c.WordStatement(statement=there, text="Bus"),
        c.MergeStatements(statements=(here, there)),
        c.MarkDisagreement(target=there),
        c.MarkDisagreement(target=CardNumber(2)),
        objection,
    )
    for command in elsewhere:
        assert play.because(command, DS_ALONE) is Because.NOT_YOUR_THEME, command
    play.do(objection)
    resolve = c.ResolveObjection(objection=ObjectionId("O1"), how=Resolution.KEPT)
    assert play.because(resolve, DS_ALONE) is Because.NOT_YOUR_THEME
    play.do(resolve, DS_AND_TR)
    play.do(c.StartStep(step=1, theme=DS), DS_ALONE)
    play.do(c.StartStep(step=1, slot=APART), DS_ALONE)
    play.do(c.WordStatement(statement=here, text="Bus"), DS_ALONE)


def test_a_key_for_one_theme_of_a_joint_card_is_enough() -> None:
    play = Play()
    play.do(c.StartStep(step=SILENT, slot=TOGETHER))
    number = play.post(theme="AG")
    play.do(c.SetAsideCard(card=number, reason=AsideReason.OTHER), DS_ALONE)


def test_what_does_not_exist_is_said_to_be_unknown_even_to_a_key_for_some_themes() -> None:
    play = Play()
    for command in (
        c.WordStatement(statement=Reference("ZZ-C1"), text="Bus"),
        c.RestoreCard(card=CardNumber(9)),
        c.StartStep(step=1, slot=SlotId("S9")),
        c.ResolveObjection(objection=ObjectionId("O9"), how=Resolution.KEPT),
    ):
        assert play.because(command, DS_ALONE) is Because.UNKNOWN


def test_the_whole_convention_is_not_for_a_key_for_some_themes() -> None:
    play = Play()
    play.do(c.AddAxis(title="Accueil"), SECRETARY)
    play.do(c.PlaceInAxis(axis=AxisId("A1"), statements=(play.statement(),)), SECRETARY)
    for command in (
        c.AddAxis(title="Autre"),
        c.PlaceInAxis(axis=AxisId("A1"), statements=()),
        c.WriteSection(section="foreword", text="Bonjour"),
        c.WriteSection(section="theme:TR:before", text="Bonjour"),
        c.WriteSection(section="slot:S1:before", text="Bonjour"),
        c.WriteSection(section="slot:S3:before", text="Bonjour"),
    ):
        assert play.because(command, DS_SECRETARY) is Because.NOT_YOUR_THEME, command
    play.do(c.WriteSection(section="theme:DS:before", text="Bonjour"), DS_SECRETARY)
    play.do(c.WriteSection(section="slot:S2:before", text="Bonjour"), DS_SECRETARY)
    limited_host = Actor(grants=(limited(Role.HOST, AG),))
    assert play.because(c.AddTheme(code="SA", title="Santé"), limited_host) is Because.NOT_YOUR_THEME


def test_a_paused_or_strict_theme_stays_so_for_the_team_of_another() -> None:
    play = Play()
    play.do(c.PauseTheme(theme=TR))
    assert play.because(card(TR), BOTH) is Because.THEME_PAUSED
    play.do(card(TR), FACILITATOR)
    play.do(c.StartStep(step=DEMANDS, theme=AG))
    assert play.because(card(AG), BOTH) is Because.KIND_NOT_NOW


def test_hidden_and_set_aside_cards_are_read_by_their_author_and_the_team() -> None:
    play = Play()
    play.do(c.StartStep(step=SILENT, theme=DS))
    hidden = play.post(as_=ANA)
    readers = [who for who in (NOBODY, ANA, BEN, WALL, FACILITATOR) if may_read(play.card(hidden), who)]
    assert readers == [ANA, FACILITATOR]
    play.do(c.RevealCards(theme=DS))
    assert may_read(play.card(hidden), BEN)
    play.do(c.SetAsideCard(card=hidden, reason=AsideReason.PERSONAL_DATA))
    assert not may_read(play.card(hidden), BEN)
    play.do(c.WithdrawCard(card=hidden), ANA)
    assert not may_read(play.card(hidden), ANA)
    assert not may_read(play.card(hidden), FACILITATOR)


def test_a_browser_keeps_its_participant_rights_beside_a_key() -> None:
    play = Play()
    number = play.post(as_=BOTH, theme="TR")
    play.do(c.CorrectCard(card=number, text="Autre"), dataclasses.replace(BOTH, grants=(PARTICIPANT,)))


def test_the_team_is_facilitators_secretaries_and_hosts() -> None:
    assert [Actor(grants=(Grant(role=role),)).team for role in Role] == [False, False, True, True, True]


def test_only_the_team_of_one_of_its_themes_covers_a_card_and_only_in_themes_of_its_own() -> None:
    play = Play()
    card = play.card(play.post())
    for actor, because in (
        (ANA, Because.NOT_YOUR_ROLE),
        (also(BEN, Role.WALL), Because.NOT_YOUR_ROLE),
        (also(BEN, limited(Role.FACILITATOR, TR)), Because.NOT_YOUR_THEME),
    ):
        refusal = may_cover(play.state, card, actor)
        assert isinstance(refusal, Refusal)
        assert refusal.because is because
    for actor in (FACILITATOR, SECRETARY, HOST):
        assert may_cover(play.state, card, actor) == frozenset(play.state.themes)
    assert may_cover(play.state, card, also(BEN, limited(Role.FACILITATOR, DS))) == frozenset({DS})
