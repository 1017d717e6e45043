"""The links of functions: exchanged once for a cookie."""

import re

import pytest

from atelier.domain import limits
from atelier.domain.actor import Grant
from atelier.domain.words import Role, ThemeCode
from atelier.web.plain.routes_roles import first_page
from tests.web.hall import Hall
from tests.web.plain.room import theme, words

WRONG = "a" * 26
FIRST = {
    Role.HOST: "/host/{}",
    Role.SECRETARY: "/{}/paper",
    Role.FACILITATOR: "/{}/team",
    Role.WALL: "/{}/team",
}
"""Where links lead; where there are two themes, facilitators and walls choose."""


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
    assert (opened.status_code, opened.headers["location"]) == (303, FIRST[role].format(hall.slug))
    page = words(browser.get(theme(hall)))
    assert said in page
    assert ("Lire le cahier" in page) == (role is not Role.WALL)
    assert "Vous êtes" not in words(hall.browser().get(theme(hall)))


READ = ["/{}/read", "/{}/pictures"]
DESKS = ["/{}/DS/desk", "/{}/TR/desk"]
WALLS = ["/{}/DS/wall", "/{}/TR/wall"]


@pytest.mark.parametrize(
    ("role", "offered"),
    [
        (Role.HOST, ["/host/{}", "/{}/paper", "/{}/cahier", *READ, *DESKS, *WALLS]),
        (Role.FACILITATOR, ["/{}/paper", *READ, *DESKS, *WALLS]),
        (Role.WALL, [*READ[1:], *WALLS]),
    ],
)
def test_the_team_chooses_among_its_own_screens(hall: Hall, role: Role, offered: list[str]) -> None:
    browser = hall.browser()
    browser.get(f"/r/{hall.keys[role]}")
    page = browser.get(f"/{hall.slug}/team").text
    found = re.findall(r'<li><a href="([^"]+)"', page)
    assert found == [one.format(hall.slug) for one in offered]


def test_a_participant_has_no_screen_to_choose(hall: Hall) -> None:
    answer = hall.browser().get(f"/{hall.slug}/team")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/{hall.slug}")


@pytest.mark.parametrize(("role", "page"), [(Role.FACILITATOR, "desk"), (Role.WALL, "wall")])
def test_a_key_for_one_theme_opens_it_at_once(hall: Hall, role: Role, page: str) -> None:
    grant = Grant(role=role, themes=frozenset({ThemeCode("TR")}))
    assert first_page(hall.slug, hall.state, grant) == f"/{hall.slug}/TR/{page}"


def test_a_browser_may_hold_two_functions(hall: Hall) -> None:
    browser = hall.browser()
    for role in (Role.FACILITATOR, Role.SECRETARY):
        browser.get(f"/r/{hall.keys[role]}")
    assert "Vous êtes : animation et secrétariat." in words(browser.get(theme(hall)))


def test_the_link_printed_at_start_makes_a_host_once(hall: Hall) -> None:
    key = hall.site.host_key
    first, second = hall.browser(), hall.browser()
    opened = first.get(f"/r/{key}")
    assert (opened.status_code, opened.headers["location"]) == (303, "/host")
    assert "Vous êtes : organisation." in words(first.get(f"/{hall.slug}"))
    assert second.get(f"/r/{key}").status_code == 404
    assert "Vous êtes" not in words(second.get(f"/{hall.slug}"))
