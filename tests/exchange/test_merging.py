"""Several rooms into one: what each thing is called, what is followed, what is left to a person."""

import dataclasses
from typing import Any

import pytest

from atelier.domain import commands as c
from atelier.domain.card import Card
from atelier.domain.fates import faults
from atelier.domain.links import foundations
from atelier.domain.references import card_of
from atelier.domain.refusals import Because
from atelier.domain.state import NOTHING, Axis
from atelier.domain.statement import Statement
from atelier.domain.tally import Tally, tally
from atelier.domain.words import (
    AsideReason,
    AxisId,
    CardNumber,
    Channel,
    Choice,
    Count,
    Kind,
    MatchId,
    Maturity,
    ObjectionId,
    Reference,
    Resolution,
    RoomLetter,
    Scale,
)
from atelier.exchange.merging import Conflict, What, plan
from atelier.translations import speech
from atelier.translations.refusals import sentence
from atelier.web.weighed import last_vote
from tests.domain.play import ANA, DS, FACILITATOR, HOST, PROGRAMME, SECRETARY, TR, Play
from tests.exchange.rooms import bring

B = RoomLetter("B")


def a_room(letter: str = "", name: str = "", **changes: Any) -> Play:
    programme = dataclasses.replace(
        PROGRAMME, id=name or f"id-{letter}", title=f"Salle {letter}", room=letter
    )
    return Play(dataclasses.replace(programme, **changes))


def ref(text: str) -> Reference:
    return Reference(text)


def paper(play: Play, text: str = "Papier.") -> CardNumber:
    post = c.PostCard(theme=DS, kind=Kind.CONSTAT, text=text, key=text, channel=Channel.PAPER)
    event = play.do(post, SECRETARY)
    return CardNumber(event.card)  # type: ignore[union-attr]


def test_nothing_comes_of_nothing_of_oneself_or_into_what_is_closed() -> None:
    here = a_room()
    assert plan(here.state, NOTHING).refused is not None
    itself = plan(here.state, here.state)
    assert itself.refused is not None
    assert (itself.refused.because, itself.empty) == (Because.ALREADY_THERE, False)
    here.close()
    closed = plan(here.state, a_room("B").state)
    assert closed.refused is not None
    assert closed.refused.because is Because.CONVENTION_CLOSED


def test_a_room_with_a_letter_keeps_its_numbers_and_one_without_gets_the_last_free() -> None:
    here, lettered, bare = a_room("A"), a_room("B"), a_room("", "bare")
    for play in (here, lettered, bare):
        play.post()
    assert bring(here, lettered.state).letters_given == ()
    planned = bring(here, bare.state)
    assert [(one.title, one.had, one.letter) for one in planned.letters_given] == [("Salle", "", "Z")]
    assert set(here.state.cards) == {card_of(RoomLetter(one), 1) for one in "ABZ"}
    assert bring(here, bare.state).letters_given == ()


def test_two_rooms_that_chose_one_letter_do_not_share_a_number() -> None:
    here = a_room("A")
    for name in ("one", "two"):
        play = a_room("B", name)
        play.post(name)
        bring(here, play.state)
    assert {number: card.text for number, card in here.state.cards.items()} == {
        card_of(B, 1): "one",
        card_of(RoomLetter("Z"), 1): "two",
    }


def test_there_is_no_twenty_seventh_room() -> None:
    here = a_room("A")
    for number in range(25):
        bring(here, a_room("", f"room-{number}").state)
    planned = plan(here.state, a_room("", "one too many").state)
    assert planned.refused is not None
    assert planned.refused.because is Because.TOO_MANY


def test_a_reference_is_kept_where_it_is_free_and_takes_the_letter_elsewhere() -> None:
    here, b, d = a_room("A"), a_room("B"), a_room("D")
    b.statement(text="Comme DS-C1 le dit.", theme="TR")
    b.statement(text="Voir TR-C1 et DS-C1.")
    d.statement(text="Encore DS-C1.")
    bring(here, b.state)
    bring(here, d.state)
    assert {one.reference: one.text for one in here.state.statements.values()} == {
        "TR-C1": "Comme DS-C1 le dit.",
        "DS-C1": "Voir TR-C1 et DS-C1.",
        "DS-C1-D": "Encore DS-C1-D.",
    }
    b.statement(text="Et DS-C2.")
    here.statement(theme="TR")
    b.statement(text="Deux.", theme="TR")
    bring(here, b.state)
    assert here.at("DS-C2-B").text == "Et DS-C2-B."
    assert here.at("TR-C2-B").text == "Deux."


def test_themes_are_joined_by_title_and_one_of_another_title_gets_a_code() -> None:
    here = a_room("A")
    themes = (
        c.ThemeDraft(code="DS", title="Défense", people=4, question="Quoi ?"),
        c.ThemeDraft(code="TT", title="travail", partners=("CGT",), question="Où ?", people=7),
        c.ThemeDraft(code="SA", title="Santé", boards=tuple(Kind)),
    )
    there = a_room("B", themes=themes, slots=(c.SlotDraft(label="Soir", themes=("DS", "TT")),))
    there.post(theme="TT")
    there.statement(text="DS-C1.")
    planned = bring(here, there.state)
    assert planned.conflicts == (
        Conflict(what=What.THEME_RENAMED, subject="DE", here="Droits sociaux", there="Défense"),
    )
    titles = {str(code): theme.title for code, theme in here.state.themes.items()}
    assert (titles["DS"], titles["DE"], titles["SA"]) == ("Droits sociaux", "Défense", "Santé")
    travail = here.state.themes[TR]
    assert (travail.partners, travail.question, travail.people) == (("CGT",), "Où ?", 7)
    assert here.card(card_of(B, 1)).themes == (TR,)
    assert here.at("DE-C1").text == "DE-C1."
    assert list(here.state.slots)[-1] == "S4"
    there.do(c.EditTheme(theme=DS, people=5, boards=tuple(Kind)), HOST)
    here.do(c.EditTheme(theme="DE", title="Défense nationale"), HOST)  # type: ignore[arg-type]
    assert bring(here, there.state).conflicts == ()
    assert (here.state.themes["DE"].people, len(here.state.themes), len(here.state.slots)) == (5, 5, 4)  # type: ignore[index]


def test_questions_that_differ_are_left_to_a_person() -> None:
    here = a_room("A", themes=(c.ThemeDraft(code="DS", title="Droits", question="Qui ?"),), slots=())
    there = a_room("B", themes=(c.ThemeDraft(code="DS", title="Droits", question="Quoi ?"),), slots=())
    assert bring(here, there.state).conflicts == (
        Conflict(what=What.THEME_QUESTION, subject="DS", here="Qui ?", there="Quoi ?"),
    )


def test_what_changed_there_is_changed_here_and_what_changed_in_both_is_left_to_a_person() -> None:
    here, there = a_room("A"), a_room("B")
    one, two, three = paper(there, "Un."), paper(there, "Deux."), paper(there, "Trois.")
    home, other = there.group(one), there.group(two)
    there.do(c.WordStatement(statement=home, text="Tout ferme."))
    bring(here, there.state)
    there.do(c.CorrectCard(card=one, text="Un, corrigé."), SECRETARY)
    there.do(c.CorrectCard(card=two, text="Deux, là."), SECRETARY)
    there.do(c.WordStatement(statement=home, text="Tout ferme à midi."))
    there.do(c.SetAsideCard(card=three, reason=AsideReason.DUPLICATE))
    here.do(c.CorrectCard(card=two, text="Deux, ici."), SECRETARY)
    here.do(c.WordStatement(statement=home, text="Tout ouvre."))
    here.do(c.SetMaturity(statement=other, maturity=Maturity.FIRM))
    here.group(three)
    planned = bring(here, there.state)
    assert here.card(one).text == "Un, corrigé."
    assert here.card(two).text == "Deux, ici."
    assert here.at(home).text == "Tout ouvre."
    assert here.at(other).maturity is Maturity.FIRM
    assert set(planned.conflicts) == {
        Conflict(what=What.CARD, subject="B-2", here="Deux, ici.", there="Deux, là."),
        Conflict(what=What.CARD, subject="B-3", here="DS-C3", there="duplicate"),
        Conflict(what=What.STATEMENT, subject="DS-C1", here="Tout ouvre.", there="Tout ferme à midi."),
    }
    assert plan(here.state, there.state).commands == ()
    assert plan(here.state, there.state).conflicts == planned.conflicts


def test_what_was_taken_back_there_is_erased_here_and_what_was_taken_back_here_stays_so() -> None:
    here, there = a_room("A"), a_room("B")
    one, two = paper(there, "Mon nom."), paper(there, "Le sien.")
    bring(here, there.state)
    there.do(c.WithdrawCard(card=one), SECRETARY)
    here.do(c.WithdrawCard(card=two), SECRETARY)
    bring(here, there.state)
    assert here.card(one).withdrawn
    assert here.card(two).withdrawn
    assert "Mon nom" not in str(here.kept)
    assert "Le sien" not in str(here.kept)


def test_a_statement_given_up_there_is_given_up_here_unless_it_was_worked_on() -> None:
    here, there = a_room("A"), a_room("B")
    untouched, touched = there.statement(text="Un."), there.statement(text="Deux.")
    bring(here, there.state)
    here.do(c.WordStatement(statement=touched, text="Deux, mieux."))
    there.do(c.DissolveStatement(statement=untouched))
    whole = there.merge(touched, there.statement(text="Trois."))
    planned = bring(here, there.state)
    assert not here.at(untouched).live
    assert (here.at(touched).live, here.at(touched).text) == (True, "Deux, mieux.")
    assert here.at(whole).live
    assert planned.conflicts[0].subject == touched
    assert faults(here.state) == ()


def test_what_is_said_of_a_statement_comes_with_it_and_answers_are_followed() -> None:
    here, there = a_room("A"), a_room("B")
    constat = there.statement(text="Guichet.")
    demand = there.statement(Kind.REVENDICATION, "Ouvrir.")
    there.do(c.LinkStatements(statement=demand, founded_on=(constat,)))
    there.do(c.RaiseObjection(statement=demand, text="Contre DS-C1."))
    there.do(c.RaiseObjection(statement=demand, text="Aussi."))
    there.do(c.RecordMinority(statement=demand, text="Fermer.", people=3))
    there.do(c.AttributeStatement(statement=demand, organisation="LDH", reference="p. 2"))
    here.statement(text="Autre.")
    here.do(c.RaiseObjection(statement=ref("DS-C1"), text="Non."))
    bring(here, there.state)
    brought = here.at("DS-R1-B")
    assert foundations(here.state, brought) == ("DS-C1-B",)
    assert [(one.id, one.text) for one in brought.objections] == [
        ("O1.B", "Contre DS-C1-B."),
        ("O2.B", "Aussi."),
    ]
    here.do(c.ResolveObjection(objection=ObjectionId("O2.B"), how=Resolution.KEPT))
    here.do(c.RecordMinority(statement=brought.reference, text="Fermer.", people=5))
    here.do(c.AttributeStatement(statement=brought.reference, organisation="LDH", reference="p. 3"))
    there.do(c.ResolveObjection(objection=ObjectionId("O1"), how=Resolution.LIFTED))
    there.do(c.ResolveObjection(objection=ObjectionId("O2"), how=Resolution.LIFTED))
    there.do(c.RecordMinority(statement=demand, text="Fermer.", people=0))
    there.do(c.AttributeStatement(statement=demand, organisation="LDH", reference="p. 4"))
    planned = bring(here, there.state)
    assert [one.how for one in here.at("DS-R1-B").objections] == [Resolution.LIFTED, Resolution.KEPT]
    assert [one.what for one in planned.conflicts] == [What.STATEMENT, What.OBJECTION, What.STATEMENT]
    assert here.at("DS-R1-B").minorities[0].people == 5


def weighed(letter: str) -> Play:
    play = a_room(letter)
    demand = play.statement(Kind.REVENDICATION, "Ouvrir.")
    play.do(c.OpenVote(theme=DS, dots=5))
    play.do(c.CastDots(statement=demand, dots=3), ANA)
    play.do(c.CountDots(statement=demand, channel=Count.PAPER, dots=4))
    play.do(c.CountDots(statement=demand, channel=Count.HANDS, dots=2))
    play.do(c.CloseVote(theme=DS))
    return play


def test_dots_come_with_the_words_they_were_given_to() -> None:
    here, there = weighed("A"), weighed("B")
    bring(here, there.state)
    dots = Tally(phones=3, paper=4, hands=2)
    assert tally(here.state, here.at("DS-R1")) == tally(here.state, here.at("DS-R1-B")) == dots
    bring(here, there.state)
    assert tally(here.state, here.at("DS-R1-B")) == dots
    here.do(c.WordStatement(statement=ref("DS-R1-B"), text="Ouvrir plus."))
    assert tally(here.state, here.at("DS-R1-B")) == Tally(earlier=9)


def test_a_vote_still_open_there_waits_and_one_on_words_unknown_here_is_left_to_a_person() -> None:
    here, there = a_room("A"), weighed("B")
    bring(here, there.state)
    here.do(c.WordStatement(statement=ref("DS-R1"), text="Ouvrir ici."))
    there.do(c.WordStatement(statement=ref("DS-R1"), text="Ouvrir là."))
    there.do(c.OpenVote(theme=DS, dots=5))
    there.do(c.CastDots(statement=ref("DS-R1"), dots=1), ANA)
    assert Conflict(what=What.VOTE_OPEN, subject="DS") in bring(here, there.state).conflicts
    there.do(c.CloseVote(theme=DS))
    assert Conflict(what=What.VOTE, subject="DS-R1", there="1 + 0 + 0") in bring(here, there.state).conflicts


def test_dots_given_before_any_wording_come_too() -> None:
    here, there = a_room("A"), a_room("B")
    bare = there.statement(Kind.REVENDICATION)
    there.do(c.OpenVote(theme=DS, dots=5))
    there.do(c.CastDots(statement=bare, dots=2), ANA)
    there.do(c.CloseVote(theme=DS))
    bring(here, there.state)
    assert tally(here.state, here.at(bare)) == Tally(phones=2)


def test_prose_axes_matches_and_reasons_come_where_nothing_stands_against_them() -> None:
    here, there = a_room("A"), a_room("B")
    here.statement(text="Le nôtre.")
    said, also = there.statement(text="Un."), there.statement(text="Un aussi.", theme="TR")
    for section in ("foreword", "theme:DS:before", "slot:S1:before", "method", f"statement:{said}:before"):
        there.do(c.WriteSection(section=section, text=f"{section}, DS-C1."), SECRETARY)
    there.do(c.AddBlock(title="Récit"), SECRETARY)
    there.do(c.WriteSection(section="block:B1", text="Un récit."), SECRETARY)
    there.do(c.AddAxis(title="Accueil"), SECRETARY)
    there.do(c.PlaceInAxis(axis="A1", statements=(said, also)), SECRETARY)  # type: ignore[arg-type]
    there.do(c.MatchStatements(statements=(said, also), text="Comme DS-C1."), SECRETARY)
    there.do(c.AnswerGap(gap=f"constat_unused:{said}", reason="DS-C1 attend."))
    loose = there.post()
    there.do(c.AnswerGap(gap=f"card_to_place:{loose}", reason="Plus le temps."))
    there.do(c.RaiseObjection(statement=said, text="Non."))
    there.do(c.AnswerGap(gap="objection_open:O1", reason="Demain."))
    here.do(c.WriteSection(section="method", text="Notre méthode."), SECRETARY)
    here.do(c.AddAxis(title="accueil"), SECRETARY)
    here.do(c.PlaceInAxis(axis="A1", statements=(ref("DS-C1"),)), SECRETARY)  # type: ignore[arg-type]
    planned = bring(here, there.state)
    texts = {name: section.text for name, section in here.state.sections.items()}
    assert texts == {
        "foreword": "foreword, DS-C1-B.",
        "theme:DS:before": "theme:DS:before, DS-C1-B.",
        "slot:S1:before": "slot:S1:before, DS-C1-B.",
        "statement:DS-C1-B:before": "statement:DS-C1:before, DS-C1-B.".replace("DS-C1:", "DS-C1-B:"),
        "method": "Notre méthode.",
        "block:B1": "Un récit.",
    }
    assert here.state.axes["A1"].statements == ("DS-C1", "DS-C1-B", "TR-C1")  # type: ignore[index]
    assert [one.text for one in here.state.matches.values()] == ["Comme DS-C1-B."]
    assert here.state.answers == {
        "constat_unused:DS-C1-B": "DS-C1-B attend.",
        f"card_to_place:{loose}": "Plus le temps.",
        "objection_open:O1.B": "Demain.",
    }
    assert [(one.what, one.subject) for one in planned.conflicts] == [
        (What.SECTION, "method"),
    ]
    there.do(c.WriteSection(section="foreword", text="Mieux."), SECRETARY)
    bring(here, there.state)
    assert here.state.sections["foreword"].text == "Mieux."  # type: ignore[index]
    here.do(c.WriteSection(section="foreword", text="Encore mieux."), SECRETARY)
    bring(here, there.state)
    assert here.state.sections["foreword"].text == "Encore mieux."  # type: ignore[index]


def test_a_room_that_came_through_another_comes_once() -> None:
    first, second, third = a_room("A"), a_room("B"), a_room("C")
    for play in (first, second, third):
        play.statement(text="DS-C1.")
    second.do(c.EditTheme(theme=DS, people=5), HOST)
    third.do(c.EditTheme(theme=DS, people=7), HOST)
    bring(second, third.state)
    bring(first, second.state)
    bring(first, third.state)
    bring(first, second.state)
    assert set(first.state.statements) == {"DS-C1", "DS-C1-B", "DS-C1-C"}
    assert len(first.state.cards) == 3
    assert first.state.themes[DS].people == 12
    assert {room.letter for room in first.state.rooms.values()} == {"B", "C"}
    assert faults(first.state) == ()


def test_what_was_brought_there_from_here_stays_as_it_is_here() -> None:
    here, there = a_room("A"), a_room("B")
    placed, loose = here.statement(text="Le nôtre."), here.post()
    gone = paper(here)
    bring(there, here.state)
    there.group(loose)
    there.do(c.RaiseObjection(statement=placed, text="Non."))
    here.do(c.WithdrawCard(card=gone), SECRETARY)
    planned = bring(here, there.state)
    assert here.card(loose).statement is None
    assert [(one.what, one.there) for one in planned.conflicts] == [(What.CARD, "DS-C2-B")]
    assert len(here.state.cards) == 3
    whole = there.merge(placed, ref("DS-C2"))
    there.do(c.RaiseObjection(statement=whole, text="Encore."))
    bring(here, there.state)
    assert faults(here.state) == ()


@pytest.mark.parametrize("kind", [Kind.PISTE, Kind.QUESTION])
def test_a_board_that_is_not_here_is_opened(kind: Kind) -> None:
    here = a_room("A", themes=(c.ThemeDraft(code="DS", title="Droits sociaux"),), slots=())
    there = a_room("B")
    there.post(kind=kind)
    bring(here, there.state)
    assert kind in here.state.themes[DS].boards


def test_what_would_be_refused_is_refused_whole() -> None:
    here, there = a_room("A"), a_room("B")
    there.statement(text="Un.")
    here.do(c.OpenVote(theme=DS, dots=3, kinds=(Kind.CONSTAT,)), FACILITATOR)
    planned = plan(here.state, there.state)
    assert planned.refused is not None
    assert (planned.refused.because, planned.commands) == (Because.VOTE_OPEN, ())
    assert sentence(planned.refused, speech("fr")) == (
        "On vote ici en ce moment, dans le thème DS. Fermez ce vote, puis importez de nouveau."
    )
    here.do(c.CloseVote(theme=DS), FACILITATOR)
    bring(here, there.state)
    both = (here.statement(text="Deux."), ref("DS-C1"))
    here.do(c.OpenPoll(statements=both, scale=Scale.GRADES))
    there.do(c.WordStatement(statement=ref("DS-C1"), text="Un, mieux."))
    refused = plan(here.state, there.state).refused
    assert refused is not None
    assert refused.about == {"statement": "DS-C1", "theme": "DS"}


def test_a_number_of_no_room_is_refused() -> None:
    there = a_room("B")
    number = there.post()
    strange = dataclasses.replace(there.card(number), number=card_of(RoomLetter("Q"), 1))
    state = dataclasses.replace(there.state, cards=there.state.cards.put(strange.number, strange))
    refused = plan(a_room("A").state, state).refused
    assert refused is not None
    assert refused.because is Because.UNKNOWN


def test_what_was_said_in_a_poll_is_left_to_a_person() -> None:
    here, there = a_room("A"), a_room("B")
    said = there.statement(text="Un.")
    there.do(c.OpenPoll(statements=(said,)))
    bring(here, there.state)
    there.do(c.CastChoice(statement=said, choice=Choice.AGREE), ANA)
    assert bring(here, there.state).conflicts == (Conflict(what=What.VOTE_OPEN, subject="DS"),)


def test_what_cannot_be_written_here_is_left_to_a_person() -> None:
    here, there = a_room("A"), a_room("B")
    there.do(c.AddAxis(title="Accueil"), SECRETARY)
    there.do(c.AddAxis(title="Ailleurs"), SECRETARY)
    there.do(c.RemoveAxis(axis=AxisId("A2")), SECRETARY)
    said, other = there.statement(text="Un."), there.statement(text="Deux.", theme="TR")
    there.do(c.PlaceInAxis(axis=AxisId("A1"), statements=(said,)), SECRETARY)
    there.do(c.WriteSection(section=f"statement:{other}:before", text="Avant."), SECRETARY)
    there.do(c.WriteSection(section="foreword", text="Bonjour."), SECRETARY)
    there.do(c.WriteSection(section="foreword", text=""), SECRETARY)
    there.do(c.MatchStatements(statements=(said, other)), SECRETARY)
    full = {AxisId(f"A{number}"): Axis(id=AxisId(f"A{number}"), title=str(number)) for number in range(1, 61)}
    here.state = dataclasses.replace(here.state, axes=full)
    assert [one.what for one in bring(here, there.state).conflicts] == [What.AXIS]
    assert "foreword" not in here.state.sections
    here.do(c.UnmatchStatements(match=MatchId("M1")), SECRETARY)
    here.do(c.MatchStatements(statements=(said, here.statement(theme="TR"))), SECRETARY)
    here.do(c.DissolveStatement(statement=other))
    there.do(c.WriteSection(section=f"statement:{other}:before", text="Avant tout."), SECRETARY)
    planned = bring(here, there.state)
    assert [one.what for one in planned.conflicts] == [What.SECTION, What.AXIS]


def test_no_field_of_a_card_or_of_a_statement_is_forgotten() -> None:
    """A field that comes to be later is brought, or is named here with those that stay behind."""
    card, brought = ({one.name for one in dataclasses.fields(kind)} for kind in (Card, c.BringCard))
    said_otherwise = {"number", "at"}  # `card`, `written_at`
    of_this_log = {"author", "posted", "changed", "texts"}
    assert card - brought == said_otherwise | of_this_log
    statement, whole = (
        {one.name for one in dataclasses.fields(kind)} for kind in (Statement, c.BringStatement)
    )
    assert statement - whole == {"reference", "versions", "changed"}  # `statement`, `wordings`


def test_the_screens_of_this_room_show_the_vote_of_this_room() -> None:
    here, there = weighed("A"), weighed("B")
    ours = last_vote(here.state, DS)
    bring(here, there.state)
    assert len(here.state.votes) == 2
    assert last_vote(here.state, DS) == ours
