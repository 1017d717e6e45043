"""Nothing in the log or in the state ties two cards to one person."""

import dataclasses
import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from atelier.domain import commands as c
from atelier.domain import events
from atelier.domain.actor import Actor
from atelier.domain.authorship import NOBODY as NO_MARK
from atelier.domain.authorship import Secret, card_mark, secret_of, voter_mark
from atelier.domain.evolve import replay
from atelier.domain.permissions import owns
from atelier.domain.words import AsideReason, CardNumber, Choice, Kind, Mark, PollNumber, Role, VoteNumber
from tests.domain.choose import Pick
from tests.domain.moves import Move, begun, moves
from tests.domain.play import ANA, BEN, CLEO, DS, HOST, Play, also

MARK = re.compile(r"\b[0-9a-f]{32}\b")


def marks(thing: object) -> list[str]:
    """Every mark or receipt in it, however deep."""
    return MARK.findall(repr(thing))


def without_names(log: list[events.Envelope]) -> str:
    """The log, each mark replaced by a fresh name in order of first appearance."""
    names: dict[str, str] = {}
    return MARK.sub(lambda found: names.setdefault(found[0], f"mark-{len(names)}"), repr(log))


def day(authors: tuple[Actor, ...]) -> list[events.Envelope]:
    """Cards by these people, the same words whoever they are; some corrected, some withdrawn."""
    play = Play()
    written = [(author, play.post(f"Carte {place}", author)) for place, author in enumerate(authors)]
    for author, number in written[::2]:
        play.do(c.CorrectCard(card=number, text="Mieux dit"), author)
    for author, number in written[::3]:
        play.do(c.WithdrawCard(card=number), author)
    return play.log


def test_cards_of_one_browser_and_of_two_leave_the_same_log() -> None:
    assert without_names(day((ANA, ANA))) == without_names(day((ANA, BEN)))


@given(st.lists(st.sampled_from((ANA, BEN, CLEO, also(ANA, Role.HOST))), min_size=2, max_size=6))
@settings(max_examples=25)
def test_who_wrote_what_with_whom_leaves_no_trace_in_the_log(authors: list[Actor]) -> None:
    strangers = tuple(Actor(secret=Secret(f"n° {place}".encode())) for place in range(len(authors)))
    assert without_names(day(tuple(authors))) == without_names(day(strangers))


def test_two_cards_of_one_browser_carry_marks_that_are_not_equal() -> None:
    play = Play()
    cards = [play.card(play.post(as_=ANA)) for _ in range(50)]
    assert len({card.author for card in cards}) == 50
    assert all(owns(card, ANA) and not owns(card, BEN) for card in cards)


def test_the_same_browser_is_another_one_in_another_convention_and_in_another_vote() -> None:
    here, there = secret_of("token", "here"), secret_of("token", "there")
    assert card_mark(here, CardNumber(1)) != card_mark(there, CardNumber(1))
    assert voter_mark(here, VoteNumber(1)) != voter_mark(here, VoteNumber(2))
    assert voter_mark(here, VoteNumber(1)) != card_mark(here, CardNumber(1))
    assert here == secret_of("token", "here")


@given(moves())
@settings(max_examples=60)
def test_no_mark_is_in_two_events_but_for_the_dots_of_one_vote(asked: list[Move]) -> None:
    play = begun()
    for build, actor, numbers in asked:
        play.ask(build(play.state, Pick(numbers)), actor)
    voters: dict[str, set[VoteNumber | PollNumber]] = {}
    elsewhere: Counter[str] = Counter()
    for envelope in play.log:
        if isinstance(envelope.event, events.DotsCast):
            voters.setdefault(envelope.event.voter, set()).add(envelope.event.vote)
        elif isinstance(envelope.event, events.ChoiceCast):
            voters.setdefault(envelope.event.voter, set()).add(envelope.event.poll)
        else:
            elsewhere.update(set(marks(envelope)))
    assert all(len(votes) == 1 for votes in voters.values())
    assert not elsewhere.keys() & voters.keys()
    assert all(count == 1 for count in elsewhere.values())


@given(moves())
@settings(max_examples=60)
def test_when_the_convention_is_closed_no_mark_is_left(asked: list[Move]) -> None:
    play = begun()
    for build, actor, numbers in asked:
        play.ask(build(play.state, Pick(numbers)), actor)
    if play.state.closed:
        play.do(c.ReopenConvention(), HOST)
    play.close()
    assert marks(play.state) == []
    assert marks(play.kept) == []
    assert replay(play.kept) == replay(play.log) == play.state


def test_what_is_posted_after_reopening_is_erased_at_the_next_closing() -> None:
    play = Play()
    reference = play.statement(Kind.REVENDICATION)
    play.do(c.OpenVote(theme=DS, dots=3))
    play.do(c.CastDots(statement=reference, dots=2), ANA)
    play.do(c.CloseVote(theme=DS))
    play.do(c.WordStatement(statement=reference, text="Un guichet."))
    play.do(c.OpenPoll(statements=(reference,)))
    play.do(c.CastChoice(statement=reference, choice=Choice.AGREE), ANA)
    play.close()
    play.do(c.ReopenConvention(), HOST)
    number = play.post(as_=ANA)
    play.do(c.OpenVote(theme=DS, dots=3))
    play.do(c.CastDots(statement=reference, dots=1), ANA)
    assert owns(play.card(number), ANA)
    assert not owns(play.card(CardNumber(1)), ANA)
    play.close()
    assert marks(play.state) == marks(play.kept) == []
    assert replay(play.kept) == play.state


def test_a_withdrawn_card_leaves_no_word_and_no_author_and_keeps_its_receipt_for_a_resend() -> None:
    play = Play()
    post = c.PostCard(theme=DS, kind=Kind.CONSTAT, text="Mon secret", key="k", slip="A7", table="12")
    play.do(post, HOST)
    number = CardNumber(1)
    play.do(c.TranslateCard(card=number, lang="en", text="My secret"), HOST)
    play.do(c.CorrectCard(card=number, text="Mon autre secret"), HOST)
    assert "Mon secret" not in repr(play.kept)
    assert "My secret" not in repr(play.kept)
    play.do(c.TranslateCard(card=number, lang="en", text="My other secret"), HOST)
    play.do(c.WithdrawCard(card=number), HOST)
    assert not re.search("secret|A7", repr(play.kept) + repr(play.state))
    posted = play.kept[1].event
    assert isinstance(posted, events.CardPosted)
    assert (posted.author, len(posted.receipt)) == (NO_MARK, 32)
    assert play.same(post, HOST).card == number
    assert replay(play.kept) == play.state


def test_what_is_printed_of_an_actor_does_not_hold_its_secret() -> None:
    assert "ana" not in repr(ANA)
    assert not owns(dataclasses.replace(begun().card(CardNumber(1)), author=Mark("")), ANA)


def test_why_a_card_was_set_aside_goes_with_its_words() -> None:
    play = Play()
    card = play.post("Je suis Jeanne.", ANA)
    play.do(c.SetAsideCard(card=card, reason=AsideReason.PERSONAL_DATA, note="Elle dit Jeanne"))
    play.do(c.CorrectCard(card=card, text="Je suis usagère."), ANA)
    assert "Jeanne" not in repr(play.state)
    play.do(c.SetAsideCard(card=card, reason=AsideReason.OTHER, note="Encore Jeanne"))
    play.do(c.RestoreCard(card=card))
    play.do(c.WithdrawCard(card=card), ANA)
    assert "Jeanne" not in repr(play.state)
    assert "Jeanne" not in repr(play.kept)
    assert replay(play.kept) == play.state


def test_one_language_has_one_name() -> None:
    play = Play()
    card = play.post()
    for lang in ("EN", "en", "En"):
        play.do(c.TranslateCard(card=card, lang=lang, text=f"Closed counter {lang}"))
    play.do(c.TranslateCard(card=card, lang="fa-af", text="دفتر بسته است"))
    assert [one.lang for one in play.card(card).translations] == ["en", "fa-AF"]
