"""What the projected screen is told: nothing that is hidden, nothing of the team, and all the rest."""

import json
from typing import Any

import pytest

from atelier.domain import commands
from atelier.domain.words import AsideReason, Channel, Choice, Count, Reference, Scale, WallMode
from atelier.live.feed import View
from atelier.live.wall import Focus, Wall
from atelier.web.pages.projected import wall_view
from atelier.web.plain.looks import Eye
from atelier.web.plain.shared import Kept
from tests.domain.play import (
    ANA,
    BEN,
    DS,
    FACILITATOR,
    HOST,
    OPEN,
    QUESTION,
    REVENDICATION,
    SECRETARY,
    SILENT,
    TOGETHER,
    WEIGHING,
    Play,
)


class Projection(Play):
    """A theme, and its wall in French."""

    def __init__(self) -> None:
        super().__init__()
        self.do(commands.StartStep(step=OPEN, theme=DS))
        self.wall = Wall(DS, lambda: self.state)

    def shows(self, mode: WallMode, focus: Focus | None = None) -> View:
        self.wall.show(mode, focus)
        return self.view

    def paper(self, text: str) -> None:
        post = commands.PostCard(theme=DS, kind=QUESTION, text=text, key=text, channel=Channel.PAPER)
        self.do(post, SECRETARY)

    @property
    def view(self) -> View:
        return wall_view(Kept(), self.state, self.state.themes[DS], Eye("fr"), self.wall.now)

    def look(self, name: str) -> str:
        return self.view[name].look.replace("\u00a0", " ").replace("\u202f", " ")

    @property
    def everything(self) -> str:
        return "\n".join(item.look for item in self.view.values())

    @property
    def signal(self) -> Any:
        return json.loads(self.look("@wall"))


@pytest.fixture
def play() -> Projection:
    return Projection()


@pytest.mark.parametrize("mode", WallMode)
def test_hidden_set_aside_and_withdrawn_words_are_never_projected(play: Projection, mode: WallMode) -> None:
    aside, withdrawn, grouped = play.post("AILLEURS"), play.post("REPRIS"), play.post("REPRIS AUSSI")
    reference = play.group(grouped, play.post("Guichet fermé."))
    play.do(commands.SetAsideCard(card=aside, reason=AsideReason.OFF_TOPIC, note="ENTRE NOUS"))
    play.do(commands.WithdrawCard(card=withdrawn), ANA)
    play.do(commands.WithdrawCard(card=grouped), ANA)
    play.do(commands.StartStep(step=SILENT, theme=DS))
    hidden = play.post("EN SILENCE")
    for focus in (None, hidden, aside, withdrawn, reference):
        play.shows(mode, focus)
        for words in ("AILLEURS", "REPRIS", "ENTRE NOUS", "EN SILENCE"):
            assert words not in play.everything


def test_slips_and_tables_are_for_the_team(play: Projection) -> None:
    post = commands.PostCard(theme=DS, kind=QUESTION, text="?", key="?", slip="B 12", table="balcon")
    play.do(post, SECRETARY)
    assert "B 12" not in play.everything
    assert "balcon" not in play.everything


def test_what_people_write_is_never_markup(play: Projection) -> None:
    card = play.post("<img src=x onerror=alert(1)>")
    play.do(commands.EditTheme(theme=DS, title="<b>Droits</b>", partners=("<i>Nous</i>",)), HOST)
    play.shows(WallMode.ONE_BY_ONE, card)
    assert "<img" not in play.everything
    assert "<b>Droits" not in play.everything
    assert "<i>Nous" not in play.everything


def test_hidden_cards_are_counted_and_nothing_else_is_said_of_them(play: Projection) -> None:
    play.do(commands.StartStep(step=SILENT, theme=DS))
    for _ in range(12):
        play.post()
    assert "12 cartes écrites, montrées plus tard" in play.look("constat-notes")
    assert play.look("constat-notes").count("<i></i>") == 12
    assert "12 cartes" in play.look("constat-count")


def test_an_empty_board_says_what_to_do_where_something_is_asked(play: Projection) -> None:
    assert "Écrivez la première carte" in play.look("constat-notes")
    assert "data-address" in play.look("constat-notes")
    play.do(commands.StartStep(step=SILENT, theme=DS))
    assert "Écrivez" in play.look("constat-notes")
    assert "Ce que nous voulons" in play.look("revendication-notes")
    assert play.look("question-notes") == '<div id="question-notes"></div>'


def test_a_frozen_theme_asks_for_nothing(play: Projection) -> None:
    assert play.signal["written"]
    play.do(commands.FreezeTheme(theme=DS))
    assert "Cet atelier est terminé" in play.look("step")
    assert "Écrivez" not in play.everything
    assert not play.signal["written"]


def test_a_closed_convention_says_so(play: Projection) -> None:
    play.close()
    assert "La convention est terminée" in play.look("step")
    assert not play.signal["written"]


def test_a_pause_is_told_instead_of_the_step(play: Projection) -> None:
    assert "Libre" in play.look("step")
    play.do(commands.PauseTheme(theme=DS))
    assert "C’est la pause" in play.look("step")


def test_the_slot_that_is_shared_is_told_and_the_partners(play: Projection) -> None:
    play.do(commands.EditTheme(theme=DS, partners=("Changer de cap", "Le Lien")), HOST)
    assert "avec Changer de cap et Le Lien" in play.look("beside")
    assert "ensemble" not in play.look("beside")
    play.do(commands.StartStep(step=OPEN, slot=TOGETHER))
    assert "matin commun, ensemble avec Travail et Agriculture" in play.look("beside")


def test_cards_that_count_are_counted_and_those_on_paper(play: Projection) -> None:
    play.post()
    play.paper("Qui décide ?")
    gone = play.post()
    play.do(commands.WithdrawCard(card=gone), ANA)
    assert "2 cartes" in play.look("cards")
    assert "dont 1 sur papier" in play.look("cards")
    assert "1 carte · 1 sur papier" in play.look("question-count")


def test_statements_come_before_the_cards_that_stand_alone(play: Projection) -> None:
    reference, loose = play.statement(text="Les guichets ferment."), play.post()
    view = play.view
    assert view[reference].place == "constat-statements"
    assert view[f"card-{loose}"].place == "constat-cards"


def test_one_alone_is_drawn_as_everywhere_and_goes_with_the_mode(play: Projection) -> None:
    card = play.post("Guichet fermé.")
    play.post()
    view = play.shows(WallMode.ONE_BY_ONE, card)
    assert view[f"card-{card}"].look in view["alone"].look
    assert "1 / 2" in view["alone"].look
    assert play.shows(WallMode.WALL)["alone"].look == '<div id="alone"></div>'


def test_where_there_is_nothing_to_show_alone_the_boards_are_shown(play: Projection) -> None:
    play.shows(WallMode.ONE_BY_ONE)
    assert play.signal["mode"] == "wall"


def test_no_dot_is_told_before_the_vote_is_closed(play: Projection) -> None:
    reference = weighed(play)
    play.shows(WallMode.DOTS)
    assert play.signal["mode"] == "wall"
    assert play.signal["kinds"] == ["revendication"]
    assert play.look("result") == '<div id="result"></div>'
    assert "mains levées" not in play.everything
    assert "3 gommettes par personne" in play.look("step")
    play.do(commands.CloseVote(theme=DS))
    assert play.signal["mode"] == "dots"
    assert reference in play.look("result")


def test_dots_are_told_by_channel_with_the_wording_that_was_weighed(play: Projection) -> None:
    play.statement(kind=REVENDICATION, text="Autre chose.")
    reference = weighed(play)
    play.do(commands.CloseVote(theme=DS))
    play.do(commands.WordStatement(statement=reference, text="Des guichets partout."))
    play.shows(WallMode.DOTS)
    result = play.look("result")
    assert "6 gommettes" in result
    assert "téléphone 2, papier 3, mains levées 1" in result
    assert "Des guichets, partout." in result
    assert "La phrase a changé depuis." in result
    assert "1 énoncé n’a reçu aucune gommette." in result
    assert 'class="paper" style="width:50.0%"' in result


def test_a_vote_in_which_nobody_gave_a_dot_says_so(play: Projection) -> None:
    play.do(commands.StartStep(step=WEIGHING, theme=DS))
    play.do(commands.CloseVote(theme=DS))
    play.shows(WallMode.DOTS)
    assert "Aucune gommette n’a été donnée." in play.look("result")


def test_a_question_asked_stands_large_and_nobody_s_word_with_it(play: Projection) -> None:
    reference = play.statement(kind=REVENDICATION, text="Un guichet ouvert.")
    play.do(commands.OpenPoll(statements=(reference,)))
    play.do(commands.CastChoice(statement=reference, choice=Choice.AGREE), BEN)
    play.shows(WallMode.DOTS)
    assert play.signal["mode"] == "dots"
    asked = play.look("result")
    assert "Un guichet ouvert." in asked
    assert "Pas d’accord</b>" in asked
    assert "téléphone" not in asked.split("</ol>")[0].replace("sur votre téléphone", "")


def test_what_the_room_said_is_shown_once_it_is_closed_and_the_last_that_ended_wins(play: Projection) -> None:
    reference = weighed(play)
    play.do(commands.CloseVote(theme=DS))
    play.do(commands.OpenPoll(statements=(reference,), scale=Scale.GRADES))
    for choice, people in ((Choice.GOOD, 4), (Choice.REJECT, 3)):
        count = commands.CountChoices(statement=reference, channel=Count.HANDS, choice=choice, people=people)
        play.do(count, SECRETARY)
    play.do(commands.ClosePoll(theme=DS))
    play.shows(WallMode.DOTS)
    said = play.look("result")
    assert "Mention : Bien" in said
    assert "Bien : 4</b> mains levées 4" in said
    assert "6 gommettes" not in said
    play.do(commands.StartStep(step=WEIGHING, theme=DS))
    play.do(commands.CloseVote(theme=DS))
    play.shows(WallMode.DOTS)
    assert "Aucune gommette n’a été donnée." in play.look("result")


def test_while_dots_are_put_the_boards_are_shown_and_no_earlier_result(play: Projection) -> None:
    reference = play.statement(kind=REVENDICATION, text="Un guichet ouvert.")
    play.do(commands.OpenPoll(statements=(reference,)))
    play.do(commands.ClosePoll(theme=DS))
    play.shows(WallMode.DOTS)
    assert play.signal["mode"] == "dots"
    play.do(commands.OpenVote(theme=DS, dots=3, kinds=(REVENDICATION,)))
    assert play.signal["mode"] == "wall"
    assert play.look("result") == '<div id="result"></div>'


def weighed(play: Projection) -> Reference:
    """A demand with dots from phones, paper and hands; the vote is open."""
    reference = play.statement(kind=REVENDICATION, text="Des guichets, partout.")
    play.do(commands.StartStep(step=WEIGHING, theme=DS))
    play.do(commands.CastDots(statement=reference, dots=2), BEN)
    play.do(commands.CountDots(statement=reference, channel=Count.PAPER, dots=3), SECRETARY)
    play.do(commands.CountDots(statement=reference, channel=Count.HANDS, dots=1), FACILITATOR)
    return reference
