"""What people do on the participants' pages: they read, they fill in forms, they press buttons."""

import re
from html import unescape
from html.parser import HTMLParser

import httpx

from atelier.domain.words import Role
from tests.web.hall import Caller, Hall

TEXT = "Il faut attendre trois mois pour avoir quelqu’un au téléphone."
SILENT, OPEN = 1, 2
"""The steps of the hall's programme."""


class _Fields(HTMLParser):
    """The values that the card form would send as it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._inside = self._select = self._area = self._option = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        match tag:
            case "form":
                self._inside = found.get("id", "")
            case "input" if self._inside == "write" and (found.get("type") != "radio" or "checked" in found):
                self.fields[found["name"]] = found.get("value", "")
            case "select":
                self._select = found["name"]
                self.fields[self._select] = ""
            case "option" if "selected" in found:
                self.fields[self._select] = found.get("value", "")
                self._option = self._select if "value" not in found else ""
            case "textarea":
                self._area = found["name"]
                self.fields[self._area] = ""
            case _:
                pass

    def handle_endtag(self, tag: str) -> None:
        self._area = "" if tag == "textarea" else self._area
        self._option = "" if tag == "option" else self._option

    def handle_data(self, data: str) -> None:
        if self._area or self._option:
            self.fields[self._area or self._option] += data


def form_of(page: httpx.Response) -> dict[str, str]:
    """The card form of a page, as its browser would send it."""
    parser = _Fields()
    parser.feed(page.text)
    fields = dict(parser.fields)
    if "text" in fields:
        fields["text"] = fields["text"].removeprefix("\n")
    return fields


def words(page: httpx.Response) -> str:
    """What is to read, tags apart."""
    body = re.sub(r"<(script|title)[^>]*>.*?</\1>", " ", page.text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", body))).replace(" .", ".")


def theme(hall: Hall, code: str = "DS") -> str:
    return f"/{hall.slug}/{code}"


def send(hall: Hall, browser: Caller, text: str = TEXT, *, code: str = "DS", **more: str) -> httpx.Response:
    """Open the page, fill in the form, press the button; what the browser then shows."""
    page = browser.get(theme(hall, code))
    fields = {"kind": "constat", **form_of(page), "text": text, **more}
    return browser.post(theme(hall, code), data=fields, follow_redirects=True)


def start(hall: Hall, step: int, code: str = "DS") -> None:
    hall.program(Role.FACILITATOR).does("start_step", step=step, theme=code)
