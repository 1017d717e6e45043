"""Another order: never past the annexes, never with anything lost."""

import pytest

from atelier.domain import outline
from atelier.domain.words import PartName
from atelier.web.pages.cahier.ordering import movable, moved, put_before, swapped
from tests.domain.play import Play

NAMES = outline.order(Play().state)
FIRST, SECOND = NAMES[:2]
LAST = PartName("next")
ANNEX = outline.ANNEXES[0]


@pytest.mark.parametrize(
    ("name", "by"), [(FIRST, -1), (LAST, 1), (ANNEX, 1), (ANNEX, -1), (outline.ANNEXES[-1], 1)]
)
def test_what_cannot_go_further_stays(name: PartName, by: int) -> None:
    assert moved(NAMES, name, by) is None


def test_a_part_goes_one_place_down_and_back() -> None:
    once = moved(NAMES, FIRST, 1)
    assert once is not None
    assert once[:2] == (SECOND, FIRST)
    assert moved(once, FIRST, -1) == NAMES


def test_prose_may_stand_among_the_annexes() -> None:
    block = PartName("block:B1")
    names = (*NAMES[: NAMES.index(ANNEX)], block, *outline.ANNEXES)
    assert movable(block)
    assert not movable(ANNEX)
    assert moved(names, block, 1) == (*names[: names.index(block)], ANNEX, block, *outline.ANNEXES[1:])


@pytest.mark.parametrize(
    ("name", "before", "found"), [("c", "a", "cab"), ("a", "c", "bac"), ("a", "", "bca"), ("b", "b", "acb")]
)
def test_what_is_dropped_stands_before_what_is_below(name: str, before: str, found: str) -> None:
    assert "".join(put_before(tuple("abc"), name, before)) == found


@pytest.mark.parametrize(("name", "by", "found"), [("a", 1, "bac"), ("a", -1, "abc"), ("c", 1, "abc")])
def test_at_the_ends_nothing_moves(name: str, by: int, found: str) -> None:
    assert "".join(swapped(tuple("abc"), name, by)) == found
