"""What the tests of the sheets read in a page: words, and the codes drawn in it."""

import re
import secrets
from html import unescape

import httpx

from atelier.domain.words import Role
from tests.web.hall import Caller, Hall

_SVG = re.compile(
    r'<svg [^>]*viewBox="0 0 (\d+) \d+"[^>]*aria-label="([^"]*)"[^>]*>.*?d="([^"]*)"/></svg>', re.DOTALL
)
_SPACES = re.compile(r"\s+")
_RUN = re.compile(r"M(\d+) (\d+)h(\d+)v1")


def sheet(hall: Hall, name: str) -> str:
    return f"/{hall.slug}/sheets/{name}"


def codes(page: httpx.Response) -> list[tuple[str, list[list[bool]]]]:
    """Every code of the page: what it is called, and its modules."""
    found = []
    for size, label, path in _SVG.findall(page.text):
        dark = {(int(x) + i, int(y)) for x, y, width in _RUN.findall(path) for i in range(int(width))}
        rows = [[(x, y) in dark for x in range(int(size))] for y in range(int(size))]
        found.append((_SPACES.sub(" ", unescape(label)), rows))
    return found


def words(page: httpx.Response) -> str:
    """What is to read, tags apart, with ordinary spaces."""
    body = re.sub(r"<title>.*?</title>", " ", page.text, flags=re.DOTALL)
    return _SPACES.sub(" ", unescape(re.sub(r"<[^>]+>", " ", body)))


def printed(page: httpx.Response) -> str:
    """Of the paper only: the tools of the screen apart."""
    return words(httpx.Response(200, text=page.text[page.text.index("<main") :]))


def team(hall: Hall, role: Role = Role.FACILITATOR) -> Caller:
    """A browser that opened the link of that role."""
    browser = hall.browser()
    browser.get(f"/r/{hall.keys[role]}")
    return browser


def post(caller: Caller, text: str, kind: str = "constat", theme: str = "DS", **more: object) -> int:
    """One more card; its number."""
    made = caller.does("post_card", theme=theme, kind=kind, text=text, key=secrets.token_hex(8), **more)
    number: int = made["card"]
    return number
