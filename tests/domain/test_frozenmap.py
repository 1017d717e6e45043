from hypothesis import given
from hypothesis import strategies as st

from atelier.domain.frozenmap import FrozenMap

KEYS = st.one_of(st.integers(min_value=0, max_value=500), st.text(max_size=3))


@given(st.lists(st.tuples(st.integers(0, 500), st.integers())))
def test_it_holds_what_a_dictionary_of_numbers_holds(entries: list[tuple[int, int]]) -> None:
    built: FrozenMap[int, int] = FrozenMap()
    for key, value in entries:
        built = built.put(key, value)
    assert built == dict(entries) == FrozenMap(dict(entries))
    assert len(built) == len(dict(entries))


@given(st.lists(st.tuples(st.text(max_size=3), st.integers())), st.text(max_size=3))
def test_putting_leaves_the_earlier_mapping_as_it_was(entries: list[tuple[str, int]], key: str) -> None:
    before = FrozenMap(dict(entries))
    after = before.put(key, -1)
    assert before == dict(entries)
    assert after == {**dict(entries), key: -1}
    assert repr(FrozenMap({"a": 1})) == "FrozenMap({'a': 1})"


def test_numbers_given_in_turn_come_back_in_turn() -> None:
    built: FrozenMap[int, str] = FrozenMap()
    for number in range(1, 300):
        built = built.put(number, "x")
    for number in (7, 250, 70):
        built = built.put(number, "y")
    assert list(built) == list(range(1, 300))
