"""What is drawn: well-formed, told in words too, on pages that hold it, the same everywhere."""

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings

from atelier.cahier.compose import compose
from atelier.cahier.document import Document
from atelier.cahier.markdown import render
from atelier.cahier.overview import Slice
from atelier.cahier.pages.marks import Pen
from atelier.cahier.pictures.album import album
from atelier.cahier.pictures.flow import draw_flow
from atelier.cahier.pictures.ink import HANDHELD, PRINTED, PROJECTED, Page, Picture
from atelier.cahier.pictures.letters import leftwards, lines_of, width_of
from atelier.domain import commands
from atelier.domain.words import Channel, Kind, Reference
from tests.cahier.day import Day, rich_day
from tests.cahier.french import French
from tests.cahier.wild import lines, texts

SVG = "{http://www.w3.org/2000/svg}"
LONG = "Un titre qui n’en finit pas, " * 12


def drawn(document: Document, page: Page = PRINTED) -> dict[str, Picture]:
    return {one.name: one for one in album(document, French(), page)}


def parsed(one: Picture) -> Element:
    return fromstring(one.svg)  # noqa: S314 - we have just drawn it


def said(one: Picture) -> list[str]:
    return ["".join(text.itertext()) for text in parsed(one).iter(f"{SVG}text")]


def founded_day(constats: int, revendications: int, *, on: int = 1) -> Day:
    """Each revendication is founded on the `on` first constats."""
    day = Day()
    for number in range(constats):
        day.statement(day.card(f"Vu {number}."), text=f"Constat {number}. {LONG}")
    for number in range(revendications):
        made = day.statement(day.card(f"Voulu {number}.", kind=Kind.REVENDICATION), text=LONG)
        founded_on = tuple(Reference(f"DS-C{one + 1}") for one in range(min(on, constats)))
        if founded_on:
            day.do(commands.LinkStatements(statement=made, founded_on=founded_on))
    return day


@pytest.fixture(scope="module")
def document() -> Document:
    return compose(rich_day().state)


def test_a_rich_day_has_each_of_its_pictures(document: Document) -> None:
    assert {"ledger", "dots-1", "chain-ds", "flow"} <= set(drawn(document))


def test_a_day_before_the_first_card_has_nothing_to_draw() -> None:
    assert drawn(compose(Day().state)) == {}
    assert "pictures/" not in render(compose(Day().state), French())


def test_each_picture_is_in_the_markdown_once_with_words_for_who_does_not_see_it(document: Document) -> None:
    text = render(document, French())
    for one in drawn(document).values():
        assert text.count(f"]({one.address})") == 1
        assert one.says in text
        assert one.says.startswith(f"{one.title}. ")


def test_what_a_picture_holds_stands_in_a_table_too() -> None:
    text = render(compose(founded_day(3, 2, on=2).state), French())
    assert "| [DS-R1](#ds-r1) | [DS-C1](#ds-c1), [DS-C2](#ds-c2) |" in text
    assert "Rien ne se fonde encore sur [DS-C3](#ds-c3)." in text
    assert "| de 0 h 00 à 0 h 15 |" in text


def test_a_demand_founded_on_nothing_is_drawn_alone() -> None:
    day = founded_day(1, 1)
    day.statement(day.card("Sans raison.", kind=Kind.REVENDICATION), text="Seule.")
    day.statement(day.card("À formuler.", kind=Kind.PISTE))
    text = render(compose(day.state), French())
    assert "| [DS-R2](#ds-r2) | – |" in text
    assert {"DS-R2", "Seule.", "DS-P1", "pas encore formulé"} <= set(
        said(drawn(compose(day.state))["chain-ds"])
    )


def test_no_chain_where_nothing_is_founded_on_anything() -> None:
    day = Day()
    day.statement(day.card("Vu."), text="Vu.")
    assert set(drawn(compose(day.state))) == {"ledger", "flow"}


@pytest.mark.parametrize("page", [PRINTED, PROJECTED, HANDHELD])
@pytest.mark.parametrize("size", [1, 30, 200])
def test_pictures_go_on_over_pages_that_hold_them(size: int, page: Page) -> None:
    day = founded_day(size, size, on=12)
    found = drawn(compose(day.state), page)
    chain = [one for name, one in found.items() if name.startswith("chain-ds")]
    assert len(chain) > (size > 1)
    for one in found.values():
        root = parsed(one)
        _, _, width, height = map(float, root.get("viewBox", "").split())
        assert width <= page.width + 6
        assert height <= page.height_max + 6
        assert all(float(text.get("y", "0")) <= height for text in root.iter(f"{SVG}text"))
    references = {line for one in chain for line in said(one)}
    assert {f"DS-R{number + 1}" for number in range(size)} <= references
    assert {f"DS-C{number + 1}" for number in range(size)} <= references


def test_many_dots_go_on_over_several_pictures_with_their_legend_on_each() -> None:
    document = compose(rich_day().state)
    (name, priorities), *_ = document.overview.priorities
    many = replace(document.overview, priorities=((name, priorities * 40),))
    found = drawn(replace(document, overview=many))
    sheets = [one for each, one in found.items() if each.startswith("dots-1-")]
    assert len(sheets) > 1
    assert all({"téléphone", "papier", "mains levées"} <= set(said(one)) for one in sheets)
    total = str(priorities[0].tally.total)
    assert sum(said(one).count(total) for one in sheets) >= 40


def test_a_legend_that_is_too_long_goes_to_the_next_line() -> None:
    document = compose(rich_day().state)
    narrow = drawn(document, Page(width=220, height_max=400))["dots-1"]
    places = {"".join(one.itertext()): one.get("y") for one in parsed(narrow).iter(f"{SVG}text")}
    assert places["téléphone"] != places["mains levées"]


def test_the_flow_adds_up_to_the_cards_received(document: Document) -> None:
    assert sum(one.total for one in document.flow) == document.overview.ledger.received
    assert document.flow[0].start == 0
    assert all(one.start % 15 == 0 for one in document.flow)


def test_a_night_between_two_days_is_cut_and_the_cut_shows(document: Document) -> None:
    came = {Channel.PHONE: 3}
    days = tuple(Slice(start=start, came=came) for start in (0, 45, 15 * 96, 15 * 97))
    pen = Pen(words=French(), document=replace(document, flow=days))
    (one,) = draw_flow(pen)
    assert said(one).count("//") == 1
    assert "24 h 00" in said(one)
    assert "0 h 00" in said(one)


def test_a_very_long_convention_takes_several_pictures_of_its_flow(document: Document) -> None:
    slices = tuple(Slice(start=15 * place, came={Channel.PAPER: 1}) for place in range(100))
    found = drawn(replace(document, flow=slices))
    assert {"flow-1", "flow-2", "flow-3"} <= set(found)


def test_no_picture_has_a_script_or_an_address_or_a_style(document: Document) -> None:
    for one in drawn(document).values():
        without = one.svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "http" not in without
        assert "style" not in without
        assert "<script" not in without


def test_no_two_pictures_share_the_name_of_a_filling(document: Document) -> None:
    names = [
        pattern.get("id") for one in drawn(document).values() for pattern in parsed(one).iter(f"{SVG}pattern")
    ]
    assert len(names) == len(set(names))


def test_what_reads_from_right_to_left_begins_on_the_right() -> None:
    day = founded_day(1, 1)
    day.do(commands.WordStatement(statement=Reference("DS-C1"), text="لا أحد في الشباك", title=""))
    (text,) = [
        one
        for one in parsed(drawn(compose(day.state))["chain-ds"]).iter(f"{SVG}text")
        if "الشباك" in (one.text or "")
    ]
    assert text.get("direction") == "rtl"
    assert float(text.get("x", "0")) > 100


@settings(max_examples=60, deadline=None)
@given(lines, texts)
def test_whatever_was_written_is_drawn_well_formed(title: str, text: str) -> None:
    day = founded_day(1, 1)
    day.do(commands.WordStatement(statement=Reference("DS-C1"), text=text, title=title))
    for one in drawn(compose(day.state)).values():
        parsed(one)


@given(texts)
def test_lines_hold_every_word_and_are_no_wider_than_they_may(text: str) -> None:
    found = lines_of(text, 200, 15, 10_000)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(width_of(one, 15) <= 200 or len(one) == 1 for one in found)


def test_what_does_not_fit_is_said_to_be_cut() -> None:
    found = lines_of(LONG, 100, 15, 2)
    assert len(found) == 2
    assert found[-1].endswith("…")
    assert lines_of("court", 100, 15, 2) == ("court",)
    full = lines_of("mmmm mmmm mmmm", 62, 15, 2)
    assert full[-1] == "mmm…"
    assert lines_of("漢字" * 4, 15 * 4, 15, 3) == ("漢字漢字", "漢字漢字")


def test_the_direction_is_that_of_the_first_letter() -> None:
    assert leftwards("12. שלום")
    assert not leftwards("12. bonjour שלום")
    assert not leftwards("12")


def test_the_same_document_is_drawn_with_the_same_bytes() -> None:
    one, other = (album(compose(rich_day().state), French()) for _ in range(2))
    assert one == other
