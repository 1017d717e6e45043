"""Who may take a whole convention away in one file."""

import pytest

from atelier.domain.actor import ANYBODY, Actor, Grant
from atelier.domain.permissions import may_carry_away
from atelier.domain.words import Role, ThemeCode


@pytest.mark.parametrize("role", Role)
def test_host_and_secretary_of_all_of_it_may_and_nobody_else(role: Role) -> None:
    whole = Actor(grants=(Grant(role=role),))
    part = Actor(grants=(Grant(role=role, themes=frozenset({ThemeCode("DS")})),))
    assert may_carry_away(whole) == (role in {Role.HOST, Role.SECRETARY})
    assert not may_carry_away(part)
    assert not may_carry_away(ANYBODY)
