import dataclasses

from atelier.domain import commands as c
from atelier.domain.fates import Ledger, fate_of, faults, ledger
from atelier.domain.words import AsideReason, CardNumber, Channel, Fate, Kind, Reference
from tests.domain.play import ANA, DS, HOST, SECRETARY, Play
from tests.domain.rooms import CARD, with_a_room


def the_play() -> Play:
    """A card of each fate: placed, withdrawn where it was placed, set aside, to be placed."""
    play = Play()
    one, two, three = play.post(), play.post(), play.post()
    paper = c.PostCard(theme=DS, kind=Kind.CONSTAT, text="Bus", key="k", channel=Channel.PAPER, carried_by=12)
    play.do(paper, SECRETARY)
    play.group(one, two)
    play.do(c.WithdrawCard(card=two), ANA)
    play.do(c.SetAsideCard(card=three, reason=AsideReason.OFF_TOPIC))
    return play


def test_every_card_has_one_fate_and_a_withdrawn_one_is_withdrawn_wherever_it_stood() -> None:
    play = the_play()
    fates = [fate_of(card) for card in play.state.cards.values()]
    assert fates == [Fate.IN_STATEMENT, Fate.WITHDRAWN, Fate.SET_ASIDE, Fate.TO_PLACE]


def test_the_ledger_counts_fates_reasons_channels_and_people() -> None:
    assert ledger(the_play().state.cards.values()) == Ledger(
        received=4,
        fates=dict.fromkeys(Fate, 1),
        reasons={AsideReason.OFF_TOPIC: 1},
        channels={Channel.PHONE: 3, Channel.PAPER: 1, Channel.SPOKEN: 0},
        people=15,
    )


def test_books_that_do_not_add_up_are_told() -> None:
    play = the_play()
    assert faults(play.state) == ()
    one, two = play.card(CardNumber(1)), play.card(CardNumber(2))
    cards = play.state.cards.put(CardNumber(1), dataclasses.replace(one, statement=None))
    assert faults(dataclasses.replace(play.state, cards=cards)) == ("statement:DS-C1:card:1",)
    cards = play.state.cards.put(CardNumber(2), dataclasses.replace(two, statement=Reference("DS-C9")))
    assert faults(dataclasses.replace(play.state, cards=cards)) == (
        "card:2:statement:DS-C9",
        "statement:DS-C1:card:2",
    )
    cards = play.state.cards.put(CardNumber(9), one)
    assert faults(dataclasses.replace(play.state, cards=cards)) == ("cards:numbers",)


def test_a_number_of_a_room_that_is_not_here_is_a_fault() -> None:
    play = with_a_room()
    play.do(CARD, HOST)
    assert faults(play.state) == ()
    assert faults(dataclasses.replace(play.state, rooms={})) == (f"card:{CARD.card}:room",)
    assert faults(dataclasses.replace(play.state, own_cards=1)) == ("cards:numbers",)
