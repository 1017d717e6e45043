import dataclasses
from typing import Any

import pytest

from atelier.domain import commands as c
from atelier.domain.refusals import Because
from atelier.domain.steps import Step
from atelier.domain.words import Kind, SlotId, ThemeCode
from tests.domain.play import (
    AFTERNOON,
    AG,
    DS,
    HOST,
    OPEN,
    PROGRAMME,
    SECRETARY,
    STEPS,
    TOGETHER,
    TR,
    Play,
)

THEME = c.ThemeDraft(code="DS", title="Droits sociaux")
SLOT = c.SlotDraft(label="matin", themes=("DS",))

WRONG: tuple[tuple[dict[str, Any], Because, str], ...] = (
    ({"title": " "}, Because.TEXT_EMPTY, "title"),
    ({"id": ""}, Because.TEXT_EMPTY, "id"),
    ({"number": -1}, Because.BAD_VALUE, "number"),
    ({"keep_days": 0}, Because.BAD_VALUE, "keep_days"),
    ({"language": "français"}, Because.BAD_VALUE, "language"),
    ({"dates": ("16 septembre",)}, Because.BAD_VALUE, "dates"),
    ({"steps": (Step(label=""),)}, Because.TEXT_EMPTY, "label"),
    ({"steps": (Step(label=" deux  espaces "),)}, Because.BAD_VALUE, "label"),
    ({"steps": (Step(label="Long", minutes=-1),)}, Because.BAD_VALUE, "minutes"),
    ({"steps": (Step(label="Dots", dots=-1),)}, Because.BAD_VALUE, "dots"),
    ({"themes": ()}, Because.NOTHING_CHOSEN, "themes"),
    ({"themes": (THEME, dataclasses.replace(THEME, title="Autre"))}, Because.ALREADY_THERE, "code"),
    ({"themes": (dataclasses.replace(THEME, code="ds"),)}, Because.BAD_VALUE, "code"),
    ({"themes": (dataclasses.replace(THEME, code="LONG"),)}, Because.BAD_VALUE, "code"),
    ({"themes": (dataclasses.replace(THEME, title=""),)}, Because.TEXT_EMPTY, "title"),
    ({"themes": (dataclasses.replace(THEME, people=-1),)}, Because.BAD_VALUE, "people"),
    ({"slots": (dataclasses.replace(SLOT, themes=()),)}, Because.NOTHING_CHOSEN, "themes"),
    ({"slots": (dataclasses.replace(SLOT, themes=("ZZ",)),)}, Because.UNKNOWN, "themes"),
    ({"slots": (dataclasses.replace(SLOT, label=""),)}, Because.TEXT_EMPTY, "label"),
    ({"slots": (dataclasses.replace(SLOT, start="25:00"),)}, Because.BAD_VALUE, "start"),
)


@pytest.mark.parametrize(("fields", "because", "field"), WRONG)
def test_a_wrong_programme_is_refused_and_nothing_is_made(
    fields: dict[str, Any], because: Because, field: str
) -> None:
    play = Play(None)
    refusal = play.refused(dataclasses.replace(PROGRAMME, **{"slots": (), **fields}), HOST)
    assert (refusal.because, refusal.field) == (because, field)
    assert not play.state.exists


def test_a_convention_is_made_once() -> None:
    assert Play().because(PROGRAMME, HOST) is Because.ALREADY_THERE


@pytest.mark.parametrize(
    "command", [c.EditConvention(title="Autre"), c.CloseConvention(), c.AddTheme(code="SA", title="Santé")]
)
def test_before_it_is_made_nothing_else_is_done(command: c.Command) -> None:
    assert Play(None).because(command, HOST) is Because.UNKNOWN


def test_a_convention_keeps_its_programme_with_the_two_boards_that_are_always_there() -> None:
    themes = (dataclasses.replace(THEME, boards=(Kind.QUESTION,), partners=(" LDH ", "")),)
    play = Play(dataclasses.replace(PROGRAMME, themes=themes, slots=(SLOT,), dates=("2023-09-16",)))
    theme = play.state.themes[DS]
    assert theme.boards == (Kind.CONSTAT, Kind.REVENDICATION, Kind.QUESTION)
    assert (theme.partners, play.state.slots[TOGETHER].themes) == (("LDH",), (DS,))
    assert (play.state.created, play.state.dates) == (play.now, ("2023-09-16",))


def test_an_edit_changes_what_it_gives_and_is_undone() -> None:
    play = Play()
    edit = c.EditConvention(
        title="Autre",
        number=2,
        place="Saint-Étienne",
        dates=("2024-04-06",),
        organisers=("LDH",),
        language="en",
        licence="CC BY-SA 4.0",
        privacy_notice="Rien.",
        keep_days=30,
        steps=STEPS[:1],
        room="B",
    )
    before = play.state
    play.do(edit, HOST)
    given = {one.name: getattr(edit, one.name) for one in dataclasses.fields(edit)}
    assert {name: getattr(play.state, name) for name in given} == given
    play.undo(HOST)
    assert {name: getattr(play.state, name) for name in given} == {
        name: getattr(before, name) for name in given
    }
    play.do(c.EditConvention(), HOST)
    assert play.state.title == before.title
    assert play.because(c.EditConvention(title=""), HOST) is Because.TEXT_EMPTY


def test_a_theme_is_added_at_the_end_once() -> None:
    play = Play()
    play.do(c.AddTheme(code="SA", title="Santé"), HOST)
    assert list(play.state.themes)[-1] == "SA"
    assert play.because(c.AddTheme(code="SA", title="Santé"), HOST) is Because.ALREADY_THERE
    assert play.because(c.Undo(seq=play.state.seq), HOST) is Because.NOTHING_TO_UNDO


def test_a_theme_is_edited_and_the_edit_undone() -> None:
    play = Play()
    before = play.state.themes[TR]
    assert play.because(c.EditTheme(theme=ThemeCode("ZZ"), title="Rien"), HOST) is Because.UNKNOWN
    edit = c.EditTheme(
        theme=TR, title="Métiers", question="Quoi ?", partners=("CGT",), boards=tuple(Kind), people=12
    )
    play.do(edit, HOST)
    assert play.state.themes[TR] == dataclasses.replace(
        before, title="Métiers", question="Quoi ?", partners=("CGT",), boards=tuple(Kind), people=12
    )
    play.undo(HOST)
    assert play.state.themes[TR] == before


def test_a_board_that_holds_something_is_not_taken_away() -> None:
    play = Play()
    play.do(c.AddStatement(theme=TR, kind=Kind.PISTE, text="Ajout"), SECRETARY)
    play.post(kind=Kind.QUESTION)
    assert play.because(c.EditTheme(theme=TR, boards=()), HOST) is Because.NOT_A_BOARD_HERE
    assert play.because(c.EditTheme(theme=DS, boards=()), HOST) is Because.NOT_A_BOARD_HERE
    play.do(c.EditTheme(theme=DS, boards=(Kind.QUESTION,)), HOST)


def test_a_slot_is_added_and_edited_and_the_edit_undone() -> None:
    play = Play()
    play.do(c.AddSlot(label="soir", themes=(AG,), room="3", start="18:30", steps=STEPS), HOST)
    before = play.state.slots[SlotId("S4")]
    assert (before.room, before.start, before.steps) == ("3", "18:30", STEPS)
    edit = c.EditSlot(slot=before.id, label="nuit", themes=(DS, DS, TR), room="4", start="", steps=())
    play.do(edit, HOST)
    assert play.state.slots[before.id] == dataclasses.replace(
        before, label="nuit", themes=(DS, TR), room="4", start="", steps=()
    )
    play.undo(HOST)
    assert play.state.slots[before.id] == before
    assert play.because(c.EditSlot(slot=SlotId("S9")), HOST) is Because.UNKNOWN
    assert play.because(c.EditSlot(slot=AFTERNOON, themes=()), HOST) is Because.NOTHING_CHOSEN


# --- The end ----------------------------------------------------------------


def test_a_convention_with_gaps_does_not_close_until_each_is_settled_or_answered() -> None:
    play = Play()
    number = play.post()
    refusal = play.refused(c.CloseConvention(), HOST)
    assert refusal.because is Because.GAPS_OPEN
    assert refusal.about == {"gaps": 1, "first": f"card_to_place:{number}"}
    play.do(c.AnswerGap(gap="card_to_place:1", reason="Plus le temps."))
    play.do(c.AnswerGap(gap="card_to_place:1", reason=""))
    assert play.because(c.CloseConvention(), HOST) is Because.GAPS_OPEN
    play.undo()
    play.do(c.CloseConvention(), HOST)


def test_an_open_convention_is_not_reopened() -> None:
    play = Play()
    assert play.because(c.ReopenConvention(), HOST) is Because.CONVENTION_OPEN
    play.close()
    play.do(c.ReopenConvention(), HOST)
    assert play.because(c.Undo(seq=play.state.seq), HOST) is Because.NOTHING_TO_UNDO
    play.do(c.StartStep(step=OPEN, theme=DS))


def test_a_step_that_gives_dots_on_nothing_is_refused() -> None:
    nothing = Step(label="Gommettes", dots=5, dots_on=())
    assert Play().because(c.EditConvention(steps=(nothing,)), HOST) is Because.NOTHING_CHOSEN
