"""What holds for every address there is: found by asking the application for its routes."""

import re
from collections.abc import Iterator

import httpx
import pytest
from starlette.routing import BaseRoute, Mount, Route

from atelier.domain.words import Role
from atelier.web.guard import SECURITY_HEADERS
from tests.web.hall import Caller, Hall

CARD = {"theme": "DS", "kind": "constat", "text": "Le guichet est fermé.", "key": "k1"}


def routes_of(routes: list[BaseRoute], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Every method and path."""
    for one in routes:
        if isinstance(one, Mount):
            yield from routes_of(one.routes or [], prefix + one.path)
        elif isinstance(one, Route):
            for method in sorted(one.methods or ()):
                yield method, prefix + one.path
        elif hasattr(one, "original_router"):
            yield from routes_of(one.original_router.routes, prefix)


def filled(path: str, hall: Hall, *, known: bool) -> str:
    """The path with something in its places: what there is, or what there is not."""
    there = {
        "slug": hall.slug,
        "theme": "DS",
        "number": "1",
        "key": hall.keys[Role.WALL],
        "name": "cahier.md",
    }

    def fill(place: re.Match[str]) -> str:
        name = place[1].partition(":")[0]
        if not known:
            return {"theme": "ZZ", "number": "999"}.get(name, "none-such")
        return there.get(name, "none-such")

    return re.sub(r"\{([^}]+)\}", fill, path)


def answers(hall: Hall, caller: Caller) -> Iterator[tuple[str, httpx.Response]]:
    every = sorted(set(routes_of(hall.routes.routes)))
    assert len(every) > 10
    for method, path in every:
        for known in (True, False):
            asked = filled(path, hall, known=known)
            yield f"{method} {asked}", hall.run(caller.http.request(method, asked))


@pytest.fixture
def busy(hall: Hall) -> Hall:
    hall.browser().does("post_card", **CARD)
    hall.program(Role.SECRETARY).does("group_cards", cards=[1])
    return hall


def test_no_address_asked_with_nothing_or_with_nonsense_breaks(busy: Hall) -> None:
    for asked, answer in answers(busy, busy.browser()):
        assert answer.status_code < 500, asked


def test_every_answer_carries_the_security_headers(busy: Hall) -> None:
    for asked, answer in answers(busy, busy.browser()):
        missing = [name for name in SECURITY_HEADERS if name not in answer.headers]
        assert missing == [], asked
        assert answer.headers["x-content-type-options"] == "nosniff", asked
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"], asked
        assert "server" not in answer.headers, asked


def test_nothing_but_files_that_never_change_is_kept_by_a_browser(busy: Hall) -> None:
    for asked, answer in answers(busy, busy.browser()):
        if not asked.startswith(("GET /static/", "HEAD /static/")):
            assert answer.headers["cache-control"] == "no-store", asked


def test_no_get_changes_anything(busy: Hall) -> None:
    before = busy.state
    for caller in (busy.browser(), busy.program(Role.HOST)):
        for asked, _ in answers(busy, caller):
            if asked.startswith(("GET", "HEAD")):
                assert busy.state is before, asked


def test_every_address_that_changes_something_refuses_another_site(busy: Hall) -> None:
    foreign = busy.browser(headers={"origin": "http://evil.example"})
    before = busy.state
    for asked, answer in answers(busy, foreign):
        if not asked.startswith(("GET", "HEAD")):
            assert answer.status_code == 403, asked
    assert busy.state is before


def test_every_address_refuses_a_name_that_is_not_ours(busy: Hall) -> None:
    rebound = busy.browser(headers={"host": "evil.example", "origin": "http://evil.example"})
    for asked, answer in answers(busy, rebound):
        assert answer.status_code == 400, asked


def test_an_address_that_is_not_there_has_the_headers_too(hall: Hall) -> None:
    for path in ("/none/such/page", "/api/none", "/static/none.css", "/.git/config", "/../etc/passwd"):
        answer = hall.browser().get(path)
        assert answer.status_code == 404, path
        assert SECURITY_HEADERS.items() <= answer.headers.items(), path


@pytest.mark.parametrize("where", ["theme_page.boards_piece", "reader.visitor_of"])
def test_an_error_inside_a_page_shows_nothing_of_the_inside(
    hall: Hall, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("/home/atelier/secret.py line 4")

    monkeypatch.setattr(f"atelier.web.plain.{where}", broken)
    answer = hall.browser().get(f"/{hall.slug}/DS")
    assert answer.status_code == 500
    assert answer.text
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert SECURITY_HEADERS.items() <= answer.headers.items()
