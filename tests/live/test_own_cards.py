"""Which cards are a browser's own: nobody else's, and each tried once."""

import pytest

from atelier.domain import commands, limits
from atelier.domain.actor import Actor
from atelier.domain.card import Card
from atelier.domain.permissions import owns
from atelier.domain.words import CardNumber, Channel, ThemeCode
from atelier.live import own_cards
from atelier.live.own_cards import OwnCards
from tests.domain.play import ANA, BEN, CLEO, HOST, NOBODY, SECRETARY, Play, also


@pytest.fixture
def tried(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the cards that were tried."""
    numbers: list[int] = []

    def counting(card: Card, actor: Actor) -> bool:
        numbers.append(card.number)
        return owns(card, actor)

    monkeypatch.setattr(own_cards, "owns", counting)
    return numbers


def test_a_browser_without_a_cookie_owns_nothing() -> None:
    play = Play()
    play.post(as_=NOBODY)
    assert OwnCards().of(play.state, NOBODY) == ()


def test_a_card_that_was_withdrawn_moved_to_paper_or_written_by_another_is_not_ones_own() -> None:
    play, own = Play(), OwnCards()
    first, _, third = play.post(as_=ANA), play.post(as_=BEN), play.post(as_=ANA)
    theme = ThemeCode("DS")
    paper = commands.PostCard(
        theme=theme, kind=play.card(first).kind, text="Fiche", key="slip", channel=Channel.PAPER
    )
    play.do(paper, also(ANA, *(grant.role for grant in SECRETARY.grants)))
    assert own.of(play.state, ANA) == (first, third)
    play.do(commands.WithdrawCard(card=first), ANA)
    assert own.of(play.state, ANA) == (third,)
    assert own.of(play.state, CLEO) == ()


def test_a_card_is_tried_once_for_each_browser(tried: list[int]) -> None:
    play, own = Play(), OwnCards()
    for author in (ANA, BEN, BEN):
        play.post(as_=author)
    assert own.of(play.state, ANA) == (1,)
    tried.clear()
    new = play.post(as_=ANA)
    assert own.of(play.state, ANA) == (1, new)
    assert sorted(set(tried)) == [1, 4]
    tried.clear()
    assert own.of(play.state, ANA) == (1, new)
    assert tried == [1, 4]
    assert own.of(play.state, BEN) == (2, 3)


def test_after_the_log_fell_back_other_cards_are_tried_again() -> None:
    play, own = Play(), OwnCards()
    play.post(as_=ANA)
    durable = play.state
    play.post(as_=ANA)
    play.post(as_=ANA)
    assert own.of(play.state, ANA) == (1, 2, 3)
    assert own.of(durable, ANA) == (1,)
    assert own.of(play.state, ANA) == (1, 2, 3)


def test_a_closed_convention_is_nobodys() -> None:
    play, own = Play(), OwnCards()
    card = play.post(as_=ANA)
    assert own.of(play.state, ANA) == (card,)
    play.do(commands.AnswerGap(gap=f"card_to_place:{card}", reason="Pas le temps."))
    play.do(commands.CloseConvention(), HOST)
    assert own.of(play.state, ANA) == ()


def test_the_least_recent_browser_is_forgotten_and_found_again(
    monkeypatch: pytest.MonkeyPatch, tried: list[int]
) -> None:
    monkeypatch.setattr(limits, "BROWSERS_REMEMBERED_MAX", 2)
    play, own = Play(), OwnCards()
    for author in (ANA, BEN, CLEO):
        play.post(as_=author)
    for author in (ANA, BEN, ANA, CLEO):  # forgets BEN
        own.of(play.state, author)
    assert len(own._known) == 2
    tried.clear()
    assert own.of(play.state, ANA) == (CardNumber(1),)
    assert tried == [1]
    assert own.of(play.state, BEN) == (CardNumber(2),)
    assert tried == [1, 1, 2, 3, 2]
