import pytest

from atelier.cahier.compose import compose
from atelier.cahier.document import Chapter, Document
from atelier.cahier.entries import CardEntry, StatementEntry, Withheld
from atelier.domain import commands
from atelier.domain.steps import Step
from atelier.domain.words import AsideReason, Channel, Fate, Kind, Reference, SlotId, ThemeCode
from tests.cahier.day import KINDS, Day, rich_day, theme


@pytest.fixture(scope="module")
def document() -> Document:
    return compose(rich_day().state)


def chapter(document: Document, *themes: str) -> Chapter:
    return next(one for one in document.chapters if one.name.themes == themes)


def statements(document: Document) -> dict[str, StatementEntry]:
    entries = (one for chapter in document.chapters for board in chapter.boards for one in board.statements)
    return {one.reference: one for one in entries}


def card(document: Document, number: int) -> CardEntry:
    return document.cards[number - 1]


def test_every_card_is_in_the_annex_once_and_the_ledger_adds_up(document: Document) -> None:
    assert [one.number for one in document.cards] == list(range(1, 15))
    ledger = document.overview.ledger
    assert (
        ledger.received == sum(ledger.fates.values()) == sum(row.received for row in document.overview.rows)
    )
    assert ledger.received == len(document.cards)


def test_a_statement_of_a_joint_slot_is_printed_once_and_referred_to_elsewhere(document: Document) -> None:
    assert [one.name.title for one in document.chapters] == ["matin commun", "Droits sociaux", "Travail"]
    printed = [board.statements for one in document.chapters for board in one.boards]
    references = [one.reference for those in printed for one in those]
    assert len(references) == len(set(references))
    for code in ("DS", "TR"):
        constats = chapter(document, code).boards[0]
        assert constats.kind is Kind.CONSTAT
        ((name, elsewhere),) = constats.elsewhere
        assert (name.title, elsewhere) == ("matin commun", ("DS-C1", "DS-C5"))


def test_a_subset_of_a_slot_is_a_chapter_before_the_first_of_its_themes() -> None:
    day = Day(
        slots=(commands.SlotDraft(label="tout le monde", themes=("DS", "TR", "ED")),),
        themes=(theme("DS", "Droits", KINDS), theme("TR", "Travail", KINDS), theme("ED", "École")),
        steps=(Step(label="tout", post=KINDS),),
    )
    day.do(commands.StartStep(slot=SlotId("S1"), step=1))
    day.card("Pour deux ?", "TR", Kind.QUESTION)
    day.statement(day.card("Pour trois.", "ED"), text="Trois.")
    document = compose(day.state)
    names = [(one.name.title, one.name.themes) for one in document.chapters]
    assert names[:3] == [
        ("tout le monde", ("DS", "TR", "ED")),
        ("", ("DS", "TR")),
        ("Droits", ("DS",)),
    ]
    assert document.chapters[1].name.titles == ("Droits", "Travail")
    assert [one.number for one in document.chapters[1].to_place] == [1]


def test_prose_stands_in_the_chapter_of_its_theme_or_of_its_slot(document: Document) -> None:
    assert chapter(document, "TR").before == ("Travail, before.",)
    assert chapter(document, "DS", "TR").between == ("Matin, between.",)
    assert chapter(document, "DS").after == ()


def test_prose_of_a_slot_of_one_theme_follows_that_of_the_theme() -> None:
    day = Day(slots=(commands.SlotDraft(label="après-midi", themes=("DS",)),))
    day.write("slot:S1:after", "L’après-midi.")
    day.write("theme:DS:after", "Le thème.")
    assert chapter(compose(day.state), "DS").after == ("Le thème.", "L’après-midi.")


def test_prose_of_a_joint_slot_makes_a_chapter_even_before_anything_is_said() -> None:
    day = Day()
    day.write("slot:S1:before", "Nous étions ensemble.")
    assert chapter(compose(day.state), "DS", "TR").before == ("Nous étions ensemble.",)


def test_foundations_are_said_both_ways_through_merges(document: Document) -> None:
    found = statements(document)
    assert found["DS-R1"].founded_on == ("DS-C1", "DS-C5")
    assert found["DS-C5"].founds == ("DS-R1",)
    assert found["DS-C5"].merged == ("DS-C2", "DS-C3")


def test_dots_are_said_by_channel_and_those_of_earlier_wordings_apart(document: Document) -> None:
    reworded, kept = statements(document)["DS-R1"].tally, statements(document)["DS-R2"].tally
    assert reworded is not None
    assert kept is not None
    assert (reworded.phones, reworded.paper, reworded.hands, reworded.earlier) == (0, 0, 0, 5)
    assert (kept.phones, kept.paper, kept.hands, kept.earlier) == (2, 1, 4, 0)


def test_what_was_not_weighed_or_is_being_weighed_says_nothing(document: Document) -> None:
    assert statements(document)["DS-C1"].tally is None
    assert statements(document)["TR-R1"].tally is None


def test_priorities_stay_in_their_chapter_most_dots_first(document: Document) -> None:
    ((name, priorities),) = document.overview.priorities
    assert name.themes == ("DS",)
    assert [(one.pointer.reference, one.tally.total) for one in priorities] == [("DS-R2", 7)]


@pytest.mark.parametrize(
    ("number", "why"),
    [(4, Withheld.WITHDRAWN), (5, Withheld.PERSONAL_DATA), (6, Withheld.AGAINST_FRAME)],
)
def test_words_that_must_not_be_published_are_not_in_the_document(
    document: Document, number: int, why: Withheld
) -> None:
    entry = card(document, number)
    assert (entry.withheld, entry.text, entry.translations) == (why, "", ())


def test_a_card_set_aside_for_another_reason_is_published_with_its_reason(document: Document) -> None:
    entry = card(document, 7)
    assert (entry.fate, entry.text) == (Fate.SET_ASIDE, "Pareil que la première.")
    assert entry.aside is not None
    assert (entry.aside.reason, entry.aside.note) == (AsideReason.DUPLICATE, "Voir n° 1.\nMerci.")


def hidden_day() -> Day:
    day = Day(steps=(Step(label="en silence", post=(Kind.CONSTAT,), hidden=True),))
    day.do(commands.StartStep(theme=ThemeCode("DS"), step=1))
    day.card("Secret.")
    return day


def test_a_hidden_card_is_counted_and_its_words_wait_until_it_is_revealed() -> None:
    day = hidden_day()
    entry = card(compose(day.state), 1)
    assert (entry.withheld, entry.text, entry.fate) == (Withheld.HIDDEN, "", Fate.TO_PLACE)
    day.do(commands.RevealCards(theme=ThemeCode("DS")))
    assert card(compose(day.state), 1).text == "Secret."


def test_closing_the_convention_ends_every_secret() -> None:
    day = hidden_day()
    day.do(commands.AnswerGap(gap="card_to_place:1", reason="Trop tard."))
    day.do(commands.CloseConvention())
    document = compose(day.state)
    assert (card(document, 1).text, document.cover.closed) == ("Secret.", True)


def test_a_statement_not_yet_worded_has_its_cards_to_speak_for_it(document: Document) -> None:
    entry = statements(document)["TR-R1"]
    assert (entry.text, [one.text for one in entry.cards]) == ("", ["Payer les heures."])


def test_an_axis_points_to_what_stands_today(document: Document) -> None:
    (axis,) = document.axes
    assert [(one.reference, one.words) for one in axis.statements] == [
        ("DS-C5", "Tout passe…"),
        ("DS-Q1", "Qui n’est pas venu ? Nous pensons à celles et ceux qui ne peuvent pas sortir, ou qui…"),
        ("TR-R1", ""),
    ]


def test_a_line_without_a_space_is_not_cut() -> None:
    day = Day()
    reference = day.statement(day.card("x"), text="漢" * 120)
    day.do(commands.AddAxis(title="Axe"))
    day.do(commands.PlaceInAxis(axis=next(iter(day.state.axes)), statements=(reference,)))
    assert compose(day.state).axes[0].statements[0].words == "漢" * 120


def test_every_reference_ever_given_can_still_be_followed(document: Document) -> None:
    old = {one.reference: (one.in_use, one.now, one.wordings) for one in document.histories}
    assert old[Reference("DS-C2")] == (False, "DS-C5", ("Tout passe par l’écran.",))
    assert old[Reference("DS-C4")] == (False, None, ("On attend chez soi.",))
    assert old[Reference("DS-R1")] == (
        True,
        "DS-R1",
        ("Des guichets.", "Des guichets et des gens.\n\nPartout."),
    )
    assert set(statements(document)) | set(old) == document.references


def test_a_reference_to_nothing_is_reported(document: Document) -> None:
    assert [(one.section, one.reference) for one in document.unresolved] == [
        (name, "DS-C99") for name in ("credits", "day", "foreword", "glossary", "method", "next", "synthesis")
    ]


def test_what_was_left_open_is_said_with_its_reason(document: Document) -> None:
    assert [gap.name for gap, _ in document.left_open] == [
        "card_to_place:12", "objection_open:O2", "statement_unworded:TR-R1", "reference_broken:day/DS-C99",
    ]  # fmt: skip


def test_organisations_are_cited_by_name_with_their_sources(document: Document) -> None:
    cited = [(one.organisation, one.sources, one.statements) for one in document.citations]
    assert cited == [
        ("ACORT", (), (Reference("DS-R1"),)),
        ("Droits debout", ("Tract",), (Reference("DS-R1"),)),
    ]


def test_a_theme_where_nothing_was_said_is_still_a_chapter() -> None:
    document = compose(Day().state)
    assert [one.name.themes for one in document.chapters] == [("DS",), ("TR",)]
    assert all(not one.boards for one in document.chapters)


def test_a_withdrawn_source_stays_among_the_cards_of_its_statement() -> None:
    day = Day()
    number = day.card("Je me tais.", channel=Channel.PAPER)
    reference = day.statement(number, day.card("Moi aussi."), text="On se tait.")
    day.do(commands.WithdrawCard(card=number))
    cards = statements(compose(day.state))[reference].cards
    assert [one.withheld for one in cards] == [Withheld.WITHDRAWN, None]
