"""The command as a person runs it: another process, two streams, an exit code."""

import os
import re
import selectors
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]
_SECONDS_MAX = 30
_HOST_LINK = re.compile(r"(http://[^\s]+)/r/([0-9a-f]{32})")


@dataclass(frozen=True, slots=True)
class Told:
    """What it said: `out` for scripts, `err` for people."""

    code: int
    out: str
    err: str


def _environment(lang: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in {"LANG", "LC_ALL", "COLUMNS"}}
    return {**kept, "LANG": lang, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}


def atelier(*arguments: str | Path, cwd: Path, lang: str = "fr_FR.UTF-8") -> Told:
    """Run it to its end."""
    done = subprocess.run(
        [sys.executable, "-m", "atelier", *map(str, arguments)],
        cwd=cwd,
        env=_environment(lang),
        capture_output=True,
        encoding="utf-8",
        timeout=_SECONDS_MAX,
        check=False,
    )
    return Told(done.returncode, done.stdout, done.stderr)


class Serving:
    """`atelier serve` under way on a free port of this machine; ended, whatever happens, by its own id."""

    def __init__(self, *arguments: str | Path, cwd: Path, lang: str = "fr_FR.UTF-8", port: int = 0) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "atelier", *self._asked(arguments, port)],
            cwd=cwd,
            env=_environment(lang),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        self.said = ""
        self._read_until("Ctrl+C")
        found = _HOST_LINK.search(self.said)
        assert found, self.said
        self.address, self.host_key = found[1], found[2]
        self.port = int(self.address.rpartition(":")[2])

    @staticmethod
    def _asked(arguments: tuple[str | Path, ...], port: int) -> list[str]:
        return [*map(str, arguments), "--host", "127.0.0.1", "--port", str(port), "--no-open"]

    def _read_until(self, mark: str) -> None:
        assert self.process.stdout is not None
        until = time.monotonic() + _SECONDS_MAX
        with selectors.DefaultSelector() as ready:
            ready.register(self.process.stdout, selectors.EVENT_READ)
            while mark not in self.said:
                if not ready.select(max(0.0, until - time.monotonic())):
                    self.kill()
                    raise AssertionError(f"it never said {mark!r}: {self.said}")
                chunk = os.read(self.process.stdout.fileno(), 65_536)
                assert chunk, self.said
                self.said += chunk.decode()

    def stop(self) -> int:
        """As with Ctrl+C; its exit code."""
        self.process.send_signal(signal.SIGINT)
        out, _ = self.process.communicate(timeout=_SECONDS_MAX)
        self.said += out.decode()
        return self.process.returncode

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.process.communicate(timeout=_SECONDS_MAX)

    def __enter__(self) -> "Serving":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.kill()
