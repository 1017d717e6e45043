"""Cards for a real wall: those that anybody may read, whole, with their number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier.domain.card import Card, Translation
from atelier.domain.limits import CARD_GRAPHEMES_MAX
from atelier.domain.words import Kind, Role
from atelier.web.sheets.slips import Paper, Slip, on_sheets, slip_of
from tests.web.hall import Hall
from tests.web.sheets.press import Press
from tests.web.sheets.reading import post, printed, sheet, team, words

LONGEST = CARD_GRAPHEMES_MAX


def test_cards_that_are_hidden_set_aside_or_withdrawn_are_not_printed(hall: Hall) -> None:
    facilitator, author = hall.program(Role.FACILITATOR), hall.browser()
    author.get(f"/{hall.slug}/DS")
    facilitator.does("start_step", step=2, theme="DS")
    post(author, "Celle qu’on lit.")
    aside = post(author, "Celle qu’on a mise de côté.")
    withdrawn = post(author, "Celle qu’on a retirée.")
    facilitator.does("set_aside_card", card=aside, reason="duplicate")
    author.does("withdraw_card", card=withdrawn)
    facilitator.does("start_step", step=1, theme="DS")
    post(author, "Celle qu’on cache encore.")
    for role in (Role.FACILITATOR, Role.SECRETARY, Role.HOST):
        page = team(hall, role).get(sheet(hall, "wall"))
        assert "Celle qu’on lit." in printed(page)
        for text in ("mise de côté.", "qu’on a retirée.", "encore."):
            assert text not in printed(page)
        assert printed(page).count("n° ") == 1
    assert "Les cartes cachées, mises de côté ou retirées n’y sont pas." in words(page)


def test_a_board_with_nothing_to_print_says_so(hall: Hall) -> None:
    page = team(hall).get(sheet(hall, "wall") + "?theme=TR")
    assert page.status_code == 200
    assert "Aucune carte à imprimer pour ce choix." in words(page)


def test_a_card_carries_its_number_its_word_its_shape_its_channel_and_its_translation(hall: Hall) -> None:
    facilitator = hall.program(Role.FACILITATOR)
    number = post(facilitator, "لا يوجد أحد", "revendication", lang="ar", channel="paper", carried_by=6)
    facilitator.does("translate_card", card=number, lang="fr", text="Il n’y a personne.")
    facilitator.does("mark_disagreement", target=number, on=True)
    reference = facilitator.does("group_cards", cards=[number])["statement"]
    page = team(hall).get(sheet(hall, "wall"))
    said = printed(page)
    assert "DS revendication n° 1 لا يوجد أحد traduction : Il n’y a personne." in said
    assert f"papier · écrite à 6 · reprise dans {reference} ⚡ désaccord" in said
    assert '<p class="said" dir="auto" lang="ar">' in page.text
    assert 'class="shape revendication pt' in page.text


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_is_said_in_words_and_drawn_with_a_border_of_its_own(hall: Hall, kind: Kind) -> None:
    post(hall.browser(), "Une carte.", kind)
    browser = team(hall)
    page = browser.get(sheet(hall, "wall"))
    word = {"piste": "piste d’action", "question": "question ouverte"}.get(kind, kind)
    assert f"DS {word} n° 1" in printed(page)
    assert f'class="shape {kind} ' in page.text


def test_the_four_shapes_differ_without_their_colours(hall: Hall) -> None:
    browser = team(hall)
    page = browser.get(sheet(hall, "wall"))
    name = page.text.split('href="/static/whole-')[1].split('"')[0]
    css = browser.get(f"/static/whole-{name}").text
    assert ".constat:after{" in css
    assert ".revendication{border:1.6mm solid" in css
    assert "border-left:2.4mm double" in css
    assert ".question{border:.9mm dotted}" in css


def test_cards_are_chosen_by_theme_by_kind_and_from_a_number_on(hall: Hall) -> None:
    browser = hall.browser()
    post(browser, "Un.")
    post(browser, "Deux.", "revendication")
    post(browser, "Trois.", theme="TR")
    post(browser, "Quatre.")

    def numbers(query: str) -> str:
        found = printed(team(hall).get(f"{sheet(hall, 'wall')}?{query}"))
        return " ".join(one for one in ("Un.", "Quatre.", "Deux.", "Trois.") if one in found)

    assert numbers("") == "Un. Quatre. Deux. Trois."
    assert numbers("theme=TR") == "Trois."
    assert numbers("theme=DS&kind=constat") == "Un. Quatre."
    assert numbers("from=3") == "Quatre. Trois."
    page = team(hall).get(sheet(hall, "wall"))
    said = printed(page)
    assert said.index("n° 1") < said.index("n° 4") < said.index("n° 2") < said.index("n° 3")
    assert "commencez au numéro 5." in words(page)


def test_a_card_of_several_themes_is_printed_once(hall: Hall) -> None:
    hall.program(Role.HOST).does("add_slot", label="matin", themes=["DS", "TR"])
    hall.program(Role.FACILITATOR).does("start_step", slot="S1", step=2)
    post(hall.browser(), "Ensemble.")
    assert printed(team(hall).get(sheet(hall, "wall"))).count("DS, TR constat n° 1") == 1
    assert "Ensemble." in printed(team(hall).get(sheet(hall, "wall") + "?theme=TR"))


AWKWARD = {
    "short": "Porte fermée.",
    "words": ("Il faut attendre trois mois pour avoir quelqu’un au téléphone. " * 12)[:LONGEST],
    "long words": ("anticonstitutionnellement " * 30)[:LONGEST],
    "one word": "é" * LONGEST,
    "capitals": ("ON VEUT UN GUICHET OUVERT ET DES GENS. " * 20)[:LONGEST],
    "wide": "開" * LONGEST,
    "lines": "a\n" * 30 + "a",
    "arabic": ("لا يوجد أحد يشرح لنا الرسائل التي تصلنا. " * 15)[:LONGEST],
    "address": "https://example.org/" + "a/" * 200,
}


@pytest.mark.parametrize("kind", ["constat", "revendication"])
def test_no_text_is_ever_cut_and_no_sheet_is_larger_than_an_a4(hall: Hall, press: Press, kind: str) -> None:
    facilitator = hall.program(Role.FACILITATOR)
    for text in AWKWARD.values():
        post(facilitator, text, kind)
        translated = post(facilitator, text, kind)
        facilitator.does("translate_card", card=translated, lang="fr", text=text[:LONGEST])
    page = team(hall).get(sheet(hall, "wall"))
    made = press.prints(team(hall), sheet(hall, "wall"))
    assert made.overflowing == []
    assert made.faults == []
    assert (made.pages, made.a4) == (page.text.count('<section class="sheet'), True)


def test_a_card_in_many_languages_takes_the_pages_it_needs(hall: Hall, press: Press) -> None:
    facilitator = hall.program(Role.FACILITATOR)
    number = post(facilitator, AWKWARD["words"])
    for lang in ("en", "es", "uk", "pt", "it", "de", "ro", "pl"):
        facilitator.does("translate_card", card=number, lang=lang, text=AWKWARD["words"])
    post(facilitator, "Et une autre.")
    made = press.prints(team(hall), sheet(hall, "wall"), ".texts, .way")
    assert (made.pages, made.a4, made.overflowing) == (4, True, [])


def _card(text: str, *translations: str) -> Card:
    told = tuple(Translation(lang="fr", text=one) for one in translations)
    fields = {"text": text, "translations": told, "kind": Kind.CONSTAT, "number": 1}
    blank = dict.fromkeys(set(Card.__dataclass_fields__) - set(fields))
    return Card(**{**blank, **fields})  # type: ignore[arg-type]


texts = st.text("aé W\n開", min_size=1, max_size=LONGEST)


@given(st.lists(st.lists(texts, min_size=1, max_size=4), max_size=12))
def test_every_card_is_on_one_sheet_and_no_sheet_holds_more_than_its_paper(cards: list[list[str]]) -> None:
    area = {Paper.A6: 1, Paper.A5: 2, Paper.A4: 4, Paper.PAGES: 4}
    slips = [slip_of(_card(*one)) for one in cards]
    sheets = on_sheets(slips)
    assert sorted(map(id, (slip for one in sheets for slip in one))) == sorted(map(id, slips))
    for one in sheets:
        assert 0 < sum(area[slip.size.paper] for slip in one) <= 4


@given(texts, texts)
def test_a_longer_text_is_never_printed_larger(text: str, more: str) -> None:
    def rank(slip: Slip) -> tuple[int, int]:
        return (list(Paper).index(slip.size.paper), -slip.size.points)

    assert rank(slip_of(_card(text))) <= rank(slip_of(_card(text + "\n" + more)))


def test_in_a_room_with_a_letter_the_number_bears_it(hall: Hall) -> None:
    hall.program(Role.HOST).does("edit_convention", room="B")
    for text in ("La première.", "La seconde."):
        post(hall.browser(), text)
    page = team(hall).get(sheet(hall, "wall") + "?from=2")
    assert "n° B-2" in printed(page)
    assert "La première." not in printed(page)
    assert "commencez au numéro 3" in words(page)
