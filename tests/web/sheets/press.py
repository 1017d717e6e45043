"""Chromium, as a press: it is given the answers of a hall, and prints them."""

import re
import shutil
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import httpx
from playwright.sync_api import Browser, Playwright, Route, sync_playwright

from tests.web.hall import ADDRESS, Caller

_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_SIZE = re.compile(rb"/MediaBox\s*\[\s*([\d. ]+)\]")
_A4_POINTS = (595, 842)

_TOO_SMALL = """selector => [...document.querySelectorAll(selector)]
  .filter(one => one.scrollHeight > one.clientHeight + 2
    || one.scrollWidth > one.clientWidth + 2
    || one.matches(".sheet:not(.several)") && one.offsetHeight > 1123)
  .map(one => `${one.className} ${one.scrollWidth}>${one.clientWidth} ${one.scrollHeight}>${one.clientHeight}`
    + ` ${one.innerText.slice(0, 60)}`)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """`overflowing` are the boxes whose content does not fit in them."""

    pdf: bytes
    overflowing: list[str]
    faults: list[str]

    @property
    def pages(self) -> int:
        return len(_PAGE.findall(self.pdf))

    @property
    def a4(self) -> bool:
        """All of it."""
        sizes = [tuple(map(float, found.split())) for found in _SIZE.findall(self.pdf)]
        return bool(sizes) and all(
            (abs(size[2] - _A4_POINTS[0]) < 2, abs(size[3] - _A4_POINTS[1]) < 2) == (True, True)
            for size in sizes
        )


class Press:
    """Runs in a thread of its own: Playwright keeps an event loop where it lives, and tests have theirs."""

    _playwright: Playwright
    _browser: Browser

    def __enter__(self) -> Self:
        self._thread = ThreadPoolExecutor(1)
        self._thread.submit(self._start).result()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._thread.submit(self._stop).result()
        self._thread.shutdown()

    def prints(self, caller: Caller, path: str, boxes: str = ".sheet, .shape, .texts, .way") -> Printed:
        """The page at that path and its style sheets, with the policy they come with."""
        page = caller.get(path)
        assert page.status_code == 200, page.text
        styles = re.findall(r'<link rel="stylesheet" href="([^"]+)">', page.text)
        answers = {path.partition("?")[0]: page, **{one: caller.get(one) for one in styles}}
        return self._thread.submit(self._print, path, answers, boxes).result()

    def _start(self) -> None:
        self._playwright = sync_playwright().start()
        chromium = shutil.which("chromium") or "chromium-browser"
        self._browser = self._playwright.chromium.launch(executable_path=chromium, args=list(_FLAGS))

    def _stop(self) -> None:
        self._browser.close()
        self._playwright.stop()

    def _print(self, path: str, answers: Mapping[str, httpx.Response], boxes: str) -> Printed:
        context = self._browser.new_context(java_script_enabled=True)
        page = context.new_page()
        faults: list[str] = []
        page.on("console", lambda message: faults.append(message.text))
        page.route("**/*", _answering(answers, faults))
        page.goto(ADDRESS + path)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 794, "height": 1123})
        overflowing: list[str] = page.evaluate(_TOO_SMALL, boxes)
        pdf = page.pdf(prefer_css_page_size=True)
        context.close()
        return Printed(pdf=pdf, overflowing=overflowing, faults=faults)


def _answering(answers: Mapping[str, httpx.Response], faults: list[str]) -> Callable[[Route], Any]:
    def answer(route: Route) -> None:
        path = httpx.URL(route.request.url).path
        if path not in answers:
            faults.append(f"{route.request.url} was asked for")
            route.abort()
            return
        told = answers[path]
        headers = {name: value for name, value in told.headers.items() if name != "content-encoding"}
        route.fulfill(status=told.status_code, headers=headers, body=told.content)

    return answer
