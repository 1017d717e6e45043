"""Whatever was weighed, asked, written, likened or told apart in each room: all of it is here, once."""

from collections import Counter

from hypothesis import given, settings

from atelier.cahier.compose import compose
from atelier.cahier.markdown import render
from atelier.domain import commands as c
from atelier.domain import outline
from atelier.domain.apart import Target
from atelier.domain.matches import live_matches
from atelier.domain.sections import of_block
from atelier.domain.soundness import unsound
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber
from atelier.exchange.merging import plan
from tests.cahier.french import French
from tests.domain.moves import MARKING, WEIGHING, WRITING, Move, moves, played
from tests.domain.play import Play
from tests.exchange.rooms import bring, close_votes, room

DAY = (*WEIGHING, *WEIGHING, *WRITING, *MARKING)


def worded(letter: str, day: list[Move]) -> Play:
    """Each statement has its sentence, so that it may be asked about; no vote is left open."""
    play = room(letter, [])
    for reference in tuple(play.state.statements):
        play.do(c.WordStatement(statement=reference, text=f"{letter} : {reference}."))
    return more(play, day)


def more(play: Play, day: list[Move]) -> Play:
    for _ in played(day, play):
        pass
    close_votes(play)
    return play


@given(moves(0, 20, DAY), moves(20, 50, DAY), moves(10, 30, DAY))
@settings(max_examples=30)
def test_nothing_is_lost_or_doubled_one_day_or_the_next(
    one: list[Move], two: list[Move], three: list[Move]
) -> None:
    here, there = worded("A", one), worded("B", two)
    before = here.state
    for _ in range(2):
        bring(here, there.state)
        _all_is_here(here.state, before, there.state)
        assert plan(here.state, there.state).empty
        more(there, three)


@given(moves(10, 30, DAY), moves(10, 30, DAY))
@settings(max_examples=20)
def test_the_order_in_which_rooms_are_brought_changes_no_count(one: list[Move], two: list[Move]) -> None:
    b, d = worded("B", one), worded("D", two)
    first, second = room("A", []), room("A", [])
    for play, rooms in ((first, (b, d)), (second, (d, b))):
        for other in rooms:
            bring(play, other.state)
    assert _weighed(first.state) == _weighed(second.state) == _weighed(b.state) + _weighed(d.state)
    assert _prose(first.state) == _prose(second.state) == _prose(b.state) + _prose(d.state)


def _all_is_here(here: Convention, before: Convention, there: Convention) -> None:
    assert unsound(here) == ()
    assert _weighed(here) == _weighed(before) + _weighed(there)
    assert _prose(here) == _prose(before) + _prose(there)
    assert len(live_matches(here)) == len(live_matches(before)) + len(live_matches(there))
    assert len(here.apart) >= len(before.apart) + sum(_both_stand(there, *pair) for pair in there.apart)
    for number, poll in before.polls.items():
        assert here.polls[number] == poll
    mine = set(outline.order(before))
    assert [name for name in outline.order(here) if name in mine] == list(outline.order(before))
    assert all(
        not vote.ballots and not vote.cast
        for number, vote in here.votes.items()
        if number not in before.votes
    )
    assert all(
        not poll.ballots and not poll.cast
        for number, poll in here.polls.items()
        if number not in before.polls
    )
    assert render(compose(here), French())


def _weighed(state: Convention) -> Counter[object]:
    found: Counter[object] = Counter()
    for vote in state.votes.values():
        if not vote.open:
            found["votes", vote.voters] += 1
            found["dots"] += sum(vote.phones.values()) + sum(vote.counted.values())
    for poll in state.polls.values():
        if not poll.open:
            found["polls", poll.voters, len(poll.items)] += 1
            found.update({choice: people for (_, choice), people in poll.phones.items()})
            for (_, choice, channel), people in poll.counted.items():
                found[choice, channel] += people
    return +found


def _prose(state: Convention) -> Counter[object]:
    texts = {one: state.sections.get(of_block(one)) for one in state.blocks}
    return Counter(
        (block.title, block.removed, getattr(texts[one], "text", "")) for one, block in state.blocks.items()
    )


def _both_stand(state: Convention, *pair: Target) -> bool:
    return all(
        not state.cards[CardNumber(one)].withdrawn if isinstance(one, int) else state.statements[one].live
        for one in pair
    )
