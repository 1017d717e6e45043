"""A cahier finished at the workbench, closed, and taken up by a second convention that three rooms join."""

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from atelier.demonstration import play
from atelier.domain import commands
from atelier.domain.words import Kind, Role, RoomLetter, ThemeCode
from atelier.live.creation import found, short_id
from atelier.store.bundle import write_bundle
from atelier.store.unbundling import read_bundle
from tests.browser.benches import Bench
from tests.browser.screens import Host
from tests.browser.serving import Convention, Server
from tests.domain.play import ANA, BEN, NOBODY, Play
from tests.printed import Printed, plain

ROOMS = (("A", "Droits sociaux"), ("B", "Santé"), ("C", "Droits sociaux"))
WRITTEN = 3
"""Cards of each room."""


@dataclass(kw_only=True)
class Hall:
    """The machine, the host who sits at it, and the secretary at a laptop."""

    server: Server
    first: Convention
    host: Host
    bench: Bench


@pytest.fixture
def hall(browser: Browser, tmp_path: Path) -> Iterator[Hall]:
    server = Server(tmp_path)
    name = short_id()
    made = found(server.sessions, f"des-droits-sans-ecran-{name}", name, play(closed=False, id=name))
    server.start()
    bench = Bench(browser, server)
    built = Hall(
        server=server, first=Convention(server, made.slug, made.keys), host=Host(browser, server), bench=bench
    )
    yield built
    for one in (built.host, built.bench):
        one.context.close()
    server.stop()
    assert "Traceback" not in server.log.read_text()
    assert [built.host.faults, built.bench.faults] == [[], []]


def test_a_cahier_is_finished_closed_taken_up_and_joined_by_three_rooms(hall: Hall) -> None:
    the_secretary_finishes_the_cahier(hall)
    the_host_closes(hall)
    second = the_next_one_begins(hall)
    three_rooms_join(hall, second)
    everything_is_exported_and_adds_up(hall, second)


def the_secretary_finishes_the_cahier(hall: Hall) -> None:
    bench = hall.bench.sits_down(hall.first)
    bench.opens_text("next")
    bench.page.keyboard.press("Control+End")
    bench.types("\n\nNous nous retrouvons au printemps, voir DS-R1.")
    before = bench.parts
    bench.presses("down", "theme:AG")
    expect(bench.page.locator(".outline > .part").nth(before.index("theme:AG"))).not_to_have_attribute(
        "data-name", "theme:AG"
    )
    bench.presses("aside", "completing")
    gaps = bench.page.locator(".lacks [data-act=finish_leave]")
    expect(gaps).not_to_have_count(0)
    for button in gaps.all():
        name = str(button.get_attribute("data-of"))
        bench.presses("finish_leave", name)
        bench.sheet.locator("textarea").fill("Posé pour la prochaine convention.")
        bench.sheet.locator("button.main").click()
        expect(bench.sheet).to_be_hidden()
    expect(bench.page.get_by_text("Tout est réglé.")).to_be_visible()


def the_host_closes(hall: Hall) -> None:
    page = hall.host.opens(hall.server.host_link)
    page = hall.host.opens(f"/host/{hall.first.slug}/finish")
    page.get_by_role("button", name="Terminer la convention…").click()
    page.get_by_role("button", name="Terminer", exact=True).click()
    expect(page.get_by_text("La convention est terminée").first).to_be_visible()
    expect(page.get_by_text("fichiers sont écrits.")).to_be_visible(timeout=60_000)
    written = files_of(hall, hall.first.slug)
    digest = hashlib.sha256(written["cahier.json"]).hexdigest()
    expect(page.locator(".at-seal")).to_have_text(in_short(digest))
    cahier = plain(written["cahier.md"].decode())
    assert "Nous nous retrouvons au printemps, voir [DS-R1](#ds-r1)." in cahier
    assert in_short(digest) in cahier
    assert "Posé pour la prochaine convention." in cahier


def the_next_one_begins(hall: Hall) -> Convention:
    page = hall.host.opens("/host/import")
    page.get_by_role("button", name="Partir de « Des droits sans écran »").click()
    page.get_by_role("button", name="Créer la suivante").click()
    page.wait_for_url(re.compile("/host/des-droits-sans-ecran-"), timeout=60_000)
    slug = page.url.rpartition("/")[2]
    assert slug != hall.first.slug
    return Convention(hall.server, slug, {Role.HOST: hall.host.finds_key(slug, "Organisation")})


def three_rooms_join(hall: Hall, second: Convention) -> None:
    """Each from its stick; the last once more, which changes nothing."""
    page = hall.host.opens("/host/import")
    files = [room(letter, title) for letter, title in ROOMS]
    before = second.seen["ledger"]["received"]
    for place, file in enumerate(files, 1):
        brings(page, file, second)
        page.get_by_role("button", name="Importer").click()
        expect(page.get_by_text("C’est fait.")).to_be_visible(timeout=60_000)
        assert second.seen["ledger"]["received"] == before + place * WRITTEN
    brings(page, files[-1], second)
    expect(page.get_by_text("Tout est déjà ici : rien à ajouter.")).to_be_visible()


def brings(page: Page, file: FilePayload, second: Convention) -> None:
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("C’est fait.")).to_be_hidden()
    page.locator(".at-box.q-select").first.click()
    page.get_by_role("option").filter(has_text=second.slug).click()


def room(letter: str, title: str) -> FilePayload:
    """What another machine wrote on a stick: two cards in a statement, one alone."""
    code = "".join(word[0] for word in title.split())[:2].upper() if " " in title else title[:2].upper()
    programme = commands.CreateConvention(
        id=short_id(),
        title=f"Salle {letter}",
        room=RoomLetter(letter),
        themes=(commands.ThemeDraft(code=code, title=title),),
    )
    day = Play(programme)
    cards = [
        day.post(f"Salle {letter}, carte {number}.", who, theme=code, kind=Kind.REVENDICATION)
        for number, who in enumerate((ANA, BEN, NOBODY), 1)
    ]
    reference = day.group(*cards[:2])
    day.do(commands.WordStatement(statement=reference, text=f"Ce que demande la salle {letter}."))
    day.do(commands.OpenVote(theme=ThemeCode(code), dots=3))
    day.do(commands.CastDots(statement=reference, dots=2), ANA)
    day.do(commands.CloseVote(theme=ThemeCode(code)))
    slug = f"salle-{letter.lower()}-{programme.id}"
    return {"name": f"{slug}.zip", "mimeType": "application/zip", "buffer": write_bundle(slug, day.log)}


def everything_is_exported_and_adds_up(hall: Hall, second: Convention) -> None:
    page = hall.host.opens(f"/host/{second.slug}/finish")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Toute la convention en un fichier").click()
    taken = read_bundle(io.BytesIO(coming.value.path().read_bytes()))
    assert taken.slug == second.slug
    page.get_by_role("button", name="Tout écrire").click()
    expect(page.get_by_text("fichiers sont écrits.")).to_be_visible(timeout=120_000)
    written = files_of(hall, second.slug)
    data = json.loads(written["cahier.json"])
    received = second.seen["ledger"]["received"]

    assert len(data["cards"]) == received
    lent = [card for card in data["cards"] if card["channel"] == "earlier"]
    assert len(lent) == received - len(ROOMS) * WRITTEN > 20
    numbers = [card.get("written", str(card["number"])) for card in data["cards"]]
    assert len(set(numbers)) == received
    assert {f"{letter}-{n}" for letter, _ in ROOMS for n in (1, 2, 3)} <= set(numbers)

    markdown = written["cahier.md"].decode()
    printed = Printed(markdown)
    assert {link for part in printed.parts for link in part.links if link.startswith("#")} <= {
        f"#{anchor}" for anchor in printed.anchors()
    }
    for letter, _ in ROOMS:
        assert f"Ce que demande la salle {letter}." in markdown
    assert f"{received} cartes reçues" in plain(markdown)
    rows = list(csv.reader(io.StringIO(written["cards.csv"].decode("utf-8-sig"))))
    assert len(rows) == received + 1
    digest = hashlib.sha256(written["cahier.json"]).hexdigest()
    for name in ("cahier.md", "cahier.html", "cahier-a5.html"):
        assert in_short(digest) in plain(written[name].decode()), name
    assert {"cahier.md", "cahier.html", "cahier-a5.html", "cahier.json", "cards.csv", "statements.csv"} <= {
        *written
    }
    the_office_opens_them(written)


def the_office_opens_them(written: dict[str, bytes]) -> None:
    """PDF where the machine has Pango."""
    for name, inside in (("cahier.odt", "content.xml"), ("cahier.docx", "word/document.xml")):
        text = zipfile.ZipFile(io.BytesIO(written[name])).read(inside).decode()
        for letter, _ in ROOMS:
            assert f"la salle {letter}." in re.sub(r"<[^>]+>", "", text)
    if "cahier.pdf" in written:
        assert written["cahier.pdf"].startswith(b"%PDF-")


def files_of(hall: Hall, slug: str) -> dict[str, bytes]:
    folder = hall.server.exports / slug
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


def in_short(digest: str) -> str:
    return " ".join(digest[start : start + 4] for start in (0, 4, 8))
