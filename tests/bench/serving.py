"""A server in a process of its own, and readers that ask it the same thing over and over."""

import asyncio
import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STARTS_WITHIN_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Server:
    """A server of ours, by its process and its port on loopback."""

    process: subprocess.Popen[bytes]
    port: int

    def cpu_seconds(self) -> float:
        """What it has used of a processor until now. Source: /proc/<pid>/stat, fields 14 and 15."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_bytes(self) -> int:
        """What it holds in memory. Source: /proc/<pid>/statm."""
        resident = Path(f"/proc/{self.process.pid}/statm").read_text().split()[1]
        return int(resident) * os.sysconf("SC_PAGE_SIZE")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextlib.contextmanager
def atelier(sessions: Path) -> Iterator[Server]:
    """`atelier serve` on that folder."""
    port = free_port()
    told = ["-m", "atelier", "serve", "--host", "127.0.0.1", "--port", str(port), "--sessions", str(sessions)]
    with _running([sys.executable, *told], port) as server:
        yield server


@contextlib.contextmanager
def static_files(folder: Path) -> Iterator[Server]:
    """The ordinary way to serve a file: Starlette's own, under uvicorn."""
    code = (
        "import sys, uvicorn;"
        "from starlette.applications import Starlette;"
        "from starlette.routing import Mount;"
        "from starlette.staticfiles import StaticFiles;"
        "app = Starlette(routes=[Mount('/', StaticFiles(directory=sys.argv[1]))]);"
        "uvicorn.run(app, host='127.0.0.1', port=int(sys.argv[2]), access_log=False, log_level='error')"
    )
    port = free_port()
    with _running([sys.executable, "-c", code, str(folder), str(port)], port) as server:
        yield server


@contextlib.contextmanager
def _running(command: list[str], port: int) -> Iterator[Server]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        give_up = time.monotonic() + STARTS_WITHIN_SECONDS
        while time.monotonic() < give_up:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.05)
        yield Server(process, port)
    finally:
        process.terminate()
        process.wait(timeout=10)


async def read(port: int, path: str, *, readers: int, each: int) -> float:
    """So many readers, each asking so many times on one connection; returns the seconds it took."""
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\n\r\n".encode()
    start = time.perf_counter()
    await asyncio.gather(*(_reader(port, request, each) for _ in range(readers)))
    return time.perf_counter() - start


async def _reader(port: int, request: bytes, each: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(each):
        writer.write(request)
        await one_answer(reader)
    writer.close()
    await writer.wait_closed()


async def one_answer(reader: asyncio.StreamReader) -> bytes:
    """The body of an answer whose length is said. Errors: `AssertionError` for any status but 200."""
    head = await reader.readuntil(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200"), head[:200]
    length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
    return await reader.readexactly(int(length.split(b":")[1]))
