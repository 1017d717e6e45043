"""One writer, two states, one sync for all who wait."""

import asyncio
from dataclasses import replace

import pytest

from atelier.domain import commands, limits
from atelier.domain.authorship import Secret
from atelier.domain.refusals import Because, Refusal
from atelier.domain.words import CardNumber, Role, ThemeCode
from atelier.live.receipt import Receipt
from tests.domain.play import ANA, BEN, FACILITATOR, PROGRAMME, SILENT, Play
from tests.live.fakes import (
    CANNOT_WRITE,
    NOON,
    FakeLog,
    a_moment,
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


@in_a_loop
async def test_a_refused_command_writes_nothing_and_does_not_wait_for_the_disk() -> None:
    log = FakeLog()
    log.let_out.clear()
    async with running(log) as room:
        before = room.state
        answer = await room.submit(card(""), ANA)
        assert answer == Refusal(because=Because.TEXT_EMPTY, field="text")
        assert room.state is before
        assert log.calls == []
        log.let_out.set()


@in_a_loop
async def test_too_many_waiting_for_the_disk_are_refused_and_nothing_grows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "UNSYNCED_COMMANDS_MAX", 3)
    log = FakeLog()
    async with running(log) as room:
        log.let_out.clear()
        first = ask(room, card("0"))
        await until(lambda: log.syncing)
        others = [ask(room, card(str(number))) for number in range(1, 5)]
        await a_moment()
        assert others[3].result() == CANNOT_WRITE
        assert log.last == 5
        log.let_out.set()
        assert [received(await one).card for one in (first, *others[:3])] == [1, 2, 3, 4]
        await posted(room, "plus tard")


@in_a_loop
async def test_an_answer_comes_after_the_sync_and_readers_see_only_what_is_durable() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.let_out.clear()
        asked = ask(room, card("Guichet fermé."))
        await a_moment()
        assert log.last == 2
        assert not asked.done()
        assert texts(room) == []
        log.let_out.set()
        receipt = received(await asked)
        assert receipt == Receipt(seq=log.events[1].seq, event=log.events[1].event, card=CardNumber(1))
        assert (log.events[1].at, log.events[1].by) == (NOON, Role.PARTICIPANT)
        assert texts(room) == ["Guichet fermé."]
        assert len(log.durable) == 2


@in_a_loop
async def test_the_next_is_decided_against_what_is_written_though_not_yet_durable() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.let_out.clear()
        cards = [ask(room, card("un")), ask(room, card("deux"))]
        grouped = ask(room, commands.GroupCards(cards=(CardNumber(1), CardNumber(2))), FACILITATOR)
        await a_moment()
        assert room.state.cards == {}
        log.let_out.set()
        assert [received(await one).card for one in cards] == [1, 2]
        assert received(await grouped).statement == "DS-C1"


@in_a_loop
async def test_commands_that_arrive_together_share_one_sync() -> None:
    log = FakeLog()
    async with running(log) as room:
        answers = await asyncio.gather(*(room.submit(card(f"{number}"), ANA) for number in range(300)))
        assert [received(one).card for one in answers] == list(range(1, 301))
        assert log.calls.count("sync") == 1
        log.let_out.clear()
        first = ask(room, card("pendant"))
        await until(lambda: log.syncing)
        late = [ask(room, card(f"le sync {number}")) for number in range(50)]
        await a_moment()
        log.let_out.set()
        await asyncio.gather(first, *late)
        assert log.calls.count("sync") == 3
        assert len(room.state.cards) == 351


@in_a_loop
async def test_a_resend_before_the_sync_waits_for_the_same_sync_and_has_the_same_card() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.let_out.clear()
        first, again = ask(room, card("une fois", "k")), ask(room, card("une fois", "k"))
        await a_moment()
        assert not again.done()
        log.let_out.set()
        one, other = received(await first), received(await again)
        assert (one.seq, one.card) == (other.seq, other.card)
        assert other.event is None
        assert log.calls == ["append", "sync"]
        assert received(await room.submit(card("une fois", "k"), BEN)) == other
        assert log.calls == ["append", "sync"]


@in_a_loop
async def test_a_client_that_goes_away_breaks_nothing_and_its_card_stays() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.let_out.clear()
        gone, stays = ask(room, card("partie")), ask(room, card("restée"))
        await a_moment()
        gone.cancel()
        await a_moment()
        log.let_out.set()
        assert received(await stays).card == 2
        assert gone.cancelled()
        assert texts(room) == ["partie", "restée"]
        await posted(room, "suivante")


@in_a_loop
async def test_closing_answers_all_who_wait_refuses_the_others_and_lets_the_log_go() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.let_out.clear()
        asked = [ask(room, card("avant"))]
        await until(lambda: log.syncing)
        asked.append(ask(room, card("pendant")))
        await a_moment()
        closing = asyncio.create_task(room.close())
        await a_moment()
        too_late = ask(room, card("après"))
        await a_moment()
        assert too_late.result() == CANNOT_WRITE
        log.let_out.set()
        assert [received(await one).card for one in asked] == [1, 2]
        await closing
        assert await room.submit(card("bien après"), ANA) == CANNOT_WRITE
        assert log.calls == ["append", "append", "sync", "sync", "close"]


@in_a_loop
async def test_a_disk_that_refuses_the_close_takes_no_answer_back() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.refusing = ["close"]
        await posted(room, "avant")
    assert in_trouble(room)


@in_a_loop
async def test_a_room_that_was_not_opened_closes_its_log() -> None:
    log = FakeLog()
    async with running(log):
        pass
    assert log.calls == ["close"]


@in_a_loop
async def test_each_step_is_copied_before_it_is_answered_and_nothing_else_is() -> None:
    log = FakeLog()
    async with running(log) as room:
        await posted(room, "Bus")
        start = commands.StartStep(step=SILENT, theme=ThemeCode("DS"))
        await room.submit(start, FACILITATOR)
        assert log.calls[-4:] == ["sync", "sync", f"begin_backup step-started {NOON}", "backup"]
        freeze = commands.FreezeTheme(theme=ThemeCode("DS"))
        await asyncio.gather(room.submit(freeze, FACILITATOR), room.submit(freeze, FACILITATOR))
        assert [call for call in log.calls if call.startswith("begin_backup")][1:] == [
            f"begin_backup theme-frozen {NOON}"
        ]


@in_a_loop
async def test_a_long_log_is_compacted() -> None:
    log = FakeLog()
    async with running(log) as room:
        log.long = True
        await posted(room, "Bus")
        assert log.calls == ["append", "sync", "sync", "begin_compaction", "finish", "settle"]


@in_a_loop
async def test_what_is_withdrawn_is_erased_before_its_author_is_told() -> None:
    log = FakeLog()
    async with running(log) as room:
        await posted(room, "à retirer")
        log.calls.clear()
        await room.submit(commands.WithdrawCard(card=CardNumber(1)), ANA)
        assert log.calls == ["append", "sync", "sync", "begin_compaction", "finish", "settle"]
        assert log.erasing == frozenset()
        assert "à retirer" not in repr(log.events)
        assert "à retirer" not in repr(room.state)


@in_a_loop
async def test_opening_ends_what_a_crash_left_unerased() -> None:
    log = FakeLog()
    log.to_erase = {1}
    async with running(log):
        await until(lambda: "settle" in log.calls)
        assert log.calls == ["sync", "sync", "begin_compaction", "finish", "settle"]


@in_a_loop
async def test_two_rooms_know_nothing_of_each_other() -> None:
    one, other = FakeLog(), FakeLog(Play(replace(PROGRAMME, id="other")).log)
    async with running(one) as first, running(other) as second:
        one.let_out.clear()
        held = ask(first, card("ici"), replace(ANA, secret=Secret(b"here")))
        await a_moment()
        assert (await posted(second, "là")).card == 1
        assert not held.done()
        one.refusing = ["sync"]
        one.let_out.set()
        assert await held == CANNOT_WRITE
        assert (in_trouble(first), in_trouble(second)) == (True, False)
        assert (texts(first), texts(second)) == ([], ["là"])
