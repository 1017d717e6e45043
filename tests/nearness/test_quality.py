"""What people said twice is found again, on notes written for this: an order of magnitude."""

from atelier.domain.apart import Target
from atelier.nearness.index import Index
from atelier.nearness.neighbours import Neighbour, neighbours
from tests.domain.play import FACILITATOR, Play
from tests.nearness.notes import IDEAS

RECALL_MIN = 0.85  # 0.88 when it was measured
STRANGERS_MAX = 2.0  # a card; 1.7 when it was measured


def asked(play: Play, target: Target) -> tuple[Neighbour, ...]:
    index = Index()
    index.follow(play.state)
    return neighbours(play.state, index, target, FACILITATOR)


def test_most_of_what_was_said_twice_is_among_five_and_few_strangers_are() -> None:
    play = Play()
    ideas = {play.post(text): number for number, idea in enumerate(IDEAS) for text in idea}
    index = Index()
    index.follow(play.state)
    found = strangers = 0
    for card, idea in ideas.items():
        for one in neighbours(play.state, index, card, FACILITATOR):
            same = isinstance(one.target, int) and ideas[one.target] == idea
            found, strangers = found + same, strangers + (not same)
    doubles = sum(len(idea) * (len(idea) - 1) for idea in IDEAS)
    assert found / doubles >= RECALL_MIN
    assert strangers / len(ideas) <= STRANGERS_MAX


def test_a_demand_and_its_contrary_are_near_and_flagged() -> None:
    play = Play()
    one = play.post("Interdire la vidéosurveillance dans les rues.")
    other = play.post("Ne pas interdire la vidéosurveillance dans les rues.")
    (found,) = asked(play, one)
    assert found.target == other
    assert [(flag.words, flag.first) for flag in found.flags] == [("ne … pas", False)]
    (back,) = asked(play, other)
    assert [(flag.words, flag.first) for flag in back.flags] == [("ne … pas", True)]


def test_more_and_too_many_are_flagged_on_both_sides() -> None:
    play = Play()
    one, _ = play.post("Plus de caméras dans les rues."), play.post("Trop de caméras dans les rues.")
    (found,) = asked(play, one)
    assert [(flag.words, flag.first) for flag in found.flags] == [("plus", True), ("trop", False)]


def test_nonsense_is_near_nothing() -> None:
    play = Play()
    play.post("Le guichet est fermé le lundi.")
    for text in ("…", "👩🏽‍🚒", "le la les", "xyzzy", "123"):
        assert asked(play, play.post(text)) == ()
