"""A disk that refuses: nothing that is not durable exists, everybody knows, and the next try works."""

import pytest

from atelier.domain import commands
from atelier.domain.evolve import replay
from atelier.domain.words import CardNumber, ThemeCode
from atelier.live.room import Room
from atelier.store.errors import CannotWrite
from tests.domain.play import ANA, FACILITATOR, SILENT
from tests.live.fakes import (
    CANNOT_WRITE,
    NOON,
    FakeLog,
    a_moment,
    all_refused,
    ask,
    card,
    in_a_loop,
    in_trouble,
    posted,
    received,
    running,
    texts,
    until,
)


def agree(room: Room, log: FakeLog) -> None:
    """What readers see, what is written and what a power cut leaves are the same."""
    assert replay(log.durable) == replay(log.events) == room.state == room._ahead


@in_a_loop
async def test_a_failed_sync_refuses_its_batch_and_all_after_it_and_the_next_works() -> None:
    log = FakeLog()
    async with running(log) as room:
        await posted(room, "durable")
        log.refusing = ["sync"]
        log.let_out.clear()
        batch = [ask(room, card("un")), ask(room, card("deux"))]
        await until(lambda: log.syncing)
        late = [ask(room, card("trois")), ask(room, card("deux"))]
        await a_moment()
        log.let_out.set()
        assert await all_refused(*batch, *late)
        assert texts(room) == ["durable"]
        assert in_trouble(room)
        agree(room, log)
        assert (await posted(room, "trois")).card == 2
        assert not in_trouble(room)
        agree(room, log)


@in_a_loop
async def test_the_forgetting_is_made_durable_before_anybody_is_refused() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.refusing = ["sync"]
        assert await room.submit(card("perdue"), ANA) == CANNOT_WRITE
        assert log.calls == ["append", "sync", "rollback", "sync"]


class SlowToForget(FakeLog):
    """The sync after a rollback waits."""

    def rollback(self) -> None:
        super().rollback()
        self.let_out.clear()


@in_a_loop
async def test_a_disk_that_does_not_even_forget_refuses_those_who_came_meanwhile_too() -> None:
    log = SlowToForget()
    async with running(log) as room:
        log.refusing = ["sync", "sync"]
        first = ask(room, card("perdue"))
        await until(lambda: "rollback" in log.calls)
        meanwhile = ask(room, card("aussi"))
        await a_moment()
        assert not first.done()
        log.let_out.set()
        assert await all_refused(first, meanwhile)
        assert log.calls[:6] == ["append", "sync", "rollback", "append", "sync", "rollback"]
        agree(room, log)
        log.let_out.set()
        await posted(room, "gardée")
        agree(room, log)


@in_a_loop
async def test_who_comes_while_the_forgetting_is_made_durable_is_not_refused() -> None:
    log = SlowToForget()
    async with running(log) as room:
        log.refusing = ["sync"]
        first = ask(room, card("perdue"))
        await until(lambda: "rollback" in log.calls)
        meanwhile = ask(room, card("gardée"))
        await a_moment()
        log.let_out.set()
        assert await all_refused(first)
        assert received(await meanwhile).card == 1
        assert texts(room) == ["gardée"]
        agree(room, log)


@in_a_loop
async def test_what_an_earlier_sync_took_along_stands_when_the_next_one_fails() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.let_in.clear()
        first = ask(room, card("un"))
        await a_moment()
        along = ask(room, card("emportée"))
        await a_moment()
        log.refusing = ["then sync"]
        log.let_in.set()
        await first
        assert received(await along).card == 2
        assert log.calls[:5] == ["append", "append", "sync", "sync", "rollback"]
        assert texts(room) == ["un", "emportée"]
        agree(room, log)
        await posted(room, "trois")
        agree(room, log)


@in_a_loop
async def test_a_refused_write_refuses_that_one_alone() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.let_out.clear()
        first = ask(room, card("un"))
        await a_moment()
        log.refusing = ["append"]
        assert await room.submit(card("trop"), ANA) == CANNOT_WRITE
        assert in_trouble(room)
        log.let_out.set()
        assert received(await first).card == 1
        assert (await posted(room, "deux")).card == 2
        assert texts(room) == ["un", "deux"]
        assert not in_trouble(room)
        assert "rollback" not in log.calls
        agree(room, log)


@in_a_loop
async def test_trouble_stays_until_something_is_written_again() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.refusing = ["append"]
        await room.submit(card("trop"), ANA)
        await until(lambda: "sync" in log.calls)
        assert in_trouble(room)
        await posted(room, "place")
        assert not in_trouble(room)


@in_a_loop
async def test_a_log_that_failed_behind_the_rooms_back_is_taken_up_again() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.refusing = ["sync"]
        with pytest.raises(CannotWrite):
            log.sync()  # as the keyring does, on the same storage
        assert await room.submit(card("refusée"), ANA) == CANNOT_WRITE
        await until(lambda: "rollback" in log.calls)
        assert (await posted(room, "suivante")).card == 1
        agree(room, log)


@pytest.mark.parametrize("call", ["begin_compaction", "finish", "settle"])
@in_a_loop
async def test_what_could_not_be_erased_now_is_erased_with_the_next_command(call: str) -> None:
    log = FakeLog()
    async with running(log) as room:
        await posted(room, "à retirer")
        log.refusing = [call]
        received(await room.submit(commands.WithdrawCard(card=CardNumber(1)), ANA))
        assert room.state.cards[CardNumber(1)].withdrawn
        assert in_trouble(room)
        assert log.erasing
        await posted(room, "suite")
        assert not log.erasing
        assert not in_trouble(room)
        agree(room, log)


@pytest.mark.parametrize("refusing", [[f"begin_backup step-started {NOON}"], ["backup"]])
@in_a_loop
async def test_a_step_starts_though_it_cannot_be_copied(refusing: list[str]) -> None:
    log = FakeLog()
    async with running(log) as room:
        log.refusing = refusing
        start = commands.StartStep(step=SILENT, theme=ThemeCode("DS"))
        received(await room.submit(start, FACILITATOR))
        assert in_trouble(room)
        await posted(room, "suite")
        assert not in_trouble(room)


@in_a_loop
async def test_an_erasure_that_always_fails_stops_no_copy() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.to_erase, log.refusing = {1}, ["finish"]
        await room.submit(commands.StartStep(step=SILENT, theme=ThemeCode("DS")), FACILITATOR)
        assert log.calls[-1] == "backup"


@in_a_loop
async def test_a_sync_that_fails_while_cleaning_up_refuses_who_came_meanwhile_and_the_next_works() -> None:
    log = FakeLog()
    async with running(log) as room:
        await posted(room, "à retirer")
        real = log.begin_compaction

        def begin_compaction() -> object:
            log.refusing = ["sync"]
            return real()

        log.begin_compaction = begin_compaction  # type: ignore[method-assign, assignment]
        log.let_out.clear()
        withdrawn = ask(room, commands.WithdrawCard(card=CardNumber(1)))
        await until(lambda: log.syncing)
        meanwhile = ask(room, card("perdue"))
        await a_moment()
        log.let_out.set()
        received(await withdrawn)
        assert await meanwhile == CANNOT_WRITE
        agree(room, log)
        log.begin_compaction = real  # type: ignore[method-assign]
        assert (await posted(room, "gardée")).card == 2
        assert not log.erasing
        agree(room, log)


@in_a_loop
async def test_a_sync_that_fails_while_cleaning_up_costs_nobody_else_a_refusal() -> None:
    log = FakeLog()
    async with running(log) as room:
        await posted(room, "à retirer")
        log.refusing = ["then sync"]
        received(await room.submit(commands.WithdrawCard(card=CardNumber(1)), ANA))
        assert in_trouble(room)
        await posted(room, "suivante")
        assert not log.erasing
        agree(room, log)
