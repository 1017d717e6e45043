"""From a text to where it will be printed, and back from what is printed to the text."""

import pytest

from atelier.domain import commands as c
from atelier.domain.words import PartName, SectionName
from atelier.web.pages.cahier.previewing import place_of, section_at
from atelier.web.plain.leaves import Leaves
from tests.domain.play import SECRETARY, Play

LEAVES = Leaves(
    order=(),
    stamped={},
    places={
        PartName("foreword"): "convention",
        PartName("overview"): "vue-densemble",
        PartName("theme:DS"): "droits-sociaux-ds",
        PartName("annex:method"): "annexe-b",
    },
)


@pytest.mark.parametrize(
    ("section", "place"),
    [
        ("foreword", "convention"),
        ("theme:DS:between", "droits-sociaux-ds"),
        ("method", "annexe-b"),
        ("statement:DS-C1:before", "ds-c3"),
        ("statement:DS-C3:after", "ds-c3"),
        ("statement:DS-C4:after", None),
        ("block:B9", None),
    ],
)
def test_a_text_is_followed_to_its_part_or_to_what_stands_for_its_statement(
    section: str, place: str | None
) -> None:
    play = Play()
    assert play.merge(play.statement(), play.statement()) == "DS-C3"
    play.do(c.DissolveStatement(statement=play.statement()))
    assert place_of(play.state, LEAVES, SectionName(section)) == place


@pytest.mark.parametrize(
    ("statement", "heading", "section"),
    [
        ("ds-c1", "droits-sociaux-ds", "statement:DS-C1:after"),
        ("ds-c2", "droits-sociaux-ds", "statement:DS-C2:before"),
        ("", "droits-sociaux-ds", "theme:DS:before"),
        ("", "convention", "foreword"),
        ("ds-c9", "annexe-b", "method"),
        ("", "vue-densemble", None),
        ("", "nulle-part", None),
        ("", "", None),
    ],
)
def test_what_is_pointed_at_opens_the_text_nearest_to_it(
    statement: str, heading: str, section: str | None
) -> None:
    play = Play()
    play.statement()
    play.statement()
    play.do(c.WriteSection(section="statement:DS-C2:before", text="Nous avons hésité."), SECRETARY)
    assert section_at(play.state, LEAVES, statement, heading) == section
