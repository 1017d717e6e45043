"""A bucket for each name, on a clock of our own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier.domain import limits
from atelier.live.pace import Pace


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_beyond_the_burst_one_waits_and_nothing_is_taken(clock: Clock) -> None:
    pace = Pace(burst=3, per_second=0.5, now=clock)
    assert [pace.wait("ana") for _ in range(5)] == [0.0, 0.0, 0.0, 2.0, 2.0]
    clock.now += 1
    assert pace.wait("ana") == 1.0
    clock.now += 1
    assert [pace.wait("ana") for _ in range(2)] == [0.0, 2.0]


def test_a_bucket_is_never_more_than_full(clock: Clock) -> None:
    pace = Pace(burst=2, per_second=10, now=clock)
    pace.wait("ana")
    clock.now += 3_600
    assert [pace.wait("ana") for _ in range(3)] == [0.0, 0.0, 0.1]


def test_what_costs_more_takes_more(clock: Clock) -> None:
    pace = Pace(burst=10, per_second=2, now=clock)
    assert pace.wait("ana", cost=7) == 0.0
    assert pace.wait("ana", cost=5) == 1.0
    assert pace.wait("ana", cost=3) == 0.0


def test_what_costs_nothing_is_always_let_through(clock: Clock) -> None:
    pace = Pace(burst=1, per_second=1, now=clock)
    assert [pace.wait("ana"), pace.wait("ana", cost=0.0)] == [0.0, 0.0]


def test_three_hundred_names_do_not_slow_one_another(clock: Clock) -> None:
    pace = Pace(burst=2, per_second=1, now=clock)
    names = [f"browser {number}" for number in range(300)]
    for expected in (0.0, 0.0, 1.0):
        assert {pace.wait(name) for name in names} == {expected}


def test_the_least_recent_name_is_forgotten_and_starts_afresh(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "BROWSERS_REMEMBERED_MAX", 3)
    pace = Pace(burst=1, per_second=1, now=clock)
    for name in ("ana", "ben", "cleo"):
        pace.wait(name)
    assert pace.wait("ana") == 1.0
    pace.wait("dora")  # forgets ben, not ana
    assert [pace.wait("ana"), pace.wait("cleo"), pace.wait("dora")] == [1.0, 1.0, 1.0]
    assert pace.wait("ben") == 0.0
    assert len(pace._left) == 3


@given(
    burst=st.integers(1, 50),
    per_second=st.floats(0.01, 1_000),
    pauses=st.lists(st.floats(0, 10), min_size=1, max_size=60),
)
def test_never_more_goes_through_than_the_burst_and_what_time_gave(
    burst: int, per_second: float, pauses: list[float]
) -> None:
    clock = Clock()
    pace, begun, through = Pace(burst=burst, per_second=per_second, now=clock), clock.now, 0
    for pause in pauses:
        clock.now += pause
        wait = pace.wait("ana")
        assert wait >= 0.0
        through += wait == 0.0
        assert through <= burst + (clock.now - begun) * per_second + 1e-6


@given(burst=st.integers(1, 50), per_second=st.floats(0.01, 1_000))
def test_who_waits_as_long_as_told_is_let_through(burst: int, per_second: float) -> None:
    clock = Clock()
    pace = Pace(burst=burst, per_second=per_second, now=clock)
    while (wait := pace.wait("ana")) == 0.0:
        pass
    clock.now += wait
    assert pace.wait("ana") < 1e-6
