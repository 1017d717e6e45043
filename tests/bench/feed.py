"""Posts until the last of many listeners has them, beside a bare loop that writes the same bytes."""

import asyncio
import contextlib
import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

from tests.bench.core import new_convention
from tests.bench.measure import Figure
from tests.bench.serving import Server, atelier, free_port, one_answer, read
from tests.sse import Listener

_CLIENTS = (20, 100, 300)
_RATES = (5, 50, 200)
_SECONDS = 5
_CARD = re.compile(rb'"card-(\d+)","')
_WRITERS = 8  # connections that post, each one card after another


@dataclass(slots=True)
class Run:
    """What was seen: when each card was sent, and when the last listener had it."""

    sent: dict[int, float] = field(default_factory=dict)
    last: dict[int, float] = field(default_factory=dict)
    had: dict[int, int] = field(default_factory=dict)
    frames: int = 0
    size: int = 0

    def delays_ms(self, clients: int) -> list[float]:
        """For the cards that every listener had."""
        return [1000 * (self.last[n] - at) for n, at in self.sent.items() if self.had.get(n) == clients]


def figures() -> Iterator[Figure]:
    """Listeners and rates, then arrivals and idleness."""
    for clients in _CLIENTS:
        for rate in _RATES:
            yield from _one(clients, rate)
    yield from _arrivals()


def _one(clients: int, rate: int) -> Iterator[Figure]:
    with tempfile.TemporaryDirectory() as there:
        sessions = Path(there)
        slug = new_convention(sessions)
        with atelier(sessions) as server:
            asyncio.run(_play(server.port, slug, 5, rate))  # so that neither run below is the first
            alone = _cpu(server, lambda: asyncio.run(_play(server.port, slug, 0, rate)))
            run = Run()
            used = _cpu(server, lambda: asyncio.run(_play(server.port, slug, clients, rate, run)))
    delays = run.delays_ms(clients)
    assert len(delays) == len(run.sent), f"{len(run.sent) - len(delays)} cards did not reach everyone"
    name = f"{clients} clients, {rate} posts/s"
    p95 = quantiles(delays, n=20)[-1]
    strict = clients == 300 and rate >= 50
    yield Figure(name=f"{name}: p50 to the last", value=quantiles(delays, n=2)[0])
    yield Figure(name=f"{name}: p95 to the last", value=p95, value_max=300 if strict else None)
    bare = _bare(clients, run)
    yield Figure(
        name=f"{name}: CPU of telling, per second",
        value=1000 * (used - alone) / _SECONDS,
        yardstick=1000 * bare / _SECONDS,
        beside="bare loop, same bytes",
        ratio_max=2 if strict else None,
    )
    yield Figure(name=f"{name}: CPU in all, of a core", value=100 * used / _SECONDS, unit="%")


def _cpu(server: Server, work: object) -> float:
    before = server.cpu_seconds()
    work()  # type: ignore[operator]
    return server.cpu_seconds() - before


async def _play(port: int, slug: str, clients: int, rate: int, run: Run | None = None) -> None:
    run = run or Run()
    listeners = [Listener(port, f"/api/conventions/{slug}/feed?theme=DS&after=0") for _ in range(clients)]
    for one in listeners:
        await one.open()
    hearing = [asyncio.create_task(_hear(one, run)) for one in listeners]
    await asyncio.sleep(0.3)
    await _post(port, slug, rate, run)
    await asyncio.sleep(1)
    for task, one in zip(hearing, listeners, strict=True):
        task.cancel()
        one.close()
    await asyncio.gather(*hearing, return_exceptions=True)


async def _hear(listener: Listener, run: Run) -> None:
    async for chunk in listener.chunks():
        now = time.perf_counter()
        run.size += len(chunk)
        run.frames += 1
        for number in map(int, _CARD.findall(chunk)):
            run.last[number] = now
            run.had[number] = run.had.get(number, 0) + 1


async def _post(port: int, slug: str, rate: int, run: Run) -> None:
    """So many a second, whatever the answers take; each from another browser."""
    queue: asyncio.Queue[int | None] = asyncio.Queue()
    writers = [asyncio.create_task(_write(port, slug, queue, run)) for _ in range(_WRITERS)]
    start = time.perf_counter()
    for number in range(rate * _SECONDS):
        await asyncio.sleep(max(0.0, start + number / rate - time.perf_counter()))
        queue.put_nowait(number)
    for _ in writers:
        queue.put_nowait(None)
    await asyncio.gather(*writers)


async def _write(port: int, slug: str, queue: "asyncio.Queue[int | None]", run: Run) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    while (number := await queue.get()) is not None:
        text = f"Il faut attendre trois mois pour avoir quelqu’un, et c’est un prestataire. {number}"
        fields = {"theme": "DS", "kind": "constat", "text": text, "key": f"{number}-{id(run)}"}
        body = json.dumps({"command": "post_card", **fields}).encode()
        head = (
            f"POST /api/conventions/{slug}/commands HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n"
            f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        at = time.perf_counter()
        writer.write(head.encode() + body)
        run.sent[json.loads(await one_answer(reader))["card"]] = at
    writer.close()


_BARE = """
import asyncio, sys, time
port, clients, frames, size = map(int, sys.argv[1:5])
seconds = float(sys.argv[5])
async def main():
    writers = []
    async def take(reader, writer):
        writers.append(writer)
    server = await asyncio.start_server(take, "127.0.0.1", port)
    while len(writers) < clients:
        await asyncio.sleep(0.01)
    before = time.process_time()
    body = b"x" * size
    for _ in range(frames):
        for writer in writers:
            writer.write(body)
        await asyncio.sleep(seconds / frames)
    print(time.process_time() - before, flush=True)
asyncio.run(main())
"""


def _bare(clients: int, run: Run) -> float:
    """Processor seconds of a loop that does nothing but write as many bytes as often."""
    frames = max(1, run.frames // clients)
    size = max(1, run.size // max(1, run.frames))
    told = [str(one) for one in (free_port(), clients, frames, size, _SECONDS)]
    process = subprocess.Popen([sys.executable, "-c", _BARE, *told], stdout=subprocess.PIPE)
    time.sleep(0.5)
    asyncio.run(_drain(int(told[0]), clients))
    assert process.stdout is not None
    answer = float(process.stdout.read())
    process.wait(timeout=10)
    return answer


async def _drain(port: int, clients: int) -> None:
    async def one() -> None:
        reader, _ = await asyncio.open_connection("127.0.0.1", port)
        while await reader.read(1 << 16):
            pass

    tasks = [asyncio.create_task(one()) for _ in range(clients)]
    with contextlib.suppress(ConnectionError):
        await asyncio.gather(*tasks)


def _arrivals() -> Iterator[Figure]:
    """Everyone comes in at once: the page, then the stream. Then nothing happens."""
    with tempfile.TemporaryDirectory() as there:
        sessions = Path(there)
        slug = new_convention(sessions)
        with atelier(sessions) as server:
            for clients in (100, 300):
                took = asyncio.run(_arrive(server.port, slug, clients))
                limit = 2_000 if clients == 300 else None
                yield Figure(name=f"{clients} arrive at once, served", value=1000 * took, value_max=limit)
        with atelier(sessions) as server:  # one that never held so many before
            idle, memory = asyncio.run(_idle(server, slug))
            yield Figure(name="300 clients, nothing happens", value=idle, unit="% CPU", value_max=5)
            yield Figure(name="memory per client", value=memory, unit="kB", value_max=60)


async def _arrive(port: int, slug: str, clients: int) -> float:
    start = time.perf_counter()
    await read(port, f"/{slug}/DS", readers=clients, each=1)
    listeners = [Listener(port, f"/api/conventions/{slug}/feed?theme=DS&after=0") for _ in range(clients)]
    await asyncio.gather(*(one.open() for one in listeners))
    took = time.perf_counter() - start
    for one in listeners:
        one.close()
    return took


async def _idle(server: Server, slug: str) -> tuple[float, float]:
    """Percent of a core, and kilobytes for each, once a first round has warmed everything."""
    await _arrive(server.port, slug, 20)
    await asyncio.sleep(1)
    empty = server.memory_bytes()
    listeners = [Listener(server.port, f"/api/conventions/{slug}/feed?theme=DS&after=0") for _ in range(300)]
    await asyncio.gather(*(one.open() for one in listeners))
    await asyncio.sleep(1)
    before = server.cpu_seconds()
    await asyncio.sleep(5)
    used = server.cpu_seconds() - before
    memory = (server.memory_bytes() - empty) / 300
    for one in listeners:
        one.close()
    return 100 * used / 5, memory / 1000
