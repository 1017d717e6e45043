"""Whoever started the machine: makes a convention, invites, watches over it, ends it."""

import re
from collections.abc import Callable

import httpx
import pytest
from playwright.sync_api import FilePayload, Page, expect

from atelier.domain.words import Role
from tests.browser.phones import DESK, Phone
from tests.browser.serving import OPEN, Convention

_LINK = re.compile(r"http://\S+/r/([a-z2-7]{26})")


@pytest.fixture
def laptop(phone: Callable[..., Phone], served: Convention) -> Phone:
    made = phone(**DESK)
    made.opens(f"/r/{served.keys[Role.HOST]}")
    expect(made.page).to_have_url(re.compile(f"/host/{served.slug}$"))
    expect(made.page.get_by_role("heading", level=1)).to_be_visible()
    return made


def at(laptop: Phone, served: Convention, page: str) -> Page:
    opened = laptop.opens(f"/host/{served.slug}/{page}".rstrip("/"))
    expect(opened.get_by_role("heading", level=1)).to_be_visible()
    return opened


def test_nobody_else_may_open_any_of_it(phone: Callable[..., Phone], served: Convention) -> None:
    somebody = phone(**DESK)
    somebody.opens(f"/r/{served.keys[Role.FACILITATOR]}")
    for path in ("/host", "/host/new", *(f"/host/{served.slug}{one}" for one in ("", "/invite", "/finish"))):
        page = somebody.opens(path)
        expect(page.get_by_text("Cette page est pour qui organise.")).to_be_visible()
        assert not any(key in page.content() for key in served.keys.values())


def test_a_form_with_faults_says_them_beside_their_boxes_and_loses_nothing(
    laptop: Phone, served: Convention
) -> None:
    page = laptop.opens("/host/new")
    page.get_by_label("Lieu").fill("Saint-Étienne")
    page.get_by_label("Personnes attendues").fill("beaucoup")
    page.get_by_role("button", name="Créer la convention").click()
    expect(page.get_by_text("Il manque le texte.")).to_have_count(2)
    expect(page.get_by_text("Il faut un nombre.")).to_be_visible()
    expect(page.get_by_label("Titre").first).to_be_focused()
    served.server.stop()
    served.server.start()
    expect(page.get_by_label("Lieu")).to_have_value("Saint-Étienne", timeout=30_000)
    expect(page.get_by_label("Personnes attendues")).to_have_value("beaucoup")
    laptop.faults[:] = [one for one in laptop.faults if "CONNECTION" not in one]  # while it was down


def test_a_convention_made_here_is_open_at_once(
    laptop: Phone, phone: Callable[..., Phone], served: Convention
) -> None:
    page = laptop.opens("/host/new")
    page.get_by_label("Titre").first.fill("Des guichets pour demain")
    page.get_by_label("Titre").nth(1).fill("Droits sociaux")
    page.get_by_role("button", name="Ajouter un thème").click()
    page.get_by_label("Titre").nth(2).fill("Santé")
    page.get_by_role("button", name="Créer la convention").click()
    page.wait_for_url(re.compile("/host/des-guichets-pour-demain-"))
    expect(page.get_by_role("heading", name="Des guichets pour demain")).to_be_visible()
    slug = page.url.rpartition("/")[2]
    somebody = phone()
    somebody.opens(f"/{slug}/DS")
    assert somebody.posts("Le guichet a fermé.") == 1
    expect(page.get_by_role("row", name=re.compile("^DS")).get_by_role("cell").nth(1)).to_have_text("1")
    laptop.opens("/host/new")
    expect(laptop.page.get_by_label("Titre").first).to_have_value("")


def test_a_programme_file_fills_the_form(laptop: Phone) -> None:
    page = laptop.opens("/host/new")
    page.get_by_text("J’ai un fichier de programme").click()
    page.get_by_label("Texte du programme").fill('title = "Du fichier"\n[[theme]]\ntitel = "Travail"\n')
    page.get_by_role("button", name="Remplir le formulaire").click()
    expect(page.get_by_text("ligne 3, titel")).to_be_visible()
    expect(page.get_by_label("Titre").first).to_have_value("")
    content = b'title = "Du fichier"\n[[theme]]\ntitle = "Travail"\n'
    file: FilePayload = {"name": "programme.toml", "mimeType": "text/plain", "buffer": content}
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_label("Titre").first).to_have_value("Du fichier")
    expect(page.get_by_label("Code", exact=True)).to_have_value("TR")


def test_what_is_changed_is_saved_and_the_rest_left_alone(laptop: Phone, served: Convention) -> None:
    page = at(laptop, served, "prepare")
    page.get_by_label("Lieu").fill("Firminy")
    page.get_by_role("button", name="Ajouter un thème").click()
    page.get_by_label("Titre").nth(3).fill("Santé")
    served.does("edit_theme", role=Role.HOST, theme="TR", title="Le travail")  # another host, meanwhile
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("Enregistré.")).to_be_visible()
    seen = served.seen
    assert seen["place"] == "Firminy"
    assert [one["title"] for one in seen["themes"]] == ["Droits sociaux", "Le travail", "Santé"]


def test_a_link_is_shown_when_asked_for_and_opens_its_screen(
    laptop: Phone, phone: Callable[..., Phone], served: Convention
) -> None:
    page = at(laptop, served, "invite")
    assert not any(key in page.content() for key in served.keys.values())
    row = page.locator(".at-key", has_text="Secrétariat")
    row.get_by_role("button", name="Montrer").click()
    expect(page.get_by_text("QR du secrétariat : ne le projetez pas.")).to_be_visible()
    link = row.get_by_role("textbox").input_value()
    found = _LINK.fullmatch(link)
    assert found is not None
    assert found[1] == served.keys[Role.SECRETARY]
    secretary = phone(**DESK)
    secretary.opens(f"/r/{found[1]}")
    expect(secretary.page).to_have_url(re.compile(f"/{served.slug}/paper$"))


def test_a_replaced_link_opens_nothing_and_what_it_had_opened_is_shut(
    laptop: Phone, phone: Callable[..., Phone], served: Convention
) -> None:
    served.starts(OPEN)
    secretary = phone(**DESK)
    secretary.opens(f"/r/{served.keys[Role.SECRETARY]}")
    expect(secretary.page.locator("textarea")).to_be_focused()
    page = at(laptop, served, "invite")
    page.locator(".at-key", has_text="Secrétariat").get_by_role("button", name="Remplacer").click()
    page.get_by_role("button", name="Les remplacer").click()
    expect(page.get_by_text("Les anciens liens n’ouvrent plus rien.")).to_be_visible()
    secretary.page.keyboard.insert_text("Trop tard.")
    secretary.page.keyboard.press("Enter")
    expect(secretary.page.locator(".receipt.refused")).to_be_visible()
    expect(secretary.page.locator("textarea")).to_have_value("Trop tard.")
    assert served.texts == []
    address = f"{served.server.address}/r/{served.keys[Role.SECRETARY]}"
    assert httpx.get(address).status_code == 404


def test_a_host_who_replaces_the_host_link_stays_host(laptop: Phone, served: Convention) -> None:
    page = at(laptop, served, "invite")
    page.locator(".at-key", has_text="Organisation").get_by_role("button", name="Remplacer").click()
    page.get_by_role("button", name="Les remplacer").click()
    page.wait_for_url(re.compile(f"/host/{served.slug}$"))
    expect(page.get_by_text("L’équipe, en ce moment")).to_be_visible()
    assert httpx.get(f"{served.server.address}/r/{served.keys[Role.HOST]}").status_code == 404


def test_a_revoked_host_can_do_nothing_on_a_page_left_open(laptop: Phone, served: Convention) -> None:
    page = at(laptop, served, "invite")
    other = laptop.context.new_page()
    other.goto(f"/host/{served.slug}/invite")
    other.locator(".at-key", has_text="Organisation").get_by_role("button", name="Remplacer").click()
    other.get_by_role("button", name="Les remplacer").click()
    other.wait_for_url(re.compile(f"/host/{served.slug}$"))
    page.locator(".at-key", has_text="Mur").get_by_role("button", name="Montrer").click()
    expect(page).to_have_url(re.compile("/host$"))
    assert served.keys[Role.WALL] not in page.content()


def test_a_link_may_be_made_for_one_theme(laptop: Phone, served: Convention) -> None:
    page = at(laptop, served, "invite")
    page.get_by_text("Un lien pour quelques thèmes").click()
    page.get_by_role("button", name="Faire ce lien").click()
    expect(page.get_by_text("Choisissez au moins un thème.")).to_be_visible()
    page.get_by_role("checkbox", name="TR · Travail").click()
    page.get_by_role("button", name="Faire ce lien").click()
    expect(page.locator(".at-key-name", has_text="animation (TR)")).to_be_visible()
    expect(page.get_by_text("QR de l’animation : ne le projetez pas.")).to_be_visible()


def test_the_wifi_typed_here_is_on_the_posters(laptop: Phone, served: Convention) -> None:
    page = at(laptop, served, "invite")
    page.get_by_label("Nom du réseau").fill("Salle;2")
    page.get_by_label("Mot de passe").fill("court")
    page.get_by_role("button", name="Garder ce Wi-Fi").click()
    expect(page.get_by_text("Un mot de passe Wi-Fi a de 8 à 63 signes.")).to_be_visible()
    page.get_by_label("Mot de passe").fill("assez long")
    page.get_by_role("button", name="Garder ce Wi-Fi").click()
    expect(page.get_by_text("Gardé : il est sur les affiches.")).to_be_visible()
    posters = laptop.opens(served.path("sheets", "join"))
    expect(posters.get_by_text("Salle;2").first).to_be_visible()


def test_a_slot_gets_a_programme_of_its_own_and_follows_the_common_one_again(
    laptop: Phone, served: Convention
) -> None:
    served.does("add_slot", role=Role.HOST, label="après-midi", themes=["DS"])
    page = at(laptop, served, "prepare")
    page.get_by_role("button", name="Un programme à elle").click()
    own = page.locator(".at-own")
    own.get_by_role("button", name="Enlever : Revendications").click()
    expect(own.get_by_role("button", name="Enlever : Revendications")).to_have_count(0)
    own.get_by_label("Minutes").first.fill("vingt")
    page.get_by_role("button", name="Enregistrer").click()
    expect(own.get_by_text("Il faut un nombre.")).to_be_visible()
    own.get_by_label("Minutes").first.fill("25")
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.get_by_text("Enregistré")).to_be_visible()
    served.does("start_step", slot="S1", step=1)
    assert served.seen["themes"][0]["step"]["ends"] - served.seen["themes"][0]["step"]["started"] == 1500
    served.does("start_step", slot="S1", step=3)
    assert served.seen["themes"][0]["step"]["label"] == "Relecture"


def test_a_copy_is_made_when_it_is_asked_for(laptop: Phone, served: Convention) -> None:
    page = at(laptop, served, "")
    page.get_by_role("button", name="Faire une copie maintenant").click()
    expect(page.get_by_text("Copie faite : backups/")).to_be_visible()
    assert list((served.server.sessions / served.slug / "backups").glob("*-asked.json"))


def test_a_machine_whose_clock_is_wrong_is_told(phone: Callable[..., Phone], served: Convention) -> None:
    laptop = phone(**DESK)
    laptop.context.add_init_script("const now = Date.now; Date.now = () => now() + 180000;")
    served.does("start_step", step=1, theme="DS")
    started = served.seen["themes"][0]["step"]["started"]
    laptop.opens(f"/r/{served.keys[Role.HOST]}")
    page = laptop.page
    expect(page.get_by_text("retarde de 3 min")).to_be_visible()
    page.get_by_role("button", name="Mettre la machine à l’heure").click()
    expect(page.get_by_text("C’est fait, pour toutes les conventions.")).to_be_visible()
    assert 178 <= served.seen["themes"][0]["step"]["started"] - started <= 182
    page.reload()
    expect(page.get_by_text("Les fichiers")).to_be_visible()
    expect(page.get_by_role("button", name="Mettre la machine à l’heure")).to_be_hidden()
    expect(page.get_by_text("retarde de 3 min")).to_have_count(0)


def test_more_phones_than_a_pi_holds_need_an_access_point(laptop: Phone, served: Convention) -> None:
    page = at(laptop, served, "")
    expect(page.get_by_text("tient 8 à 19 téléphones")).to_be_visible()
    page.get_by_label("Téléphones attendus").fill("60")
    expect(page.get_by_text("branchez une borne Wi-Fi")).to_be_visible()


def test_the_team_that_is_there_is_counted(
    laptop: Phone, phone: Callable[..., Phone], served: Convention
) -> None:
    page = at(laptop, served, "")
    row = page.get_by_role("row", name=re.compile("secrétariat", re.IGNORECASE))
    expect(row).to_contain_text("personne")
    secretary = phone(**DESK)
    secretary.opens(f"/r/{served.keys[Role.SECRETARY]}")
    expect(row).to_contain_text("1 écran ouvert")
    secretary.page.close()
    expect(row).to_contain_text("personne")


def test_the_end_waits_for_what_is_missing_to_be_explained(laptop: Phone, served: Convention) -> None:
    served.starts(OPEN)
    served.has("Une carte que personne n’a placée.")
    page = at(laptop, served, "finish")
    expect(page.get_by_text("La carte n° 1 n’est pas encore placée.")).to_be_visible()
    page.get_by_role("button", name="Terminer la convention…").click()
    page.get_by_role("button", name="Terminer", exact=True).click()
    expect(page.get_by_text("Le cahier n’est pas fini.")).to_be_visible()
    page.get_by_label("Pourquoi elle reste ainsi").fill("Plus le temps.")
    page.get_by_role("button", name="Garder cette raison").click()
    expect(page.get_by_text("Rien ne manque")).to_be_visible()
    page.get_by_role("button", name="Terminer la convention…").click()
    page.get_by_role("button", name="Terminer", exact=True).click()
    expect(page.get_by_text("La convention est terminée").first).to_be_visible()
    assert served.seen["closed"]
    page.get_by_role("button", name="Rouvrir la convention").click()
    expect(page.get_by_role("button", name="Terminer la convention…")).to_be_visible()
    assert not served.seen["closed"]


def test_two_conventions_called_alike_are_told_apart(laptop: Phone, served: Convention) -> None:
    page = laptop.opens("/host")
    first = page.locator(".at-convention", has=page.locator(f"a[href='/host/{served.slug}']"))
    expect(first).to_be_visible()
    expect(first.locator(".at-alike")).to_have_count(0)
    page.goto("/host/new")
    page.get_by_label("Titre").first.fill("Des droits sans écran")
    page.get_by_label("Titre").nth(1).fill("Droits sociaux")
    page.get_by_role("button", name="Créer la convention").click()
    page.wait_for_url(re.compile("/host/des-droits-sans-ecran-"))
    slug = page.url.rpartition("/")[2]
    page.goto("/host")
    expect(first.locator(".at-alike")).to_contain_text(f"/{served.slug}")
    second = page.locator(".at-convention", has=page.locator(f"a[href='/host/{slug}']"))
    expect(second.locator(".at-alike")).to_contain_text(re.compile(f"créée le .* · /{slug}"))
