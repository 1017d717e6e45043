"""Where this machine is reached: the address to print, and the names a request may call it by.

All of it is decided from the interfaces it is handed, except `interfaces`, which
looks at the machine, and `AllowedHosts`, which looks again now and then.
"""

import re
import socket
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv4Network, IPv6Address, ip_address
from typing import Final

import ifaddr

LOOK_AGAIN_AFTER_SECONDS: Final = 5.0
"""How long the machine's own addresses are believed: a hotspot may start, a cable may be pulled."""

_HOTSPOT = IPv4Network("10.42.0.0/16")  # what NetworkManager gives to the networks it shares
_PRIVATE = (IPv4Network("10.0.0.0/8"), IPv4Network("172.16.0.0/12"), IPv4Network("192.168.0.0/16"))
_VIRTUAL = re.compile(
    r"docker|br-[0-9a-f]{12}|podman|cni|flannel|veth|virbr|lxc|vmnet|vboxnet|u?tun|tap|wg|zt|tailscale"
    r"|.*(vEthernet|VirtualBox|VMware|Hyper-V|WSL)",
    re.IGNORECASE,
)

_HOST = re.compile(
    r"(?:\[(?P<six>[0-9a-f:.]{2,45})\]|(?P<name>[a-z0-9_.-]{1,254}))(?::(?P<port>[0-9]{1,5}))?"
)
_NAME = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.(?!$)|$))+")
_ALWAYS: Final = frozenset(["localhost", "127.0.0.1", "[::1]"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """One address of one network card; the name is the system's, or its description on Windows."""

    name: str
    ip: IPv4Address | IPv6Address


def interfaces() -> tuple[Interface, ...]:
    """Every address this machine has right now, loopback included.

    Errors: OSError when the system will not say.
    """
    return tuple(
        Interface(name=adapter.nice_name, ip=ip_address(ip.ip if isinstance(ip.ip, str) else ip.ip[0]))
        for adapter in ifaddr.get_adapters()
        for ip in adapter.ips
    )


def printed(found: Iterable[Interface]) -> tuple[IPv4Address, ...]:
    """The addresses worth showing to people, the likeliest first: IPv4 that another machine can reach.

    The hotspot of this machine comes first, then the private networks; the
    bridges of virtual machines, containers and tunnels come last.
    """
    ranked = sorted(
        (_is_virtual(one), one.ip not in _HOTSPOT, not any(one.ip in net for net in _PRIVATE), order, one.ip)
        for order, one in enumerate(found)
        if isinstance(one.ip, IPv4Address) and _is_reachable(one.ip)
    )
    return tuple(dict.fromkeys(ip for *_, ip in ranked))


def _is_virtual(one: Interface) -> bool:
    return _VIRTUAL.match(one.name) is not None


def _is_reachable(ip: IPv4Address) -> bool:
    return not (ip.is_loopback or ip.is_link_local or ip.is_multicast or ip.is_unspecified)


def typed_address(ip: IPv4Address | IPv6Address | str, port: int) -> str:
    """What people type; with http://, or Android keyboards make a web search of it."""
    host = _as_host(ip_address(ip))
    return f"http://{host}" if port == 80 else f"http://{host}:{port}"


def _as_host(ip: IPv4Address | IPv6Address) -> str:
    return f"[{ip}]" if isinstance(ip, IPv6Address) else str(ip)


def host_of(header: str | None) -> str | None:
    """The host a `Host` header names, lower case, without port nor final dot; None for anything else.

    IPv6 addresses keep their brackets and take their shortest form.
    """
    match = _HOST.fullmatch((header or "").lower()) if header and header.isascii() else None
    if match is None or int(match["port"] or 0) > 65535:
        return None
    if match["six"]:
        return _six(match["six"])
    name = match["name"].removesuffix(".")
    return name if _NAME.fullmatch(name) else None


def _six(text: str) -> str | None:
    try:
        return _as_host(IPv6Address(text))
    except AddressValueError:
        return None


def host_name(chosen: str) -> str | None:
    """A chosen name as browsers send it (marché.lan is xn--march-fsa.lan); None when they cannot."""
    try:
        return host_of(chosen.encode("idna").decode("ascii"))
    except UnicodeError:
        return None


def allowed_hosts(names: Iterable[str], found: Iterable[Interface], hostname: str = "") -> frozenset[str]:
    """Everything a request may legitimately call this machine, in the form `host_of` gives.

    Any other name comes from a page that made its own name point here (DNS
    rebinding). Names no browser can send are left out.
    """
    short = hostname.partition(".")[0]
    own = [hostname, short, f"{short}.local"] if short else []
    said = filter(None, (host_name(name) for name in (*names, *own)))
    return _ALWAYS.union(said, (_as_host(one.ip) for one in found))


class AllowedHosts:
    """The allow-list of the moment: looks at the machine again when its answer is too old.

    When the machine will not answer, its last answer stands.
    """

    def __init__(
        self,
        names: Iterable[str],
        *,
        look: Callable[[], Iterable[Interface]] = interfaces,
        hostname: Callable[[], str] = socket.gethostname,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._names = tuple(names)
        self._look, self._hostname, self._now = look, hostname, now
        self._hosts = allowed_hosts(self._names, ())
        self._stale_at = float("-inf")

    def current(self) -> frozenset[str]:
        """Units: looks at most once every `LOOK_AGAIN_AFTER_SECONDS`."""
        if self._now() >= self._stale_at:
            self._stale_at = self._now() + LOOK_AGAIN_AFTER_SECONDS
            try:
                self._hosts = allowed_hosts(self._names, self._look(), self._hostname())
            except OSError:
                return self._hosts
        return self._hosts

    def allows(self, header: str | None) -> bool:
        """Whether a request with this `Host` header is meant for us; no header, no."""
        return host_of(header) in self.current()
