"""The journal says what happened and never who; it offers to undo what can be undone, and nothing else."""

import pytest
from hypothesis import given, settings

from atelier.domain import commands, events
from atelier.domain.actor import Actor
from atelier.domain.decide import Decision, decide
from atelier.domain.words import Channel, Kind, Maturity
from atelier.translations import speech
from atelier.web.pages.desk.journal import LINES, Journal, Line, themes_of
from atelier.web.pages.desk.telling import excerpt, tell
from tests.domain import rooms
from tests.domain.moves import MERGING, Move, moves, played
from tests.domain.play import ANA, CONSTAT, DS, FACILITATOR, HOST, OPEN, SECRETARY, TR, WEIGHING
from tests.web.pages.desk.day import C1, Day

FRENCH = speech("fr")


@pytest.fixture
def day() -> Day:
    return Day()


def read(day: Day, actor: Actor = FACILITATOR) -> list[Line]:
    journal = Journal(DS)
    journal.take(day.kept[journal.behind(day.state) :], day.state)
    return journal.lines(day.state, actor, FRENCH)


def test_the_dots_of_a_person_are_not_in_it(day: Day) -> None:
    day.groups(*day.posts(Kind.REVENDICATION))
    day.do(commands.StartStep(step=WEIGHING, theme=DS))
    before = read(day)
    day.do(commands.CastDots(statement=next(iter(day.state.statements)), dots=2), ANA)
    assert read(day) == before


def test_the_words_of_a_card_are_not_in_it_even_once_withdrawn(day: Day) -> None:
    (number,) = day.posts()
    day.do(commands.WithdrawCard(card=number), ANA)
    assert not any("Carte" in line.text for line in read(day))


def test_another_theme_is_not_in_it(day: Day) -> None:
    before = read(day)
    day.do(commands.StartStep(step=OPEN, theme=TR))
    assert read(day) == before


def test_the_card_of_a_phone_cannot_be_taken_back_from_the_desk_one_on_paper_can(day: Day) -> None:
    day.posts()
    paper = commands.PostCard(theme=DS, kind=CONSTAT, text="Papier", key="p", channel=Channel.PAPER)
    day.do(paper, SECRETARY)
    newest, phone = read(day)[:2]
    assert newest.undo is not None
    assert phone.undo is None


def test_cards_of_phones_share_a_line_so_that_a_burst_hides_nothing(day: Day) -> None:
    one, two = day.posts(how_many=2)
    day.groups(one, two)
    day.posts(how_many=60)
    lines = read(day)
    assert lines[0].text == "n°\u00a03 à n°\u00a062 (60 cartes) ajoutées"
    assert lines[1].text == "n°\u00a01 et n°\u00a02 dans DS-C1"
    assert lines[1].undo is not None


def test_only_the_last_of_what_replaces_itself_is_undone(day: Day) -> None:
    day.groups(*day.posts())
    for maturity in (Maturity.TO_DIG, Maturity.FIRM):
        day.do(commands.SetMaturity(statement=C1, maturity=maturity))
    last, before = read(day)[:2]
    assert (last.text, before.text) == ("DS-C1\u00a0: porté par l’atelier", "DS-C1\u00a0: à creuser")
    assert last.undo is not None
    assert before.undo is None


def test_what_is_offered_to_be_undone_the_core_undoes(day: Day) -> None:
    one, two, three = day.posts(how_many=3)
    day.groups(one, two)
    day.do(commands.WordStatement(statement=C1, text="Une phrase."))
    day.do(commands.WordStatement(statement=C1, text="Une autre."))
    day.do(commands.MarkDisagreement(target=three))
    for line in read(day):
        if line.undo is not None:
            assert isinstance(day.ask(commands.Undo(seq=line.undo), FACILITATOR), Decision), line


def test_it_is_never_longer_than_it_says(day: Day) -> None:
    (number,) = day.posts()
    for turn in range(LINES * 2):
        day.do(commands.MarkDisagreement(target=number, on=turn % 2 == 0))
    assert len(read(day)) == LINES


@given(moves())
@settings(max_examples=60)
def test_after_any_day_it_can_be_read_and_what_it_offers_to_undo_can_be(day_of: list[Move]) -> None:
    _can_be_read_and_undone(day_of)


def _can_be_read_and_undone(day_of: list[Move]) -> None:
    day = None
    for play, _, _ in played(day_of):
        day = play
    if day is None:
        return
    journal = Journal(DS)
    journal.take(day.kept[journal.behind(day.state) :], day.state)
    for line in journal.lines(day.state, FACILITATOR, FRENCH):
        assert line.text.strip()
        assert "{" not in line.text
        if line.undo is not None:
            assert isinstance(decide(day.state, commands.Undo(seq=line.undo), FACILITATOR), Decision)


@given(moves())
@settings(max_examples=60)
def test_every_event_has_its_words_but_those_the_room_as_a_whole_does_not_need(day_of: list[Move]) -> None:
    for play, _, event in played(day_of):
        if isinstance(event, events.CardEvent | events.GroupingEvent | events.StatementEvent):
            assert tell(event, play.state, FRENCH)
            assert themes_of(event, play.state)
        if isinstance(event, events.DocumentEvent):
            assert tell(event, play.state, FRENCH)


def test_another_room_is_one_line_and_what_an_earlier_cahier_lent_one_each(day: Day) -> None:
    for command in (rooms.REGISTER, rooms.CARD, rooms.STATEMENT, rooms.CARRIED):
        day.do(command, HOST)
    said = [line.text.replace("\u00a0", " ") for line in read(day)]
    assert said == ["n° 1 reprise : Convention (1), Santé, SA-R4", "salle B réunie : Salle du fond"]
    numbers = {line.undo for line in read(day, HOST)}
    assert numbers == {day.state.seq, None}


@given(moves(builders=MERGING))
@settings(max_examples=40)
def test_a_journal_of_several_rooms_can_be_read(day_of: list[Move]) -> None:
    _can_be_read_and_undone(day_of)


def test_an_excerpt_ends_with_a_whole_word_unless_it_is_one() -> None:
    told = excerpt("Le guichet est fermé depuis le mois de mars, et personne ne nous a prévenus de rien.")
    assert told.endswith("…")
    assert "Le guichet est fermé depuis le mois de mars, et personne ".startswith(told[:-1])
    assert told[:-1].split()[-1] in {"mois", "de", "mars", "et", "personne"}
    assert excerpt("anticonstitutionnellement" * 6).startswith("anticonstitutionnellement")
    assert excerpt("Court.") == "Court."
