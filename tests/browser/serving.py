"""A real `atelier serve` in a process of its own, and the conventions it serves."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import httpx

from atelier.domain.commands import CreateConvention, ThemeDraft
from atelier.domain.steps import Step
from atelier.domain.words import Kind, Role
from atelier.live.creation import Created, create
from atelier.web.site import wall_clock

ROOT = Path(__file__).parents[2]
_MADE_AT_ONCE = 30  # more conventions than that are a restart, which takes a second
_SECONDS_TO_START = 30
_LOOPBACK = "127.0.0.1"

NAMED = "atelier.lan"
"""A name that our browsers find on this machine: to them it is another machine, without a certificate."""

SILENT, OPEN, DEMANDS, READING = range(1, 5)
"""The steps of the programme, by their number."""

PROGRAMME = CreateConvention(
    id="",
    title="Des droits sans écran",
    place="Saint-Étienne",
    dates=("2023-09-16",),
    organisers=("Collectif Portes ouvertes",),
    privacy_notice="**Qui demande ?** Le collectif.",
    themes=(
        ThemeDraft(
            code="DS",
            title="Droits sociaux",
            question="Que vivons-nous quand une aide ne se demande plus qu’en ligne ?",
            partners=("Permanence du Vieux-Pont",),
            boards=tuple(Kind),
        ),
        ThemeDraft(code="TR", title="Travail"),
    ),
    steps=(
        Step(label="Constats, en silence", minutes=15, post=(Kind.CONSTAT,), hidden=True),
        Step(label="Tout est ouvert", post=tuple(Kind), disagree=True),
        Step(label="Revendications", minutes=20, post=(Kind.REVENDICATION,)),
        Step(label="Relecture", minutes=20, late=False),
    ),
)


def free_port() -> int:
    """One that nobody listens on, on the loopback."""
    with socket.socket() as probe:
        probe.bind((_LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


class Convention:
    """One convention of a running server, with the keys of its team."""

    def __init__(self, server: "Server", slug: str, keys: dict[Role, str]) -> None:
        self.server, self.slug, self.keys = server, slug, keys

    def path(self, *rest: str) -> str:
        return "/".join(("", self.slug, *rest))

    def does(self, command: str, *, role: Role = Role.FACILITATOR, **fields: Any) -> Any:
        """What somebody of the team does elsewhere in the room; its receipt."""
        answer = httpx.post(
            f"{self.server.direct}/api/conventions/{self.slug}/commands",
            json={"command": command, **fields},
            headers={"authorization": f"Bearer {self.keys[role]}"},
        )
        assert answer.status_code == 200, answer.text
        return answer.json()

    def starts(self, step: int, theme: str = "DS") -> None:
        self.does("start_step", theme=theme, step=step)

    def has(self, text: str, kind: str = "constat", **fields: Any) -> int:
        """A card that somebody else wrote; its number."""
        key = f"{text}-{time.monotonic_ns()}"[-40:]
        made = self.does("post_card", theme="DS", kind=kind, text=text, key=key, **fields)
        number: int = made["card"]
        return number

    @property
    def seen(self) -> Any:
        """All of it, as the team sees it."""
        answer = httpx.get(
            f"{self.server.direct}/api/conventions/{self.slug}",
            headers={"authorization": f"Bearer {self.keys[Role.HOST]}"},
        )
        return answer.json()

    @property
    def texts(self) -> list[str]:
        """Of every card received and not withdrawn, in the order of their numbers."""
        cards = sorted(self.seen["cards"], key=lambda card: int(card["number"]))
        return [card["text"] for card in cards if card["text"]]


class Server:
    """Can be stopped, killed, held and started again on the same port, over the same folder.

    `address` is where browsers go; `direct` is for programs, who know no name of this machine.
    """

    def __init__(self, folder: Path, name: str = _LOOPBACK, port: int = 0) -> None:
        self.port = port or free_port()
        self.name = name
        self.address = f"http://{name}:{self.port}"
        self.direct = f"http://{_LOOPBACK}:{self.port}"
        self.sessions, self.exports = folder / "sessions", folder / "exports"
        self.log = folder / "serve.log"
        self._ready: list[Convention] = []
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def host_link(self) -> str:
        """The path of the last link it printed for the host. It opens once."""
        return str(re.findall(r"(/r/\w+)$", self.log.read_text(), re.MULTILINE)[-1])

    def start(self, *more: str) -> None:
        """Comes back when it answers."""
        assert not self.running
        where = ("--host", _LOOPBACK, "--port", str(self.port))
        folders = ("--sessions", str(self.sessions), "--exports", str(self.exports))
        if self.name != _LOOPBACK:
            more = ("--name", self.name, *more)
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "atelier", "serve", *where, *folders, "--no-open", *more],
                cwd=ROOT,
                env={**os.environ, "LANG": "fr_FR.UTF-8"},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        self._wait_until_it_answers()

    def stop(self, within: float = _SECONDS_TO_START) -> None:
        """As Ctrl+C does. `within` that many seconds."""
        self._end(signal.SIGINT, within)

    def kill(self) -> None:
        """As when somebody pulls the plug."""
        self._end(signal.SIGKILL, _SECONDS_TO_START)

    def hold(self) -> None:
        """It still listens, and answers nothing: until `go_on`, or `kill`."""
        self._signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._signal(signal.SIGCONT)

    def convention(self) -> Convention:
        """One that nobody has touched yet."""
        if not self._ready:
            self.stop()
            self._ready = [self.founded(PROGRAMME) for _ in range(_MADE_AT_ONCE)]
        if not self.running:
            self.start()
        return self._ready.pop()

    def founded(self, programme: CreateConvention) -> Convention:
        """A new one, served from the next start."""
        made = create(self.sessions, programme, wall_clock)
        assert isinstance(made, Created), made
        return Convention(self, made.slug, made.keys)

    def _end(self, how: signal.Signals, within: float) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            try:
                self._process.wait(timeout=within)
            finally:
                self._process.kill()
                self._process.wait()

    def _signal(self, what: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(what)

    def _wait_until_it_answers(self) -> None:
        deadline = time.monotonic() + _SECONDS_TO_START
        while time.monotonic() < deadline:
            try:
                httpx.get(self.direct)
            except httpx.TransportError:
                assert self.running, self.log.read_text()
                time.sleep(0.05)
            else:
                return
        raise TimeoutError(self.log.read_text())
