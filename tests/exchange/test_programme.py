import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atelier.domain.actor import Actor, Grant
from atelier.domain.commands import CreateConvention
from atelier.domain.decide import Decision, decide
from atelier.domain.state import NOTHING
from atelier.domain.words import Kind, Role, WallMode
from atelier.exchange.programme import Fault, ProgrammeErrors, Wrong, example_programme, read_programme
from atelier.translations import LANGUAGES, speech

SMALLEST = """\
title = "Une convention"
[[theme]]
title = "Droits sociaux"
"""


def _faults(text: str) -> list[tuple[int, str, Wrong]]:
    with pytest.raises(ProgrammeErrors) as refused:
        read_programme(text)
    return [(one.line, one.key, one.reason) for one in refused.value.faults]


def test_all_faults_are_told_at_once_each_with_its_line_and_key() -> None:
    text = """\
titel = "x"
number = "un"
keep_days = 0
dates = ["2023-09-16",
   "2023-99-01", 5]
organisers = "x"

[[theme]]
code = "ds"
title = "Droits sociaux"
bords = []
boards = ["constats",
  "pites"]

[[theme]]
title = ""
people = -1
[[theme]]
code = "TR"
[[theme]]
code = "TR"
title = "Travail"
question = true

[[slot]]
themes = ["TR", "ZZ"]
start = "25h"
[[slot.step]]
label = "e"
minutes = -3
wall = "walll"
[step]
label = "a"
"""
    assert _faults(text) == [
        (1, "titel", Wrong.UNKNOWN_KEY),
        (1, "title", Wrong.MISSING),
        (2, "number", Wrong.NOT_A_NUMBER),
        (3, "keep_days", Wrong.OUT_OF_RANGE),
        (5, "dates", Wrong.BAD_DATE),
        (5, "dates", Wrong.BAD_DATE),
        (6, "organisers", Wrong.NOT_A_LIST),
        (9, "code", Wrong.BAD_CODE),
        (11, "bords", Wrong.UNKNOWN_KEY),
        (13, "boards", Wrong.UNKNOWN_CHOICE),
        (16, "title", Wrong.EMPTY),
        (17, "people", Wrong.OUT_OF_RANGE),
        (18, "title", Wrong.MISSING),
        (21, "code", Wrong.CODE_TAKEN),
        (23, "question", Wrong.NOT_A_TEXT),
        (25, "label", Wrong.MISSING),
        (26, "themes", Wrong.UNKNOWN_THEME),
        (27, "start", Wrong.BAD_TIME),
        (30, "minutes", Wrong.OUT_OF_RANGE),
        (31, "wall", Wrong.UNKNOWN_CHOICE),
        (32, "step", Wrong.NOT_A_LIST_OF_TABLES),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", (1, "theme", Wrong.NO_THEME)),
        ("title = 'x'\ntheme = []", (2, "theme", Wrong.NO_THEME)),
        ("title = 'x'\ntheme = 3", (2, "theme", Wrong.NOT_A_LIST_OF_TABLES)),
        ("title = 'x'\n\n[[theme]]\ntitle = “x”", (4, "", Wrong.NOT_TOML)),
        ("title = 'x'\n\ntheme = [\n", (4, "", Wrong.NOT_TOML)),
        ("title = 'x'\ntitle = 'y'", (2, "", Wrong.WRITTEN_TWICE)),
        ("title = 'x'\n[theme]\n[theme]", (3, "", Wrong.WRITTEN_TWICE)),
        ("a = " + "[" * 5000, (1, "", Wrong.NOT_TOML)),
        (f"number = {'9' * 5000}", (1, "", Wrong.NOT_TOML)),
        (f"{SMALLEST}partners = ['ok',\n '{'x' * 121}']", (5, "partners", Wrong.TOO_LONG)),
        (f"{SMALLEST}partners = {['x'] * 31}", (4, "partners", Wrong.TOO_MANY)),
        (f"{SMALLEST}[[slot]]\nlabel = 'x'\nthemes = []", (6, "themes", Wrong.EMPTY)),
        (f"{SMALLEST}[[slot]]\nlabel = 'x'\nthemes = ['DS']\nstart = 3", (7, "start", Wrong.BAD_TIME)),
        (f"{SMALLEST}[[step]]\nlabel = 'x'\nhidden = 'yes'", (6, "hidden", Wrong.NOT_YES_OR_NO)),
        (f"language = 'français'\n{SMALLEST}", (1, "language", Wrong.BAD_VALUE)),
        (SMALLEST + "[[theme]]\ntitle = 'x'\n" * 60, (2, "theme", Wrong.TOO_MANY)),
        (SMALLEST + "[[step]]\nlabel = 'x'\n" * 61, (4, "step", Wrong.TOO_MANY)),
    ],
)
def test_a_wrong_file_is_refused_with_line_key_and_reason(text: str, fault: tuple[int, str, Wrong]) -> None:
    assert fault in _faults(text)


def test_what_was_meant_is_guessed() -> None:
    text = f"{SMALLEST}parteners = []\n[[slot]]\nlabel = 'x'\nthemes = ['ds', 'Droits sociaux', 'ZZ']"
    with pytest.raises(ProgrammeErrors) as refused:
        read_programme(text, file="p.toml")
    assert refused.value.told(speech("fr")).replace("\u202f", " ").replace("\u00a0", " ") == (
        "p.toml n’a pas été accepté. Rien n’a été créé.\n"
        "  ligne 4, parteners : ce mot n’est pas connu ici. Vouliez-vous dire « partners » ?\n"
        "  ligne 7, themes : aucun thème n’a le code « ds ». Vouliez-vous dire « DS » ?\n"
        "  ligne 7, themes : aucun thème n’a le code « Droits sociaux ». Vouliez-vous dire « DS » ?\n"
        "  ligne 7, themes : aucun thème n’a le code « ZZ ». Il y a : DS."
    )


@pytest.mark.parametrize("reason", Wrong)
def test_every_reason_is_told_in_every_language(reason: Wrong) -> None:
    about = dict.fromkeys(("given", "length", "limit", "low", "high", "known"), 1)
    for lang in LANGUAGES:
        told = Fault(line=3, key="k", reason=reason, about=about).told(speech(lang))
        assert "{" not in told
        assert "3" in told


def test_a_title_and_a_theme_are_enough_and_the_rest_has_good_defaults() -> None:
    command = read_programme(SMALLEST)
    assert (command.id, command.title, command.language) == ("", "Une convention", "fr")
    assert (command.licence, command.keep_days) == ("CC BY-SA 4.0", 90)
    assert [(one.code, one.title) for one in command.themes] == [("DS", "Droits sociaux")]
    assert command.themes[0].boards == (Kind.CONSTAT, Kind.REVENDICATION)
    assert [(one.label, one.minutes) for one in command.steps] == [
        ("Accueil", 10),
        ("Constats, en silence", 15),
        ("Lire et regrouper", 30),
        ("Revendications", 20),
        ("Relier", 15),
        ("Gommettes", 10),
        ("Relecture", 20),
    ]
    assert [one.label for one in command.steps if one.hidden] == ["Constats, en silence"]
    assert [one.dots for one in command.steps if one.dots] == [5]


def test_nobody_writes_before_the_notice_is_read_nor_once_all_is_read_back() -> None:
    steps = read_programme(SMALLEST).steps
    assert [one.label for one in steps if not one.late and not one.post] == ["Accueil", "Relecture"]
    assert steps[0].wall is WallMode.JOIN


def test_the_default_notice_says_who_and_how_long_and_is_read_in_a_minute() -> None:
    command = read_programme(f"organisers = ['A', 'B', 'C']\nkeep_days = 30\n{SMALLEST}")
    assert "A, B et C." in command.privacy_notice
    assert "30 jours" in command.privacy_notice
    assert len(command.privacy_notice.split()) < 170


def test_a_notice_of_its_own_replaces_the_default_one_and_an_empty_one_does_not() -> None:
    assert read_programme(f"privacy_notice = 'Rien.'\n{SMALLEST}").privacy_notice == "Rien."
    assert "Qui demande" in read_programme(f"privacy_notice = ' '\n{SMALLEST}").privacy_notice


def test_dates_and_hours_may_be_written_with_or_without_quotes() -> None:
    text = f"dates = [2023-09-16, '2023-09-17']\n{SMALLEST}[[slot]]\nlabel = 'a'\nthemes = ['DS']\nstart = "
    for start in ("10:00:00", "'10:00'"):
        command = read_programme(text + start)
        assert command.dates == ("2023-09-16", "2023-09-17")
        assert command.slots[0].start == "10:00"


def test_a_file_saved_by_a_windows_editor_is_read() -> None:
    command = read_programme("\ufeff" + SMALLEST.replace("\n", "\r\n"))
    assert command.title == "Une convention"


def test_a_given_code_is_kept_and_the_others_keep_clear_of_it() -> None:
    text = f"{SMALLEST}[[theme]]\ntitle = 'Danse'\ncode = 'DS'\n"
    assert [one.code for one in read_programme(text).themes] == ["DR", "DS"]


def test_a_slot_may_have_steps_of_its_own() -> None:
    slot = "[[slot]]\nlabel = 'a'\nthemes = ['DS']\n"
    own = "[[slot.step]]\nlabel = ' Un  temps '\npost = ['constat']\n"
    step = read_programme(SMALLEST + slot + own).slots[0].steps[0]
    assert (step.label, step.post) == ("Un temps", (Kind.CONSTAT,))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_example_makes_a_convention_of_seven_themes_with_a_joint_morning(lang: str) -> None:
    command = read_programme(example_programme(speech(lang)))
    assert isinstance(_created(command), Decision)
    assert command.language == lang
    assert len(command.themes) == 7
    assert len(command.slots[0].themes) == 3
    assert command.steps == read_programme(f"language = '{lang}'\n{SMALLEST}").steps


def _created(command: CreateConvention) -> object:
    host = Actor(grants=(Grant(role=Role.HOST),))
    return decide(NOTHING, dataclasses.replace(command, id="abc"), host)


_WORDS = st.sampled_from(
    [
        "title",
        "theme",
        "slot",
        "step",
        "dates",
        "boards",
        "themes",
        "start",
        "minutes",
        "post",
        "code",
        "dots",
    ]
)
_VALUES = st.recursive(
    st.sampled_from(
        ["'x'", "''", "1", "-1", "1.5", "true", "2023-09-16", "10:00:00", "'constats'", "'DS'", "{}"]
    ),
    lambda inner: st.lists(inner, max_size=3).map(lambda those: f"[{', '.join(those)}]"),
    max_leaves=6,
)
_LINES = st.one_of(
    _WORDS.map("[[{}]]".format),
    _WORDS.map("[{}]".format),
    st.just("[[slot.step]]"),
    st.tuples(_WORDS, _VALUES).map(lambda pair: f"{pair[0]} = {pair[1]}"),
    st.just("# rien"),
    st.just("title = '''a\n[[theme]]'''"),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_LINES, max_size=12))
def test_any_file_gives_a_command_that_is_accepted_or_its_faults(those: list[str]) -> None:
    text = "\n".join(those)
    try:
        command = read_programme(text)
    except ProgrammeErrors as errors:
        refused = errors
    else:
        assert isinstance(_created(command), Decision)
        return
    assert refused.faults
    assert all(1 <= one.line <= text.count("\n") + 1 for one in refused.faults)
    assert refused.told(speech("en"))


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_any_text_gives_a_command_or_its_faults(text: str) -> None:
    with pytest.raises(ProgrammeErrors):
        read_programme(text)


def test_a_room_has_a_letter_or_none() -> None:
    assert read_programme(f"room = 'b'\n{SMALLEST}").room == "b"
    assert read_programme(SMALLEST).room == ""


@pytest.mark.parametrize("letter", ["É", "AB", "1", "salle B"])
def test_what_is_no_letter_is_told_at_its_line(letter: str) -> None:
    with pytest.raises(ProgrammeErrors) as refused:
        read_programme(f"room = '{letter}'\n{SMALLEST}")
    found = [(one.line, one.key, one.reason) for one in refused.value.faults]
    assert found == [(1, "room", Wrong.BAD_LETTER)]
