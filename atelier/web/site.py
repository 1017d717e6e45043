"""What every request may need: the rooms, the clocks, the counters. One for a running server."""

import base64
import hmac
import secrets
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.requests import Request

from atelier.config import Config
from atelier.domain import limits
from atelier.domain.words import Instant, Role
from atelier.live.pace import Pace
from atelier.live.rooms import Rooms
from atelier.network.addresses import AllowedHosts
from atelier.web.presence import Presence


def wall_clock() -> Instant:
    """Now, in whole seconds."""
    return Instant(int(time.time()))


def _pace(burst: float, per_second: float) -> Pace:
    return Pace(burst=burst, per_second=per_second, now=time.monotonic)


@dataclass(slots=True, kw_only=True)
class Site:
    """`host_key` opens every convention as host, once, from the link printed at start.

    `machine_keys` are those of the browsers that opened that link; they end with the program.
    `presences`: by slug, who writes the cahier.
    """

    config: Config
    rooms: Rooms
    hosts: AllowedHosts
    now: Callable[[], Instant] = wall_clock
    host_key: str | None = field(default_factory=lambda: secrets.token_hex(16))
    machine_keys: set[str] = field(default_factory=set, repr=False)
    presences: defaultdict[str, Presence] = field(default_factory=lambda: defaultdict(Presence), repr=False)
    requests: Pace = field(
        default_factory=lambda: _pace(
            limits.REQUESTS_BURST_PER_ADDRESS, limits.REQUESTS_PER_SECOND_PER_ADDRESS
        )
    )
    cards: Pace = field(
        default_factory=lambda: _pace(
            limits.CARDS_PER_MINUTE_PER_BROWSER, limits.CARDS_PER_MINUTE_PER_BROWSER / 60
        )
    )
    wrong_keys: Pace = field(
        default_factory=lambda: _pace(
            limits.KEY_FAILURES_PER_MINUTE_PER_ADDRESS, limits.KEY_FAILURES_PER_MINUTE_PER_ADDRESS / 60
        )
    )
    wrong_keys_anywhere: Pace = field(
        default_factory=lambda: _pace(limits.KEY_FAILURES_PER_MINUTE, limits.KEY_FAILURES_PER_MINUTE / 60)
    )

    def is_host_key(self, key: str) -> bool:
        """It is that of the link printed at start, and that link was not opened yet."""
        return self.host_key is not None and hmac.compare_digest(key.encode(), self.host_key.encode())

    def host_keys(self) -> list[str]:
        """The host's key of every convention served, and one of this machine, to make others.

        The key of the link at start is then spent, unless there is nothing here to be host of.
        """
        if len(self.rooms):
            self.host_key = None
        machine = base64.b32encode(secrets.token_bytes(16)).decode().rstrip("=").lower()
        self.machine_keys.add(machine)
        return [machine, *(self.rooms.keys_of(served.room.slug)[Role.HOST] for served in self.rooms)]


def site_of(request: Request) -> Site:
    """The site that answers this request."""
    site = request.app.state.site
    assert isinstance(site, Site)  # noqa: S101 - `app` puts it there
    return site
