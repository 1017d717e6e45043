"""The end of a convention: written out, carried away, erased for real."""

import hashlib
import io
import re
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from atelier.domain.words import Role
from atelier.store.unbundling import read_bundle
from tests.browser.phones import DESK, Phone
from tests.browser.serving import OPEN, Convention

SECRET = "Une phrase que personne ne doit retrouver."


@pytest.fixture
def laptop(phone: Callable[..., Phone], served: Convention) -> Phone:
    made = phone(**DESK)
    made.opens(f"/r/{served.keys[Role.HOST]}")
    return made


def at_the_end(laptop: Phone, served: Convention) -> Page:
    page = laptop.opens(f"/host/{served.slug}/finish")
    expect(page.get_by_role("heading", name="Finir")).to_be_visible()
    return page


def closes(page: Page) -> None:
    page.get_by_role("button", name="Terminer la convention…").click()
    page.get_by_role("button", name="Terminer", exact=True).click()
    expect(page.get_by_text("La convention est terminée").first).to_be_visible()


def in_the_exports(served: Convention) -> dict[str, bytes]:
    folder = served.server.exports / served.slug
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


def test_a_closed_convention_is_written_out_and_its_fingerprint_is_that_of_the_file(
    laptop: Phone, served: Convention
) -> None:
    page = at_the_end(laptop, served)
    closes(page)
    expect(page.get_by_text("fichiers sont écrits.")).to_be_visible(timeout=60_000)
    written = in_the_exports(served)
    assert {"cahier.md", "cahier.json", "cahier.html"} <= written.keys()
    assert not [name for name in written if name.endswith(".zip")]  # what was set aside is in it
    digest = hashlib.sha256(written["cahier.json"]).hexdigest()
    short = " ".join(digest[start : start + 4] for start in (0, 4, 8))
    expect(page.locator(".at-seal")).to_have_text(short)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Feuille à imprimer").click()
    expect(opened.value.get_by_text(short)).to_be_visible()
    expect(opened.value.locator(".whole")).to_have_text(re.compile(digest[:8]))
    page.get_by_role("button", name="Tout écrire").click()
    expect(page.get_by_text("fichiers sont écrits.")).to_be_visible(timeout=60_000)
    assert in_the_exports(served) == written


def test_everything_is_copied_to_a_folder_without_touching_what_is_there(
    laptop: Phone, served: Convention, tmp_path: Path
) -> None:
    page = at_the_end(laptop, served)
    page.get_by_text("Dans un autre dossier de cette machine").click()
    page.get_by_label("Dossier", exact=True).last.fill("nulle/part")
    page.get_by_role("button", name="Copier dans ce dossier").click()
    expect(page.get_by_text("Ce dossier n’existe pas sur cette machine.")).to_be_visible()
    page.get_by_label("Dossier", exact=True).last.fill(str(tmp_path))
    for folder in (f"atelier-{served.slug}", f"atelier-{served.slug}-2"):
        page.get_by_role("button", name="Copier dans ce dossier").click()
        expect(page.get_by_role("textbox", name="Dossier").first).to_have_value(
            str(tmp_path / folder), timeout=60_000
        )
        assert (tmp_path / folder / "cahier.md").is_file()
        (bundle,) = (tmp_path / folder).glob("*.zip")
        assert read_bundle(io.BytesIO(bundle.read_bytes())).slug == served.slug


def test_the_whole_convention_is_downloaded_in_one_file(laptop: Phone, served: Convention) -> None:
    page = at_the_end(laptop, served)
    with page.expect_download() as coming:
        page.get_by_role("link", name="Toute la convention en un fichier").click()
    assert coming.value.suggested_filename.startswith(served.slug)
    assert read_bundle(io.BytesIO(coming.value.path().read_bytes())).slug == served.slug


def test_a_convention_is_erased_once_its_name_was_typed(laptop: Phone, served: Convention) -> None:
    served.starts(OPEN)
    served.has(SECRET)
    page = at_the_end(laptop, served)
    page.get_by_text("Effacer cette convention pour de bon").click()
    box = page.get_by_label("Pour effacer, tapez")
    box.fill("autre chose")
    page.get_by_role("button", name="Effacer pour de bon").click()
    expect(page.get_by_text("Ce n’est pas son nom : rien n’est effacé.")).to_be_visible()
    assert served.texts == [SECRET]
    box.fill(served.slug)
    page.get_by_role("button", name="Effacer pour de bon").click()
    expect(page.get_by_role("heading", name="C’est effacé")).to_be_visible()
    sessions = served.server.sessions
    assert not (sessions / served.slug).exists()
    files = [one for one in sessions.rglob("*") if one.is_file()]
    assert not any(SECRET.encode() in one.read_bytes() for one in files)
    assert served.slug in (sessions / "erased.md").read_text(encoding="utf-8")
    assert httpx.get(f"{served.server.direct}/{served.slug}").status_code == 404
    assert httpx.get(f"{served.server.direct}/").status_code == 200
