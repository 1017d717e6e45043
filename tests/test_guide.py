"""The guide makes promises to people in a hurry; here they are kept, or this fails."""

import re
import shlex
from collections.abc import Iterator
from html import unescape
from itertools import product
from pathlib import Path

import click
import pytest
from starlette.routing import Route, compile_path

from atelier.cli.main import atelier
from atelier.config import Config
from atelier.exchange.defaults import privacy_notice, steps
from atelier.exchange.documents import DOCUMENTS
from atelier.exchange.example import example_programme
from atelier.store.removal import RECORD
from atelier.translations import LANGUAGES, speech
from atelier.translations.updating import translations
from atelier.web import plain, sheets
from atelier.web.pages.desk.keys import KEYS
from atelier.web.plain import guide
from atelier.web.plain.guide_facts import facts
from atelier.web.plain.paths import SLUG
from tests.web.hall import Hall, hall_in

ROOT = Path(__file__).parents[1]
NAMES = (guide.INDEX, *guide.PAGES)
EVERY = list(product(LANGUAGES, NAMES))

PAGE_BYTES_MAX = 60_000
PICTURE_BYTES_MAX = 40_000
WORDS_A_MINUTE = 170  # read aloud, slowly

_FOLDERS = {f"{Config().sessions}/", f"{Config().exports}/"}
_FILES = {*DOCUMENTS, *_FOLDERS, f"{Config().sessions}/{RECORD}", "programme.toml", ".zip", "http://"}


def labels(text: str) -> list[str]:
    """What is said to be written on a screen."""
    return [one.split("::")[0] for one in re.findall(r"\[\[(.+?)\]\]", text)]


def names_of_facts(text: str) -> list[str]:
    return re.findall(r"\{([A-Z0-9_]+)\}", text)


def pictures(text: str) -> list[tuple[str, str, str]]:
    """The words for who does not see it, the file, what is written under it."""
    return re.findall(r'^!\[(.*)\]\((\S+) "(.*)"\)$', text, re.MULTILINE)


def literal(text: str) -> list[str]:
    """What is to be typed, opened or looked for just as it is."""
    return re.findall(r"`([^`]+)`", text)


def addresses() -> Iterator[str]:
    """As patterns, of all the pages there are."""
    for route in (*plain.router.routes, *sheets.router.routes):
        if isinstance(route, Route):
            yield route.path
    for path in (ROOT / "atelier" / "web" / "pages").rglob("*.py"):
        text = path.read_text(encoding="utf-8").replace("{SLUG}", SLUG)
        yield from re.findall(r'@ui\.page\(\s*f?"([^"]+)"', text)


def leads_somewhere(address: str) -> bool:
    return any(compile_path(shape)[0].match(address.replace("…", "xx")) for shape in addresses())


def is_a_command(typed: str) -> bool:
    """With options that it has, and as many words as it takes."""
    _, *words = shlex.split(typed)
    name = words.pop(0) if words and not words[0].startswith("-") else "serve"
    try:
        atelier.commands[name].make_context(name, words)
    except (KeyError, click.UsageError):
        return False
    return True


def is_kept(said: str) -> bool:
    """A promise of one word."""
    if said.startswith("atelier "):
        return is_a_command(said)
    if said.startswith("/"):
        return leads_somewhere(said)
    if " = " in said:
        return f"\n{said.split(' = ')[0]} = " in example_programme(speech("fr"))
    return said in _FILES


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_promise_the_same_in_as_many_parts(name: str) -> None:
    told = [guide.source(lang, name) for lang in LANGUAGES]
    for found in (labels, names_of_facts, lambda text: [file for _, file, _ in pictures(text)]):
        first, *others = ([*found(text)] for text in told)
        assert all(one == first for one in others)
    for shape in (r"^(#+) ", r"^( *[-\d>|]).", r"\]\((/help\S*)\)"):
        first, *others = (re.findall(shape, text, re.MULTILINE) for text in told)
        assert all(one == first for one in others), shape


def test_every_page_there_is_is_offered_and_no_other() -> None:
    for lang in LANGUAGES:
        assert {path.stem for path in (guide.FOLDER / lang).iterdir()} == set(NAMES)
        assert set(re.findall(r"\(/help/(\w+)\)", guide.source(lang, guide.INDEX))) == set(guide.PAGES)


@pytest.mark.parametrize(("lang", "name"), EVERY)
def test_what_is_said_to_be_on_a_screen_is_a_sentence_of_the_program(lang: str, name: str) -> None:
    known = translations(lang)
    assert [one for one in labels(guide.source(lang, name)) if one not in known] == []


@pytest.mark.parametrize(("lang", "name"), EVERY)
def test_every_command_address_file_and_setting_is_there(lang: str, name: str) -> None:
    assert [one for one in literal(guide.source(lang, name)) if not is_kept(one)] == []


def test_what_is_not_there_would_be_noticed() -> None:
    for said in (
        "atelier bake NAME",
        "atelier export NAME --fast",
        "/…/oven",
        "cahier.doc",
        "rom = 1",
        "session/",
    ):
        assert not is_kept(said), said


@pytest.mark.parametrize(("lang", "name"), EVERY)
def test_every_number_that_the_program_knows_is_told_by_it(lang: str, name: str) -> None:
    text = guide.source(lang, name)
    assert [one for one in names_of_facts(text) if one not in facts(lang)] == []
    shown = guide.page(lang, name).html
    assert not re.search(r"\{[A-Z]|\[\[|\]\]|::", shown)


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_the_french_guide_begins_with_a_sign(name: str) -> None:
    shown = re.sub(r"<[^>]+>", "", unescape(guide.page("fr", name).html))
    assert re.findall(r".{9}[\w»)] [;!?:»]\s", shown) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_facilitators_day_is_the_default_programme_step_by_step(lang: str) -> None:
    told = [words for _, words in guide.page(lang, "facilitator").contents]
    wanted = [f"{n}. {step.label} ({step.minutes} min)" for n, step in enumerate(steps(speech(lang)), 1)]
    assert [one for one in told if re.match(r"\d+\. ", one)] == wanted


def test_the_keys_that_are_told_are_those_of_the_screens() -> None:
    desk = guide.source("fr", "facilitator").rpartition("## ")[2]
    assert {key.lower() for key in re.findall(r"\*\*([A-Z])\*\*", desk)} <= set(KEYS)
    paper = (ROOT / "atelier" / "web" / "components" / "paper.js").read_text(encoding="utf-8")
    for key in set(re.findall(r"\*\*Alt\*\* \+ \*\*([A-Z])\*\*", guide.source("fr", "secretary"))) - {
        "C",
        "R",
    }:
        assert f"<kbd>Alt {key}</kbd>" in paper
    steps_html = ROOT / "atelier" / "web" / "pages" / "desk" / "templates" / "steps.html"
    assert "+ 2 min" in steps_html.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_read_aloud_takes_a_minute(lang: str) -> None:
    notice = privacy_notice(speech(lang), (), 90)
    assert len(notice.split()) <= WORDS_A_MINUTE
    shown = unescape(re.sub(r"<[^>]+>", "", guide.page(lang, "privacy").html))
    assert " ".join(notice.replace("**", "").split()[-8:]) in " ".join(shown.split())


def test_every_picture_is_used_is_light_and_says_what_matters_to_who_does_not_see_it() -> None:
    used = {file for lang, name in EVERY for _, file, _ in pictures(guide.source(lang, name))}
    assert used == set(guide.PICTURES)
    for path in (guide.FOLDER / "pictures").iterdir():
        assert path.stat().st_size <= PICTURE_BYTES_MAX, path.name
        assert path.name in used
    for lang, name in EVERY:
        for alt, _, caption in pictures(guide.source(lang, name)):
            assert len(alt) > len("A picture of a screen"), alt
            assert caption


def test_every_way_in_leads_to_a_page() -> None:
    """From the screens of the team, the participants' pages, and page to page."""
    found = set()
    for path in (ROOT / "atelier").rglob("*"):
        if path.suffix in (".py", ".html", ".md"):
            found |= set(re.findall(r"[\"(](/help(?:/[a-z]+)?)[\")]", path.read_text(encoding="utf-8")))
    assert found == {"/help", *(f"/help/{name}" for name in guide.PAGES)}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    with hall_in(tmp_path_factory.mktemp("guide")) as hall:
        yield hall


@pytest.mark.parametrize(("lang", "name"), EVERY)
def test_a_page_is_served_whole_light_and_without_the_internet(served: Hall, lang: str, name: str) -> None:
    answer = served.browser().get(guide.page(lang, name).address, headers={"accept-language": lang})
    assert answer.status_code == 200
    assert f'<html lang="{lang}"' in answer.text
    assert len(answer.content) <= PAGE_BYTES_MAX
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", answer.text)
    anchors = set(re.findall(r' id="([^"]+)"', answer.text))
    assert set(re.findall(r'href="#([^"]+)"', answer.text)) <= anchors
    for picture in re.findall(r"<img [^>]+>", answer.text):
        assert 'loading="lazy"' in picture
        source = re.search(r'src="([^"]+)"', picture)
        assert source is not None
        shown = served.browser().get(source[1])
        assert (shown.status_code, shown.headers["content-type"]) == (200, "image/png")
        assert "immutable" in shown.headers["cache-control"]


def test_the_guide_is_offered_on_every_page_and_where_something_broke(
    served: Hall, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (
        "/",
        f"/{served.slug}",
        f"/{served.slug}/DS",
        f"/{served.slug}/me",
        "/nowhere",
        "/help/nowhere",
    ):
        assert '<a href="/help">' in served.browser().get(path).text, path

    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("atelier.web.plain.routes_guide.reader_of", broken)
    assert '<a href="/help/paper">' in served.browser().get("/help").text


def test_the_size_of_type_and_the_language_that_were_chosen_hold_in_the_guide(served: Hall) -> None:
    person = served.browser(headers={"cookie": "atelier-size=large; atelier-lang=en"})
    assert '<html lang="en" class="large">' in person.get("/help/host").text


def test_the_guide_comes_with_the_program() -> None:
    assert (ROOT / "atelier") in guide.FOLDER.parents
    assert {path.suffix for path in guide.FOLDER.rglob("*") if path.is_file()} == {".md", ".png"}
