"""Another room, or an earlier convention, brought in from the host's page."""

import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import FilePayload, Page, expect

from atelier.demonstration import play
from atelier.domain.evolve import replay
from atelier.domain.limits import BUNDLE_BYTES_MAX
from atelier.domain.words import Role
from atelier.exchange.json_file import cahier_json
from atelier.live.creation import short_id
from atelier.store.bundle import write_bundle
from tests.browser.phones import DESK, Phone
from tests.browser.serving import OPEN, Convention

SLUG = "des-droits-sans-ecran"


def bundle(name: str) -> FilePayload:
    content = write_bundle(f"{SLUG}-{name}", play(closed=False, id=name))
    return {"name": "salle.zip", "mimeType": "application/zip", "buffer": content}


@pytest.fixture
def laptop(phone: Callable[..., Phone], served: Convention) -> Phone:
    made = phone(**DESK)
    made.opens(f"/r/{served.keys[Role.HOST]}")
    return made


def importing(laptop: Phone) -> Page:
    page = laptop.opens("/host")
    page.get_by_role("link", name="Importer").click()
    expect(page.get_by_role("heading", name="Importer", level=1)).to_be_visible()
    return page


def brings(page: Page, file: FilePayload | Path) -> None:
    page.locator("input[type=file]").set_input_files(file)


def into(page: Page, place: int = 0) -> None:
    page.locator(".at-box.q-select").nth(place).click()
    page.get_by_role("option").first.click()


def test_nobody_else_may_import(phone: Callable[..., Phone], served: Convention) -> None:
    somebody = phone(**DESK)
    somebody.opens(f"/r/{served.keys[Role.SECRETARY]}")
    page = somebody.opens("/host/import")
    expect(page.get_by_text("Cette page est pour qui organise.")).to_be_visible()
    assert page.locator("input[type=file]").count() == 0


def test_a_room_is_merged_after_its_report_was_read_and_twice_changes_nothing(
    laptop: Phone, served: Convention
) -> None:
    served.starts(OPEN)
    served.has("Une carte d’ici.")
    file = bundle(short_id())
    page = importing(laptop)
    brings(page, file)
    expect(page.get_by_role("heading", name="Des droits sans écran")).to_be_visible()
    into(page)
    expect(page.get_by_text(re.compile("69.cartes"))).to_have_count(2)
    expect(page.get_by_text(re.compile("sa carte 41 s’écrit Z-41 ici"))).to_be_visible()
    assert len(served.seen["cards"]) == 1
    page.get_by_role("button", name="Importer").click()
    expect(page.get_by_text("C’est fait.")).to_be_visible(timeout=60_000)
    assert served.seen["ledger"]["received"] == 70
    brings(page, file)
    expect(page.get_by_text("C’est fait.")).to_be_hidden()
    into(page)
    expect(page.get_by_text("Tout est déjà ici : rien à ajouter.")).to_be_visible()
    expect(page.get_by_role("button", name="Importer")).to_have_count(0)


def test_a_bundle_becomes_a_convention_of_this_machine_once(laptop: Phone, served: Convention) -> None:
    name = short_id()
    page = importing(laptop)
    brings(page, bundle(name))
    page.get_by_role("button", name="Ajouter cette convention").click()
    page.wait_for_url(re.compile(f"/host/{SLUG}-{name}$"), timeout=60_000)
    expect(page.get_by_role("heading", name="Des droits sans écran")).to_be_visible()
    answer = httpx.get(f"{served.server.direct}/api/conventions/{SLUG}-{name}")
    assert len(answer.json()["statements"]) > 20
    page = importing(laptop)
    brings(page, bundle(name))
    page.get_by_role("button", name="Ajouter cette convention").click()
    expect(page.get_by_text(f"Elle est déjà ici : {SLUG}-{name}.")).to_be_visible()


def test_the_next_convention_begins_from_the_earlier_cahier(laptop: Phone, served: Convention) -> None:
    content = cahier_json(replay(play(closed=True, id="k3f9z")))
    page = importing(laptop)
    brings(page, {"name": "cahier.json", "mimeType": "application/json", "buffer": content})
    page.get_by_role("button", name="Créer la suivante").click()
    page.wait_for_url(re.compile(f"/host/{SLUG}-"), timeout=60_000)
    slug = page.url.rpartition("/")[2]
    seen = httpx.get(f"{served.server.direct}/api/conventions/{slug}").json()
    assert seen["number"] == 2
    assert len(seen["cards"]) > 20


def test_a_closed_convention_of_this_machine_is_a_start_too(laptop: Phone, served: Convention) -> None:
    served.starts(OPEN)
    card = served.has("Le guichet a fermé.")
    reference = served.does("group_cards", cards=[card])["statement"]
    served.does("word_statement", statement=reference, text="Le guichet a fermé sans prévenir.")
    for gap in ("constat_unused",):
        served.does("answer_gap", gap=f"{gap}:{reference}", reason="Plus tard.", role=Role.HOST)
    served.does("close_convention", role=Role.HOST)
    page = importing(laptop)
    page.get_by_role("button", name="Partir de « Des droits sans écran »").click()
    page.get_by_role("button", name="Créer la suivante").click()
    page.wait_for_url(re.compile(f"/host/{SLUG}-"), timeout=60_000)
    slug = page.url.rpartition("/")[2]
    assert slug != served.slug
    (taken,) = httpx.get(f"{served.server.direct}/api/conventions/{slug}").json()["cards"]
    assert taken["text"] == "Le guichet a fermé sans prévenir."


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"bonjour", "Ce n’est pas une archive"),
        (b"{}", "Ce n’est pas un cahier"),
        (bundle("aaaaa")["buffer"][:50_000], "abîmée"),
    ],
)
def test_what_is_not_sound_is_refused_on_the_page(laptop: Phone, content: bytes, why: str) -> None:
    page = importing(laptop)
    brings(page, {"name": "x.zip", "mimeType": "application/zip", "buffer": content})
    expect(page.get_by_text(re.compile(f"{why}.*Rien n’a été importé"))).to_be_visible()
    expect(page.get_by_role("button", name="Ajouter cette convention")).to_have_count(0)


def test_a_file_that_is_too_large_is_not_even_sent(laptop: Phone, tmp_path: Path) -> None:
    page = importing(laptop)
    large = tmp_path / "large.zip"
    with large.open("wb") as made:
        made.truncate(BUNDLE_BYTES_MAX + 1)
    brings(page, large)
    expect(page.get_by_text(re.compile("trop grosse"))).to_be_visible()
