import dataclasses
import re
from pathlib import Path
from typing import Any

import pytest

from atelier.demonstration import CannotPlay, day, play
from atelier.demonstration.people import person
from atelier.domain import events
from atelier.domain.authorship import card_mark
from atelier.domain.completeness import gaps, unanswered
from atelier.domain.evolve import replay
from atelier.domain.fates import faults, ledger
from atelier.domain.matches import live_matches
from atelier.domain.tally import overfull
from atelier.domain.words import Channel, Consent, Count, Fate, Kind, Maturity, Resolution, Scale

OPEN = play(closed=False, id="demo")
CLOSED = play(closed=True, id="demo")

_MARK = re.compile(r"\b[0-9a-f]{32}\b")


def test_the_day_adds_up() -> None:
    state = replay(OPEN)
    assert faults(state) == ()
    counts = ledger(state.cards.values())
    assert counts.received == len(state.cards) == sum(counts.fates.values()) == sum(counts.channels.values())


def test_every_card_has_a_fate_and_none_is_left_to_place() -> None:
    fates = ledger(replay(OPEN).cards.values()).fates
    assert fates[Fate.TO_PLACE] == 0
    assert all(fates[fate] for fate in (Fate.IN_STATEMENT, Fate.SET_ASIDE, Fate.WITHDRAWN))


def test_the_day_shows_what_the_tool_can_do() -> None:
    state = replay(OPEN)
    statements = state.statements.values()
    assert {card.channel for card in state.cards.values()} == set(Channel) - {Channel.EARLIER}
    assert {card.lang for card in state.cards.values()} == {"", "ar", "uk", "en"}
    assert {one.kind for one in statements} == set(Kind)
    assert {one.maturity for one in statements} >= set(Maturity)
    assert {objection.how for one in statements for objection in one.objections} <= set(Resolution)
    assert all(card.translations for card in state.cards.values() if card.lang)
    assert any(one.minorities for one in statements)
    assert any(one.taken_up for one in statements)
    assert any(len(one.themes) == 3 for one in statements)
    assert any(one.merged for one in statements)
    assert any(card.carried_by > 1 for card in state.cards.values())
    counted = {channel for vote in state.votes.values() for _, _, channel in vote.counted}
    assert counted == set(Count)
    assert not any(vote.open for vote in state.votes.values())
    assert any(set(vote.themes) == set(state.themes) for vote in state.votes.values())
    assert not any(overfull(state, vote) for vote in state.votes.values())
    assert {poll.scale for poll in state.polls.values()} == {Scale.OPINIONS}
    assert Consent.ADOPTED in {one.consent for one in statements}
    assert live_matches(state)
    assert state.axes
    assert state.sections


def test_the_same_id_gives_the_same_log_and_another_gives_other_marks() -> None:
    assert play(closed=True, id="demo") == CLOSED
    other = play(closed=False, id="other")
    assert {mark for mark in _MARK.findall(repr(OPEN)) if mark in repr(other)} == _receipts(OPEN)


def _receipts(log: list[events.Envelope]) -> set[str]:
    """They recognise a resend, and know of nobody."""
    posted = (one.event for one in log if isinstance(one.event, events.CardPosted))
    return {one.receipt for one in posted if one.receipt}


def test_the_clock_is_that_of_the_place_in_summer() -> None:
    assert OPEN[1].at - OPEN[0].at == 30 * 60
    assert OPEN[1].at == 1_791_617_400  # 2026-10-10, 07:30 UTC
    assert [one.at for one in CLOSED] == sorted(one.at for one in CLOSED)
    assert [one.seq for one in CLOSED] == list(range(1, len(CLOSED) + 1))


def test_participants_own_their_cards_while_the_day_lasts() -> None:
    posted = next(one.event for one in OPEN if isinstance(one.event, events.CardPosted))
    secret = person("p2", "demo").secret
    assert secret is not None
    assert posted.author == card_mark(secret, posted.card)


def test_words_taken_back_or_corrected_are_gone_from_the_log() -> None:
    state = replay(OPEN)
    for card in state.cards.values():
        posted = OPEN[card.posted - 1].event
        assert isinstance(posted, events.CardPosted)
        assert bool(posted.text) is not (card.withdrawn or card.corrected)
    assert any(card.corrected for card in state.cards.values())


def test_nothing_is_left_unanswered_when_the_convention_is_closed() -> None:
    state = replay(CLOSED)
    assert state.closed
    assert unanswered(state) == ()
    assert gaps(state)


def test_a_closed_log_holds_no_mark_that_ties_a_card_or_a_dot_to_anybody() -> None:
    assert _MARK.search(repr(OPEN))
    assert not _MARK.search(repr(CLOSED))


def test_closing_only_adds_to_the_day() -> None:
    def bare(one: events.Envelope) -> events.Envelope:
        gone: dict[str, Any] = {
            name: "" for name in ("author", "receipt", "voter") if hasattr(one.event, name)
        }
        return dataclasses.replace(one, event=dataclasses.replace(one.event, **gone))

    assert [bare(one) for one in OPEN] == CLOSED[: len(OPEN)]


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("command = 'post_card'\ntheme = 'XX'\nkind = 'constat'\ntext = 'x'", "unknown"),
        ("command = 'post_card'\ntheme = 'DS'\nkind = 'constat'\ntext = 'x'\ncolour = 'x'", "colour"),
        ("command = 'post_cards'", "post_cards"),
        ("command = 'withdraw_card'\ncard = '@nothing'", "nothing"),
        ("command = 'freeze_theme'\ntheme = 'DS'", "not_your_role"),
        ("command = 'post_card'\ntheme = 'DS'\nkind = 'dream'\ntext = 'x'", "dream"),
    ],
)
def test_an_entry_that_cannot_be_played_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: str, why: str
) -> None:
    (tmp_path / "day.toml").write_text(f"[[do]]\nat = '10:00'\nwho = 'p1'\n{entry}\n", encoding="utf-8")
    monkeypatch.setattr(day, "FOLDER", tmp_path)
    with pytest.raises(CannotPlay, match=r"day\.toml, \[\[do\]\] number 1, 10:00 p1") as refused:
        play(closed=False, id="demo")
    assert why in str(refused.value)


@pytest.mark.parametrize(("at", "who"), [("08:00", "p1"), ("10:00", "somebody")])
def test_time_only_goes_forward_and_only_those_who_are_there_take_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str, who: str
) -> None:
    post = "command = 'post_card'\ntheme = 'DS'\nkind = 'constat'\ntext = 'x'"
    (tmp_path / "day.toml").write_text(f"[[do]]\nat = '{at}'\nwho = '{who}'\n{post}", encoding="utf-8")
    monkeypatch.setattr(day, "FOLDER", tmp_path)
    with pytest.raises(CannotPlay, match="number 1"):
        play(closed=False, id="demo")
