"""Neighbours in a running room: found from the first question, and followed as cards come and go."""

from atelier.domain.apart import Target
from atelier.domain.commands import WithdrawCard
from atelier.domain.words import CardNumber
from atelier.live.neighbourhood import Neighbourhood
from atelier.live.room import Room
from tests.domain.play import ANA, FACILITATOR
from tests.live.fakes import FakeLog, in_a_loop, posted, running

TEXT = "Le guichet de la préfecture est fermé."
ONE, TWO = CardNumber(1), CardNumber(2)


def found(near: Neighbourhood, room: Room) -> list[Target]:
    return [one.target for one in near.of(room.state, ONE, FACILITATOR)]


@in_a_loop
async def test_a_card_that_comes_is_found_and_one_that_goes_is_not() -> None:
    async with running(FakeLog()) as room:
        near = Neighbourhood(room)
        await posted(room, TEXT)
        assert found(near, room) == []
        await posted(room, "Le guichet de la préfecture a fermé.")
        assert found(near, room) == [TWO]
        await room.submit(WithdrawCard(card=TWO), ANA)
        assert found(near, room) == []


@in_a_loop
async def test_the_words_of_a_withdrawn_card_leave_the_memory_without_any_question() -> None:
    async with running(FakeLog()) as room:
        near = Neighbourhood(room)
        await posted(room, TEXT)
        assert found(near, room) == []
        await posted(room, "Monsieur Untel, au guichet")
        assert "untel" in repr(vars(near._index._spaces["fr"].stems))
        await room.submit(WithdrawCard(card=TWO), ANA)
        assert "untel" not in repr(vars(near._index._spaces["fr"].stems)).lower()
