from atelier.domain import commands as c
from atelier.domain.refusals import Because
from atelier.domain.words import AsideReason, CardNumber, Kind, Reference
from tests.domain.play import DS, FACILITATOR, HOST, TR, Play

CONSTAT, DEMAND = Kind.CONSTAT, Kind.REVENDICATION


# --- Merging ----------------------------------------------------------------


def test_one_statement_two_kinds_two_themes_or_one_that_is_gone_do_not_merge() -> None:
    play = Play()
    one, other = play.statement(), play.statement()
    demand, there = play.statement(DEMAND), play.statement(theme="TR")
    for references, because in (
        ((), Because.NOTHING_CHOSEN),
        ((one, one), Because.NOTHING_CHOSEN),
        ((one, demand), Because.KINDS_DIFFER),
        ((one, there), Because.NO_COMMON_THEME),
    ):
        refusal = play.refused(c.MergeStatements(statements=references))
        assert (refusal.because, refusal.field) == (because, "statements")
    merged = play.merge(one, other)
    gone = play.refused(c.MergeStatements(statements=(one, play.statement())))
    assert (gone.because, gone.about["into"]) == (Because.STATEMENT_GONE, merged)


def test_a_merge_is_a_new_statement_with_its_cards_links_and_sources_and_without_words() -> None:
    play = Play()
    one, other = play.statement(DEMAND, "Un"), play.statement(DEMAND, "Deux")
    play.do(c.LinkStatements(statement=one, founded_on=(play.statement(),)))
    play.do(c.AttributeStatement(statement=other, organisation="LDH"))
    merged = play.at(play.merge(one, other))
    assert (merged.reference, merged.cards, merged.text) == ("DS-R3", (1, 2), "")
    assert (merged.founded_on, merged.taken_up[0].organisation) == (("DS-C1",), "LDH")
    assert play.at(one).merged_into == merged.reference
    assert not play.at(one).live


def test_a_dissolved_merge_gives_back_its_parts_and_frees_what_came_later() -> None:
    play = Play()
    one, other = play.statement(), play.statement()
    merged = play.merge(one, other)
    later = play.post()
    play.do(c.GroupCards(cards=(later,), statement=merged))
    play.do(c.UngroupCards(cards=(CardNumber(2),)))
    play.do(c.DissolveStatement(statement=merged))
    assert (play.at(one).cards, play.at(other).cards) == ((1,), ())
    assert play.card(later).statement is None
    play.undo()
    assert play.at(merged).cards == (1, 3)
    assert play.at(one).merged_into == merged


# --- Splitting --------------------------------------------------------------


def test_a_split_takes_some_cards_of_that_statement_never_all() -> None:
    play = Play()
    one, two, other = play.post(), play.post(), play.post()
    group = play.group(one, two)
    assert play.because(c.SplitStatement(statement=group, cards=(one, two))) is Because.NOTHING_CHOSEN
    assert play.because(c.SplitStatement(statement=group, cards=())) is Because.NOTHING_CHOSEN
    assert play.because(c.SplitStatement(statement=group, cards=(other,))) is Because.CARD_NOT_PLACED
    part = play.split(group, two)
    assert (play.at(group).cards, play.at(part).cards, play.at(part).split_from) == ((one,), (two,), group)


def test_a_dissolved_part_goes_home_or_to_the_board_when_home_is_gone() -> None:
    play = Play()
    one, two = play.post(), play.post()
    group = play.group(one, two)
    part = play.split(group, two)
    play.do(c.DissolveStatement(statement=part))
    assert play.at(group).cards == (one, two)
    play.do(c.RestoreStatement(statement=part))
    assert (play.at(group).cards, play.at(part).cards) == ((one,), (two,))
    play.do(c.DissolveStatement(statement=group))
    play.do(c.DissolveStatement(statement=part))
    assert play.card(two).statement is None


def test_undoing_the_restoring_of_a_part_leaves_its_loose_cards_loose() -> None:
    play = Play()
    one, two, three = play.post(), play.post(), play.post()
    group = play.group(one, two, three)
    part = play.split(group, two, three)
    play.do(c.UngroupCards(cards=(two, three)))
    play.do(c.RestoreStatement(statement=part))
    play.undo()
    assert [play.card(number).statement for number in (one, two, three)] == [group, None, None]
    play.do(c.GroupCards(cards=(two,), statement=group))
    play.do(c.RestoreStatement(statement=part))
    assert play.at(part).cards == (two, three)
    assert play.because(c.Undo(seq=play.state.seq)) is Because.NOTHING_TO_UNDO


# --- Restoring --------------------------------------------------------------


def test_a_statement_that_stands_or_never_was_is_not_restored() -> None:
    play = Play()
    assert play.because(c.RestoreStatement(statement=play.statement())) is Because.STATEMENT_LIVE
    assert play.because(c.RestoreStatement(statement=Reference("DS-C9"))) is Because.UNKNOWN


def test_a_merge_is_not_restored_when_a_part_went_elsewhere() -> None:
    play = Play()
    one, other = play.statement(), play.statement()
    merged = play.merge(one, other)
    play.undo()
    play.merge(one, play.statement())
    assert play.because(c.RestoreStatement(statement=merged)) is Because.STATEMENT_GONE


def test_a_restored_statement_takes_only_cards_that_are_free_and_still_of_its_board() -> None:
    play = Play()
    cards = [play.post() for _ in range(5)]
    group = play.group(*cards)
    play.do(c.DissolveStatement(statement=group))
    play.group(cards[0])
    play.do(c.SetAsideCard(card=cards[1], reason=AsideReason.OTHER))
    play.do(c.MoveCard(card=cards[2], theme=TR, kind=CONSTAT))
    play.do(c.MoveCard(card=cards[3], theme=DS, kind=DEMAND))
    play.do(c.RestoreStatement(statement=group))
    assert play.at(group).cards == (cards[4],)


# --- Dots -------------------------------------------------------------------


def test_nothing_moves_under_the_dots_while_they_are_given() -> None:
    play = Play()
    one, two, loose = play.post(), play.post(), play.post()
    group, other = play.group(one, two), play.statement()
    part = play.split(group, two)
    play.do(c.DissolveStatement(statement=part))
    merged = play.merge(other, play.statement())
    play.undo()
    play.do(c.OpenVote(theme=DS, dots=3, kinds=(CONSTAT,)))
    moving: tuple[c.Command, ...] = (
        c.GroupCards(cards=(loose,), statement=group),
        c.UngroupCards(cards=(one,)),
        c.MergeStatements(statements=(group, other)),
        c.SplitStatement(statement=group, cards=(one,)),
        c.DissolveStatement(statement=group),
        c.RestoreStatement(statement=part),
        c.RestoreStatement(statement=merged),
        c.WordStatement(statement=group, text="Autre"),
    )
    for command in moving:
        assert play.because(command, FACILITATOR) is Because.VOTE_OPEN, command
    play.do(c.GroupCards(cards=(loose,)))
    play.do(c.WordStatement(statement=play.statement(DEMAND), text="Autre"), HOST)
