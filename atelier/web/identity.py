"""Who is this browser: from its cookies or its bearer key, never from a form field.

A participant is a random token in a cookie. A function (facilitator…) is a
role key, in a second cookie once its link was opened, or in the
`Authorization` header of a program. Neither is ever written or logged.
"""

import re
import secrets
from dataclasses import dataclass, field, replace

from starlette.requests import Request
from starlette.responses import Response

from atelier.domain.actor import PARTICIPANT, Actor
from atelier.domain.authorship import secret_of
from atelier.live.rooms import Served

TOKEN_COOKIE = "atelier"  # noqa: S105 - its name
KEYS_COOKIE = "atelier-roles"
_COOKIE_SECONDS = 7 * 24 * 3600  # from one weekend to the next; a convention is a day or two
_KEYS_MAX = 40  # four functions in ten conventions; a cookie holds 4 kB
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22,64}")
_KEY = re.compile(r"[a-z2-7]{26}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """What a request shows of its sender. `new`: it came without a token and is given one."""

    token: str = field(repr=False)
    new: bool
    keys: tuple[str, ...] = field(default=(), repr=False)
    bearer: str | None = field(default=None, repr=False)

    def actor_in(self, served: Served) -> Actor:
        """What it may be there: a program is what its key says, a browser is also a participant."""
        if self.bearer is not None:
            grant = served.grant_of(self.bearer)
            return Actor(grants=(grant,) if grant else ())
        grants = tuple(grant for key in self.keys if (grant := served.grant_of(key)) is not None)
        secret = secret_of(self.token, served.room.state.id)
        return Actor(grants=(*grants, PARTICIPANT), secret=secret)

    def with_keys(self, keys: list[str]) -> "Visitor":
        """The same, holding these too; the oldest go when there are too many."""
        return replace(self, keys=tuple(dict.fromkeys((*self.keys, *keys)))[-_KEYS_MAX:])


def visitor_of(request: Request) -> Visitor:
    """Read from the request alone."""
    scheme, _, bearer = request.headers.get("authorization", "").partition(" ")
    token = request.cookies.get(TOKEN_COOKIE, "")
    known = _TOKEN.fullmatch(token) is not None
    keys = request.cookies.get(KEYS_COOKIE, "").split(".")
    return Visitor(
        token=token if known else secrets.token_urlsafe(24),
        new=not known,
        keys=tuple(key for key in keys[:_KEYS_MAX] if _KEY.fullmatch(key)),
        bearer=bearer.strip() if scheme.lower() == "bearer" else None,
    )


def remember(response: Response, visitor: Visitor) -> Response:
    """Give a new browser its token."""
    if visitor.new and visitor.bearer is None:
        _set(response, TOKEN_COOKIE, visitor.token)
    return response


def remember_keys(response: Response, visitor: Visitor) -> Response:
    """Give a browser the keys of the links it opened."""
    _set(response, KEYS_COOKIE, ".".join(visitor.keys))
    return remember(response, visitor)


def forget(response: Response) -> Response:
    """Take back both cookies: nothing can tie this browser to its cards any more."""
    response.delete_cookie(TOKEN_COOKIE, httponly=True, samesite="lax")
    response.delete_cookie(KEYS_COOKIE, httponly=True, samesite="lax")
    return response


def _set(response: Response, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=_COOKIE_SECONDS, httponly=True, samesite="lax")
