"""Who is this browser: only its cookies say, or a program's key."""

from http.cookies import SimpleCookie

import httpx
import pytest

from atelier.domain import limits
from atelier.domain.words import Channel, Role
from atelier.web.identity import KEYS_COOKIE, TOKEN_COOKIE
from atelier.web.plain.remembered import CARDS_COOKIE
from tests.web.hall import Caller, Hall

CARD = {"theme": "DS", "kind": "constat", "text": "Le guichet est fermé.", "key": "k1"}


def cookies_of(answer: httpx.Response) -> SimpleCookie:
    found = SimpleCookie()
    for line in answer.headers.get_list("set-cookie"):
        found.load(line)
    return found


# --- A browser --------------------------------------------------------------


@pytest.mark.parametrize("field", ["author", "token", "role", "secret", "by", "grants", "actor"])
def test_a_field_that_says_who_is_asking_is_refused_and_nothing_is_written(hall: Hall, field: str) -> None:
    answer = hall.browser().command("post_card", **CARD, **{field: "host"})
    assert (answer.status_code, answer.json()["field"]) == (422, field)
    assert not hall.state.cards


def test_a_stranger_cannot_take_a_card_back_by_saying_whose_it_is(hall: Hall) -> None:
    author, stranger = hall.browser(), hall.browser()
    card = author.does("post_card", **CARD)["card"]
    answer = stranger.command("withdraw_card", card=card)
    assert (answer.status_code, answer.json()["refusal"]) == (403, "not_your_card")
    answer = stranger.command("withdraw_card", card=card, author=hall.state.cards[card].author)
    assert answer.status_code == 422
    assert not hall.state.cards[card].withdrawn


def test_a_new_browser_is_given_a_cookie_that_scripts_and_other_sites_do_not_get(hall: Hall) -> None:
    given = cookies_of(hall.browser().command("post_card", **CARD))[TOKEN_COOKIE]
    assert len(given.value) >= 32
    assert given["httponly"]
    assert given["samesite"] == "lax"
    assert (given["path"], given["domain"]) == ("/", "")


def test_a_browser_that_has_its_cookie_keeps_it(hall: Hall) -> None:
    browser = hall.browser()
    browser.does("post_card", **CARD)
    assert set(cookies_of(browser.command("post_card", **{**CARD, "key": "k2"}))) == {CARDS_COOKIE}


def test_the_author_takes_the_card_back(hall: Hall) -> None:
    author = hall.browser()
    card = author.does("post_card", **CARD)["card"]
    author.does("withdraw_card", card=card)
    assert hall.state.cards[card].withdrawn


@pytest.mark.parametrize(
    "forged",
    ["", "a", "x" * 21, "y" * 65, "z" * 4_000, "é" * 30, "../../etc/passwd/and/more/of/it", "a" * 30 + "%00"],
)
def test_a_cookie_of_another_shape_is_replaced_by_one_of_ours(hall: Hall, forged: str) -> None:
    browser = hall.browser(headers={"origin": "http://localhost", "cookie": f"{TOKEN_COOKIE}={forged}"})
    answer = browser.command("post_card", **CARD)
    assert answer.status_code == 200
    assert cookies_of(answer)[TOKEN_COOKIE].value not in {"", forged}


# --- A browser that opened role links ---------------------------------------


def holding(hall: Hall, *keys: str, origin: bool = True) -> Caller:
    cookie = {"cookie": f"{TOKEN_COOKIE}={'t' * 32}; {KEYS_COOKIE}={'.'.join(keys)}"}
    return hall.browser(headers={**cookie, **({"origin": "http://localhost"} if origin else {})})


@pytest.mark.parametrize(
    "keys", [(), ("a" * 26,), ("facilitator",), ("",), ("role=host",), ("A" * 26, "é" * 26)]
)
def test_a_forged_role_cookie_gives_no_role(hall: Hall, keys: tuple[str, ...]) -> None:
    answer = holding(hall, *keys).command("freeze_theme", theme="DS")
    assert (answer.status_code, answer.json()["refusal"]) == (403, "not_your_role")


def test_a_role_cookie_that_does_not_say_where_it_comes_from_is_refused(hall: Hall) -> None:
    key = hall.keys[Role.FACILITATOR]
    answer = holding(hall, key, origin=False).command("freeze_theme", theme="DS")
    assert (answer.status_code, answer.json()["refusal"]) == (403, "not_your_role")
    assert not hall.state.themes[next(iter(hall.state.themes))].frozen


def test_one_browser_may_hold_several_functions_and_is_still_a_participant(hall: Hall) -> None:
    both = holding(hall, hall.keys[Role.FACILITATOR], "b" * 26, hall.keys[Role.SECRETARY])
    both.does("freeze_theme", theme="TR")
    both.does("add_axis", title="Un axe")
    card = both.does("post_card", **CARD)["card"]
    assert hall.state.cards[card].channel is Channel.PHONE
    both.does("withdraw_card", card=card)
    assert both.command("close_convention").status_code == 403


def test_a_key_beyond_the_most_a_browser_may_hold_is_not_looked_at(hall: Hall) -> None:
    many = ["c" * 26] * 40
    refused = holding(hall, *many, hall.keys[Role.FACILITATOR]).command("freeze_theme", theme="DS")
    assert refused.status_code == 403
    holding(hall, *many[1:], hall.keys[Role.FACILITATOR]).does("freeze_theme", theme="DS")


def test_the_wall_may_look_and_do_nothing(hall: Hall) -> None:
    wall = hall.program(Role.WALL)
    assert wall.command("freeze_theme", theme="DS").status_code == 403
    assert wall.command("post_card", **CARD).status_code == 403
    assert wall.seen()["title"] == hall.state.title


# --- A program --------------------------------------------------------------


def test_a_wrong_key_is_refused_then_made_to_wait_while_right_ones_pass(hall: Hall) -> None:
    wrong = hall.browser(headers={"authorization": f"Bearer {'q' * 26}"})
    told = [wrong.get(hall.api) for _ in range(limits.KEY_FAILURES_PER_MINUTE_PER_ADDRESS + 1)]
    assert [one.status_code for one in told] == [403] * (len(told) - 1) + [429]
    assert int(told[-1].headers["retry-after"]) > 0
    assert told[-1].json()["refusal"] == "too_fast"
    assert hall.program(Role.SECRETARY).get(hall.api).status_code == 200


@pytest.mark.parametrize("path", ["", "/cahier.md", "/cards.csv"])
def test_a_wrong_key_is_counted_wherever_it_is_tried(hall: Hall, path: str) -> None:
    wrong = hall.browser(headers={"authorization": "Bearer wrong"})
    statuses = [
        wrong.get(hall.api + path).status_code for _ in range(limits.KEY_FAILURES_PER_MINUTE_PER_ADDRESS + 1)
    ]
    assert (statuses[0], statuses[-1]) == (403, 429)


@pytest.mark.parametrize("said", ["Bearer", "Bearer ", "Bearer \xe9", f"Bearer {'a' * 5_000}", "bearer x"])
def test_a_bearer_that_is_no_key_is_not_taken_for_a_participant(hall: Hall, said: str) -> None:
    program = hall.browser(headers={"authorization": said})
    assert program.command("post_card", **CARD).status_code == 403


def test_a_key_in_a_browser_that_has_role_cookies_is_the_only_thing_that_counts(hall: Hall) -> None:
    host = f"{TOKEN_COOKIE}={'t' * 32}; {KEYS_COOKIE}={hall.keys[Role.HOST]}"
    caller = hall.browser(headers={"cookie": host, "authorization": f"Bearer {hall.keys[Role.WALL]}"})
    assert caller.command("edit_convention", title="Autre").status_code == 403


def test_the_key_of_another_convention_opens_nothing_here(hall: Hall) -> None:
    other = hall.keys[Role.HOST].translate(str.maketrans("abcdefgh", "hgfedcba"))
    assert hall.browser(headers={"authorization": f"Bearer {other}"}).get(hall.api).status_code == 403


def test_a_program_with_a_key_writes_what_was_said_and_no_browser_owns_it(hall: Hall) -> None:
    spoken = {**CARD, "channel": "spoken", "table": "4"}
    program = hall.program(Role.SECRETARY)
    answer = program.command("post_card", **spoken)
    card = hall.state.cards[answer.json()["card"]]
    assert (card.channel, card.table, card.author) == (Channel.SPOKEN, "4", "")
    assert not cookies_of(answer)
