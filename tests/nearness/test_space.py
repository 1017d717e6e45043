"""Counts that come and go weigh as if they had been put in afresh."""

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier.nearness.space import Space

BAGS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 3), max_size=5)
STEPS = st.lists(st.tuples(st.integers(0, 6), st.none() | BAGS), max_size=30)


def filled(bags: dict[int, dict[str, int]]) -> Space[int]:
    space: Space[int] = Space()
    for key, bag in bags.items():
        space.put(key, bag)
    return space


def plainly(bags: dict[int, dict[str, int]], one: int, other: int) -> float:
    """The cosine as a book gives it: every vector written out."""
    held = Counter(term for bag in bags.values() for term in bag)
    weight = {term: math.log((1 + len(bags)) / (1 + count)) + 1 for term, count in held.items()}
    left, right = ({term: n * weight[term] for term, n in bags[key].items()} for key in (one, other))
    product = sum(value * right.get(term, 0.0) for term, value in left.items())
    return product / (math.hypot(*left.values()) * math.hypot(*right.values()))


@given(STEPS)
def test_whatever_came_and_went_it_answers_as_one_built_from_scratch(
    steps: list[tuple[int, dict[str, int] | None]],
) -> None:
    space: Space[int] = Space()
    there: dict[int, dict[str, int]] = {}
    for key, bag in steps:
        if bag is None:
            space.drop(key)
            there.pop(key, None)
        else:
            space.put(key, bag)
            there[key] = bag
        space.alike(key, range(7))  # what is remembered of a question must not outlive a change
    fresh = filled(there)
    for key in range(7):
        assert space.alike(key, range(7)) == fresh.alike(key, range(7))
        for other, score in space.alike(key, range(7)).items():
            assert score == pytest.approx(plainly(there, key, other))
            assert other in there


def test_a_term_that_few_hold_counts_for_more() -> None:
    space = filled({1: {"rare": 1, "usual": 1}, 2: {"rare": 1}, 3: {"usual": 1}, 4: {"usual": 1}})
    scores = space.alike(1, {2, 3})
    assert scores[2] > scores[3]
    assert set(scores) == {2, 3}


def test_nothing_of_what_is_dropped_is_left() -> None:
    space = filled({1: {"guichet": 1, "nom": 2}, 2: {"guichet": 1}})
    space.drop(1)
    assert "nom" not in repr(vars(space))
    assert list(space.alike(2, {1, 2})) == [2]
