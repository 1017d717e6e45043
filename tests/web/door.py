"""The door alone, in front of an application that reads all it is sent."""

from ipaddress import IPv6Address

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from atelier.domain import limits
from atelier.live.pace import Pace
from atelier.network.addresses import AllowedHosts, Interface
from atelier.web.guard import Guard
from tests.web.raw import Said, ask

HERE = ("host", "localhost:8080")
FROM_HERE = ("origin", "http://localhost:8080")
TOO_LARGE = limits.REQUEST_BODY_BYTES_MAX + 1


class Clock:
    """Stands still until it is moved."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


async def answer_with_the_size(scope: Scope, receive: Receive, send: Send) -> None:
    """Reads the whole body; a socket is accepted."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    size, more = 0, True
    while more:
        message: Message = await receive()
        size += len(message.get("body", b""))
        more = message.get("more_body", False)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"server", b"uvicorn")]})
    await send({"type": "http.response.body", "body": str(size).encode()})


def hosts() -> AllowedHosts:
    own = [Interface(name="eth0", ip=IPv6Address("fe80::1"))]
    return AllowedHosts(["atelier.lan"], look=lambda: own, hostname=lambda: "pi")


def door(app: ASGIApp = answer_with_the_size, *, burst: float = 1e9, clock: Clock | None = None) -> Guard:
    per_second = limits.REQUESTS_PER_SECOND_PER_ADDRESS
    return Guard(app, hosts(), Pace(burst=burst, per_second=per_second, now=clock or Clock()))


def post_to_door(
    *headers: tuple[str, str], body: tuple[bytes | None, ...] = (b"text=a",), path: str = "/"
) -> Said:
    return ask(door(), method="POST", headers=headers, body=body)
