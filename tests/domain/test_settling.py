from atelier.domain import commands as c
from atelier.domain.completeness import Missing, answered, gaps
from atelier.domain.settling import Place, Settling, settled_at
from atelier.domain.words import AsideReason, CardNumber, Channel, Kind
from tests.domain.play import DS, SECRETARY, TR, Play


def test_each_gap_names_the_one_place_where_it_is_settled() -> None:
    play = Play()
    play.post("Appelez le 06 12 34 56 78.", theme="TR")
    foreign = c.PostCard(
        theme=DS, kind=Kind.CONSTAT, text="Closed", key="k", lang="en", channel=Channel.PAPER
    )
    play.do(foreign)
    play.group(CardNumber(2))
    demand = play.statement(Kind.REVENDICATION, "Que M. Durand ouvre.")
    play.do(c.RaiseObjection(statement=demand, text="Non"))
    play.do(c.WriteSection(section="next", text="Voir ZZ-C1, écrire à lea@exemple.org"), SECRETARY)
    gone = play.add(Kind.QUESTION)
    play.do(c.WriteSection(section=f"statement:{gone}:after", text="Et après ?"), SECRETARY)
    play.do(c.DissolveStatement(statement=gone))
    found = {gap.name: settled_at(play.state, gap) for gap in gaps(play.state)}
    assert found == {
        "card_to_place:1": Settling(place=Place.DESK, target="1", theme=TR),
        "card_untranslated:2": Settling(place=Place.TRANSLATION, target="2", theme=DS),
        "statement_unworded:DS-C1": Settling(place=Place.SHEET, target="DS-C1", theme=DS),
        "constat_unused:DS-C1": Settling(place=Place.SHEET, target="DS-C1", theme=DS),
        "revendication_unfounded:DS-R1": Settling(place=Place.SHEET, target="DS-R1", theme=DS),
        "objection_open:O1": Settling(place=Place.SHEET, target="DS-R1", theme=DS),
        "reference_broken:next/ZZ-C1": Settling(place=Place.SECTION, target="next"),
        "prose_astray:statement:DS-Q1:after/DS-Q1": Settling(
            place=Place.SECTION, target="statement:DS-Q1:after"
        ),
        "personal_data:1/phone": Settling(place=Place.DESK, target="1", theme=TR),
        "personal_data:DS-R1/name": Settling(place=Place.SHEET, target="DS-R1", theme=DS),
        "personal_data:next/email": Settling(place=Place.SECTION, target="next"),
    }


def personal(play: Play) -> list[str]:
    return [gap.subject for gap in gaps(play.state) if gap.missing is Missing.PERSONAL_DATA]


def test_what_is_not_printed_is_not_asked_about_but_the_note_that_says_why_is() -> None:
    play = Play()
    card = play.post("Le numéro de M. Durand : 06 12 34 56 78.")
    assert personal(play) == ["1/name", "1/phone"]
    play.do(c.SetAsideCard(card=card, reason=AsideReason.PERSONAL_DATA))
    assert personal(play) == []
    play.do(c.SetAsideCard(card=card, reason=AsideReason.PERSONAL_DATA, note="Parle de Mme Petit."))
    assert personal(play) == ["1/name"]
    play.do(c.SetAsideCard(card=card, reason=AsideReason.DUPLICATE))
    assert personal(play) == ["1/name", "1/phone"]


def test_an_earlier_wording_is_printed_too_and_a_removed_text_is_not() -> None:
    play = Play()
    statement = play.statement(text="Appelez M. Durand.")
    play.do(c.WordStatement(statement=statement, text="Appelez."))
    play.do(c.AddBlock(title="Récit"), SECRETARY)
    play.do(c.WriteSection(section="block:B1", text="Mme Petit"), SECRETARY)
    assert personal(play) == ["DS-C1/name", "block:B1/name"]
    play.do(c.RemoveBlock(block=next(iter(play.state.blocks))), SECRETARY)
    assert personal(play) == ["DS-C1/name"]


def test_a_reason_given_for_one_kind_says_nothing_of_another() -> None:
    play = Play()
    play.do(c.WriteSection(section="next", text="M. Durand"), SECRETARY)
    play.do(c.AnswerGap(gap="personal_data:next/name", reason="Il l’a demandé."))
    play.do(c.WriteSection(section="next", text="M. Durand, 06 12 34 56 78"), SECRETARY)
    assert [(gap.name, reason) for gap, reason in answered(play.state)] == [
        ("personal_data:next/name", "Il l’a demandé.")
    ]
    assert personal(play) == ["next/name", "next/phone"]
