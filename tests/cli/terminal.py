"""The command as a person runs it: another process, two streams, an exit code."""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

ROOT = Path(__file__).resolve().parents[2]
_SECONDS_MAX = 30
_HEARD_BYTES_MAX = 1 << 24
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
        # A file, not a pipe: a server that says much must not wait for somebody to read it.
        self._heard = tempfile.TemporaryFile()  # noqa: SIM115 - open for as long as the server
        asked = [*map(str, arguments), "--host", "127.0.0.1", "--port", str(port), "--no-open"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", "atelier", *asked],
            cwd=cwd,
            env=_environment(lang),
            stdout=self._heard,
            stderr=subprocess.STDOUT,
        )
        try:
            self._wait_for("Ctrl+C")
            found = _HOST_LINK.search(self.said)
            assert found, self.said
        except BaseException:
            self.kill()
            raise
        self.address, self.host_key = found[1], found[2]
        self.port = int(self.address.rpartition(":")[2])

    @property
    def said(self) -> str:
        """All it has said so far."""
        return os.pread(self._heard.fileno(), _HEARD_BYTES_MAX, 0).decode()

    def _wait_for(self, mark: str) -> None:
        until = time.monotonic() + _SECONDS_MAX
        while mark not in self.said:
            assert self.process.poll() is None, self.said
            assert time.monotonic() < until, self.said
            time.sleep(0.02)

    def stop(self) -> int:
        """As with Ctrl+C; its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(_SECONDS_MAX)

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.process.wait(_SECONDS_MAX)

    def __enter__(self) -> "Serving":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.kill()
        if error is not None:
            error.add_note(self.said)
        self._heard.close()
