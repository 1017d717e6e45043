"""Polls, late counts and prose of other rooms: followed from bundle to bundle, each where it belongs."""

import dataclasses
from typing import Any

from atelier.cahier import polled
from atelier.domain import commands as c
from atelier.domain.matches import live_matches
from atelier.domain.outline import parts
from atelier.domain.state import Block
from atelier.domain.tally import Tally, tally
from atelier.domain.words import (
    BlockId,
    Choice,
    Count,
    Kind,
    MatchId,
    PartName,
    Reference,
    Scale,
    SectionName,
)
from atelier.exchange.merging import Conflict, What, plan
from tests.domain.play import ANA, BEN, DS, SECRETARY, Play
from tests.exchange.rooms import bring
from tests.exchange.test_merging import a_room, ref, weighed

FIRST = ref("DS-C1")


def polled_room(letter: str = "B") -> Play:
    """Two people and a table said what they think of one statement."""
    play = a_room(letter)
    said = play.statement(text="Le guichet ferme.")
    play.do(c.OpenPoll(statements=(said,)))
    play.do(c.CastChoice(statement=said, choice=Choice.AGREE), ANA)
    play.do(c.CastChoice(statement=said, choice=Choice.PASS), BEN)
    play.do(c.CountChoices(statement=said, channel=Count.HANDS, choice=Choice.DISAGREE, people=7))
    return play


def count(choice: Choice, people: int, statement: Reference = FIRST) -> c.CountChoices:
    return c.CountChoices(statement=statement, channel=Count.PAPER, choice=choice, people=people)


def test_what_was_said_in_a_poll_comes_once_it_is_closed_without_anybody_s_mark() -> None:
    here, there = a_room("A"), polled_room()
    here.statement(text="Le nôtre.")
    assert bring(here, there.state).conflicts == (Conflict(what=What.VOTE_OPEN, subject="DS"),)
    there.do(c.ClosePoll(theme=DS))
    planned = bring(here, there.state)
    assert (planned.conflicts, planned.counts) == ((), {"bring_poll": 1})
    brought = polled.opinions(here.state, here.at("DS-C1-B"))
    assert brought == polled.opinions(there.state, there.at("DS-C1"))
    assert brought is not None
    assert brought.people == 9
    assert polled.opinions(here.state, here.at("DS-C1")) is None
    (entry,) = polled.polls(here.state)
    assert (int(entry.number), entry.statements, entry.voters) == (200_001, (ref("DS-C1-B"),), 2)
    assert all(not poll.ballots and not poll.cast for poll in here.state.polls.values())
    assert plan(here.state, there.state).empty


def test_paper_counted_late_there_follows_and_what_both_counted_is_left_to_a_person() -> None:
    here, there = a_room("A"), polled_room()
    there.do(c.ClosePoll(theme=DS))
    bring(here, there.state)
    there.do(count(Choice.AGREE, 4))
    here.do(count(Choice.DISAGREE, 2))
    assert bring(here, there.state).conflicts == ()
    there.do(count(Choice.DISAGREE, 3))
    conflict = Conflict(what=What.POLL, subject="DS-C1", here="0 + 2 + 7", there="0 + 3 + 7")
    assert bring(here, there.state).conflicts == (conflict,)
    found = polled.opinions(here.state, here.at(FIRST))
    assert found is not None
    assert found.paper == {Choice.AGREE: 4, Choice.PASS: 0, Choice.DISAGREE: 2}
    again = plan(here.state, there.state)
    assert (again.empty, again.conflicts) == (True, (conflict,))


def test_dots_counted_late_there_follow_and_those_that_both_counted_are_left_to_a_person() -> None:
    here, there = a_room("A"), weighed("B")
    bring(here, there.state)
    there.do(c.CountDots(statement=ref("DS-R1"), channel=Count.PAPER, dots=9))
    assert bring(here, there.state).conflicts == ()
    assert tally(here.state, here.at("DS-R1")) == Tally(phones=3, paper=9, hands=2)
    here.do(c.CountDots(statement=ref("DS-R1"), channel=Count.PAPER, dots=8))
    there.do(c.CountDots(statement=ref("DS-R1"), channel=Count.PAPER, dots=10))
    conflict = Conflict(what=What.VOTE, subject="DS-R1", here="3 + 8 + 2", there="3 + 10 + 2")
    assert bring(here, there.state).conflicts == (conflict,)
    assert plan(here.state, there.state).empty
    here.do(c.WordStatement(statement=ref("DS-R1"), text="Ici."))
    there.do(c.WordStatement(statement=ref("DS-R1"), text="Là."))
    there.do(c.OpenVote(theme=DS, dots=5))
    there.do(c.CastDots(statement=ref("DS-R1"), dots=1), ANA)
    there.do(c.CloseVote(theme=DS))
    lost = Conflict(what=What.VOTE, subject="DS-R1", there="1 + 0 + 0")
    assert lost in bring(here, there.state).conflicts
    assert lost in plan(here.state, there.state).conflicts
    assert tally(here.state, here.at("DS-R1")) == Tally()


def test_words_that_are_not_here_leave_what_was_said_of_them_to_a_person() -> None:
    here, there = a_room("A"), a_room("B")
    one, two = there.statement(text="Un."), there.statement(text="Deux.")
    bring(here, there.state)
    here.do(c.WordStatement(statement=one, text="Un, ici."))
    there.do(c.WordStatement(statement=one, text="Un, là."))
    there.do(c.OpenPoll(statements=(one, two), scale=Scale.GRADES))
    for statement in (one, two):
        there.do(c.CastChoice(statement=statement, choice=Choice.GOOD), ANA)
    there.do(c.ClosePoll(theme=DS))
    there.do(c.OpenPoll(statements=(one,)))
    there.do(c.CastChoice(statement=one, choice=Choice.AGREE), ANA)
    there.do(c.ClosePoll(theme=DS))
    lost = Conflict(what=What.POLL, subject="DS-C1", there="1 + 0 + 0")
    assert lost in bring(here, there.state).conflicts
    assert [poll.items for poll in here.state.polls.values()] == [((two, 1),)]
    assert plan(here.state, there.state).empty


def test_what_another_room_says_of_ours_is_printed_and_is_not_our_result() -> None:
    here, there = a_room("A"), a_room("B")
    ours = here.statement(text="Le nôtre.")
    bring(there, here.state)
    there.do(c.OpenPoll(statements=(ours,)))
    there.do(c.CastChoice(statement=ours, choice=Choice.AGREE), ANA)
    there.do(c.ClosePoll(theme=DS))
    bring(here, there.state)
    assert polled.opinions(here.state, here.at(ours)) is None
    assert [entry.statements for entry in polled.polls(here.state)] == [(ours,)]
    here.do(c.OpenPoll(statements=(ours,)))
    here.do(c.ClosePoll(theme=DS))
    bring(there, here.state)
    assert plan(there.state, here.state).empty
    bring(here, there.state)
    assert len(here.state.polls) == 2


def written(play: Play, block: str, text: str) -> None:
    play.do(c.WriteSection(section=f"block:{block}", text=text), SECRETARY)


def after(name: str, title: str = "Récit") -> c.AddBlock:
    return c.AddBlock(title=title, after=PartName(name))


def names(play: Play) -> list[str]:
    return [part.name for part in parts(play.state)]


def test_prose_between_two_parts_comes_after_the_part_it_followed() -> None:
    here = a_room("A", themes=(c.ThemeDraft(code="SA", title="Santé"),), slots=())
    there = a_room("B")
    here.do(c.AddBlock(title="Ici"), SECRETARY)
    there.do(after("theme:DS"), SECRETARY)
    there.do(after("block:B1", "Suite"), SECRETARY)
    there.do(c.AddBlock(title="D’abord"), SECRETARY)
    there.do(after("block:B3", "Puis"), SECRETARY)
    written(there, "B1", "Comme dit DS-C1.")
    here.statement(theme="SA")
    planned = bring(here, there.state)
    assert planned.counts["bring_block"] == 4
    order = names(here)
    titles = {name: here.state.blocks[BlockId(name[6:])].title for name in order if name.startswith("block:")}
    assert [titles[name] for name in order[:3]] == ["D’abord", "Puis", "Ici"]
    place = order.index("theme:DS")
    assert [titles[name] for name in order[place + 1 : place + 3]] == ["Récit", "Suite"]
    assert plan(here.state, there.state).empty


def test_prose_that_stands_nowhere_any_more_comes_as_it_is() -> None:
    here, there = a_room("A"), a_room("B")
    there.do(after("overview"), SECRETARY)
    written(there, "B1", "Mots gardés.")
    there.do(c.RemoveBlock(block=BlockId("B1")), SECRETARY)
    there.do(c.ArrangeDocument(parts=()), SECRETARY)
    bring(here, there.state)
    assert here.state.blocks == {"B1": Block(id=BlockId("B1"), title="Récit", removed=True)}
    there.do(c.RestoreBlock(block=BlockId("B1")), SECRETARY)
    bring(here, there.state)
    assert here.state.sections[SectionName("block:B1")].text == "Mots gardés."
    assert names(here).index("block:B1") == names(here).index("next") + 1


def test_prose_changed_there_is_changed_here_and_in_both_is_left_to_a_person() -> None:
    here, there = a_room("A"), a_room("B")
    here.do(c.AddBlock(title="Ici"), SECRETARY)
    there.do(after("overview"), SECRETARY)
    bring(here, there.state)
    written(there, "B1", "Un.")
    bring(here, there.state)
    assert here.state.sections[SectionName("block:B2")].text == "Un."
    written(there, "B1", "Un, là.")
    written(here, "B2", "Un, ici.")
    there.do(c.EditBlock(block=BlockId("B1"), title="Histoire"), SECRETARY)
    conflict = Conflict(what=What.SECTION, subject="block:B2", here="Un, ici.", there="Un, là.")
    assert bring(here, there.state).conflicts == (conflict,)
    assert here.state.blocks[BlockId("B2")].title == "Histoire"
    again = plan(here.state, there.state)
    assert (again.empty, again.conflicts) == (True, (conflict,))


def test_our_prose_that_was_rewritten_there_is_rewritten_here() -> None:
    here, there, third = a_room("A"), a_room("B"), a_room("C")
    here.do(after("overview"), SECRETARY)
    written(here, "B1", "Un.")
    there.do(c.AddBlock(title="Le sien"), SECRETARY)
    bring(there, here.state)
    written(there, "B2", "Un, mieux.")
    there.do(after("block:B2", "Suite"), SECRETARY)
    bring(here, there.state)
    assert here.state.sections[SectionName("block:B1")].text == "Un, mieux."
    assert len(here.state.blocks) == 3
    order = names(here)
    assert order.index("block:B3") == order.index("block:B1") + 1
    bring(third, there.state)
    bring(third, here.state)
    assert len(third.state.blocks) == 3


def test_there_is_an_end_to_prose() -> None:
    here, there = a_room("A"), a_room("B")
    there.do(after("overview"), SECRETARY)
    written(there, "B1", "Un.")
    full = {BlockId(f"B{one}"): Block(id=BlockId(f"B{one}"), title="", removed=True) for one in range(1, 201)}
    here.state = dataclasses.replace(here.state, blocks=full)
    assert plan(here.state, there.state).conflicts == (
        Conflict(what=What.BLOCK, subject="Récit", there="Un."),
    )


def alike(play: Play, *statements: str, **more: Any) -> None:
    play.do(c.MatchStatements(statements=tuple(map(Reference, statements)), **more), SECRETARY)


def test_what_several_themes_said_alike_joins_what_was_said_so_already() -> None:
    here, there = a_room("A"), a_room("B")
    there.statement(text="Un.")
    there.statement(text="Un aussi.", theme="TR")
    there.statement(text="Encore un.", theme="AG")
    alike(there, "DS-C1", "TR-C1")
    bring(here, there.state)
    alike(there, "DS-C1", "TR-C1", "AG-C1", text="Un.", match=MatchId("M1"))
    assert bring(here, there.state).conflicts == ()
    (match,) = live_matches(here.state)
    assert (match.statements, match.text) == (("DS-C1", "TR-C1", "AG-C1"), "Un.")
    alike(there, "DS-C1", "TR-C1", "AG-C1", text="Un pour tous.", match=MatchId("M1"))
    subject = "DS-C1 = TR-C1 = AG-C1"
    asked = Conflict(what=What.MATCH, subject=subject, here="Un.", there="Un pour tous.")
    assert bring(here, there.state).conflicts == (asked,)
    other = here.statement(text="Le nôtre.", theme="TR")
    alike(here, "DS-C1", "AG-C1", other, match=MatchId("M1"))
    assert [one.what for one in bring(here, there.state).conflicts] == [What.MATCH]


def test_what_was_told_apart_there_is_told_apart_here() -> None:
    here, there = a_room("A"), a_room("B")
    here.statement(text="Le nôtre.")
    one, two, gone = (
        there.statement(text="Un."),
        there.statement(text="Deux."),
        there.statement(text="Trois."),
    )
    loose = there.post(kind=Kind.CONSTAT)
    for pair in ((one, two), (loose, one), (two, gone)):
        there.do(c.MarkDifferent(targets=pair, on=True))
    there.do(c.DissolveStatement(statement=gone))
    bring(here, there.state)
    assert here.state.apart == {("DS-C1-B", "DS-C2-B"), (loose, "DS-C1-B")}
    assert plan(here.state, there.state).empty


def test_the_order_of_another_cahier_stays_there_and_that_is_said() -> None:
    here, there = a_room("A"), a_room("B")
    there.do(after("overview"), SECRETARY)
    assert bring(here, there.state).conflicts == ()
    there.do(c.ArrangeDocument(parts=(PartName("day"), PartName("foreword"))), SECRETARY)
    before = names(here)
    assert bring(here, there.state).conflicts == (Conflict(what=What.ORDER, subject=""),)
    assert names(here) == before
    there.do(c.ArrangeDocument(parts=()), SECRETARY)
    for text in ("Un.", "Deux."):
        there.statement(text=text)
    there.do(
        c.ArrangeBoard(chapter=PartName("theme:DS"), kind=Kind.CONSTAT, statements=(ref("DS-C2"),)), SECRETARY
    )
    assert bring(here, there.state).conflicts == (Conflict(what=What.ORDER, subject=""),)
