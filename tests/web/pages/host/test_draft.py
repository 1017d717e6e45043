"""The form of a convention: what is typed, what is wrong and where, what becomes of it."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier.domain import commands
from atelier.domain.commands import CreateConvention
from atelier.domain.refusals import Because, Refusal
from atelier.domain.words import Kind
from atelier.exchange.programme import example_programme, read_programme
from atelier.translations import speech
from atelier.web.pages.host.changes import box_of, changes
from atelier.web.pages.host.draft import Box, Draft, draft_of, new_draft, new_row, read, restored
from tests.domain.play import DS, HOST, PROGRAMME, Play

FRENCH = speech("fr")


def filled(**more: Any) -> Draft:
    draft = new_draft(FRENCH) | {"title": "Convention"}
    draft["theme"][0] |= {"title": "Droits sociaux"}
    return draft | more


def told(draft: Draft) -> dict[Box, str]:
    found = read(draft, FRENCH)
    assert isinstance(found, dict), found
    return found


def made(draft: Draft) -> CreateConvention:
    found = read(draft, FRENCH)
    assert isinstance(found, CreateConvention), found
    return found


def test_an_empty_form_says_what_is_missing_beside_each_box() -> None:
    assert told(new_draft(FRENCH)) == {
        ("title",): "Il manque le texte.",
        ("theme", 0, "title"): "Il manque le texte.",
    }


@pytest.mark.parametrize(
    ("box", "typed", "said"),
    [
        (("number",), "trois", "Il faut un nombre."),
        (("keep_days",), "0", "entre 1 et 3650"),
        (("dates", 0), "2023-02-30", "n’est pas une date"),
        (("theme", 0, "code"), "droits", "2 ou 3 lettres"),
        (("theme", 0, "people"), "-3", "Il faut un nombre."),
        (("theme", 0, "title"), "x" * 200, "200"),
        (("step", 1, "minutes"), "99999", "entre 0 et 1440"),
        (("step", 1, "label"), "", "Il manque le texte."),
    ],
)
def test_what_is_wrong_is_told_at_its_box(box: Box, typed: str, said: str) -> None:
    draft = filled()
    within: Any = draft
    for one in box[:-1]:
        within = within[one]
    within[box[-1]] = typed
    before = copy.deepcopy(draft)
    assert list(told(draft)) == [box]
    assert said in told(draft)[box]
    assert draft == before


def test_a_slot_names_the_themes_there_are() -> None:
    draft = filled(slot=[new_row("slot") | {"label": "matin", "themes": "ds zz", "start": "25:00"}])
    assert set(told(draft)) == {("slot", 0, "themes"), ("slot", 0, "start")}
    draft["slot"][0] |= {"themes": "ds", "start": "09:30"}
    assert made(draft).slots[0].themes == ("DS",)


def test_a_form_with_a_title_and_a_theme_is_enough() -> None:
    command = made(filled())
    assert (command.title, command.themes[0].code, command.licence) == ("Convention", "DS", "CC BY-SA 4.0")
    assert [step.label for step in command.steps][:2] == ["Accueil", "Constats, en silence"]
    assert command.privacy_notice


def test_names_are_one_a_line_and_boards_are_ticked() -> None:
    draft = filled(organisers="Un collectif\n\n La Bourse du travail ")
    draft["theme"][0] |= {"boards": ["constats", "revendications", "questions"]}
    command = made(draft)
    assert command.organisers == ("Un collectif", "La Bourse du travail")
    assert Kind.QUESTION in command.themes[0].boards


def test_a_programme_file_fills_the_form_and_comes_out_the_same() -> None:
    command = read_programme(example_programme(FRENCH))
    assert made(draft_of(command)) == command


def test_a_convention_fills_the_form_and_nothing_changes() -> None:
    play = Play()
    notice = {"privacy_notice": "Lu à voix haute."}
    play.do(commands.EditConvention(**notice, licence="CC0"), HOST)  # type: ignore[arg-type]
    assert changes(play.state, made(draft_of(play.state))) == []


def test_only_what_was_changed_is_asked_for() -> None:
    play = Play()
    play.do(commands.EditConvention(privacy_notice="Lu.", licence="CC0"), HOST)
    draft = draft_of(play.state)
    draft["place"] = "Firminy"
    draft["theme"][0]["people"] = "25"
    draft["theme"].append(new_row("theme") | {"code": "SA", "title": "Santé"})
    draft["slot"][1]["room"] = "Salle 2"
    draft["slot"].append(new_row("slot") | {"label": "soir", "themes": "SA"})
    found = changes(play.state, made(draft))
    assert found[:2] == [
        ((), commands.EditConvention(place="Firminy")),
        (("theme", 0), commands.EditTheme(theme=DS, people=25)),
    ]
    assert [box for box, _ in found] == [(), ("theme", 0), ("theme", 3), ("slot", 1), ("slot", 3)]
    for _, command in found:
        play.do(command, HOST)
    assert play.state.slots[list(play.state.slots)[1]].room == "Salle 2"
    assert "SA" in play.state.themes


def test_a_refused_change_is_told_where_it_was_typed() -> None:
    refusal = Refusal(because=Because.NOT_A_BOARD_HERE, field="boards")
    assert box_of(("theme", 2), refusal) == ("theme", 2, "boards")
    assert box_of((), Refusal(because=Because.NOT_YOUR_ROLE)) == ()


def test_what_a_browser_kept_comes_back_whole() -> None:
    draft = filled(place="Firminy", dates=["2024-04-06", ""])
    draft["slot"] = [new_row("slot") | {"label": "matin"}]
    assert restored(draft, FRENCH) == draft


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*new_draft(FRENCH), "label", "code"]), inner)
    ),
    max_leaves=10,
)


@given(_JSON)
def test_anything_a_browser_kept_can_be_read(kept: object) -> None:
    read(restored(kept, FRENCH), FRENCH)


def test_the_programme_of_a_slot_is_carried_along() -> None:
    assert made(draft_of(PROGRAMME)).slots[2].steps == PROGRAMME.slots[2].steps
