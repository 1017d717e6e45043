"""`atelier serve`: it starts, says where it is, serves, stops; and what it does beside others."""

import json
import re
import socket
from pathlib import Path

import httpx
import pytest

from tests.cli.conftest import Made
from tests.cli.terminal import Serving, atelier

CARD = {"command": "post_card", "theme": "DS", "kind": "constat", "text": "Le guichet est fermé.", "key": "1"}


# --- What it will not do ----------------------------------------------------


def test_a_port_that_is_taken_is_refused_with_another_to_try(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        told = atelier("serve", "--host", "127.0.0.1", "--port", str(port), cwd=tmp_path)
    assert told.code == 1
    assert f"--port {port + 1}" in told.err
    assert "Errno" not in told.err
    assert "Traceback" not in told.err


def test_an_address_that_is_not_this_machines_is_refused(tmp_path: Path) -> None:
    told = atelier("serve", "--host", "192.0.2.77", "--port", "0", cwd=tmp_path)
    assert told.code == 1
    assert "192.0.2.77" in told.err
    assert "Traceback" not in told.err


@pytest.mark.parametrize(
    "asked", [("--port", "banana"), ("--port", "70000"), ("--name", "a b"), ("--lang", "xx"), ("--what",)]
)
def test_an_option_that_makes_no_sense_is_refused(tmp_path: Path, asked: tuple[str, ...]) -> None:
    told = atelier("serve", *asked, cwd=tmp_path)
    assert (told.code, told.out) == (2, "")
    assert "--help" in told.err
    assert list(tmp_path.iterdir()) == []


# --- What it says and does --------------------------------------------------


@pytest.fixture
def serving(made: Made) -> Serving:  # type: ignore[misc]
    with Serving("serve", cwd=made.cwd) as started:
        yield started


def test_it_says_the_address_a_code_to_scan_and_the_hosts_link(serving: Serving) -> None:
    assert f"  http://127.0.0.1:{serving.port}\n" in serving.said
    assert serving.said.count("▄▄▄▄▄") >= 2
    assert f"/r/{serving.host_key}" in serving.said
    assert httpx.get(serving.address, follow_redirects=True).status_code == 200


def test_the_hosts_link_gives_every_role_of_the_host_once(serving: Serving, made: Made) -> None:
    with httpx.Client(base_url=serving.address, headers={"origin": serving.address}) as host:
        assert host.get(f"/r/{serving.host_key}").status_code == 303
        commands = f"/api/conventions/{made.slug}/commands"
        renamed = host.post(commands, json={"command": "edit_convention", "title": "Autre titre"})
        assert renamed.status_code == 200
    assert httpx.get(f"{serving.address}/r/{serving.host_key}").status_code == 404


def test_it_stops_when_asked_and_everything_is_kept(serving: Serving, made: Made) -> None:
    commands = f"{serving.address}/api/conventions/{made.slug}/commands"
    assert httpx.post(commands, json=CARD).json() == {"seq": 2, "card": 1}
    assert serving.stop() == 0
    assert "Traceback" not in serving.said
    assert "1 carte, 0 énoncé" in atelier("list", cwd=made.cwd).out


def test_beside_a_server_one_may_read_and_not_take_over(serving: Serving, made: Made) -> None:
    commands = f"{serving.address}/api/conventions/{made.slug}/commands"
    httpx.post(commands, json=CARD).raise_for_status()
    assert "1 carte" in atelier("list", cwd=made.cwd).out
    assert atelier("check", made.slug, cwd=made.cwd).code == 0
    assert atelier("export", made.slug, cwd=made.cwd).code == 0
    exported = (made.cwd / "exports" / made.slug / "cahier.md").read_text(encoding="utf-8")
    assert "Le guichet est fermé." in exported
    assert all(key in atelier("keys", made.slug, cwd=made.cwd).out for key in made.keys.values())
    refused = atelier("keys", made.slug, "--revoke", "wall", cwd=made.cwd)
    assert (refused.code, refused.out) == (1, "")
    assert str(serving.process.pid) in refused.err
    assert made.keys["wall"] in atelier("keys", made.slug, cwd=made.cwd).out


def test_two_servers_do_not_share_a_convention_and_the_second_says_who_has_it(
    serving: Serving, made: Made
) -> None:
    with Serving("serve", cwd=made.cwd) as second:
        assert str(serving.process.pid) in second.said
        assert httpx.get(f"{second.address}/api/conventions").json() == []
    assert len(httpx.get(f"{serving.address}/api/conventions").json()) == 1


def test_a_broken_convention_is_told_and_the_others_are_served(made: Made) -> None:
    other = atelier("new", "--json", "programme.toml", cwd=made.cwd)
    (made.folder / "data.json").write_bytes(b"{")
    with Serving("serve", cwd=made.cwd) as serving:
        assert f"! sessions/{made.slug}/data.json" in serving.said
        served = httpx.get(f"{serving.address}/api/conventions").json()
    assert [one["slug"] for one in served] == [json.loads(other.out)["slug"]]


def test_atelier_alone_serves_and_with_nothing_to_serve_says_how_to_begin(tmp_path: Path) -> None:
    with Serving(cwd=tmp_path) as serving:
        assert "atelier --demo" in serving.said
        assert "atelier programme" in serving.said
        assert httpx.get(serving.address).status_code == 200


def test_the_demonstration_is_served_to_whoever_asks_for_it_and_made_once(tmp_path: Path) -> None:
    for _ in range(2):
        with Serving("--demo", "--sessions", "elsewhere", cwd=tmp_path) as serving:
            (one,) = httpx.get(f"{serving.address}/api/conventions").json()
            assert one["cards"] > 0
            assert httpx.get(f"{serving.address}/{one['slug']}").status_code == 200
            assert serving.stop() == 0
    assert not (tmp_path / "sessions").exists()


def test_a_chosen_name_is_printed_and_answered_to_and_no_other_is(made: Made) -> None:
    with Serving("serve", "--name", "atelier.lan", cwd=made.cwd) as serving:
        assert f"  http://atelier.lan:{serving.port}\n" in serving.said
        for name, status in (("atelier.lan", 200), ("evil.example", 400)):
            answer = httpx.get(f"{serving.address}/api/conventions", headers={"host": name})
            assert answer.status_code == status


def test_nothing_of_who_asks_is_said_on_the_terminal(serving: Serving, made: Made) -> None:
    with httpx.Client(base_url=serving.address) as browser:
        browser.post(f"/api/conventions/{made.slug}/commands", json=CARD)
        browser.get("/nowhere", headers={"user-agent": "Telephone-7"})
        token = browser.cookies["atelier"]
    before = serving.said
    serving.stop()
    after = serving.said.removeprefix(before)
    assert not re.search(r"127\.0\.0\.1|Telephone-7|guichet", after)
    assert token not in serving.said
