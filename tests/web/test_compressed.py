"""Files that never change, compressed once and kept."""

import asyncio
import gzip
from pathlib import Path

from starlette.responses import FileResponse
from starlette.types import Message

from atelier.web.compressed import Compressed

SCRIPT = "let everything = 'that a screen needs';\n" * 10_000
SCOPE = {
    "type": "http",
    "method": "GET",
    "path": "/_nicegui/3/vue.js",
    "headers": [(b"accept-encoding", b"gzip")],
}


async def ask(app: Compressed, *, leaves: bool = False) -> bytes:
    """The body; `leaves`: the browser is gone as soon as it has asked."""
    body = b""

    async def receive() -> Message:
        if leaves:
            return {"type": "http.disconnect"}
        never: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        return await never

    async def send(message: Message) -> None:
        nonlocal body
        body += message.get("body", b"")

    await app(dict(SCOPE), receive, send)
    return body


def test_a_browser_that_leaves_halfway_spoils_the_file_for_nobody(tmp_path: Path) -> None:
    path = tmp_path / "vue.js"
    path.write_text(SCRIPT)

    async def both() -> bytes:
        app = Compressed(FileResponse(path, media_type="text/javascript"))
        await ask(app, leaves=True)
        return await ask(app)

    assert gzip.decompress(asyncio.run(both())).decode() == SCRIPT
