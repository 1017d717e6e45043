"""What people said of statements, printed: every channel apart, the rule beside the grades."""

import json

from atelier.cahier.compose import compose
from atelier.cahier.content import content
from atelier.cahier.markdown import render
from atelier.domain import commands as c
from atelier.domain.words import Choice, Consent, Count, Kind, Reference, Scale
from atelier.exchange.csv_files import STATEMENT_COLUMNS, statements_csv
from tests.cahier.french import French
from tests.domain.play import ANA, BEN, DS, SECRETARY, TOGETHER, Play

R1, R2 = Reference("DS-R1"), Reference("DS-R2")


def two_demands() -> Play:
    play = Play()
    play.statement(Kind.REVENDICATION, "Un guichet ouvert.")
    play.statement(Kind.REVENDICATION, "Un papier pour chaque décision.")
    return play


def count(reference: Reference, choice: Choice, people: int, channel: Count = Count.PAPER) -> c.CountChoices:
    return c.CountChoices(statement=reference, channel=channel, choice=choice, people=people)


def opinions() -> Play:
    play = two_demands()
    play.do(c.OpenPoll(statements=(R1,)))
    play.do(c.CastChoice(statement=R1, choice=Choice.AGREE), ANA)
    play.do(c.CastChoice(statement=R1, choice=Choice.DISAGREE), BEN)
    play.do(count(R1, Choice.AGREE, 29, Count.HANDS), SECRETARY)
    return play


def grades() -> Play:
    play = two_demands()
    play.do(c.OpenPoll(statements=(R1, R2), scale=Scale.GRADES))
    play.do(c.CastChoice(statement=R1, choice=Choice.GOOD), ANA)
    play.do(count(R1, Choice.VERY_GOOD, 4), SECRETARY)
    play.do(count(R1, Choice.REJECT, 4), SECRETARY)
    play.do(count(R2, Choice.BLANK, 8), SECRETARY)
    return play


def printed(play: Play) -> str:
    return render(compose(play.state), French())


def test_what_is_being_said_is_not_printed_yet() -> None:
    text = printed(opinions())
    assert "D’accord ou pas :" not in text
    assert "DS : D’accord ou pas d’accord, sur [DS-R1](#ds-r1). Le compte n’est pas fini." in text


def test_a_show_of_hands_is_printed_by_channel_and_together() -> None:
    play = opinions()
    play.do(c.ClosePoll(theme=DS))
    text = printed(play)
    counts = "d’accord 30, je passe 0, pas d’accord 1 (téléphone 1, 0, 1 ; mains levées 29, 0, 0)"
    line = f"D’accord ou pas : {counts}"
    assert f"{line}\n" in text
    assert "DS : D’accord ou pas d’accord, sur [DS-R1](#ds-r1). Par téléphone : 2 personnes." in text
    assert "mention majoritaire" not in text
    play.do(c.WordStatement(statement=R1, text="Des guichets ouverts."))
    assert f"{line} ; sur une phrase précédente\n" in printed(play)


def test_grades_are_printed_with_their_rule_and_their_blanks() -> None:
    play = grades()
    play.do(c.ClosePoll(theme=DS))
    text = printed(play)
    counts = "très bien 4, bien 1, passable 0, insuffisant 0, à rejeter 4"
    assert (
        f"Jugement majoritaire : bien ; {counts} (téléphone 0, 1, 0, 0, 0 ; papier 4, 0, 0, 0, 4)\n" in text
    )
    assert "Jugement majoritaire : pas de mention ; très bien 0, " in text
    assert "à rejeter 0 ; sans avis 9\n" in text
    assert text.count("La mention majoritaire d’un énoncé est celle du milieu") == 1


def test_how_far_a_consent_round_came_is_printed() -> None:
    play = two_demands()
    assert "Consentement" not in printed(play)
    play.do(c.SetConsent(statement=R1, stage=Consent.ADOPTED))
    assert "Consentement : adopté" in printed(play)
    assert json.loads(content(play.state))["statements"][0]["consent"] == "adopted"


def test_the_dots_of_a_room_and_those_of_the_plenary_stand_apart() -> None:
    play = two_demands()
    play.do(c.OpenVote(theme=DS, dots=3))
    play.do(c.CastDots(statement=R1, dots=2), ANA)
    play.do(c.StartStep(step=3, slot=TOGETHER))
    play.do(c.CastDots(statement=R1, dots=1), BEN)
    play.do(c.CloseVote(theme=DS))
    text = printed(play)
    assert "DS : 2 gommettes : téléphone 2" in text
    assert "DS, TR, AG : 1 gommette : téléphone 1" in text


def test_the_data_say_the_same_and_nothing_before_the_end() -> None:
    play = grades()
    assert json.loads(content(play.state))["polls"][0]["said"] is None
    play.do(c.ClosePoll(theme=DS))
    said = json.loads(content(play.state))["polls"][0]["said"]
    assert said[0]["paper"] == {"very_good": 4, "good": 0, "fair": 0, "poor": 0, "reject": 4}
    assert [one["majority_grade"] for one in said] == ["good", None]
    assert [one["blanks"] for one in said] == [0, 9]
    rows = statements_csv(play.state, French()).decode("utf-8-sig").split("\r\n")
    assert len(STATEMENT_COLUMNS) == len(rows[0].split(","))
    assert ',bien,"très bien: 4\nbien: 1' in rows[1]


def test_nothing_is_said_of_polls_where_there_were_none() -> None:
    assert "polls" not in json.loads(content(two_demands().state))
