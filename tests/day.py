"""A day as the room lives it: phones that read pages and send forms, and nothing else."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx

THEMES = {
    "AG": "Agriculture",
    "DS": "Droits sociaux",
    "ED": "Éducation",
    "MI": "Migrations",
    "SA": "Santé",
    "SU": "Surveillance",
    "TR": "Travail",
}
KINDS = ("constat", "revendication")

PROGRAMME = """\
title = "Une journée entière"
number = 2
place = "Saint-Étienne"
dates = ["2023-09-16"]
organisers = ["Un collectif"]

[[step]]
label = "Écrire, en silence"
minutes = 15
post = ["constats", "revendications"]
hidden = true
""" + "".join(f'\n[[theme]]\ncode = "{code}"\ntitle = "{title}"\n' for code, title in THEMES.items())

_HOSTILE = (
    "# Pas un titre {n}",
    "- pas une liste {n}\n- ni ceci",
    "1. pas un numéro {n}",
    "> pas une citation {n}",
    "---\nfront: matter {n}\n---",
    "| a | b |\n|---|---|\n| {n} | c |",
    "![photo {n}](http://evil.example/x.png)",
    "<script>alert({n})</script>",
    "```\nrm -rf / # {n}\n```",
    "[cliquez {n}](javascript:alert(1))",
    "**pas gras** _pas penché_ ~~pas barré~~ {n}",
    "&lt;b&gt; & &amp; &#x41; {n}",
    "👩🏽‍🚒 et 🏳️‍🌈 n’ont pas de guichet {n}",
    "الشباك مغلق منذ شهر {n}",
    "Двері зачинені, лишився тільки сайт {n}",
    "窗口关了 {n}",
    "{{ 7 * 7 }} {% raw %} ${n}$ {n}",
    "=SUM(A1:A9)+{n}",
    "</textarea></form><h1>{n}</h1>",
    "Première ligne {n}\n  deuxième ligne\n\nAutre paragraphe",
    "Souligné {n}\n=======",
    "Voir DS-C1, n° 41 et https://evil.example/{n}",
    "[^{n}]: note\n: définition\n::: bloc",
    "« Guillemets », \"droits\" et 'simples', c’est {n} % de la page.",
    "* * *\n{n}",
    "+ {n}\n\t\u00a0fin",
    "Le guichet ferme à midi, et l’écran ne répond pas. C’est la {n}e fois.",
)
_LANGUAGES = {"الش": "ar", "Две": "uk"}


def texts(count: int) -> list[tuple[str, str]]:
    """That many texts, no two alike, as they are kept, with the language each is said to be in."""
    made = []
    for number in range(1, count + 1):
        text = _HOSTILE[number % len(_HOSTILE)].replace("{n}", f"{number:03}").replace("\t", " ")
        made.append((text, _LANGUAGES.get(text[:3], "")))
    return made


@dataclass(slots=True)
class Form:
    """Where it goes, and what it holds before anybody touches it."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


class Page(HTMLParser):
    """The forms of a page, as a browser reads them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self._typing = ""
        self.feed(text)

    def form_to(self, action: str) -> Form:
        (found,) = [form for form in self.forms if form.action == action]
        return found

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.forms.append(Form(given.get("action", "")))
        elif tag in {"input", "textarea"} and self.forms and "name" in given:
            if given.get("type") != "radio" or "checked" in given:
                self.forms[-1].fields[given["name"]] = given.get("value", "")
            self._typing = given["name"] if tag == "textarea" else ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._typing = ""

    def handle_data(self, data: str) -> None:
        if self._typing:
            self.forms[-1].fields[self._typing] += data.removeprefix("\n")


_RECEIPT = re.compile(r'id="receipt"[^>]*>\s*<b>Carte n°\s(\d+)\s(enregistrée|corrigée|retirée)\.')


def receipt(page: httpx.Response) -> tuple[int, str]:
    """The number a person is told, and what was done."""
    assert page.status_code == 200, page.text
    found = _RECEIPT.search(html.unescape(page.text))
    assert found, page.text
    return int(found[1]), found[2]


@dataclass(frozen=True, slots=True)
class Sent:
    """A form as it was sent: what a browser sends again."""

    theme: str
    kind: str
    text: str
    fields: dict[str, str]


class Phone:
    """One browser: a jar of cookies, a convention, the theme it came for."""

    def __init__(self, address: str, slug: str, theme: str) -> None:
        self.theme = theme
        self._slug = slug
        said = {"origin": address, "accept-language": "fr-FR,fr;q=0.9", "user-agent": "Telephone-inconnu/7"}
        self.http = httpx.Client(base_url=address, headers=said, follow_redirects=True, timeout=20)

    @property
    def here(self) -> str:
        return f"/{self._slug}/{self.theme}"

    @property
    def token(self) -> str:
        return self.http.cookies["atelier"]

    def prepare(self, kind: str, text: str, lang: str) -> Sent:
        """Read the page and fill its form, as yet unsent."""
        page = self.http.get(self.here)
        assert page.status_code == 200, page.text
        form = Page(page.text).form_to(self.here)
        typed = {"kind": kind, "text": text.replace("\n", "\r\n"), "lang": lang}
        return Sent(self.theme, kind, text, {**form.fields, **typed})

    def send(self, form: Sent) -> int:
        number, done = receipt(self.http.post(self.here, data=form.fields))
        assert done == "enregistrée"
        return number

    def correct(self, number: int, text: str) -> str:
        """Through the form of the card; the text that stood there."""
        action = f"{self.here}/cards/{number}/correct"
        before = Page(self.http.get(action).text).form_to(action).fields["text"]
        assert receipt(self.http.post(action, data={"text": text})) == (number, "corrigée")
        return before

    def withdraw(self, number: int) -> None:
        action = f"{self.here}/cards/{number}/withdraw"
        form = Page(self.http.get(action).text).form_to(action)
        assert receipt(self.http.post(action, data=form.fields)) == (number, "retirée")

    def cast(self, reference: str, dots: int) -> httpx.Response:
        asked = {"command": "cast_dots", "statement": reference, "dots": dots}
        return self.http.post(f"/api/conventions/{self._slug}/commands", json=asked)


class Desk:
    """A program with a role key."""

    def __init__(self, address: str, slug: str, key: str) -> None:
        headers = {"authorization": f"Bearer {key}"}
        self.http = httpx.Client(base_url=f"{address}/api/conventions/{slug}", headers=headers, timeout=20)

    def does(self, name: str, **fields: object) -> dict[str, object]:
        answer = self.http.post("/commands", json={"command": name, **fields})
        assert answer.status_code == 200, answer.text
        told: dict[str, object] = answer.json()
        return told


def in_chunks(numbers: list[int], size: int) -> Iterator[list[int]]:
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]
