"""Where the room finds this machine: what a poster may honestly say."""

from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, ip_address

from starlette.requests import Request

from atelier.network.addresses import host_of, interfaces, printed, typed_address


def own_addresses(request: Request, listening: str) -> tuple[str, ...]:
    """The likeliest first; empty when nobody but this machine can come in.

    `listening` is the host the server was told to listen on; the port is the one that
    this request came by.
    """
    return tuple(typed_address(ip, _port(request)) for ip in _own(listening))


def came_by(request: Request) -> str | None:
    """The address of this very request, unless it means « here » on any machine. `guard` let it in."""
    host = host_of(request.headers.get("host"))
    if host is None or host == "localhost" or _is_loopback(host):
        return None
    port = _port(request)
    return f"http://{host}" if port == 80 else f"http://{host}:{port}"


def _port(request: Request) -> int:
    return request.url.port or 80


def _own(listening: str) -> Iterable[IPv4Address | IPv6Address]:
    """All the addresses of this machine, or the one it was told to keep to."""
    try:
        only = ip_address(listening.strip("[]"))
    except ValueError:
        only = None
    if only is not None and not only.is_unspecified:
        return () if only.is_loopback else (only,)
    try:
        return printed(interfaces())
    except OSError:
        return ()


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
