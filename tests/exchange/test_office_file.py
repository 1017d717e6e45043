"""The cahier for a word processor and as a PDF: opened, parsed, and compared with the Markdown."""

import io
import re
import socket
import zipfile
from typing import Never
from xml.etree.ElementTree import Element, fromstring

import pypdf
import pytest

from atelier.cahier.compose import compose
from atelier.cahier.markdown import render
from atelier.cahier.pages.marks import slug
from atelier.cahier.pictures.album import album
from atelier.domain import commands
from atelier.domain.state import Convention
from atelier.domain.words import SectionName
from atelier.exchange import documents, extras
from atelier.exchange.documents import DOCUMENTS
from atelier.exchange.extras import Extra, how_to_bring, is_here
from atelier.exchange.html_file import Paper
from atelier.exchange.office_file import cahier_docx, cahier_odt
from atelier.exchange.pdf_file import cahier_pdf
from tests.cahier.day import rich_day
from tests.cahier.french import French
from tests.cahier.reading import PARSERS, read

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HOSTILE = "# Pas un titre\n\n![x](file:///etc/passwd) <script>alert(1)</script> \\input{/etc/passwd}"


@pytest.fixture(scope="module")
def state() -> Convention:
    day = rich_day()
    day.card(HOSTILE)
    day.do(
        commands.WriteSection(
            section=SectionName("foreword"),
            text="![a](/etc/passwd) ![b](http://ailleurs.example/x.png) [loin](https://exemple.org)",
        )
    )
    return day.state


@pytest.fixture(scope="module")
def headings(state: Convention) -> list[tuple[int, str]]:
    """Those of the Markdown; its title is the title of these documents."""
    text = render(compose(state), French()).split("\n---\n", 1)[1]
    return [(level - 1, title) for level, title in read(PARSERS["commonmark"], text).headings]


def part(made: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        return fromstring(archive.read(name))  # noqa: S314 - we have just written it


def said(element: Element) -> str:
    return "".join(element.itertext())


def test_odt_has_the_headings_of_the_markdown_and_its_links_lead_to_them(
    state: Convention, headings: list[tuple[int, str]]
) -> None:
    content = part(cahier_odt(state, French()), "content.xml")
    found = [(int(one.get(f"{_TEXT}outline-level", "0")), said(one)) for one in content.iter(f"{_TEXT}h")]
    assert found == headings[1:]
    marks = {one.get(f"{_TEXT}name") for one in content.iter(f"{_TEXT}bookmark-start")}
    links = {one.get(f"{_XLINK}href", "") for one in content.iter(f"{_TEXT}a")}
    assert {one[1:] for one in links if one.startswith("#")} <= marks
    assert slug("DS-C1") in marks
    assert [one for one in links if not one.startswith("#")] == ["https://exemple.org"]


def test_docx_has_the_headings_of_the_markdown_and_its_links_lead_to_them(
    state: Convention, headings: list[tuple[int, str]]
) -> None:
    content = part(cahier_docx(state, French()), "word/document.xml")
    found = []
    for paragraph in content.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        level = re.fullmatch(r"Heading(\d)", style.get(f"{_W}val", "") if style is not None else "")
        if level:
            found.append((int(level[1]), said(paragraph)))
    assert found == headings[1:]
    marks = {one.get(f"{_W}name") for one in content.iter(f"{_W}bookmarkStart")}
    anchors = {one.get(f"{_W}anchor") for one in content.iter(f"{_W}hyperlink")} - {None}
    assert anchors
    assert anchors <= marks


@pytest.mark.parametrize("make", [cahier_odt, cahier_docx])
def test_what_was_written_shows_and_no_file_of_the_machine_does(make: object, state: Convention) -> None:
    assert callable(make)
    made = make(state, French())
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = archive.namelist()
        text = "\n".join(
            "".join(fromstring(archive.read(one)).itertext())  # noqa: S314 - we have just written it
            for one in names
            if one in ("content.xml", "word/document.xml")
        )
    pictures = [one for one in names if "media/" in one or one.startswith("Pictures/")]
    assert len(pictures) == len(album(compose(state), French()))
    assert "# Pas un titre" in text
    assert "<script>alert(1)</script> \\input{/etc/passwd}" in text
    assert "root:" not in text
    assert make(state, French()) == made


def test_pdf_has_every_chapter_and_numbers_its_pages_in_the_contents(
    state: Convention, headings: list[tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> Never:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    made = cahier_pdf(state, French(), Paper.A5)
    assert made == cahier_pdf(state, French(), Paper.A5)
    reader = pypdf.PdfReader(io.BytesIO(made))
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [420, 595]
    pages = [one.extract_text() for one in reader.pages]
    text = " ".join("\n".join(pages).split())
    assert all(" ".join(title.split()) in text for level, title in headings if level <= 1)
    last = [title for level, title in headings if level == 1][-1]
    contents = " ".join(pages[1].split())
    number = int(re.search(rf"{re.escape(last)} ?(\d+)", contents)[1])  # type: ignore[index]
    assert last in pages[number - 1]
    assert "# Pas un titre" in text


def test_every_format_of_an_extra_is_listed_only_where_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    here = {kind.extra for kind in DOCUMENTS.values()}
    assert here == {None, *(extra for extra in Extra if is_here(extra))}
    assert not set(documents.MISSING) & set(documents.FORMATS)
    monkeypatch.setattr(extras, "find_spec", lambda _: None)
    assert not any(map(is_here, Extra))


@pytest.mark.parametrize("extra", Extra)
def test_how_to_bring_an_extra_is_one_command_to_type(extra: Extra) -> None:
    assert f"pip install '.[{extra}]'" in how_to_bring(extra, French())
