"""Which neighbours are proposed, and which are not."""

from hypothesis import given, settings

from atelier.domain import commands as c
from atelier.domain.actor import Actor
from atelier.domain.apart import Target
from atelier.domain.views import may_read
from atelier.domain.words import AsideReason, CardNumber, Kind, Reference, Role
from atelier.nearness.index import Index
from atelier.nearness.neighbours import Neighbour, neighbours, thing_at
from tests.domain.moves import Move, moves, played
from tests.domain.play import ANA, DS, FACILITATOR, HOST, SILENT, TR, Play, limited

TEXT = "Le guichet de la préfecture est fermé."
DEMAND = Kind.REVENDICATION


def near(
    play: Play, asked: Target, *, elsewhere: bool = False, actor: Actor = FACILITATOR
) -> tuple[Neighbour, ...]:
    index = Index()
    index.follow(play.state)
    return neighbours(play.state, index, asked, actor, elsewhere=elsewhere)


def targets(play: Play, asked: Target, *, elsewhere: bool = False) -> list[Target]:
    return [one.target for one in near(play, asked, elsewhere=elsewhere)]


def test_what_is_withdrawn_or_set_aside_is_not_proposed_until_it_comes_back() -> None:
    play = Play()
    one, gone, aside = play.post(TEXT), play.post(TEXT), play.post(TEXT)
    play.do(c.WithdrawCard(card=gone), ANA)
    play.do(c.SetAsideCard(card=aside, reason=AsideReason.OTHER))
    assert targets(play, one) == []
    assert targets(play, gone) == []
    play.do(c.RestoreCard(card=aside))
    assert targets(play, one) == [aside]


def test_a_statement_that_stands_no_more_is_not_proposed() -> None:
    play = Play()
    one, group = play.post(TEXT), play.group(play.post("Autre chose."))
    play.do(c.WordStatement(statement=group, text=TEXT))
    assert targets(play, one) == [group]
    play.do(c.DissolveStatement(statement=group))
    assert (targets(play, one), targets(play, group)) == ([], [])


def test_what_is_told_apart_is_proposed_no_more_until_it_is_taken_back() -> None:
    play = Play()
    one, two = play.post(TEXT), play.post(TEXT)
    play.do(c.MarkDifferent(targets=(two, one)))
    assert (targets(play, one), targets(play, two)) == ([], [])
    play.undo()
    assert targets(play, one) == [two]


def test_a_card_told_apart_from_a_statement_is_told_apart_from_its_cards() -> None:
    play = Play()
    one, two = play.post(TEXT), play.post(TEXT)
    group = play.group(two)
    play.do(c.WordStatement(statement=group, text=TEXT))
    play.do(c.MarkDifferent(targets=(one, group)))
    assert (targets(play, one), targets(play, two), targets(play, group)) == ([], [], [])


def test_a_placed_card_is_proposed_once_by_its_statement_with_the_words_that_are_near() -> None:
    play = Play()
    one, two, three = play.post(TEXT), play.post(TEXT), play.post("Le guichet ferme.")
    group = play.group(two, three)
    (found,) = near(play, one)
    assert (found.target, found.by, found.text) == (group, two, TEXT)
    assert targets(play, two) == [one]


def test_a_statement_without_words_is_asked_by_its_cards_and_then_by_its_own() -> None:
    play = Play()
    one, two = play.post(TEXT), play.post(TEXT)
    group = play.group(two)
    assert [(found.target, found.asked_by) for found in near(play, group)] == [(one, two)]
    play.do(c.WordStatement(statement=group, text="Les écrans remplacent les gens."))
    assert targets(play, group) == []
    play.do(c.WordStatement(statement=group, text="Le guichet ferme."))
    assert [(found.target, found.asked_by) for found in near(play, group)] == [(one, group)]


def test_another_kind_and_another_theme_come_only_when_asked_for_and_after() -> None:
    play = Play()
    one, demand, there = play.post(TEXT), play.post(TEXT, kind=DEMAND), play.post(TEXT, theme="TR")
    here = play.post("Le guichet de la préfecture.")
    assert targets(play, one) == [here]
    found = near(play, one, elsewhere=True)
    assert [(it.target, it.elsewhere) for it in found] == [(here, False), (demand, True), (there, True)]


def test_five_at_most_the_nearest_first() -> None:
    play = Play()
    one = play.post(TEXT)
    for number in range(8):
        play.post(f"Le guichet de la préfecture {'loin ' * number}")
    found = near(play, one)
    assert len(found) == 5
    assert [it.score for it in found] == sorted((it.score for it in found), reverse=True)


def test_texts_are_compared_within_a_language_and_on_the_human_translation() -> None:
    play = Play()
    french = play.post(TEXT)
    event = c.PostCard(theme=DS, kind=Kind.CONSTAT, text="شباك المحافظة مغلق", key="ar", lang="ar")
    arabic = CardNumber(french + 1)
    play.do(event, ANA)
    assert targets(play, french) == []
    play.do(c.TranslateCard(card=arabic, lang="fr-FR", text="Le guichet de la préfecture a fermé."))
    (found,) = near(play, french)
    assert (found.target, found.lang) == (arabic, "fr")
    play.do(c.PostCard(theme=DS, kind=Kind.CONSTAT, text="الشباك مغلق", key="ar2", lang="ar"), ANA)
    assert {(it.target, it.lang) for it in near(play, arabic)} == {(arabic + 1, "ar"), (french, "fr")}


def test_a_hidden_card_of_a_theme_that_is_not_theirs_is_not_shown_to_them() -> None:
    play = Play()
    one = play.post(TEXT)
    play.do(c.StartStep(step=SILENT, theme=TR))
    hidden = play.post(TEXT, theme="TR")
    only_here = Actor(grants=(limited(Role.FACILITATOR, DS),))
    assert [it.target for it in near(play, one, elsewhere=True)] == [hidden]
    assert near(play, one, elsewhere=True, actor=only_here) == ()


def test_what_is_not_there_has_no_neighbour() -> None:
    play = Play()
    play.post(TEXT)
    assert near(play, CardNumber(99)) == near(play, Reference("DS-C9")) == ()


def test_a_log_that_fell_back_takes_its_cards_along() -> None:
    play, index = Play(), Index()
    one = play.post(TEXT)
    before = play.state
    play.post(TEXT)
    index.follow(play.state)
    index.follow(before)
    assert index.alike(one, {one, CardNumber(one + 1)}).keys() == {one}


def test_another_language_of_the_convention_changes_what_is_compared_with_what() -> None:
    play, index = Play(), Index()
    one = play.post("The desk is closed.")
    index.follow(play.state)
    assert [*index.texts(one)] == ["fr"]
    play.do(c.EditConvention(language="en"), as_=HOST)
    index.follow(play.state)
    assert [*index.texts(one)] == ["en"]


@given(moves())
@settings(max_examples=60)
def test_an_index_that_followed_the_day_is_as_one_that_reads_it_at_the_end(day: list[Move]) -> None:
    followed, state = Index(), None
    for play, _, _ in played(day):
        state = play.state
        followed.follow(state)
    if state is None:
        return
    fresh = Index()
    fresh.follow(state)
    everything: set[Target] = {*state.cards, *state.statements}
    for target in everything:
        assert followed.texts(target) == fresh.texts(target)
        assert followed.alike(target, everything) == fresh.alike(target, everything)
        for one in neighbours(state, followed, target, FACILITATOR, elsewhere=True):
            there = thing_at(state, one.by)
            assert there is not None
            assert isinstance(one.by, str) or may_read(state.cards[one.by], FACILITATOR)
            assert thing_at(state, one.target) is not None
            assert one.target != target
