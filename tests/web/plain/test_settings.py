"""Language and size of type, without a script."""

import pytest

from tests.web.hall import Hall
from tests.web.plain.room import theme, words


@pytest.mark.parametrize(
    "back",
    [
        "http://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "/\t/evil.example",
        "/\r\n/evil.example",
        "javascript:alert(1)",
        "evil",
        "",
        "/é",
    ],
)
def test_nobody_is_sent_to_another_site(hall: Hall, back: str) -> None:
    answer = hall.browser().post("/settings", data={"size": "large", "back": back})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_what_is_not_a_choice_changes_nothing(hall: Hall) -> None:
    answer = hall.browser().post("/settings", data={"size": "huge", "lang": "xx", "back": "/"})
    assert "set-cookie" not in answer.headers


def test_settings_are_not_changed_by_a_link(hall: Hall) -> None:
    assert hall.browser().get("/settings?size=large").status_code == 405


def test_large_type_stays_from_page_to_page(hall: Hall) -> None:
    browser = hall.browser()
    page = browser.get(theme(hall))
    assert '<html lang="fr">' in page.text
    answer = browser.post("/settings", data={"size": "large", "back": theme(hall)})
    assert answer.headers["location"] == theme(hall)
    assert "samesite=lax" in answer.headers["set-cookie"].lower()
    assert '<html lang="fr" class="large">' in browser.get(theme(hall)).text
    browser.post("/settings", data={"size": "normal", "back": "/"})
    assert "large" not in browser.get(theme(hall)).text.partition("<body")[0]


def test_english_is_one_button_away(hall: Hall) -> None:
    browser = hall.browser()
    assert '<button name="lang" value="en" lang="en">English</button>' in browser.get(theme(hall)).text
    browser.post("/settings", data={"lang": "en", "back": "/"})
    page = browser.get(theme(hall))
    assert '<html lang="en">' in page.text
    assert "Show my card" in words(page)
    assert '<strong lang="fr">Droits sociaux</strong>' in browser.get(f"/{hall.slug}").text


def test_a_browser_set_to_english_reads_english_and_may_choose_french(hall: Hall) -> None:
    browser = hall.browser(headers={"origin": "http://localhost", "accept-language": "en-GB,en;q=0.8"})
    assert '<html lang="en">' in browser.get("/").text
    browser.post("/settings", data={"lang": "fr", "back": "/"})
    assert '<html lang="fr">' in browser.get("/").text
