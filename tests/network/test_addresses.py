from collections.abc import Iterable
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier.network.addresses import (
    LOOK_AGAIN_AFTER_SECONDS,
    AllowedHosts,
    Interface,
    allowed_hosts,
    host_name,
    host_of,
    interfaces,
    printed,
    typed_address,
)


def card(name: str, ip: str) -> Interface:
    return Interface(name=name, ip=ip_address(ip))


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        " ",
        "10.42.0.1 ",
        "a b",
        "a,b",
        "a:b",
        "a:",
        ":80",
        "a:99999",
        "a:123456",
        "a:٨٠",
        "user@a",
        "a/b",
        "http://a",
        "..",
        "a..b",
        ".a",
        "a..",
        "-a",
        "a-",
        "::1",
        "[::1",
        "[]",
        "[:::]",
        "[::1].",
        "[::1]x",
        "[fe80::1%eth0]",
        "[10.0.0.1]",
        "é.lan",
        "a\n",
        "\x00",
        "a" * 64,
        "a." * 127 + "ab",
    ],
)
def test_garbage_in_a_host_header_is_refused(header: str | None) -> None:
    assert host_of(header) is None


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("10.42.0.1", "10.42.0.1"),
        ("10.42.0.1:8080", "10.42.0.1"),
        ("Atelier.LAN.:80", "atelier.lan"),
        ("mon_pc", "mon_pc"),
        ("[::1]", "[::1]"),
        ("[FD00:0:0::2]:8080", "[fd00::2]"),
        ("xn--march-fsa.lan", "xn--march-fsa.lan"),
        ("a" * 63 + ".fr", "a" * 63 + ".fr"),
    ],
)
def test_a_host_header_is_read_without_its_port_case_and_final_dot(header: str, host: str) -> None:
    assert host_of(header) == host


@given(st.text())
def test_reading_any_header_is_refused_or_gives_something_that_reads_the_same(header: str) -> None:
    host = host_of(header)
    assert host is None or host_of(host) == host


def test_loopback_link_local_and_ipv6_addresses_are_not_printed() -> None:
    found = [
        card("lo", "127.0.0.1"),
        card("eth0", "169.254.3.4"),
        card("eth0", "fd00::2"),
        card("x", "224.0.0.1"),
    ]
    assert printed(found) == ()


def test_the_hotspot_is_printed_first_then_private_networks_and_virtual_bridges_last() -> None:
    found = [
        card("docker0", "172.17.0.1"),
        card("cni0", "10.42.0.7"),
        card("vEthernet (WSL)", "172.22.0.1"),
        card("eth1", "203.0.113.5"),
        card("eth0", "192.168.1.20"),
        card("wlan0", "10.42.0.1"),
        card("wlan0:1", "10.42.0.1"),
    ]
    assert [str(ip) for ip in printed(found)] == [
        "10.42.0.1",
        "192.168.1.20",
        "203.0.113.5",
        "10.42.0.7",
        "172.17.0.1",
        "172.22.0.1",
    ]


@pytest.mark.parametrize(
    ("ip", "port", "typed"),
    [
        ("10.42.0.1", 80, "http://10.42.0.1"),
        ("10.42.0.1", 8080, "http://10.42.0.1:8080"),
        ("fd00::2", 8080, "http://[fd00::2]:8080"),
    ],
)
def test_the_address_people_type_says_its_port_only_when_needed(ip: str, port: int, typed: str) -> None:
    assert typed_address(ip, port) == typed


@pytest.mark.parametrize("name", ["", "un nom", "a" * 70, "é" * 70, "..", "a/b"])
def test_a_name_no_browser_can_send_is_refused_and_allows_nothing(name: str) -> None:
    assert host_name(name) is None
    assert allowed_hosts([name], []) == {"localhost", "127.0.0.1", "[::1]"}


def test_the_names_and_every_address_of_the_machine_are_allowed() -> None:
    found = [card("wlan0", "10.42.0.1"), card("wlan0", "fe80::1"), card("eth0", "fd00:0::2")]
    assert allowed_hosts(["Atelier.lan", "marché.lan"], found, "Pi.maison") == {
        "localhost",
        "127.0.0.1",
        "[::1]",
        "10.42.0.1",
        "[fe80::1]",
        "[fd00::2]",
        "atelier.lan",
        "xn--march-fsa.lan",
        "pi.maison",
        "pi",
        "pi.local",
    }


class Machine:
    """A machine whose address and clock the test moves."""

    def __init__(self) -> None:
        self.time = 100.0
        self.looked = 0
        self.ip: str | None = "192.168.1.20"

    def look(self) -> Iterable[Interface]:
        self.looked += 1
        if self.ip is None:
            raise OSError
        return [card("wlan0", self.ip)]

    def hosts(self, *names: str) -> AllowedHosts:
        return AllowedHosts(names, look=self.look, hostname=lambda: "pi", now=lambda: self.time)


@pytest.mark.parametrize("header", [None, "evil.example", "192.168.1.20.evil.example", "10.42.0.1", "pi.lan"])
def test_a_host_that_is_not_this_machine_is_not_allowed(header: str | None) -> None:
    assert not Machine().hosts("atelier.lan").allows(header)


@pytest.mark.parametrize(
    "header", ["192.168.1.20", "192.168.1.20:8080", "PI.local", "Atelier.lan:80", "localhost"]
)
def test_the_hosts_of_this_machine_are_allowed(header: str) -> None:
    assert Machine().hosts("atelier.lan").allows(header)


def test_the_machine_is_not_looked_at_for_every_request() -> None:
    machine = Machine()
    hosts = machine.hosts()
    for _ in range(3):
        hosts.allows("evil.example")
    assert machine.looked == 1


def test_an_address_that_changes_is_followed_within_seconds() -> None:
    machine = Machine()
    hosts = machine.hosts()
    assert hosts.allows("192.168.1.20")
    machine.ip = "10.42.0.1"
    machine.time += LOOK_AGAIN_AFTER_SECONDS
    assert hosts.allows("10.42.0.1")
    assert not hosts.allows("192.168.1.20")


def test_the_last_known_addresses_stand_when_the_machine_does_not_answer() -> None:
    machine = Machine()
    hosts = machine.hosts()
    hosts.current()
    machine.ip = None
    machine.time += LOOK_AGAIN_AFTER_SECONDS
    assert hosts.allows("192.168.1.20")


def test_the_names_are_allowed_even_if_the_machine_never_answered() -> None:
    machine = Machine()
    machine.ip = None
    assert machine.hosts("atelier.lan").allows("atelier.lan")


def test_the_real_machine_is_allowed_by_all_its_addresses() -> None:
    hosts = AllowedHosts([])
    assert hosts.allows("127.0.0.1:8080")
    assert all(hosts.allows(typed_address(one.ip, 8080).removeprefix("http://")) for one in interfaces())
