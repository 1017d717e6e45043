"""Opinions and grades: who may say what of which words, and what is counted."""

from fractions import Fraction

import pytest

from atelier.domain import commands as c
from atelier.domain import limits
from atelier.domain.judging import Heard, Verdict, heard, last_poll, overfull, ranking, verdict
from atelier.domain.polls import SCALES, Poll
from atelier.domain.refusals import Because
from atelier.domain.words import Choice, Count, Kind, PollNumber, Reference, Scale
from tests.domain.play import AG, ANA, BEN, CLEO, DS, HOST, NOBODY, OPEN, SECRETARY, TOGETHER, TR, Play

FIRST, SECOND = PollNumber(1), PollNumber(2)
AGREE, PASS, DISAGREE, *GRADES, BLANK = Choice
VERY_GOOD, GOOD, FAIR, POOR, REJECT = GRADES


def asking(how_many: int = 1, scale: Scale = Scale.OPINIONS) -> tuple[Play, list[Reference]]:
    play = Play()
    found = [play.statement(Kind.REVENDICATION, f"Phrase {number}") for number in range(how_many)]
    play.do(c.OpenPoll(statements=tuple(found), scale=scale))
    return play, found


def say(reference: Reference, choice: Choice | None) -> c.CastChoice:
    return c.CastChoice(statement=reference, choice=choice)


def count(reference: Reference, choice: Choice, people: int, channel: Count = Count.PAPER) -> c.CountChoices:
    return c.CountChoices(statement=reference, channel=channel, choice=choice, people=people)


def poll_of(play: Play, number: PollNumber = FIRST) -> Poll:
    return play.state.polls[number]


def test_opinions_are_asked_on_one_sentence_grades_on_several() -> None:
    play = Play()
    one, other = play.statement(text="Un"), play.statement(text="Deux")
    bare = play.statement()
    elsewhere = play.statement(theme="TR", text="Ailleurs")
    both = (one, other)
    assert play.because(c.OpenPoll(statements=())) is Because.NOTHING_CHOSEN
    assert play.because(c.OpenPoll(statements=both)) is Because.TOO_MANY
    assert play.because(c.OpenPoll(statements=(bare,))) is Because.NOT_WORDED
    assert (
        play.because(c.OpenPoll(statements=(one, elsewhere), scale=Scale.GRADES)) is Because.NO_COMMON_THEME
    )
    too_many = tuple(play.statement(text="Trop") for _ in range(limits.GRADED_STATEMENTS_MAX + 1))
    assert play.because(c.OpenPoll(statements=too_many, scale=Scale.GRADES)) is Because.TOO_MANY
    play.do(c.OpenPoll(statements=both, scale=Scale.GRADES))
    assert play.because(c.OpenPoll(statements=(too_many[0],))) is Because.VOTE_OPEN
    play.do(c.OpenPoll(statements=(elsewhere,)))
    assert play.state.themes[DS].poll == FIRST
    assert play.state.themes[TR].poll == SECOND


def test_a_word_needs_a_browser_a_poll_and_its_scale() -> None:
    play, (one,) = asking()
    assert play.because(say(one, AGREE), NOBODY) is Because.NEEDS_A_BROWSER
    assert play.because(say(one, GOOD), ANA) is Because.UNKNOWN
    assert play.because(say(one, BLANK), ANA) is Because.UNKNOWN
    assert play.because(say(play.statement(text="Autre"), AGREE), ANA) is Because.NO_VOTE
    play.do(c.ClosePoll(theme=DS))
    assert play.because(say(one, AGREE), ANA) is Because.NO_VOTE
    assert play.because(c.ClosePoll(theme=DS)) is Because.NO_VOTE
    assert play.because(c.ClosePoll(theme=TR)) is Because.NO_VOTE


def test_one_person_has_one_word_and_may_change_it_or_take_it_back() -> None:
    play, (one,) = asking()
    play.do(say(one, AGREE), ANA)
    play.same(say(one, AGREE), ANA)
    play.do(say(one, DISAGREE), ANA)
    play.do(say(one, PASS), BEN)
    assert heard(poll_of(play), one).phones == {AGREE: 0, PASS: 1, DISAGREE: 1}
    play.do(say(one, None), ANA)
    play.same(say(one, None), ANA)
    assert heard(poll_of(play), one).phones == {AGREE: 0, PASS: 1, DISAGREE: 0}
    assert poll_of(play).voters == 2
    assert heard(poll_of(play), one).blanks == 0


def test_hands_and_paper_are_counted_apart_and_may_be_late() -> None:
    play, (one,) = asking()
    play.do(say(one, AGREE), ANA)
    play.do(count(one, AGREE, 9, Count.HANDS), SECRETARY)
    play.do(count(one, AGREE, 12, Count.HANDS), SECRETARY)
    play.do(c.ClosePoll(theme=DS))
    play.do(count(one, DISAGREE, 2), SECRETARY)
    assert play.because(count(one, BLANK, 1, Count.HANDS), SECRETARY) is Because.UNKNOWN
    assert play.because(count(one, AGREE, -1), SECRETARY) is Because.BAD_VALUE
    found = heard(poll_of(play), one)
    assert found == Heard(
        phones={AGREE: 1, PASS: 0, DISAGREE: 0},
        paper={AGREE: 0, PASS: 0, DISAGREE: 2},
        hands={AGREE: 12, PASS: 0, DISAGREE: 0},
        blanks=0,
        earlier=False,
    )
    assert found.total == {AGREE: 13, PASS: 0, DISAGREE: 2}
    assert found.people == 15
    assert overfull(play.state, poll_of(play)) == ()  # nobody counted the people
    for people, too_many in ((15, ()), (14, (one,))):
        play.do(c.EditTheme(theme=DS, people=people), HOST)
        assert overfull(play.state, poll_of(play)) == too_many


def test_words_stay_with_the_sentence_they_were_given_to() -> None:
    play, (one,) = asking()
    play.do(say(one, AGREE), ANA)
    assert play.because(c.WordStatement(statement=one, text="Autre")) is Because.VOTE_OPEN
    assert last_poll(play.state, play.state.statements[one], Scale.OPINIONS) is None
    play.do(c.ClosePoll(theme=DS))
    play.do(c.WordStatement(statement=one, text="Autre"))
    statement = play.state.statements[one]
    poll = last_poll(play.state, statement, Scale.OPINIONS)
    assert poll is not None
    assert heard(poll, one, statement).earlier
    assert last_poll(play.state, statement, Scale.GRADES) is None


def test_another_step_ends_the_poll_of_its_theme_alone() -> None:
    play, _ = asking()
    play.do(c.StartStep(step=OPEN, theme=TR))
    assert poll_of(play).open
    play.do(c.StartStep(step=OPEN, theme=DS))
    assert not poll_of(play).open


def test_who_leaves_a_joint_poll_says_no_more_there_and_reads_its_result_at_the_end() -> None:
    play = Play()
    play.do(c.StartStep(step=OPEN, slot=TOGETHER))
    one = play.statement(Kind.REVENDICATION, "Pour tous")
    play.do(c.OpenPoll(statements=(one,)))
    assert poll_of(play).themes == (DS, TR, AG)
    for leaving, word, open_still in ((DS, AGREE, True), (TR, PASS, True), (AG, DISAGREE, False)):
        play.do(say(one, word), ANA)
        play.do(c.StartStep(step=OPEN, theme=leaving))
        assert poll_of(play).open is open_still
        assert (play.state.themes[leaving].poll is None) is open_still
    assert {theme.poll for theme in play.state.themes.values()} == {FIRST}
    assert play.because(say(one, AGREE), ANA) is Because.NO_VOTE


def test_closing_the_convention_ends_it_and_forgets_the_ballots() -> None:
    play, (one,) = asking()
    play.do(say(one, AGREE), ANA)
    play.close()
    assert not poll_of(play).open
    assert (poll_of(play).ballots, poll_of(play).cast) == ({}, ())
    assert heard(poll_of(play), one).phones[AGREE] == 1
    play.do(c.ReopenConvention(), HOST)
    assert poll_of(play).closed == play.state.seq - 1


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, None),
        ({GOOD: 1}, Verdict(grade=GOOD, above=Fraction(0), below=Fraction(0))),
        # of two middle grades, the lower
        ({VERY_GOOD: 1, POOR: 1}, Verdict(grade=POOR, above=Fraction(1, 2), below=Fraction(0))),
        ({VERY_GOOD: 2, GOOD: 3, REJECT: 2}, Verdict(grade=GOOD, above=Fraction(2, 7), below=Fraction(2, 7))),
        ({VERY_GOOD: 1, REJECT: 9}, Verdict(grade=REJECT, above=Fraction(1, 10), below=Fraction(0))),
    ],
)
def test_the_majority_grade_is_the_middle_of_those_that_were_given(
    given: dict[Choice, int], expected: Verdict | None
) -> None:
    play, (one, other) = asking(2, Scale.GRADES)
    for choice, people in given.items():
        play.do(count(one, choice, people), SECRETARY)
    play.do(count(other, BLANK, 50), SECRETARY)
    assert verdict(poll_of(play), one) == expected
    assert verdict(poll_of(play), other) is None
    assert heard(poll_of(play), other).blanks == 50


def test_opinions_have_no_grade() -> None:
    play, (one,) = asking()
    play.do(say(one, AGREE), ANA)
    assert verdict(poll_of(play), one) is None


def test_who_grades_some_and_not_others_leaves_a_blank() -> None:
    play, (one, other) = asking(2, Scale.GRADES)
    for person in (ANA, BEN, CLEO):
        play.do(say(one, GOOD), person)
    play.do(say(other, POOR), ANA)
    assert heard(poll_of(play), one).blanks == 0
    assert heard(poll_of(play), other).blanks == 2


def test_the_best_grade_comes_first_and_the_larger_camp_decides_between_equals() -> None:
    play, found = asking(5, Scale.GRADES)
    one, two, three, four, five = found
    for reference, given in (
        (one, {GOOD: 6, REJECT: 4}),  # good, more below
        (two, {VERY_GOOD: 4, GOOD: 6}),  # good, more above
        (four, {VERY_GOOD: 9, GOOD: 1}),  # very good
        (five, {GOOD: 6, REJECT: 3, VERY_GOOD: 1}),  # good, fewer below than the first
    ):
        for choice, people in given.items():
            play.do(count(reference, choice, people), SECRETARY)
    assert ranking(poll_of(play)) == (four, two, five, one, three)


def test_every_scale_goes_from_the_best_to_the_worst_without_a_blank() -> None:
    assert {choice for scale in SCALES.values() for choice in scale} == set(Choice) - {BLANK}
