"""Reading a theme: every state has a sentence, and no card is hidden in silence."""

import re

import pytest

from atelier.domain.completeness import unanswered
from atelier.domain.words import Role
from atelier.live.clock import Clock
from atelier.web.plain import boards
from tests.web.hall import Caller, Hall
from tests.web.plain.room import OPEN, SILENT, TEXT, form_of, send, start, theme, words


@pytest.fixture
def facilitator(hall: Hall) -> Caller:
    return hall.program(Role.FACILITATOR)


def read(hall: Hall, code: str = "DS") -> str:
    return words(hall.browser().get(theme(hall, code)))


@pytest.mark.parametrize(
    "path", ["/nowhere-aaaaa", "/nowhere-aaaaa/DS", "/{slug}/ZZ", "/{slug}/DS/cards/1/correct"]
)
def test_what_is_not_here_is_a_page_that_says_so(hall: Hall, path: str) -> None:
    page = hall.browser().get(path.format(slug=hall.slug))
    assert page.status_code == 404
    assert "Cette page n’existe pas ici" in words(page)


def test_a_pause_is_told_and_the_form_stays(hall: Hall, facilitator: Caller) -> None:
    facilitator.does("pause_theme", theme="DS")
    page = hall.browser().get(theme(hall))
    assert "C’est la pause." in words(page)
    assert form_of(page)["kind"] == "constat"
    assert "Écrivez la première carte" not in words(page)


def test_a_frozen_theme_is_told_and_has_no_form(hall: Hall, facilitator: Caller) -> None:
    send(hall, hall.browser())
    facilitator.does("freeze_theme", theme="DS")
    page = hall.browser().get(theme(hall))
    assert "Cet atelier est terminé." in words(page)
    assert TEXT in words(page)
    assert not form_of(page)


def test_a_closed_convention_is_told_and_can_still_be_read(hall: Hall) -> None:
    author = hall.browser()
    send(hall, author)
    close(hall)
    page = author.get(theme(hall))
    assert "La convention est terminée." in words(page)
    assert TEXT in words(page)
    assert "corriger" not in words(page)
    assert not form_of(page)
    assert "Lire le cahier" in words(hall.browser().get(f"/{hall.slug}"))


def close(hall: Hall) -> None:
    host = hall.program(Role.HOST)
    for gap in unanswered(hall.state):
        host.does("answer_gap", gap=gap.name, reason="C’est la fin.")
    host.does("close_convention")


def test_when_nothing_may_be_written_the_step_says_so(hall: Hall) -> None:
    hall.program(Role.HOST).does("edit_convention", steps=[{"label": "Relecture", "late": False}])
    start(hall, 1)
    page = hall.browser().get(theme(hall))
    assert "Relecture. On n’écrit pas de carte en ce moment." in words(page)
    assert not form_of(page)


def test_a_step_that_takes_one_kind_offers_that_kind(hall: Hall) -> None:
    start(hall, SILENT)
    page = hall.browser().get(theme(hall))
    assert "Constats, en silence. Nous écrivons les constats." in words(page)
    assert re.findall(r'type="radio"[^>]* value="(\w+)"', page.text) == ["constat"]
    assert form_of(page)["kind"] == "constat"


def test_an_empty_board_says_what_to_do(hall: Hall) -> None:
    assert "Rien encore. Écrivez la première carte : ce que je vois, ce qui se passe." in read(hall)


def test_a_timer_says_until_when_and_how_long(hall: Hall) -> None:
    hall.program(Role.HOST).does(
        "edit_convention", steps=[{"label": "Constats", "post": ["constat"], "minutes": 15}]
    )
    start(hall, 1)
    said = read(hall)
    assert "15 min jusqu’à" in said
    served = hall.site.rooms.get(hall.slug)
    assert served is not None
    later = hall.state.created + 16 * 60
    served.room.clock = Clock(lambda: later, hall.state, None)
    assert "terminé à" in read(hall)


def test_statements_come_first_with_where_they_come_from(hall: Hall, facilitator: Caller) -> None:
    browser = hall.browser()
    send(hall, browser, "Guichet fermé.")
    send(hall, browser, "Guichet loin.")
    send(hall, browser, "Un guichet ouvert.", kind="revendication")
    send(hall, browser, "Reste à placer.")
    facilitator.does("group_cards", cards=[1, 2])
    facilitator.does("word_statement", statement="DS-C1", text="Les guichets ferment.")
    facilitator.does("group_cards", cards=[3])
    facilitator.does("link_statements", statement="DS-R1", founded_on=["DS-C1"])
    facilitator.does("mark_disagreement", target="DS-R1", on=True)
    facilitator.does("record_minority", statement="DS-R1", text="Par courrier suffit.", people=2)
    page = hall.browser().get(theme(hall))
    said = words(page)
    assert page.text.index('id="DS-C1"') < page.text.index('id="card-1"') < page.text.index('id="card-4"')
    assert "Les guichets ferment." in said
    assert "2 cartes" in said
    assert "fondée sur DS-C1" in said
    assert "⚡ désaccord" in said
    assert "Opinion de 2 personnes : Par courrier suffit." in said


def test_dots_are_shown_once_the_vote_is_closed_each_channel_apart(hall: Hall, facilitator: Caller) -> None:
    send(hall, hall.browser(), kind="revendication")
    facilitator.does("group_cards", cards=[1])
    facilitator.does("open_vote", theme="DS", dots=3, kinds=["revendication"])
    facilitator.does("count_dots", statement="DS-R1", channel="hands", dots=4)
    hall.browser().does("cast_dots", statement="DS-R1", dots=2)
    assert "gommettes téléphone" not in read(hall)
    facilitator.does("close_vote", theme="DS")
    assert "6 gommettes téléphone 2, papier 0, mains levées 4" in read(hall)


def test_every_card_is_shown_or_counted(hall: Hall, facilitator: Caller) -> None:
    author = hall.browser()
    for number in range(4):
        send(hall, author, f"Carte {number}")
    facilitator.does("set_aside_card", card=1, reason="off_topic")
    author.does("withdraw_card", card=2)
    facilitator.does("group_cards", cards=[3])
    author.does("withdraw_card", card=3)
    said = read(hall)
    assert "1 carte mise de côté, avec une raison." in said
    assert "2 cartes retirées par les personnes qui les ont écrites." in said
    assert "1 carte · dont 1 retirée" in said
    assert "mise de côté : hors sujet" in words(author.get(theme(hall)))


def test_older_cards_are_one_link_away(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boards, "LOOSE_SHOWN_MAX", 2)
    browser = hall.browser()
    for number in range(5):
        send(hall, browser, f"Carte {number}")
    page = hall.browser().get(theme(hall))
    assert re.findall(r'id="card-(\d)"', page.text) == ["5", "4"]
    assert f'<a href="{theme(hall)}?all#card-4">Voir les 3 plus anciennes</a>' in page.text
    everything = hall.browser().get(theme(hall) + "?all")
    assert re.findall(r'id="card-(\d)"', everything.text) == ["5", "4", "3", "2", "1"]
    assert "plus anciennes" not in everything.text


def test_a_translation_stands_beside_the_original(hall: Hall, facilitator: Caller) -> None:
    send(hall, hall.browser(), "لا يوجد أحد", lang="ar")
    facilitator.does("translate_card", card=1, lang="fr", text="Il n’y a personne.")
    page = hall.browser().get(theme(hall)).text
    assert 'dir="auto" lang="ar">لا يوجد أحد</p>' in page
    assert '<span dir="auto" lang="fr">Il n’y a personne.</span>' in page


def test_paper_and_voice_are_said_and_nothing_is_said_of_phones(hall: Hall) -> None:
    secretary = hall.program(Role.SECRETARY)
    for channel in ("paper", "spoken", "phone"):
        secretary.does("post_card", theme="DS", kind="constat", text=channel, key=channel, channel=channel)
    said = read(hall)
    assert "n° 1 papier" in said
    assert "n° 2 à voix haute" in said
    assert "téléphone" not in said


def test_a_reader_sees_what_changed_and_nothing_of_another_reader(hall: Hall) -> None:
    author, other = hall.browser(), hall.browser()
    other.get(theme(hall))
    send(hall, author)
    page = words(other.get(theme(hall)))
    assert TEXT in page
    assert "Mes cartes" not in page
    assert "Mes cartes 1" in words(author.get(theme(hall)))


def test_more_than_three_own_cards_are_folded_away(hall: Hall) -> None:
    author = hall.browser()
    for number in range(5):
        page = send(hall, author, f"Carte {number}")
    assert "2 autres de mes cartes" in words(page)
    assert page.text.count("data-card=") == 5


def test_two_pages_have_two_keys(hall: Hall) -> None:
    browser = hall.browser()
    start(hall, OPEN)
    keys = {form_of(browser.get(theme(hall)))["key"] for _ in range(3)}
    assert len(keys) == 3
    assert all(len(key) >= 22 for key in keys)
