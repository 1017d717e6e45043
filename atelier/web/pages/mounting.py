"""NiceGUI inside our own application: closed to other origins, quiet, and as fast as measured."""

from fastapi import FastAPI
from nicegui import core, ui
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from atelier.web.site import Site

_RECONNECT_SECONDS = 10.0  # also paces the ping; pages keep their own, longer
_SOCKET_MESSAGE_BYTES_MAX = 262_144  # as much as a form

POLICY = "; ".join(
    (
        "default-src 'self'",
        # NiceGUI starts from a script within its page, and Vue compiles templates in the browser.
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)


class _Policy:
    """The content policy these pages need; no other page has it."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_policy(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], (b"content-security-policy", POLICY.encode())]
            await send(message)

        await self._app(scope, receive, send_with_policy if scope["type"] == "http" else send)


def mount_pages(app: FastAPI, site: Site) -> None:
    """Add the screens behind the routes that `app` has already. Once in a process: NiceGUI is one."""
    from atelier.web.pages import routes  # noqa: F401 - importing them registers them

    core.app.state.site = site
    core.sio.eio.cors_allowed_origins = None  # the same origin only; NiceGUI opens it to all
    core.sio.eio.max_http_buffer_size = _SOCKET_MESSAGE_BYTES_MAX
    core.app.config.quasar_config["loadingBar"]["skipHijack"] = True  # a bar without a name, at every request
    core.app.add_middleware(_Policy)
    # What is at no address of ours ends there: it is told as everywhere else, and no address is logged.
    core.app.exception_handlers.pop(404, None)
    core.app.exception_handlers[HTTPException] = app.exception_handlers[HTTPException]
    ui.run_with(
        app,
        title="Atelier",
        language=site.config.lang,  # type: ignore[arg-type]  # both of ours are among NiceGUI's
        binding_refresh_interval=None,
        reconnect_timeout=_RECONNECT_SECONDS,
        gzip_middleware_factory=None,  # see `compressed`
        tailwind=False,
        show_welcome_message=False,
    )
