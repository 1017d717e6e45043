"""What a page weighs, and how it is put together."""

import gzip
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atelier.domain.words import Role
from atelier.web.plain.assets import SCRIPT, STYLE, WEIGH_STYLE
from atelier.web.plain.gzip_pages import gzipped, piece, reads_gzip
from tests.web.hall import Hall
from tests.web.plain.room import send, theme

PAGE_BYTES_MAX = 15_000
WORDS = [
    "guichet",
    "humain",
    "attendre",
    "mois",
    "téléphone",
    "prestataire",
    "formulaire",
    "expliquer",
    "jeunes",
    "démarche",
    "ordinateur",
    "papier",
    "droit",
    "agence",
    "vigile",
    "adresse",
    "voisine",
    "cybercafé",
    "case",
    "dossier",
    "réponse",
    "personne",
    "date",
    "dimanche",
]


@given(st.lists(st.text(max_size=2_000), max_size=6))
def test_pieces_compressed_apart_are_one_gzip_file(texts: list[str]) -> None:
    assert gzip.decompress(gzipped([piece(text) for text in texts])) == "".join(texts).encode()


@pytest.mark.parametrize(
    ("header", "yes"),
    [
        ("gzip, deflate", True),
        ("deflate, gzip;q=0.5", True),
        ("*", True),
        ("", False),
        ("identity", False),
        ("gzip;q=0", False),
        ("gzip; q=0.0", False),
        ("x-gzip-not", False),
    ],
)
def test_gzip_is_for_those_who_read_it(header: str, yes: bool) -> None:
    assert reads_gzip(header) is yes


def test_a_page_is_the_same_compressed_or_not(hall: Hall) -> None:
    browser = hall.browser()
    send(hall, browser)
    squeezed = browser.get(theme(hall), headers={"accept-encoding": "gzip"})
    plain = browser.get(theme(hall), headers={"accept-encoding": "identity"})
    assert squeezed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert squeezed.headers["vary"] == plain.headers["vary"] == "accept-encoding"
    key = re.compile(r'name="key" value="[^"]+"')
    assert key.sub("", squeezed.text) == key.sub("", plain.text)


def test_a_theme_of_a_hundred_cards_with_style_and_script_fits_the_budget(hall: Hall) -> None:
    author, chance = hall.program(Role.SECRETARY), random.Random(1)
    for number in range(100):
        text = " ".join(chance.choices(WORDS, k=chance.randint(9, 22))).capitalize() + "."
        author.does("post_card", theme="DS", kind="constat", text=text, key=str(number))
    hall.browser().get(theme(hall))
    total = sum(weight(hall, path) for path in (theme(hall), STYLE, SCRIPT))
    assert total <= PAGE_BYTES_MAX, total


def test_an_open_vote_on_twenty_statements_is_light_too(hall: Hall) -> None:
    author, facilitator, chance = hall.browser(), hall.program(Role.FACILITATOR), random.Random(1)
    for number in range(20):
        text = " ".join(chance.choices(WORDS, k=30)).capitalize() + "."
        author.does("post_card", theme="DS", kind="revendication", text=text, key=str(number))
        facilitator.does("group_cards", cards=[number + 1])
        facilitator.does("word_statement", statement=f"DS-R{number + 1}", text=text)
    facilitator.does("open_vote", theme="DS", dots=5, kinds=["revendication"])
    total = sum(weight(hall, path) for path in (theme(hall), STYLE, WEIGH_STYLE))  # works without its script
    assert total <= PAGE_BYTES_MAX, total


def weight(hall: Hall, path: str) -> int:
    """Bytes of the answer as it goes over the air, headers apart."""
    answer = hall.browser().get(path, headers={"accept-encoding": "gzip"})
    assert answer.status_code == 200
    return int(answer.headers["content-length"])


def test_a_page_asks_for_its_style_and_its_script_and_nothing_else(hall: Hall) -> None:
    page = hall.browser().get(theme(hall)).text
    assert re.findall(r'(?:src|<link rel="stylesheet" href)="([^"]+)"', page) == [STYLE, SCRIPT]
    assert "style=" not in page
    assert "onclick" not in page


@pytest.mark.parametrize("path", [STYLE, SCRIPT])
def test_style_and_script_are_kept_by_browsers_for_ever(hall: Hall, path: str) -> None:
    answer = hall.browser().get(path)
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"].startswith("text/")


def test_a_file_that_is_not_ours_is_not_served(hall: Hall) -> None:
    for name in ("atelier.css", "..%2fassets.py", "atelier-0000000000.js"):
        assert hall.browser().get(f"/static/{name}").status_code == 404


def test_pages_are_kept_by_nobody(hall: Hall) -> None:
    assert hall.browser().get(theme(hall)).headers["cache-control"] == "no-store"
