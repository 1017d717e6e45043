"""The cahier as one HTML file: what it holds, what it never fetches, and what it looks like on paper."""

import re
import subprocess
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings

from atelier.cahier.compose import compose
from atelier.cahier.document import Prose
from atelier.cahier.markdown import render
from atelier.domain import commands
from atelier.domain.words import CardNumber, Kind, SectionName
from atelier.exchange.html_body import body
from atelier.exchange.html_file import Paper, cahier_html, sheets
from tests.cahier.day import Day, rich_day
from tests.cahier.french import French
from tests.cahier.reading import PARSERS, Seen, read
from tests.cahier.wild import lines, texts


class _Attributes(HTMLParser):
    """Every attribute that names something, and every tag."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.leads: list[str] = []
        self.fetched: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and tag == "a":
                self.leads.append(value or "")
            elif name in ("src", "href", "srcset", "data", "action", "poster", "background"):
                self.fetched.append(value or "")


def page_of(day: Day) -> str:
    return cahier_html(day.state, French()).decode()


def told(day: Day) -> Seen:
    """What a reader sees between the tags."""
    return read(lambda page: page.split("<main>")[1], page_of(day))


def with_prose(text: str) -> Day:
    day = rich_day()
    day.do(commands.WriteSection(section=SectionName("foreword"), text=text))
    return day


@pytest.fixture(scope="module")
def page() -> str:
    return page_of(rich_day())


def test_nothing_is_fetched_and_nothing_runs(page: str) -> None:
    found = _Attributes(page)
    assert not found.fetched
    assert not found.tags & {"script", "link", "iframe", "img", "object", "embed", "base", "form"}
    assert not re.search(r"url\((?!#fill-)", page)
    assert "@import" not in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize(
    "hostile",
    [
        "![suivi](http://ailleurs.example/pixel.png)",
        "![suivi](//ailleurs.example/pixel.png)",
        "![suivi](pictures/none.svg)",
        "<img src=http://ailleurs.example/x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "<style>@import 'http://ailleurs.example'</style>",
        "[ici](javascript:alert(1))",
        "[ici](JaVaScRiPt&#58;alert(1))",
        "[ici](data:text/html,<b>)",
        "[ici]( \x01javascript:alert(1))",
    ],
)
def test_the_secretary_s_prose_neither_runs_nor_fetches(hostile: str) -> None:
    page = page_of(with_prose(f"Avant. {hostile} Après."))
    found = _Attributes(page)
    assert not found.fetched
    assert "script" not in found.tags
    assert not [one for one in found.leads if not one.startswith("#")]


def test_a_link_out_is_kept_and_a_link_to_nowhere_is_only_its_words() -> None:
    day = with_prose(
        "[dehors](https://exemple.org/a) [perdu](#nulle-part) [fichier](x.html) <mailto:a@b.org>"
    )
    leads = {one for one in _Attributes(page_of(day)).leads if not one.startswith("#")}
    assert leads == {"https://exemple.org/a", "mailto:a@b.org"}
    assert "dehors perdu fichier" in re.sub("<[^>]+>", "", page_of(day))


def test_every_link_within_leads_somewhere_and_no_anchor_stands_twice(page: str) -> None:
    found = _Attributes(page)
    assert len(found.ids) == len(set(found.ids))
    assert {one[1:] for one in found.leads if one.startswith("#")} <= set(found.ids)
    assert {"ds-c1", "carte-1"} <= set(found.ids)


def test_its_headings_are_those_of_the_markdown_in_order(page: str) -> None:
    markdown = render(compose(rich_day().state), French()).split("\n---\n", 1)[1]
    contents = '<h2 id="contents">Dans ce cahier</h2>'
    assert contents in page
    found = re.findall("<h([1-4])[^>]*>(.*?)</h", page.replace(contents, ""))
    here = [(int(level), unescape(re.sub("<[^>]+>", "", title))) for level, title in found]
    assert here == read(PARSERS["commonmark"], markdown).headings


def test_each_part_is_in_the_table_of_contents(page: str) -> None:
    contents = page.split('<nav class="contents"')[1].split("</nav>")[0]
    listed = re.findall(r'href="#([^"]+)"', contents)
    assert listed == re.findall(r'<section class="part[^"]*"><h2[^>]*id="([^"]+)"', page)
    assert len(listed) > 5


@settings(max_examples=60, deadline=None)
@given(texts)
def test_a_card_shows_exactly_its_characters(text: str) -> None:
    day = rich_day()
    day.card(text)
    said = [said for where, said in told(day).blocks if where.endswith("article div blockquote p")]
    shown = "\n\n".join(text.split("\n\n"))
    assert shown in "\n\n".join(said)


@settings(max_examples=40, deadline=None)
@given(lines)
def test_a_title_makes_no_tag_and_no_rule_of_style(title: str) -> None:
    document = compose(rich_day().state)
    chapter = document.chapters[0]
    named = replace(chapter, name=replace(chapter.name, title=title, titles=(title,)))
    parts = body(replace(document, chapters=(named, *document.chapters[1:])), French())
    assert next(part for part in parts if part.chapter).title.unescape().endswith(")")


def test_what_stands_in_the_margins_can_close_neither_its_string_nor_its_sheet() -> None:
    day = Day(title='"} </style><script>')
    page = page_of(day)
    style = page.split("<style>")[1].split("</style>")[0]
    assert "<" not in style.split("@page{size")[1]
    assert "script" not in _Attributes(page).tags


def test_a_card_in_another_script_has_its_language_and_its_direction() -> None:
    day = rich_day()
    number = day.card("لا أحد في الشباك", lang="ar")
    day.do(commands.TranslateCard(card=CardNumber(number), lang="fr", text="Personne au guichet."))
    page = page_of(day)
    card = page.split(f'id="carte-{number}"')[1].split("</article>")[0]
    assert re.search(r'<blockquote dir="auto" lang="ar">\s*<p>لا أحد', card)
    assert re.search(r'<blockquote dir="auto" lang="fr">\s*<p>Personne', card)


def test_a_statement_and_what_is_said_of_it_stand_together() -> None:
    day = rich_day()
    made = day.statement(day.card("Un mot."), text="Une phrase.")
    page = page_of(day)
    article = next(one for one in page.split("<article ") if f'id="{made.lower()}"' in one)
    assert article.startswith('class="statement constat"')
    assert "Une phrase." in article


def test_a_rule_ends_what_is_said_of_a_statement() -> None:
    document = compose(rich_day().state)
    after = replace(document.chapters[0], after=(Prose("De tout l’atelier."),))
    parts = body(replace(document, chapters=(after, *document.chapters[1:])), French())
    html = next(part.html for part in parts if part.chapter)
    assert "De tout l’atelier." in html.rpartition("</article>")[2]


@pytest.mark.parametrize("paper", Paper)
def test_the_same_state_gives_the_same_bytes_on_each_paper(paper: Paper) -> None:
    day = rich_day()
    made = cahier_html(day.state, French(), paper)
    assert made == cahier_html(day.state, French(), paper)
    assert f"@page{{size:{paper}}}".encode() in made


def test_each_chapter_begins_a_run_of_pages_that_names_it(page: str) -> None:
    document = compose(rich_day().state)
    runs = re.findall(r"@page run-\d+", page)
    assert len(runs) > len(document.chapters)
    assert Kind.CONSTAT in page


def test_printed_by_a_browser_the_pages_have_numbers_and_the_chapter_s_name(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    chromium = pytest.importorskip("shutil").which("chromium")
    if chromium is None:
        pytest.skip("no Chromium here")
    (tmp_path / "cahier.html").write_text(page_of(rich_day()), encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    out = f"--print-to-pdf={tmp_path / 'cahier.pdf'}"
    subprocess.run([chromium, *flags, out, str(tmp_path / "cahier.html")], check=True, capture_output=True)
    pages = [one.extract_text() for one in pypdf.PdfReader(tmp_path / "cahier.pdf").pages]
    numbers = [re.match(r"\d+", text.lstrip()) for text in pages]
    assert [found and found[0] for found in numbers] == [None, *map(str, range(2, len(pages) + 1))]
    assert len(pages) > 5


def test_a_title_and_what_brings_a_quotation_stay_with_what_follows() -> None:
    day = rich_day()
    made = day.statement(day.card("Un mot."), text="Une phrase.", title="Un titre")
    article = next(one for one in page_of(day).split("<article ") if f'id="{made.lower()}"' in one)
    assert re.search(r'<p[^>]* class="title"[^>]*><strong>Un titre</strong></p>', article)
    assert re.search(r'class="leading"[^>]*>Objection', page_of(day))
    assert article.count('class="title"') == 1


def test_its_sheets_are_the_same_html_cut_where_a_page_begins() -> None:
    state = rich_day().state
    whole = cahier_html(state, French()).decode()
    found = sheets(French(), body(compose(state), French()))
    assert [one.name for one in found[:2]] == ["", "contents"]
    assert len(found) > 4
    rest = whole
    for one in found:
        before, _, rest = rest.partition(one.html.strip())
        assert "<article" not in before
    assert re.sub(r"\s", "", rest) == "</div></main></body></html>"
