"""From the door to the wall: what a participant does, with the script and without any."""

from collections.abc import Callable

from playwright.sync_api import expect

from atelier.domain.words import Role
from tests.browser.phones import Phone
from tests.browser.serving import DEMANDS, SILENT, Convention

TEXT = "Le guichet est fermé depuis mars, et personne ne répond au téléphone."
OTHER = "Le guichet est fermé depuis avril."


def test_a_person_finds_the_theme_writes_corrects_and_takes_back(
    served: Convention, phone: Callable[..., Phone], script: bool
) -> None:
    person = phone(script=script)
    page = person.opens("/")
    page.locator(f"a[href='{served.path()}']").click()
    page.get_by_role("link", name="Droits sociaux").click()
    expect(page).to_have_title("Droits sociaux · Des droits sans écran")

    assert person.posts(TEXT) == 1
    expect(page.get_by_text("Carte n° 1 enregistrée.")).to_be_visible()
    assert person.board() == [TEXT] == served.texts

    page.locator("#receipt").get_by_role("link", name="corriger").click()
    assert person.text == TEXT
    page.fill("#text", OTHER)
    page.get_by_role("button", name="Corriger ma carte").click()
    expect(page.get_by_text("Carte n° 1 corrigée.")).to_be_visible()
    assert person.board() == [OTHER] == served.texts

    page.locator("#own").get_by_role("link", name="retirer la carte n° 1").click()
    expect(page.get_by_text("Ce texte sera effacé pour de bon")).to_be_visible()
    assert served.texts == [OTHER]  # nothing is taken back before it is confirmed
    page.get_by_role("button", name="Retirer ma carte").click()
    expect(page.get_by_text("Carte n° 1 retirée.")).to_be_visible()
    assert person.board() == [] == served.texts


def test_two_phones_read_each_other(served: Convention, phone: Callable[..., Phone]) -> None:
    one, other = phone(), phone(script=False)
    one.opens(served.path("DS"))
    other.opens(served.path("DS"))
    one.posts(TEXT)
    other.posts(OTHER, kind="revendication")
    one.page.reload()
    assert one.board("revendication") == other.board("revendication") == [OTHER]
    assert one.board("constat") == other.board("constat") == [TEXT]
    expect(one.page.locator("#own li")).to_have_count(1)  # the other’s card is not one’s own


def test_a_card_in_silence_is_confirmed_and_shown_to_its_author_alone(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    served.starts(SILENT)
    writer, reader = phone(), phone(script=False)
    writer.opens(served.path("DS"))
    assert writer.posts(TEXT) == 1
    expect(writer.page.get_by_text("Elle sera montrée avec les autres.")).to_be_visible()
    expect(writer.page.locator("#own")).to_contain_text(TEXT)
    page = reader.opens(served.path("DS"))
    expect(page.get_by_text("1 carte écrite, montrée plus tard")).to_be_visible()
    assert TEXT not in page.content()
    served.does("reveal_cards", theme="DS")
    page.reload()
    assert reader.board() == [TEXT]


def test_a_card_that_the_step_does_not_ask_for_is_taken_and_says_that_it_is_late(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    served.starts(DEMANDS)
    person = phone(script=False)
    page = person.opens(served.path("DS"))
    assert person.kind == "revendication"
    expect(page.locator("label[for=kind-constat]")).to_contain_text("« en retard »")
    person.posts(TEXT)
    expect(page.locator("#receipt")).to_contain_text("« en retard »")
    expect(page.locator("#card-1")).to_contain_text("en retard")


def test_a_card_in_another_language_for_several_people_says_both(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone(script=False)
    page = person.opens(served.path("DS"))
    person.writes("لا يوجد أحد يشرح لنا الرسائل.", lang="ar", people="4")
    person.sends()
    assert person.number == 1
    expect(page.locator("#card-1 .said")).to_have_attribute("lang", "ar")
    expect(page.locator("#card-1")).to_contain_text("écrite à 4")


def test_large_type_and_english_last_from_page_to_page(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone(script=False)
    page = person.opens(served.path("DS"))
    small = page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    page.get_by_role("button", name="Gros caractères").click()
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(served.server.address + served.path("DS"))
    expect(page.get_by_role("button", name="Show my card")).to_be_visible()
    page = person.opens(served.path("me"))
    assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") > small * 1.3
    page.get_by_role("button", name="Normal letters").click()
    page.get_by_role("button", name="Français").click()
    expect(page.get_by_role("button", name="Gros caractères")).to_be_visible()


def test_what_is_kept_is_told_and_forgotten_when_asked(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone(script=False)
    page = person.opens(served.path("DS"))
    person.posts(TEXT)
    page.get_by_role("link", name="Ce qui est gardé de moi").click()
    expect(page.locator(".kept").first).to_contain_text(TEXT)
    page.get_by_role("button", name="Oublier ce navigateur").click()
    expect(page.get_by_text("C’est oublié.")).to_be_visible()
    assert person.context.cookies() == []
    expect(page.get_by_text("Aucune carte de cette convention n’est reliée")).to_be_visible()
    person.opens(served.path("DS"))
    assert person.board() == [TEXT]
    expect(page.locator("#own")).to_have_count(0)


def test_the_link_of_a_role_gives_it_once_and_leaves_no_key_in_the_address(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone(script=False)
    page = person.opens(f"/r/{served.keys[Role.FACILITATOR]}")
    expect(page).to_have_url(served.server.address + served.path("team"))
    expect(person.opens(served.path()).get_by_text("Vous êtes : animation.")).to_be_visible()
    page = person.opens("/r/aaaaaaaaaaaaaaaaaaaaaaaaaa")
    expect(page.get_by_role("heading", name="Ce lien n’ouvre rien")).to_be_visible()


def test_a_browser_that_refuses_cookies_writes_too_and_is_told_what_it_loses(
    served: Convention, phone_without_cookies: Phone
) -> None:
    person = phone_without_cookies
    person.opens(served.path("DS"))
    assert person.posts(TEXT) == 1
    expect(person.page.locator("#receipt")).to_contain_text("Ce navigateur refuse les cookies")
    expect(person.page.locator("#own")).to_have_count(0)
    assert person.board() == [TEXT]
    assert person.faults == []


def test_a_cookie_lost_between_reading_and_sending_costs_no_card(
    served: Convention, phone: Callable[..., Phone], script: bool
) -> None:
    person = phone(script=script)
    person.opens(served.path("DS"))
    person.context.clear_cookies()
    assert person.posts(TEXT) == 1
    expect(person.page.locator("#receipt").get_by_role("link", name="corriger")).to_be_visible()


def test_an_address_copied_wrong_is_answered_in_plain_words_with_the_way_home(
    served: Convention, phone: Callable[..., Phone]
) -> None:
    person = phone(script=False)
    for wrong in ("/nulle/part", served.path("ZZ"), "/une-autre-convention"):
        page = person.opens(wrong)
        expect(page.get_by_role("heading", name="Cette page n’existe pas ici")).to_be_visible()
        page.get_by_role("link", name="Aller à l’accueil").click()
        expect(page).to_have_url(served.server.address + "/")
