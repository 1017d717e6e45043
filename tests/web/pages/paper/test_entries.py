"""What the entry screen shows, from the state alone."""

import pytest

from atelier.domain import commands
from atelier.domain.actor import Actor
from atelier.domain.words import CardNumber, Channel, Choice, Count, Kind, Role, Scale
from atelier.translations import speech
from atelier.web.pages.paper import counts, entries, words
from tests.domain.play import DS, FACILITATOR, REVENDICATION, SECRETARY, TR, Play, limited

FRENCH = speech("fr")


def typed(
    play: Play, text: str, *, theme: str = "DS", kind: Kind = Kind.CONSTAT, **more: object
) -> CardNumber:
    card = commands.PostCard(
        theme=entries.themes_of(play.state, SECRETARY)[["DS", "TR", "AG"].index(theme)].code,
        kind=kind,
        text=text,
        key=f"key of {text}",
        **{"channel": Channel.PAPER, **more},  # type: ignore[arg-type]
    )
    event = play.do(card, SECRETARY)
    number: CardNumber = event.card  # type: ignore[union-attr]
    return number


def numbers(shown: entries.Shown, name: str) -> list[int]:
    return [one["number"] for one in shown[name]]


def look(play: Play, actor: Actor = SECRETARY) -> entries.Shown:
    return entries.look(play.state, actor, FRENCH)


@pytest.mark.parametrize(
    ("slip", "next_one"),
    [
        ("", ""),
        ("bleu", ""),
        ("DS-099", "DS-100"),
        ("7", "8"),
        ("009", "010"),
        ("table 2 n° 19", "table 2 n° 20"),
    ],
)
def test_the_number_that_follows_is_written_the_same_way(slip: str, next_one: str) -> None:
    assert entries.following(slip) == next_one


def test_cards_of_phones_are_not_among_the_last_entries() -> None:
    play = Play()
    play.post("d’un téléphone")
    on_paper, aloud = typed(play, "sur papier"), typed(play, "dite", channel=Channel.SPOKEN)
    assert numbers(look(play), "entries") == [aloud, on_paper]


def test_only_the_last_ten_are_shown() -> None:
    play = Play()
    made = [typed(play, f"carte {n}") for n in range(12)]
    assert numbers(look(play), "entries") == made[:1:-1]


def test_a_withdrawn_entry_stays_in_the_list_without_its_words() -> None:
    play = Play()
    card = typed(play, "une erreur")
    play.do(commands.WithdrawCard(card=card), SECRETARY)
    (shown,) = look(play)["entries"]
    assert (shown["number"], shown["text"], shown["correctable"]) == (card, "", False)


def test_who_has_one_theme_sees_one_theme() -> None:
    play = Play()
    typed(play, "de DS", kind=Kind.QUESTION)  # only DS has a board for questions
    actor = Actor(grants=(limited(Role.SECRETARY, TR),))
    shown = look(play, actor)
    assert [one["code"] for one in shown["themes"]] == [TR]
    assert shown["entries"] == []


def test_the_next_slip_is_suggested_on_each_board_apart() -> None:
    play = Play()
    typed(play, "a", slip="DS-103", kind=Kind.QUESTION)
    typed(play, "b", slip="sans numéro", kind=Kind.PISTE)
    slips = look(play)["slips"]
    assert slips["DS question"] == "DS-104"
    assert slips["DS piste"] == ""
    assert "DS constat" not in slips


def test_a_card_waits_for_a_translation_until_it_has_one() -> None:
    play = Play()
    card = typed(play, "لا أحد", lang="ar")
    assert numbers(look(play), "waiting") == [card]
    assert look(play)["waiting"][0]["language"] == "arabe"
    play.do(commands.TranslateCard(card=card, lang="fr", text="Personne"), SECRETARY)
    assert look(play)["waiting"] == []
    assert look(play)["entries"][0]["translated"]


@pytest.mark.parametrize(("asked", "found"), [("2", 2), ("1", None), ("99", None), ("", None), ("<b>", None)])
def test_a_card_that_is_asked_for_is_translated_first_if_it_waits_for_that(
    asked: str, found: int | None
) -> None:
    play = Play()
    typed(play, "Personne.")
    typed(play, "لا أحد", lang="ar")
    first = entries.to_translate(play.state, SECRETARY, FRENCH, asked)
    assert (first and first["number"]) == found
    elsewhere = Actor(grants=(limited(Role.SECRETARY, TR),))
    assert entries.to_translate(play.state, elsewhere, FRENCH, asked) is None


def test_nothing_is_counted_before_a_vote() -> None:
    assert counts.look(Play().state, SECRETARY, FRENCH)["sheets"] == []


def test_hands_and_paper_are_counted_apart_and_phones_stay_hidden_until_the_end() -> None:
    play = Play()
    reference = play.statement(REVENDICATION, "Un guichet.")
    play.do(commands.OpenVote(theme=DS, dots=3), FACILITATOR)
    play.do(commands.CountDots(statement=reference, channel=Count.HANDS, dots=7), SECRETARY)
    (vote,) = counts.look(play.state, SECRETARY, FRENCH)["sheets"]
    (row,) = vote["rows"]
    assert (row["hands"], row["paper"], row["phones"], row["text"]) == (7, 0, None, "Un guichet.")
    play.do(commands.CloseVote(theme=DS), FACILITATOR)
    (vote,) = counts.look(play.state, SECRETARY, FRENCH)["sheets"]
    assert vote["rows"][0]["phones"] == 0


def test_what_was_worded_after_the_vote_is_not_counted() -> None:
    play = Play()
    reference = play.statement(REVENDICATION, "La phrase du vote.")
    play.do(commands.OpenVote(theme=DS, dots=3), FACILITATOR)
    play.do(commands.CountDots(statement=reference, channel=Count.PAPER, dots=2), SECRETARY)
    play.do(commands.CloseVote(theme=DS), FACILITATOR)
    play.do(commands.WordStatement(statement=reference, text="Une autre."), FACILITATOR)
    play.statement(REVENDICATION, "Venue après.")
    (vote,) = counts.look(play.state, SECRETARY, FRENCH)["sheets"]
    assert [(row["text"], row["paper"]) for row in vote["rows"]] == [("La phrase du vote.", 2)]


def test_more_dots_than_people_can_give_is_said() -> None:
    play = Play()
    play.do(commands.EditTheme(theme=DS, people=2), Actor(grants=(limited(Role.HOST, DS),)))
    reference = play.statement(REVENDICATION, "Un guichet.")
    play.do(commands.OpenVote(theme=DS, dots=3), FACILITATOR)
    play.do(commands.CountDots(statement=reference, channel=Count.HANDS, dots=7), SECRETARY)
    assert counts.look(play.state, SECRETARY, FRENCH)["sheets"][0]["overfull"]


def test_the_words_of_the_screen_leave_room_for_what_the_screen_knows() -> None:
    said = words.of_entry(FRENCH)
    assert "{number}" in said["sure"]
    assert "{kind}" in said["did_post_card"]


def test_what_is_said_by_hand_and_on_paper_is_counted_word_by_word() -> None:
    play = Play()
    one, other = play.statement(REVENDICATION, "Un guichet."), play.statement(REVENDICATION, "Un papier.")
    play.do(commands.OpenPoll(statements=(one, other), scale=Scale.GRADES), FACILITATOR)
    count = commands.CountChoices(statement=one, channel=Count.PAPER, choice=Choice.GOOD, people=4)
    play.do(count, SECRETARY)
    first, second = counts.look(play.state, SECRETARY, FRENCH)["sheets"]
    assert (first["theme"], first["title"], first["about"]) == (one, "Un guichet.", "jugement majoritaire")
    assert [row["paper"] for row in first["rows"]] == [0, 4, 0, 0, 0, 0]
    assert [row["hands"] for row in first["rows"]] == [0, 0, 0, 0, 0, None]
    assert {row["phones"] for row in first["rows"]} == {None}
    assert first["rows"][1]["ask"] == {"command": "count_choices", "statement": one, "choice": "good"}
    assert second["theme"] == other
    play.do(commands.ClosePoll(theme=DS), FACILITATOR)
    first, _ = counts.look(play.state, SECRETARY, FRENCH)["sheets"]
    assert [row["phones"] for row in first["rows"]] == [0] * 6


def test_a_show_of_hands_on_one_sentence_has_three_rows_and_those_without_a_word() -> None:
    play = Play()
    one = play.statement(REVENDICATION, "Un guichet.")
    play.do(commands.OpenPoll(statements=(one,)), FACILITATOR)
    (sheet,) = counts.look(play.state, SECRETARY, FRENCH)["sheets"]
    assert [row["text"] for row in sheet["rows"]] == ["d’accord", "je passe", "pas d’accord", "sans avis"]
    assert sheet["about"] == "d’accord ou pas d’accord"
