import pytest
from hypothesis import example, given

from atelier.cahier.escape import (
    escape_cell,
    escape_heading,
    escape_inline,
    escape_line,
    escape_text,
    quoted,
)
from tests.cahier.reading import PARSERS, read
from tests.cahier.wild import lines, texts

EVERY_PARSER = pytest.mark.parametrize("parser", PARSERS)


@EVERY_PARSER
@given(text=texts)
@example(text="# titre")
@example(text="a\n---\nb\n===")
@example(text="| a | b |\n|---|---|\n| 1 | 2 |")
@example(text="    du code\n\n~~~\nrien\n~~~")
@example(text="[x]: http://a.fr\n\n[x] et [^1]\n\n[^1]: note")
def test_a_text_comes_back_exactly_with_its_paragraphs_and_its_lines(parser: str, text: str) -> None:
    seen = read(PARSERS[parser], escape_text(text))
    assert "\n\n".join(seen.texts("p")) == text
    assert seen.tags <= {"p", "br"}


@EVERY_PARSER
@given(text=texts)
def test_a_quoted_text_comes_back_exactly(parser: str, text: str) -> None:
    seen = read(PARSERS[parser], f"Avant.\n\n{quoted(escape_text(text))}\n\n#### Après")
    assert "\n\n".join(seen.texts("blockquote p")) == text
    assert seen.headings == [(4, "Après")]
    assert seen.tags <= {"p", "br", "blockquote", "h4"}


@EVERY_PARSER
@given(text=lines)
def test_a_title_is_a_heading_and_nothing_else(parser: str, text: str) -> None:
    seen = read(PARSERS[parser], f"## {escape_heading(text)}\n\nAprès")
    assert seen.headings == [(2, text)]
    assert seen.tags == {"h2", "p"}


@EVERY_PARSER
@given(text=lines)
def test_a_cell_holds_its_text_and_nothing_else(parser: str, text: str) -> None:
    table = f"| a | b |\n| --- | ---: |\n| {escape_cell(text)} | 1 |"
    seen = read(PARSERS[parser], table)
    assert seen.texts("td") == [text, "1"]
    assert seen.tags == {"table", "thead", "tbody", "tr", "th", "td"}


@EVERY_PARSER
@given(text=lines, other=lines)
def test_a_line_of_a_list_holds_its_texts_and_nothing_else(parser: str, text: str, other: str) -> None:
    seen = read(PARSERS[parser], f"- {escape_line(text)}\n- {escape_inline('x ' + other)}")
    assert seen.texts("ul li") == [text, f"x {other}"]
    assert seen.tags == {"ul", "li"}


@EVERY_PARSER
@given(text=lines)
def test_a_bold_title_is_bold_and_nothing_else(parser: str, text: str) -> None:
    seen = read(PARSERS[parser], f"**{escape_inline(text)}**")
    assert seen.texts("p") == [text]
    assert seen.tags == {"p", "strong"}


@pytest.mark.parametrize(
    "sentence",
    [
        "L’aide est coupée d’abord, examinée ensuite : c’est le monde à l’envers !",
        "Il faut 18 km + 2 heures - et un téléphone (récent) ; coût < 40 €, délai > 3 mois.",
        "snake_case, R&D, n° 41, 50 % des gens, « oui », 3 x 4 = 12, à 14 h @ la mairie, 5 $ le jour",
        "أدخل إلى الموقع كل ليلة بعد منتصف الليل",
        "-5 degrés",
        "2023 : année noire",
    ],
)
def test_an_ordinary_sentence_stays_as_it_was_typed(sentence: str) -> None:
    assert escape_text(sentence) == sentence


def test_pandoc_sees_no_more_than_the_others() -> None:
    typed = "$x$ [@cite] @auteur ^exposant^ ~indice~ {#id} \\emph{x} http://a.fr www.a.fr a@b.fr"
    assert escape_text(typed) == (
        "&#36;x$ \\[&#64;cite\\] &#64;auteur &#94;exposant^ &#126;indice&#126; \\{#id} \\\\emph\\{x} "
        "http&#58;//a.fr www\\.a.fr a&#64;b.fr"
    )
    typed_lines = ("(@) a", "iv) a", "(a) b", ": a", "| a", "::: a", "+---+", "#. a")
    assert [escape_line(line) for line in typed_lines] == [
        "(&#64;) a", "iv\\) a", "(a\\) b", "&#58; a", "&#124; a", "&#58;:: a", "\\+---+", "\\#. a",
    ]  # fmt: skip
