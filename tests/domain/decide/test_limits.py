"""Every limit at its edge: the last that fits is taken, one more is refused."""

import dataclasses
from typing import Any

import pytest

from atelier.domain import commands as c
from atelier.domain import limits
from atelier.domain.actor import Actor
from atelier.domain.decide import decide
from atelier.domain.frozenmap import FrozenMap
from atelier.domain.refusals import Because, Refusal
from atelier.domain.steps import Step
from atelier.domain.words import AsideReason, AxisId, CardNumber, Kind, ObjectionId, Reference, Resolution
from tests.domain.play import ANA, DS, FACILITATOR, HOST, PROGRAMME, SECRETARY, TOGETHER, Play

ONE, CONSTAT, DEMAND, OBJECTION = CardNumber(1), Reference("DS-C1"), Reference("DS-R1"), ObjectionId("O1")
POST = c.PostCard(theme=DS, kind=Kind.CONSTAT, text="Bus", key="k")
WORD = c.WordStatement(statement=CONSTAT, text="Mots")
TAKEN_UP = c.AttributeStatement(statement=CONSTAT, organisation="LDH")

TEXTS: tuple[tuple[c.Command, Actor, str, int], ...] = (
    (POST, ANA, "text", limits.CARD_GRAPHEMES_MAX),
    (POST, SECRETARY, "slip", limits.SLIP_GRAPHEMES_MAX),
    (POST, SECRETARY, "table", limits.TABLE_GRAPHEMES_MAX),
    (c.CorrectCard(card=ONE, text=""), ANA, "text", limits.CARD_GRAPHEMES_MAX),
    (c.TranslateCard(card=ONE, lang="en", text=""), FACILITATOR, "text", limits.CARD_GRAPHEMES_MAX * 2),
    (c.SetAsideCard(card=ONE, reason=AsideReason.OTHER), FACILITATOR, "note", limits.NOTE_GRAPHEMES_MAX),
    (c.GroupCards(cards=(ONE,)), FACILITATOR, "title", limits.TITLE_GRAPHEMES_MAX),
    (WORD, FACILITATOR, "text", limits.WORDING_GRAPHEMES_MAX),
    (WORD, FACILITATOR, "title", limits.TITLE_GRAPHEMES_MAX),
    (c.AddStatement(theme=DS, kind=Kind.CONSTAT, text=""), SECRETARY, "text", limits.WORDING_GRAPHEMES_MAX),
    (TAKEN_UP, FACILITATOR, "organisation", limits.ORGANISATION_GRAPHEMES_MAX),
    (TAKEN_UP, FACILITATOR, "quote", limits.QUOTE_GRAPHEMES_MAX),
    (TAKEN_UP, FACILITATOR, "reference", limits.SOURCE_GRAPHEMES_MAX),
    (c.RaiseObjection(statement=CONSTAT, text=""), FACILITATOR, "text", limits.OBJECTION_GRAPHEMES_MAX),
    (c.ResolveObjection(objection=OBJECTION, how=Resolution.KEPT), FACILITATOR, "text",
     limits.OBJECTION_GRAPHEMES_MAX),
    (c.RecordMinority(statement=CONSTAT, text="", people=1), FACILITATOR, "text",
     limits.MINORITY_GRAPHEMES_MAX),
    (c.WriteSection(section="day", text=""), SECRETARY, "text", limits.SECTION_GRAPHEMES_MAX),
    (c.AddAxis(title=""), SECRETARY, "title", limits.TITLE_GRAPHEMES_MAX),
    *((c.EditConvention(), HOST, field, limits.LABEL_GRAPHEMES_MAX) for field in ("title", "place")),
    (c.EditConvention(), HOST, "licence", limits.LABEL_GRAPHEMES_MAX),
    (c.EditConvention(), HOST, "privacy_notice", limits.NOTICE_GRAPHEMES_MAX),
    (c.EditTheme(theme=DS), HOST, "title", limits.LABEL_GRAPHEMES_MAX),
    (c.EditTheme(theme=DS), HOST, "question", limits.QUESTION_GRAPHEMES_MAX),
    (c.EditSlot(slot=TOGETHER), HOST, "label", limits.LABEL_GRAPHEMES_MAX),
    (c.EditSlot(slot=TOGETHER), HOST, "room", limits.LABEL_GRAPHEMES_MAX),
)  # fmt: skip

NUMBERS: tuple[tuple[c.Command, Actor, str, int, int], ...] = (
    (POST, ANA, "carried_by", 1, limits.CARRIED_BY_PEOPLE_MAX),
    (c.RecordMinority(statement=CONSTAT, text="Non", people=0), FACILITATOR, "people", 0, limits.PEOPLE_MAX),
    (c.EditTheme(theme=DS), HOST, "people", 0, limits.PEOPLE_MAX),
    (c.EditConvention(), HOST, "number", 0, limits.CONVENTION_NUMBER_MAX),
    (c.EditConvention(), HOST, "keep_days", 1, limits.KEEP_DAYS_MAX),
    (c.OpenVote(theme=DS, dots=0), FACILITATOR, "dots", 1, limits.DOTS_PER_PERSON_MAX),
)

LISTS: tuple[tuple[c.Command, str, tuple[Any, ...], int], ...] = (
    (c.EditTheme(theme=DS), "partners", ("LDH",), limits.PARTNERS_MAX),
    (c.EditConvention(), "organisers", ("LDH",), limits.PARTNERS_MAX),
    (c.EditConvention(), "dates", ("2023-09-16",), limits.DATES_MAX),
    (c.EditConvention(), "steps", (Step(label="Un"),), limits.STEPS_MAX),
    (c.EditSlot(slot=TOGETHER), "steps", (Step(label="Un"),), limits.STEPS_MAX),
)


def the_play() -> Play:
    play = Play()
    play.post()
    play.statement()
    play.statement(Kind.REVENDICATION)
    play.do(c.RaiseObjection(statement=CONSTAT, text="Non"))
    return play


PLAYED = the_play().state


def ask(command: c.Command, who: Actor, **fields: Any) -> Refusal | None:
    outcome = decide(PLAYED, dataclasses.replace(command, **fields), who)
    return outcome if isinstance(outcome, Refusal) else None


@pytest.mark.parametrize(("command", "who", "field", "limit"), TEXTS)
def test_a_text_one_letter_too_long_is_refused_and_told_by_how_much(
    command: c.Command, who: Actor, field: str, limit: int
) -> None:
    refusal = ask(command, who, **{field: "é" * (limit + 1)})
    assert refusal is not None
    assert (refusal.because, refusal.field) == (Because.TEXT_TOO_LONG, field)
    assert refusal.about == {"length": limit + 1, "limit": limit}
    assert ask(command, who, **{field: "é" * limit}) is None


@pytest.mark.parametrize(("command", "who", "field", "low", "high"), NUMBERS)
def test_a_number_beyond_reason_is_refused(
    command: c.Command, who: Actor, field: str, low: int, high: int
) -> None:
    for number in (low - 1 or -1, high + 1):
        refusal = ask(command, who, **{field: number})
        assert refusal is not None
        assert (refusal.because, refusal.field) == (Because.BAD_VALUE, field)
        assert refusal.about == {"given": number, "low": low, "high": high}
    assert ask(command, who, **{field: low or high}) is None
    assert ask(command, who, **{field: high}) is None


@pytest.mark.parametrize(("command", "field", "one", "limit"), LISTS)
def test_a_list_one_too_long_is_refused(
    command: c.Command, field: str, one: tuple[Any, ...], limit: int
) -> None:
    refusal = ask(command, HOST, **{field: one * (limit + 1)})
    assert refusal is not None
    assert (refusal.because, refusal.field) == (Because.TOO_MANY, field)
    assert refusal.about == {"given": limit + 1, "limit": limit}
    assert ask(command, HOST, **{field: one * limit}) is None


@pytest.mark.parametrize("key", ["", "k" * (limits.KEY_CHARACTERS_MAX + 1)])
def test_a_key_has_at_least_one_letter_and_not_too_many(key: str) -> None:
    refusal = ask(POST, ANA, key=key)
    assert refusal is not None
    assert (refusal.because, refusal.field) == (Because.BAD_VALUE, "key")
    assert ask(POST, ANA, key="k" * limits.KEY_CHARACTERS_MAX) is None


def test_a_language_tag_has_not_too_many_letters() -> None:
    longest = "fr" + "-abcdefgh" * 3 + "-abcdef"[: limits.LANG_CHARACTERS_MAX - 29]
    assert len(longest) == limits.LANG_CHARACTERS_MAX
    assert ask(POST, ANA, lang=longest) is None
    assert ask(POST, ANA, lang=longest + "z") is not None


def test_a_step_has_bounds_of_its_own() -> None:
    longest, most = limits.STEP_MINUTES_MAX, limits.DOTS_PER_PERSON_MAX
    assert ask(c.EditConvention(), HOST, steps=(Step(label="Un", minutes=longest, dots=most),)) is None
    for step in (Step(label="Un", minutes=longest + 1), Step(label="Un", dots=most + 1)):
        refusal = ask(c.EditConvention(), HOST, steps=(step,))
        assert refusal is not None
        assert refusal.because is Because.BAD_VALUE
    long = Step(label="é" * (limits.LABEL_GRAPHEMES_MAX + 1))
    refusal = ask(c.EditConvention(), HOST, steps=(long,))
    assert refusal is not None
    assert refusal.because is Because.TEXT_TOO_LONG


# --- How many things there may be -------------------------------------------


def test_the_last_card_is_taken_and_no_other() -> None:
    play = Play()
    one = play.card(play.post())
    numbers = [CardNumber(number) for number in range(1, limits.CARDS_MAX)]
    full = {number: dataclasses.replace(one, number=number) for number in numbers}
    play.state = dataclasses.replace(play.state, cards=FrozenMap(full), own_cards=len(full))
    assert play.post() == limits.CARDS_MAX
    assert play.because(POST, ANA) is Because.TOO_MANY


def test_a_group_holds_a_whole_board_and_no_more() -> None:
    play = Play()
    one = play.card(play.post())
    numbers = [CardNumber(number) for number in range(1, limits.CARDS_PER_GROUP_MAX + 2)]
    full = {number: dataclasses.replace(one, number=number) for number in numbers}
    play.state = dataclasses.replace(play.state, cards=FrozenMap(full))
    assert play.because(c.GroupCards(cards=tuple(numbers))) is Because.TOO_MANY
    play.group(*numbers[:-1])


def test_a_board_has_a_last_number() -> None:
    play = Play()
    sizes = {(DS, Kind.CONSTAT): limits.STATEMENTS_PER_BOARD_MAX - 1}
    play.state = dataclasses.replace(play.state, board_sizes=sizes)
    last = play.statement()
    assert last == f"DS-C{limits.STATEMENTS_PER_BOARD_MAX}"
    assert play.because(c.GroupCards(cards=(play.post(),))) is Because.TOO_MANY
    play.statement(Kind.REVENDICATION)


def test_a_statement_has_not_too_many_foundations_nor_sources() -> None:
    play = Play()
    constats = [play.add() for _ in range(limits.LINKS_MAX + 1)]
    demand = play.statement(Kind.REVENDICATION)
    play.do(c.LinkStatements(statement=demand, founded_on=tuple(constats[1:])))
    one_more = c.LinkStatements(statement=demand, founded_on=(constats[0],))
    assert play.because(one_more) is Because.TOO_MANY
    for number in range(limits.LINKS_MAX):
        play.do(c.AttributeStatement(statement=demand, organisation=f"n° {number}"))
    assert play.because(c.AttributeStatement(statement=demand, organisation="LDH")) is Because.TOO_MANY


def test_there_are_not_too_many_themes_slots_or_axes() -> None:
    play = Play()
    letters = [f"{first}{second}" for first in "XYZ" for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    for code in letters[: limits.THEMES_MAX - 3]:
        play.do(c.AddTheme(code=code, title=code), HOST)
    assert play.because(c.AddTheme(code="QQ", title="Trop"), HOST) is Because.TOO_MANY
    for _ in range(limits.SLOTS_MAX - 3):
        play.do(c.AddSlot(label="soir", themes=(DS,)), HOST)
    assert play.because(c.AddSlot(label="soir", themes=(DS,)), HOST) is Because.TOO_MANY
    for _ in range(limits.AXES_MAX):
        play.do(c.AddAxis(title="Accueil"), SECRETARY)
    assert play.because(c.AddAxis(title="Accueil"), SECRETARY) is Because.TOO_MANY


def test_an_axis_holds_not_too_many_statements() -> None:
    play = Play()
    play.do(c.AddAxis(title="Accueil"), SECRETARY)
    all_of_them = [play.add() for _ in range(limits.AXIS_STATEMENTS_MAX)]
    one_more = play.add(Kind.REVENDICATION)
    too_many = c.PlaceInAxis(axis=AxisId("A1"), statements=(*all_of_them, one_more))
    assert play.because(too_many, SECRETARY) is Because.TOO_MANY
    play.do(c.PlaceInAxis(axis=AxisId("A1"), statements=tuple(all_of_them)), SECRETARY)


def test_a_programme_has_not_too_many_themes_or_slots() -> None:
    letters = [f"{first}{second}" for first in "XYZ" for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    themes = tuple(c.ThemeDraft(code=code, title=code) for code in letters[: limits.THEMES_MAX + 1])
    slots = (c.SlotDraft(label="soir", themes=("XA",)),) * (limits.SLOTS_MAX + 1)
    full = dataclasses.replace(PROGRAMME, themes=themes[:-1], slots=slots[:-1])
    for programme in (dataclasses.replace(full, themes=themes), dataclasses.replace(full, slots=slots)):
        assert Play(None).because(programme, HOST) is Because.TOO_MANY
    Play(full)
