"""The links of functions: exchanged once for a cookie."""

import pytest

from atelier.domain import limits
from atelier.domain.words import Role
from tests.web.hall import Hall
from tests.web.plain.room import theme, words

WRONG = "a" * 26


def test_a_wrong_key_opens_nothing_and_says_nothing_more(hall: Hall) -> None:
    browser = hall.browser()
    pages = [browser.get(f"/r/{key}") for key in (WRONG, "x", "f" * 32, "é" * 26)]
    assert {page.status_code for page in pages} == {404}
    assert len({words(page) for page in pages}) == 1
    assert "Ce lien n’ouvre rien" in words(pages[0])
    assert not dict(browser.http.cookies)


def test_looking_ahead_spends_no_key(hall: Hall) -> None:
    browser = hall.browser()
    key = hall.site.host_key
    assert hall.run(browser.http.head(f"/r/{key}")).status_code == 405
    assert hall.site.host_key == key


def test_too_many_wrong_keys_must_wait_and_a_right_one_never_does(hall: Hall) -> None:
    browser = hall.browser()
    statuses = [
        browser.get(f"/r/{WRONG}").status_code for _ in range(limits.KEY_FAILURES_PER_MINUTE_PER_ADDRESS + 1)
    ]
    assert statuses[-2:] == [404, 429]
    late = browser.get(f"/r/{WRONG}")
    assert int(late.headers["retry-after"]) >= 1
    assert "Trop d’essais." in words(late)
    assert browser.get(f"/r/{hall.keys[Role.WALL]}").status_code == 303


@pytest.mark.parametrize(
    ("role", "said"),
    [
        (Role.FACILITATOR, "Vous êtes : animation. Lire le cahier"),
        (Role.SECRETARY, "Vous êtes : secrétariat. Lire le cahier"),
        (Role.HOST, "Vous êtes : organisation. Lire le cahier"),
        (Role.WALL, "Vous êtes : mur."),
    ],
)
def test_a_link_gives_its_function_and_leaves_the_address(hall: Hall, role: Role, said: str) -> None:
    browser = hall.browser()
    opened = browser.get(f"/r/{hall.keys[role]}")
    assert (opened.status_code, opened.headers["location"]) == (303, f"/{hall.slug}")
    page = words(browser.get(theme(hall)))
    assert said in page
    assert ("Lire le cahier" in page) == (role is not Role.WALL)
    assert "Vous êtes" not in words(hall.browser().get(theme(hall)))


def test_a_browser_may_hold_two_functions(hall: Hall) -> None:
    browser = hall.browser()
    for role in (Role.FACILITATOR, Role.SECRETARY):
        browser.get(f"/r/{hall.keys[role]}")
    assert "Vous êtes : animation et secrétariat." in words(browser.get(theme(hall)))


def test_the_link_printed_at_start_makes_a_host_once(hall: Hall) -> None:
    key = hall.site.host_key
    first, second = hall.browser(), hall.browser()
    assert first.get(f"/r/{key}").status_code == 303
    assert "Vous êtes : organisation." in words(first.get(f"/{hall.slug}"))
    assert second.get(f"/r/{key}").status_code == 404
    assert "Vous êtes" not in words(second.get(f"/{hall.slug}"))
