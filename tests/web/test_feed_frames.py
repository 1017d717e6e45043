"""Random days, frame by frame: they show what a fresh look shows, and never what is hidden."""

import json
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from atelier.domain import commands
from atelier.domain.state import Convention
from atelier.domain.views import public
from atelier.domain.words import Choice, Count, Kind
from atelier.live.feed import Channel, View
from atelier.web.plain.looks import Eye, view_of
from atelier.web.plain.shared import Kept
from tests.domain.moves import SAYING, WEIGHING, Move, begun, moves, played
from tests.domain.play import ANA, DS, SECRETARY
from tests.sse import Listener


def drawing(eye: Eye) -> Any:
    kept = Kept()
    return lambda state: view_of(kept, state, state.themes[DS], eye)


def shown(view: View) -> dict[str, list[Any]]:
    return {name: list(item) for name, item in view.items()}


@given(moves(), st.data())
@settings(max_examples=25)
def test_frames_applied_late_or_twice_show_what_a_fresh_look_shows(day: list[Move], data: Any) -> None:
    draw = drawing(Eye("fr"))
    channel = Channel(draw, begun().state)
    screens = [Listener(0, ""), Listener(0, "")]
    for play, _, _ in played(day):
        if data.draw(st.booleans()):
            channel.publish(play.state)
        if data.draw(st.booleans()):
            catch_up(screens[0], channel)
            catch_up(screens[0], channel, again=True)
    for screen in screens:
        catch_up(screen, channel)
        assert screen.items == shown(channel._view)


def catch_up(screen: Listener, channel: Channel, *, again: bool = False) -> None:
    before = screen.seen
    for frame in channel.since(None if again else screen.seen):
        screen.apply(json.loads(frame.data.split(b"data: ")[1]))
    assert before is None or (screen.seen or 0) >= before


@given(moves())
@settings(max_examples=25)
def test_no_public_frame_holds_the_words_of_a_card_that_is_hidden_or_set_aside(day: list[Move]) -> None:
    draw = drawing(Eye("fr"))
    channel = Channel(draw, begun().state)
    for play, _, _ in played(day):
        channel.publish(marked(play.state))
        told = b"".join(frame.data for frame in channel.since(None)).decode()
        for card in play.state.cards.values():
            if not public(card):
                assert f"secret-{card.number}-" not in told


def marked(state: Convention) -> Convention:
    """Every card with words that no other has."""
    cards = state.cards
    for card in state.cards.values():
        if card.text:
            cards = cards.put(card.number, replace(card, text=f"secret-{card.number}-"))
    return replace(state, cards=cards)


def test_what_is_given_in_an_open_vote_and_poll_is_in_no_frame() -> None:
    play = begun()
    reference = play.statement(Kind.REVENDICATION, "Un guichet ouvert.")
    play.do(commands.OpenVote(theme=DS, dots=3))
    play.do(commands.CastDots(statement=reference, dots=2), ANA)
    play.do(commands.CountDots(statement=reference, channel=Count.HANDS, dots=9), SECRETARY)
    told_of_nobody(play.state)
    play.do(commands.CloseVote(theme=DS))
    play.do(commands.OpenPoll(statements=(reference,)))
    play.do(commands.CastChoice(statement=reference, choice=Choice.AGREE), ANA)
    told_of_nobody(play.state)


@given(moves(builders=(*WEIGHING, *WEIGHING, *SAYING)))
@settings(max_examples=25)
def test_no_frame_says_who_gave_what_or_how_much_was_given_while_it_is_weighed(day: list[Move]) -> None:
    """The team's are no exception: whoever counts as it goes sways those who have not voted."""
    for play, _, _ in played(day):
        told_of_nobody(play.state)


def told_of_nobody(state: Convention) -> None:
    """Every frame is what it would be had nobody given anything."""
    for eye in (Eye("fr"), Eye("fr", team=True)):
        assert shown(drawing(eye)(state)) == shown(drawing(eye)(nothing_given(state)))


def nothing_given(state: Convention) -> Convention:
    """As if nobody had given anything in what is still open."""
    none: dict[str, Any] = {"phones": {}, "counted": {}, "ballots": {}, "voters": 0}
    votes = {number: replace(one, **none) if one.open else one for number, one in state.votes.items()}
    polls = {number: replace(one, **none) if one.open else one for number, one in state.polls.items()}
    return replace(state, votes=votes, polls=polls)
