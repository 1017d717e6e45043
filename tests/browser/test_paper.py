"""The secretary's screen, by the keyboard alone."""

import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from atelier.domain.words import Role
from tests.browser.phones import DESK, Phone
from tests.browser.serving import OPEN, Convention

KEYS_A_SECOND = 5  # sixty words a minute: who types every day
SLIPS = (
    "Le guichet a fermé en mars.",
    "On m’a répondu : allez sur le site.",
    "Mon voisin fait les papiers de tout l’immeuble.",
    "La borne ne rend pas la monnaie.",
    "Il faut une adresse mail pour voir l’école.",
    "Trois mois sans aide à cause d’un code.",
    "Le numéro est surtaxé.",
    "Personne ne lit les lettres.",
    "La caméra est arrivée sans nous demander.",
    "À l’hôpital on me tend une tablette.",
    "Les jeunes aussi sont perdus.",
    "On veut un être humain.",
)


@pytest.fixture
def laptop(phone: Callable[..., Phone], served: Convention) -> Phone:
    served.starts(OPEN)
    laptop = phone(**DESK)
    laptop.opens(f"/r/{served.keys[Role.SECRETARY]}")
    expect(laptop.opens(served.path("paper")).locator("textarea")).to_be_focused()
    return laptop


@pytest.fixture
def secretary(laptop: Phone) -> Page:
    return laptop.page


def enters(page: Page, text: str) -> None:
    """Type and press Enter: wait, as people do, for the number to write on the slip."""
    page.keyboard.insert_text(text)
    page.keyboard.press("Enter")
    expect(page.locator(".typed .text").first).to_have_text(text)
    expect(page.locator("textarea")).to_have_value("")
    expect(page.locator("textarea")).to_be_focused()


def test_nobody_else_may_open_it(phone: Callable[..., Phone], served: Convention) -> None:
    somebody = phone(**DESK)
    page = somebody.opens(served.path("paper"))
    expect(page.get_by_text("Cette page est pour l’équipe.")).to_be_visible()
    expect(page.locator("textarea")).to_have_count(0)


def test_a_refused_entry_stays_as_it_was_typed(secretary: Page, served: Convention) -> None:
    page = secretary
    page.keyboard.press("Alt+n")
    page.keyboard.type("DS-104")
    page.keyboard.press("Alt+g")
    page.keyboard.type("douze")
    page.keyboard.press("Escape")
    page.keyboard.insert_text("Nous sommes plusieurs.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("douze")
    expect(page.locator("textarea")).to_have_value("Nous sommes plusieurs.")
    expect(page.get_by_label("N° du papier")).to_have_value("DS-104")
    expect(page.get_by_label("Portée par")).to_be_focused()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("12")
    page.keyboard.press("Enter")
    expect(page.locator(".receipt.done .big")).to_have_text("n° 1")
    (card,) = served.seen["cards"]
    assert (card["slip"], card["carried_by"], card["channel"]) == ("DS-104", 12, "paper")


def test_two_enters_make_one_card(secretary: Page, served: Convention) -> None:
    secretary.keyboard.insert_text("Une fois.")
    secretary.keyboard.press("Enter")
    secretary.keyboard.press("Enter")
    expect(secretary.locator(".receipt.done .big")).to_have_text("n° 1")
    secretary.keyboard.press("Enter")
    assert served.texts == ["Une fois."]


def test_twelve_cards_take_their_words_and_twelve_enters(
    secretary: Page, served: Convention, capsys: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    for text in SLIPS:
        enters(secretary, text)
    waited = time.monotonic() - began
    assert served.texts == list(SLIPS)
    expect(secretary.locator(".receipt.done .big")).to_have_text("n° 12")
    typing = sum(map(len, SLIPS)) / KEYS_A_SECOND
    with capsys.disabled():
        rate = 60 * len(SLIPS) / (typing + waited)
        print(f"\n{rate:.1f} cards a minute: {typing:.0f} s of typing, {waited:.1f} s of waiting")


def test_theme_kind_and_table_stay_and_the_slip_goes_on(secretary: Page, served: Convention) -> None:
    page = secretary
    page.keyboard.press("Alt+2")
    page.keyboard.press("Alt+r")
    page.keyboard.press("Alt+n")
    page.keyboard.type("009")
    page.keyboard.press("Alt+t")
    page.keyboard.type("3")
    page.keyboard.press("Escape")
    for text in ("Un guichet.", "Deux guichets."):
        enters(page, text)
    kept = [(one["themes"], one["kind"], one["slip"], one["table"]) for one in served.seen["cards"]]
    assert kept == [(["TR"], "revendication", "009", "3"), (["TR"], "revendication", "010", "3")]
    expect(page.get_by_label("N° du papier")).to_have_value("011")


def test_the_number_printed_on_a_slip_chooses_its_board(secretary: Page) -> None:
    page = secretary
    page.keyboard.press("Alt+n")
    page.keyboard.type("TR-203")
    page.keyboard.press("Escape")
    expect(page.locator("input[name=theme][value=TR]")).to_be_checked()
    expect(page.locator("input[name=kind][value=revendication]")).to_be_checked()
    expect(page.get_by_label("N° du papier")).to_have_value("TR-203")


def test_the_last_card_is_corrected_and_withdrawn_by_keyboard(secretary: Page, served: Convention) -> None:
    page = secretary
    enters(page, "Avec une fote.")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator("textarea")).to_have_value("Avec une fote.")
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text("Sans faute.")
    page.keyboard.press("Enter")
    expect(page.locator(".typed .text")).to_have_text("Sans faute.")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Delete")
    page.keyboard.press("Enter")  # on « Garder »
    assert served.texts == ["Sans faute."]
    page.keyboard.press("Delete")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".typed.gone")).to_contain_text("retirée")
    assert served.texts == []


def test_a_restart_of_the_server_loses_and_doubles_nothing(laptop: Phone, served: Convention) -> None:
    page = laptop.page
    enters(page, "Avant la panne.")
    page.keyboard.insert_text("Pendant la panne.")
    served.server.kill()
    page.keyboard.press("Enter")
    expect(page.locator(".receipt.waiting")).to_be_visible()
    served.server.start()
    expect(page.locator(".typed .text").first).to_have_text("Pendant la panne.", timeout=30_000)
    assert served.texts == ["Avant la panne.", "Pendant la panne."]
    expect(page.locator("textarea")).to_have_value("")
    laptop.faults[:] = [one for one in laptop.faults if "CONNECTION" not in one]  # while it was down


def test_a_draft_outlives_the_page(secretary: Page, served: Convention) -> None:
    secretary.keyboard.press("Alt+2")
    secretary.keyboard.insert_text("À moitié écr")
    secretary.reload()
    expect(secretary.locator("textarea")).to_have_value("À moitié écr")
    expect(secretary.locator("input[name=theme][value=TR]")).to_be_checked()
    assert served.texts == []


def test_a_card_in_another_language_is_translated_here(secretary: Page, served: Convention) -> None:
    page = secretary
    served.has("لا يوجد أحد", lang="ar")
    page.get_by_role("button", name="Traduire").click()
    page.keyboard.insert_text("Il n’y a personne.")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Traduire")).to_have_count(0)
    assert served.seen["cards"][0]["translations"] == [{"lang": "fr", "text": "Il n’y a personne."}]


def test_hands_and_paper_are_counted_when_there_is_a_vote(secretary: Page, served: Convention) -> None:
    page = secretary
    expect(page.get_by_role("tab")).to_have_count(0)
    card = served.has("Un guichet.", kind="revendication")
    reference = served.does("group_cards", cards=[card])["statement"]
    served.does("word_statement", statement=reference, text="Un guichet partout.")
    served.does("open_vote", theme="DS", dots=3)
    page.get_by_role("tab", name="Compter").click()
    page.get_by_label(f"{reference} · Mains levées").fill("14")
    page.keyboard.press("Enter")
    expect(page.get_by_text("enregistré")).to_be_visible()
    page.get_by_label(f"{reference} · Papier").fill("deux")
    page.keyboard.press("Enter")
    expect(page.locator("small.refused")).to_contain_text("deux")
    expect(page.get_by_label(f"{reference} · Papier")).to_have_value("deux")
