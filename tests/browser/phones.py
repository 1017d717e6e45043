"""People with a browser: what they do, in the words of the page."""

import re
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, expect

from tests.browser.serving import Server

PHONE: Mapping[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "is_mobile": True,
    "has_touch": True,
    "locale": "fr-FR",
    "timezone_id": "Europe/Paris",
}
"""A small one of ten years ago."""

DESK: Mapping[str, Any] = {**PHONE, "viewport": {"width": 1440, "height": 900}, "is_mobile": False}

_NUMBER = re.compile(r"(?:n°\s|no\.\s)(\d+)")
_STATUS = "Failed to load resource"  # what Chromium says of every 4xx, those we send on purpose too
_PATIENCE_MS = 10_000


class Phone:
    """One browser of its own, with its cookies and its drafts, and one page open.

    `faults` collects what must never happen: a request that leaves the server,
    an error of the script, something the page's policy forbids, a missing file.
    """

    def __init__(self, context: BrowserContext, server: Server) -> None:
        self.context, self.server = context, server
        self.faults: list[str] = []
        self.requests: list[str] = []
        context.set_default_timeout(_PATIENCE_MS)
        context.on("request", self._asked)
        context.on("response", self._answered)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.faults.append(str(error.error)))
        self.page: Page = context.pages[0] if context.pages else context.new_page()

    def opens(self, path: str) -> Page:
        self.page.goto(path, wait_until="load")
        return self.page

    def opens_a_new_tab(self, path: str) -> Page:
        """And closes the one it had."""
        self.page.close()
        self.page = self.context.new_page()
        return self.opens(path)

    def writes(self, text: str, kind: str = "constat", *, lang: str = "", people: str = "") -> None:
        """Fills the form; sends nothing."""
        if self.page.locator(f"#kind-{kind}").count():
            self.page.check(f"#kind-{kind}")
        if lang or people:
            if not self.page.locator("#carried_by").is_visible():
                self.page.locator("details.more summary").click()
            self.page.select_option("#lang", lang)
            self.page.fill("#carried_by", people)
        self.page.fill("#text", text)

    def sends(self) -> None:
        self.page.click("#write .main")

    def posts(self, text: str, kind: str = "constat") -> int:
        """Writes, sends, and reads the number on the receipt."""
        self.writes(text, kind)
        self.sends()
        return self.number

    @property
    def number(self) -> int:
        """Of the card the receipt is for."""
        receipt = self.page.locator("#receipt")
        expect(receipt).to_be_visible()
        found = _NUMBER.search(receipt.inner_text())
        assert found is not None, receipt.inner_text()
        return int(found[1])

    def board(self, kind: str = "constat") -> list[str]:
        """The texts on a board, from the top."""
        return self.page.locator(f"[aria-labelledby={kind}s] .card .said").all_inner_texts()

    @property
    def text(self) -> str:
        return self.page.locator("#text").input_value()

    @property
    def kind(self) -> str | None:
        return self.page.locator("[name=kind]:checked").get_attribute("value")

    @property
    def focused(self) -> str:
        """The id of what has the focus."""
        found = self.page.evaluate("document.activeElement.id")
        return str(found)

    def _asked(self, request: Request) -> None:
        self.requests.append(request.url)
        if not request.url.startswith((self.server.address, self.server.direct, "data:")):
            self.faults.append(f"{request.url} was asked for")

    def _answered(self, response: Response) -> None:
        if response.status >= 400 and "/static/" in response.url:
            self.faults.append(f"{response.status} {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(_STATUS):
            self.faults.append(message.text)


def pick_up(browser: Browser, server: Server, *, script: bool = True, **options: Any) -> Phone:
    """A phone that was never here. `options` are those of Playwright’s `new_context`."""
    context = browser.new_context(
        **{**PHONE, "base_url": server.address, "java_script_enabled": script, **options}
    )
    return Phone(context, server)
