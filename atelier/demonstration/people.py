"""Who takes part in the invented day: three functions, and participants with a telephone each."""

import re

from atelier.domain.actor import PARTICIPANT, Actor, Grant
from atelier.domain.authorship import secret_of
from atelier.domain.words import TEAM, Role

_PARTICIPANT = re.compile(r"p[1-9][0-9]?")


def person(who: str, convention_id: str) -> Actor:
    """`secretary`, or `p12`. The token is made from the name, so that the day is the same every time."""
    secret = secret_of(f"demonstration:{who}", convention_id)
    if _PARTICIPANT.fullmatch(who):
        return Actor(secret=secret)
    if who in TEAM:
        return Actor(grants=(PARTICIPANT, Grant(role=Role(who))), secret=secret)
    raise ValueError(f"nobody is called {who!r}")
