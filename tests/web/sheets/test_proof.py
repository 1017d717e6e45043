"""The statements, to be read again together and corrected by hand."""

from atelier.domain.words import Kind, Role
from tests.web.hall import Hall
from tests.web.sheets.press import Press
from tests.web.sheets.reading import post, printed, sheet, team


def _worded(hall: Hall, kind: str, text: str, cards: int = 1, title: str | None = None) -> str:
    facilitator = hall.program(Role.FACILITATOR)
    numbers = [post(hall.browser(), f"Carte pour {text[:50]}", kind) for _ in range(cards)]
    reference: str = facilitator.does("group_cards", cards=numbers[::-1], title=title)["statement"]
    facilitator.does("word_statement", statement=reference, text=text)
    return reference


def test_statements_are_in_the_order_of_the_cahier_whatever_the_order_they_were_made_in(hall: Hall) -> None:
    for kind in reversed(Kind):
        for number in (1, 2):
            _worded(hall, kind, f"Phrase {kind} {number}.")
    said = printed(team(hall).get(sheet(hall, "proof") + "?theme=DS"))
    order = [said.index(f"DS-{letter}{number} ") for letter in "CRPQ" for number in (1, 2)]
    assert order == sorted(order)
    assert said.index("Constats") < said.index("Revendications") < said.index("Pistes d’action")


def test_a_statement_has_its_reference_its_wording_its_foundations_and_its_cards(hall: Hall) -> None:
    facilitator = hall.program(Role.FACILITATOR)
    _worded(hall, "constat", "Le guichet est fermé.", cards=3, title="Fermé")
    _worded(hall, "revendication", "Un guichet ouvert.")
    facilitator.does("link_statements", statement="DS-R1", founded_on=["DS-C1"])
    facilitator.does("attribute_statement", statement="DS-R1", organisation="La Permanence", quote="…")
    facilitator.does("record_minority", statement="DS-R1", text="Pas partout.", people=3)
    facilitator.does("raise_objection", statement="DS-R1", text="Qui paie ?", kind="reasoned")
    facilitator.does("mark_disagreement", target="DS-R1", on=True)
    said = printed(team(hall).get(sheet(hall, "proof") + "?theme=DS"))
    assert "DS-C1 Fermé Le guichet est fermé. cartes n° 1, 2, 3" in said
    assert (
        "DS-R1 ⚡ désaccord Un guichet ouvert. fondée sur DS-C1 · carte n° 4 · reprise de La Permanence"
        in said
    )
    assert "Objection O1, sans réponse : Qui paie ?" in said
    assert "Opinion de 3 personnes : Pas partout." in said


def test_what_is_not_there_yet_leaves_lines_to_write_on(hall: Hall) -> None:
    number = post(hall.browser(), "Une porte.", "revendication")
    hall.program(Role.FACILITATOR).does("group_cards", cards=[number])
    page = team(hall).get(sheet(hall, "proof") + "?theme=DS")
    said = printed(page)
    assert "Phrase à écrire ensemble." in said
    assert "fondée sur : à trouver ensemble" in said
    assert "Pas encore d’énoncé. Ce qui manque :" in said
    assert 'class="lines"' in page.text


def test_cards_that_may_not_be_read_are_counted_and_their_numbers_left_out(hall: Hall) -> None:
    author, facilitator = hall.browser(), hall.program(Role.FACILITATOR)
    author.get(f"/{hall.slug}/DS")
    numbers = [post(author, f"Carte {n}.") for n in range(3)]
    facilitator.does("group_cards", cards=numbers)
    author.does("withdraw_card", card=2)
    said = printed(team(hall).get(sheet(hall, "proof") + "?theme=DS"))
    assert "cartes n° 1, 3 · dont 1 retirée" in said


def test_a_merged_or_dissolved_statement_is_not_read_again(hall: Hall) -> None:
    facilitator = hall.program(Role.FACILITATOR)
    for text in ("Premier.", "Deuxième.", "Troisième."):
        _worded(hall, "constat", text)
    facilitator.does("merge_statements", statements=["DS-C1", "DS-C2"])
    facilitator.does("dissolve_statement", statement="DS-C3")
    said = printed(team(hall).get(sheet(hall, "proof") + "?theme=DS"))
    assert "DS-C4" in said
    for gone in ("DS-C1 ", "DS-C2 ", "DS-C3 "):
        assert gone not in said


def test_each_theme_begins_a_page_and_a_statement_is_kept_whole(hall: Hall, press: Press) -> None:
    made = press.prints(team(hall), sheet(hall, "proof"), ".statement")
    assert (made.pages, made.a4, made.faults) == (2, True, [])
    for number in range(6):
        _worded(hall, "constat", f"{number} " + "Il faut attendre trois mois pour une réponse. " * 8)
    _worded(hall, "question", "Une très longue question. " * 150)
    made = press.prints(team(hall), sheet(hall, "proof") + "?theme=DS", ".statement")
    assert made.a4
    assert made.pages >= 5
    assert made.overflowing == []


def test_under_each_wording_there_is_room_to_write_another(hall: Hall) -> None:
    _worded(hall, "constat", "Le guichet est fermé.")
    _worded(hall, "constat", "Le site est en panne.")
    page = team(hall).get(sheet(hall, "proof") + "?theme=DS")
    assert printed(page).count("Nous écrivons plutôt :") == 2
    assert page.text.count('<div class="instead">') == 2
