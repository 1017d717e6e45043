"""The sheets are the team’s; whatever is asked of them is answered with a sentence."""

import re
from dataclasses import replace

import pytest

from atelier.domain.words import Kind, Role
from atelier.web.sheets.cards import CARDS_MAX, COUNT_MAX
from tests.web.hall import Hall
from tests.web.sheets.reading import post, sheet, team, words

SHEETS = ("join", "cards", "wall", "proof")


@pytest.mark.parametrize("name", SHEETS)
def test_a_participant_is_told_who_the_sheets_are_for(hall: Hall, name: str) -> None:
    for browser in (hall.browser(), team(hall, Role.WALL)):
        page = browser.get(sheet(hall, name))
        assert page.status_code == 403
        assert "Ces feuilles sont pour l’équipe" in words(page)
        assert f'href="/{hall.slug}"' in page.text
        assert "<svg" not in page.text


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.SECRETARY, Role.HOST])
@pytest.mark.parametrize("name", SHEETS)
def test_the_team_sees_every_sheet_with_the_way_back_and_how_to_print(
    hall: Hall, name: str, role: Role
) -> None:
    page = team(hall, role).get(sheet(hall, name))
    assert page.status_code == 200
    assert "Imprimer : Ctrl+P" in words(page)
    assert f'<a href="/{hall.slug}">Retour à la convention</a>' in page.text
    assert '<html lang="fr">' in page.text
    assert "<script" not in page.text
    assert "style=" not in page.text


def test_a_sheet_that_is_not_made_or_a_convention_that_is_not_here_is_not_found(hall: Hall) -> None:
    browser = team(hall)
    assert browser.get(sheet(hall, "money")).status_code == 404
    assert browser.get("/nowhere/sheets/join").status_code == 404


def test_capitals_in_the_address_lead_to_the_sheet(hall: Hall) -> None:
    page = team(hall).get(f"/{hall.slug.upper()}/sheets/wall?theme=DS")
    assert (page.status_code, page.headers["location"]) == (307, f"{sheet(hall, 'wall')}?theme=DS")


HOSTILE = ("ZZ", "-1", "x" * 5_000, "<script>alert(1)</script>", "DS'--", "\u202e\u0000", "٣", "1e9", "../..")


@pytest.mark.parametrize("field", ["theme", "kind", "count", "from", "lang", "address"])
@pytest.mark.parametrize("name", SHEETS)
def test_a_value_that_is_not_known_is_refused_with_a_sentence_and_prints_nothing(
    hall: Hall, name: str, field: str
) -> None:
    browser = team(hall)
    for value in HOSTILE:
        page = browser.get(sheet(hall, name), params={field: value})
        assert page.status_code in (200, 422)
        assert "<script" not in page.text
        if page.status_code == 422:
            problem = re.search(r'<p class="problem" role="alert">([^<]+)</p>', page.text)
            assert problem is not None
            assert 10 < len(problem[1]) < 200
            assert 'class="sheet' not in page.text
            assert 'class="note"' not in page.text
            assert 'class="chapter' not in page.text


@pytest.mark.parametrize(
    ("name", "query", "sentence"),
    [
        ("join", "theme=ZZ", "Il n’y a pas de thème « ZZ » ici."),
        ("join", "address=http://evil.example", "« http://evil.example » ne va pas ici."),
        ("cards", "theme=DS&count=0", "Choisissez un nombre entre 1 et 200."),
        ("cards", f"count={COUNT_MAX + 1}", "Choisissez un nombre entre 1 et 200."),
        ("cards", f"count={COUNT_MAX}", f"Il y en a 1200, la limite est {CARDS_MAX}."),
        ("cards", "from=9999999", "Choisissez un nombre entre 1 et 9000."),
        ("cards", "theme=TR&kind=piste", "Il n’y a pas de place ici pour les pistes d’action."),
        ("wall", "kind=poème", "« poème » ne va pas ici."),
        ("wall", "from=zéro", "« zéro » ne va pas ici."),
        ("proof", "lang=tlh", "La langue « tlh » ne va pas."),
    ],
)
def test_the_sentence_says_what_will_not_do(hall: Hall, name: str, query: str, sentence: str) -> None:
    page = team(hall).get(f"{sheet(hall, name)}?{query}")
    assert page.status_code == 422
    assert sentence in words(page)


@pytest.mark.parametrize("name", SHEETS)
def test_what_people_wrote_is_text(hall: Hall, name: str) -> None:
    attack = "<img src=x onerror=alert(1)></main><!--x--> \"' {{ 7*7 }} &amp;"
    facilitator = hall.program(Role.FACILITATOR)
    for kind in Kind:
        card = post(hall.browser(), attack, kind)
        facilitator.does("translate_card", card=card, lang="fr", text=attack)
        reference = facilitator.does("group_cards", cards=[card], title=attack)["statement"]
        facilitator.does("word_statement", statement=reference, text=attack)
        facilitator.does("record_minority", statement=reference, text=attack, people=2)
        facilitator.does("raise_objection", statement=reference, text=attack, kind="reasoned")
        facilitator.does("attribute_statement", statement=reference, organisation=attack, quote="q")
    host = hall.program(Role.HOST)
    host.does("edit_theme", theme="DS", title=attack, question=attack)
    host.does("edit_convention", title=attack, place=attack)
    page = team(hall).get(sheet(hall, name))
    assert page.status_code == 200
    assert "<img" not in page.text
    assert page.text.count("</main>") == 1
    assert attack in words(page)


def test_the_paper_speaks_the_room_s_language_unless_another_is_chosen(hall: Hall) -> None:
    browser = team(hall)
    browser.http.headers["accept-language"] = "en"
    page = browser.get(sheet(hall, "join"))
    assert '<html lang="en">' in page.text
    assert '<main lang="fr"' in page.text
    assert "Ou demandez une carte papier : elle compte autant." in words(page)
    page = browser.get(sheet(hall, "join") + "?lang=en")
    assert '<main lang="en"' in page.text
    assert '<h2 class="medium" lang="fr">' in page.text or '<h2 class="short" lang="fr">' in page.text


def test_a_room_in_a_language_without_catalogue_is_printed_in_the_reader_s(hall: Hall) -> None:
    hall.program(Role.HOST).does("edit_convention", language="oc")
    assert replace(hall.state).language == "oc"
    assert '<main lang="fr"' in team(hall).get(sheet(hall, "proof")).text
