"""A document that the secretary arranged: order, prose between the parts, what several themes say once."""

import json

import pytest

from atelier.cahier import titles
from atelier.cahier.compose import compose
from atelier.cahier.content import content, fingerprint
from atelier.cahier.markdown import render
from atelier.domain import commands, outline
from atelier.domain.steps import Step
from atelier.domain.words import (
    AsideReason,
    AxisId,
    BlockId,
    Count,
    Kind,
    MatchId,
    PartName,
    Reference,
    SlotId,
    ThemeCode,
)
from tests.cahier.day import Day, rich_day, theme
from tests.cahier.french import French

DS, TR = ThemeCode("DS"), ThemeCode("TR")
ONE, OTHER = Reference("DS-R1"), Reference("TR-R1")


def printed(day: Day) -> str:
    return render(compose(day.state), French())


def headings(day: Day) -> list[str]:
    return [line[3:] for line in printed(day).splitlines() if line.startswith("## ")]


def two_demands() -> Day:
    """The same, said in two themes, and one more."""
    day = Day()
    day.statement(day.card("Ouvrir.", kind=Kind.REVENDICATION), text="Ouvrir les guichets.")
    day.statement(day.card("Ouvrez.", "TR", Kind.REVENDICATION), text="Des guichets ouverts.")
    day.statement(day.card("Payer.", "TR", Kind.REVENDICATION), text="Payer les heures.")
    return day


def match(day: Day, text: str = "") -> None:
    day.do(commands.MatchStatements(statements=(ONE, OTHER), text=text))


def weigh(day: Day, code: ThemeCode, *given: tuple[str, int]) -> None:
    day.do(commands.OpenVote(theme=code, dots=5))
    for reference, dots in given:
        counted = commands.CountDots(statement=Reference(reference), channel=Count.PAPER, dots=dots)
        day.do(counted)
    day.do(commands.CloseVote(theme=code))


def test_the_document_is_printed_in_its_order_and_the_fingerprint_covers_it() -> None:
    day = rich_day()
    before = fingerprint(day.state)
    names = list(outline.order(day.state))
    names.insert(0, names.pop(names.index(PartName("synthesis"))))
    day.do(commands.ArrangeDocument(parts=tuple(names)))
    assert headings(day)[0] == "Ce qui traverse les ateliers"
    assert json.loads(content(day.state))["outline"] == names
    assert fingerprint(day.state) != before
    day.do(commands.Undo(seq=day.state.seq))
    assert fingerprint(day.state) == before
    assert {"outline", "blocks", "boards", "matches"}.isdisjoint(json.loads(content(day.state)))


def test_every_part_is_called_what_its_heading_says() -> None:
    day = rich_day()
    day.do(commands.AddBlock(title="Récit", after=PartName("day")))
    said = [titles.of_part(French(), day.state, part) for part in outline.parts(day.state)]
    assert said == headings(day)


def test_prose_stands_between_two_parts_under_its_title_or_under_a_rule() -> None:
    day = rich_day()
    for title in ("Récit *du* matin", "", ""):
        day.do(commands.AddBlock(title=title, after=PartName("day")))
    day.write("block:B1", "Voir DS-C1.")
    day.write("block:B2", "Et puis.")
    found = printed(day)
    assert (
        "* * *\n\nEt puis.\n\n## Récit \\*du\\* matin\n\nVoir [DS-C1](#ds-c1).\n\n## Vue d’ensemble" in found
    )
    day.do(commands.RemoveBlock(block=BlockId("B1")))
    assert "Récit" not in printed(day)
    assert "block:B1" not in json.loads(content(day.state))["sections"]


def test_statements_stand_in_the_order_of_their_board_with_prose_around_them() -> None:
    day = two_demands()
    asked = commands.ArrangeBoard(
        chapter=PartName("theme:TR"), kind=Kind.REVENDICATION, statements=(Reference("TR-R2"),)
    )
    day.do(asked)
    day.write("statement:TR-R2:before", "D’abord l’argent.")
    day.write("statement:TR-R1:before", "Ensuite la porte.")
    day.write("statement:TR-R1:after", "Voilà.")
    found = printed(day)
    places = [found.index(said) for said in ("#### TR-R2", "Ensuite la porte", "#### TR-R1", "Voilà.")]
    assert places == sorted(places)
    assert "### Revendications\n\nD’abord l’argent.\n\n#### TR-R2" in found
    assert "* * *\n\nEnsuite la porte.\n\n#### TR-R1" in found
    assert json.loads(content(day.state))["boards"] == [
        {"chapter": "theme:TR", "kind": "revendication", "statements": ["TR-R2", "TR-R1"]}
    ]


def test_prose_beside_a_statement_follows_it_into_what_it_was_merged_into() -> None:
    day = two_demands()
    day.write("statement:TR-R1:after", "Voilà.")
    merged = (OTHER, Reference("TR-R2"))
    day.do(commands.MergeStatements(statements=merged))
    chapter = compose(day.state).chapters[-1]
    assert chapter.boards[0].after == {Reference("TR-R3"): ("Voilà.",)}
    day.do(commands.DissolveStatement(statement=Reference("TR-R3")))
    day.do(commands.DissolveStatement(statement=OTHER))
    assert "Voilà." not in printed(day)


def test_what_several_themes_say_is_shown_once_with_its_origins_and_in_each_chapter() -> None:
    day = two_demands()
    match(day, "Rouvrir partout.")
    found = printed(day)
    assert "### Dit par plusieurs ateliers\n\n- [DS-R1](#ds-r1) · [TR-R1](#tr-r1) Rouvrir partout." in found
    assert "- Dit aussi dans [TR-R1](#tr-r1)" in found
    assert "- Dit aussi dans [DS-R1](#ds-r1)" in found
    assert "1 chose est dite par plusieurs ateliers : 2 énoncés, comptés chacun dans son atelier." in found
    assert json.loads(content(day.state))["matches"] == [
        {"id": "M1", "statements": ["DS-R1", "TR-R1"], "text": "Rouvrir partout."}
    ]


def test_an_axis_shows_a_match_once_in_the_words_of_the_first() -> None:
    day = two_demands()
    day.do(commands.AddAxis(title="Portes"))
    place = commands.PlaceInAxis(axis=AxisId("A1"), statements=(OTHER, Reference("TR-R2"), ONE))
    day.do(place)
    match(day)
    document = compose(day.state)
    (axis,) = document.axes
    assert [(one.reference, one.also, one.words) for one in axis.statements] == [
        (ONE, (OTHER,), "Ouvrir les guichets."),
        (Reference("TR-R2"), (), "Payer les heures."),
    ]
    assert document.shared == ()
    day.do(commands.RemoveAxis(axis=AxisId("A1")))
    assert (compose(day.state).axes, len(compose(day.state).shared)) == ((), 1)
    day.do(commands.UnmatchStatements(match=MatchId("M1")))
    assert compose(day.state).shared == ()


def test_the_dots_of_a_match_are_said_apart_and_no_ranking_lacks_its_statements() -> None:
    day = two_demands()
    weigh(day, TR, ("TR-R1", 4), ("TR-R2", 3))
    match(day)
    overview = compose(day.state).overview
    assert [
        (name.themes, [one.pointer.reference for one in those]) for name, those in overview.priorities
    ] == [(("TR",), ["TR-R1", "TR-R2"])]
    row = "| [DS-R1](#ds-r1) · [TR-R1](#tr-r1) | Ouvrir les guichets. | Chaque atelier : [TR-R1](#tr-r1) 4 |"
    assert row in printed(day)


def test_a_match_that_nobody_weighed_and_nobody_worded_says_so() -> None:
    day = Day()
    for code in ("DS", "TR"):
        day.statement(day.card("Ouvrir.", code, Kind.REVENDICATION))
    match(day)
    assert "| [DS-R1](#ds-r1) · [TR-R1](#tr-r1) | pas encore formulé | – |" in printed(day)


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("foreword", "Avant-propos"),
        ("synthesis", "Ce qui traverse les ateliers"),
        ("glossary", "Annexe D. Mots expliqués"),
        ("block:B1", "Texte sans titre"),
        ("statement:DS-C1:before", "Avant DS-C1"),
        ("statement:DS-C1:after", "Après DS-C1"),
        ("theme:TR:before", "Travail : avant les constats"),
        ("slot:S1:between", "matin commun : avant les revendications"),
        ("theme:DS:after", "Droits sociaux : à la fin"),
    ],
)
def test_every_place_for_prose_has_a_name(section: str, said: str) -> None:
    day = rich_day()
    day.do(commands.AddBlock(title=""))
    assert titles.of_section(French(), day.state, section) == said  # type: ignore[arg-type]


def test_what_may_be_personal_and_was_left_says_where_it_is_and_not_what() -> None:
    day = Day()
    number = day.card("M. Durand l’a dit.")
    day.do(commands.SetAsideCard(card=number, reason=AsideReason.DUPLICATE))
    day.write("next", "Mme Petit répond.")
    day.statement(day.card("Mme Petit.", kind=Kind.REVENDICATION))
    day.do(commands.WordStatement(statement=ONE, text="Mme Petit ouvre."))
    for where in ("1", "next", "DS-R1"):
        day.do(commands.AnswerGap(gap=f"personal_data:{where}/name", reason="D’accord."))
    for said in ("[1](#carte-1)", "un texte du secrétariat", "[DS-R1](#ds-r1)"):
        assert f"On pourrait peut-être y reconnaître une personne : {said}. D’accord." in printed(day)


def plenary_day(*codes: str) -> Day:
    """A step of dots that these themes hold together, after each room weighed for itself."""
    step = Step(label="Priorités", dots=5)
    themes = (theme("DS", "Droits sociaux"), theme("TR", "Travail"), theme("ED", "École"))
    day = Day(steps=(step,), themes=themes, slots=(commands.SlotDraft(label="le soir", themes=codes),))
    for code in ("DS", "TR"):
        day.statement(day.card("Ouvrir.", code, Kind.REVENDICATION), text=f"Ouvrir {code}.")
    weigh(day, DS, ("DS-R1", 2))
    day.do(commands.StartStep(slot=SlotId("S1"), step=1))
    for reference, dots in ((ONE, 3), (OTHER, 4)):
        day.do(commands.CountDots(statement=reference, channel=Count.PAPER, dots=dots))
    day.do(commands.CloseVote(theme=DS))
    return day


def weights(day: Day) -> list[tuple[str, list[tuple[str, int]]]]:
    found = compose(day.state).overview.priorities
    return [
        (titles.of_name(French(), name), [(one.pointer.reference, one.tally.total) for one in those])
        for name, those in found
    ]


def test_the_plenary_weighs_beside_each_room_and_the_dots_stay_apart() -> None:
    day = plenary_day("DS", "TR", "ED")
    assert weights(day) == [
        ("Plénière", [("TR-R1", 4), ("DS-R1", 3)]),
        ("Droits sociaux", [("DS-R1", 2)]),
    ]
    assert "**Plénière**" in printed(day)
    match(day)
    given = "Plénière : [DS-R1](#ds-r1) 3 · [TR-R1](#tr-r1) 4 ; Chaque atelier : [DS-R1](#ds-r1) 2"
    assert f"| Ouvrir DS. | {given} |" in printed(day)


def test_several_themes_that_weigh_together_bear_the_name_of_their_slot() -> None:
    assert weights(plenary_day("DS", "TR"))[0][0] == "Le soir"
