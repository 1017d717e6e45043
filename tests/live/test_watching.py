"""Following a room: what happened, as it is durable, for as long as one wants to know."""

from atelier.domain import commands
from atelier.domain.events import CardPosted, CardWithdrawn
from atelier.domain.words import CardNumber
from tests.domain.play import ANA
from tests.live.fakes import FakeLog, a_moment, ask, card, in_a_loop, posted, running, until


@in_a_loop
async def test_an_event_that_is_not_durable_has_not_happened() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.let_out.clear()
        asked = ask(room, card("Guichet fermé."))
        await until(lambda: log.syncing)
        assert room.since(1) == []
        log.let_out.set()
        await asked
        assert [type(one.event) for one in room.since(1)] == [CardPosted]
        assert room.since(2) == []


@in_a_loop
async def test_words_that_were_erased_are_not_told_again() -> None:
    async with running(FakeLog()) as room:
        await posted(room, "Monsieur Untel")
        await room.submit(commands.WithdrawCard(card=CardNumber(1)), ANA)
        posting, withdrawing = (one.event for one in room.since(1))
        assert "Untel" not in repr(posting)
        assert isinstance(withdrawing, CardWithdrawn)


@in_a_loop
async def test_a_watcher_that_leaves_is_called_no_more() -> None:
    async with running(FakeLog()) as room:
        seen: list[int] = []
        leave = room.watch(lambda: seen.append(room.state.seq))
        await posted(room, "une")
        leave()
        await posted(room, "deux")
        await a_moment()
        assert seen == [2]
