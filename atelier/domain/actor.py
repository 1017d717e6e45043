"""Who is asking: functions and a browser, never a person."""

from dataclasses import dataclass, field

from atelier.domain.authorship import Secret
from atelier.domain.words import TEAM, Role, ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A function, in the whole convention or for some of its themes."""

    role: Role
    themes: frozenset[ThemeCode] | None = None


PARTICIPANT = Grant(role=Role.PARTICIPANT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """What a request may be done with. One browser may hold several role links.

    `secret` is None where the browser keeps no cookie: it can write, and nothing
    it wrote can be shown to be its own.
    """

    grants: tuple[Grant, ...] = (PARTICIPANT,)
    secret: Secret | None = field(default=None, repr=False)

    @property
    def team(self) -> bool:
        """Facilitator, secretary or host, somewhere."""
        return any(grant.role in TEAM for grant in self.grants)


ANYBODY = Actor()
