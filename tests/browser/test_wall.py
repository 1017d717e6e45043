"""The projected screen: read from the back of the room, touched by nobody, right by itself."""

import itertools
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from atelier.domain.words import Role
from tests.browser.phones import Phone
from tests.browser.projecting import OUTSIDE, OVERLAPS, SMALLEST, Wall
from tests.browser.serving import OPEN, SILENT, Convention, Server
from tests.browser.walls import ARABIC, LONG, real_texts, try_everything

SIZES = [(1280, 720), (1920, 1080), (3840, 2160), (1024, 768)]

_ENDS = "found => found.map(one => one.getBoundingClientRect()).map(box => [box.top, box.bottom])"


@pytest.fixture
def wall(browser: Browser, hall: Server, served: Convention) -> Iterator[Callable[..., Wall]]:
    """`wall()` is one more screen, of a convention where everything may be written."""
    made: list[Wall] = []
    served.starts(OPEN)

    def make(theme: str = "DS", **options: Any) -> Wall:
        made.append(Wall(browser, served, theme, **options))
        return made[-1]

    yield make
    for one in made:
        one.context.close()
    assert [one.faults for one in made] == [[] for _ in made]


def projects(served: Convention, mode: str, **more: Any) -> None:
    """As the programme asks for in its step."""
    step = {"label": "Au mur", "post": ["constat", "revendication"], "wall": mode, **more}
    served.does("edit_convention", role=Role.HOST, steps=[step])
    served.starts(1)


def fill(served: Convention, how_many: int, kind: str = "constat") -> list[int]:
    texts = (real_texts(100) * how_many)[:how_many]
    return [served.has(text[:200], kind) for text in texts]


def test_a_theme_that_does_not_exist_is_not_found(served: Convention, wall: Callable[..., Wall]) -> None:
    screen = wall()
    answer = screen.page.goto(served.path("ZZ", "wall"))
    assert answer is not None
    assert answer.status == 404
    expect(screen["h1"]).to_have_text("Cette page n’existe pas ici")


def test_who_holds_no_role_sees_nothing_of_the_wall(served: Convention, phone: Callable[..., Phone]) -> None:
    person = phone(is_mobile=False)
    person.opens(served.path("DS", "wall"))
    expect(person.page.get_by_text("Cette page est pour l’équipe.")).to_be_visible()
    assert person.page.locator(".at-wall").count() == 0


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", ["wall", "one_by_one", "join", "dots"])
def test_everything_is_on_the_screen_and_read_from_afar(
    served: Convention, wall: Callable[..., Wall], size: tuple[int, int], mode: str
) -> None:
    try_everything(served)
    projects(served, mode)
    screen = wall(size=size)
    assert screen.page.evaluate(OUTSIDE) == []
    assert screen.page.evaluate(OVERLAPS) == []
    assert screen.letters() >= SMALLEST * 0.999
    assert screen["a:visible, button:visible, input:visible"].count() == 0


@pytest.mark.parametrize("mode", ["wall", "one_by_one", "join"])
def test_all_letters_stand_out_seven_to_one(served: Convention, wall: Callable[..., Wall], mode: str) -> None:
    try_everything(served)
    projects(served, mode)
    screen = wall()
    found = Axe().run(screen.page, options={"runOnly": ["color-contrast-enhanced"]}).response["violations"]
    assert [node["html"] for one in found for node in one["nodes"]] == []


def test_an_empty_board_says_where_to_write(wall: Callable[..., Wall]) -> None:
    screen = wall()
    expect(screen[".board.constat .empty"]).to_contain_text(screen.server.address)


def test_hidden_cards_are_counted_and_not_shown(served: Convention, wall: Callable[..., Wall]) -> None:
    screen = wall()
    served.starts(SILENT)
    served.has("En silence.")
    expect(screen[".board.constat .later"]).to_contain_text("1 carte écrite, montrée plus tard")
    assert "En silence" not in screen.page.content()


def test_a_new_card_is_outlined_for_a_while_and_the_other_column_stays(
    served: Convention, wall: Callable[..., Wall]
) -> None:
    old = [served.has(f"Une carte courte, la {n}e.") for n in range(4)]
    screen = wall()
    before = {number: screen.card(number).bounding_box() for number in old}
    new = served.has("Une carte de plus.")
    expect(screen.card(new)).to_have_class("card constat new")
    moved = [number for number in old if screen.card(number).bounding_box() != before[number]]
    assert len(moved) <= len(old) / 2
    screen.page.clock.run_for(9_000)
    expect(screen.card(new)).to_have_class("card constat")


def test_pages_turn_one_board_at_a_time_and_show_every_card(
    served: Convention, wall: Callable[..., Wall]
) -> None:
    constats, demands = fill(served, 20), fill(served, 10, "revendication")
    screen = wall()
    seen: set[str] = set()
    for _ in range(24):
        seen |= {one.get_attribute("id") or "" for one in screen[".flow li:not(.off)"].all()}
        before = screen[".half"].all_inner_texts()
        screen.turns()
        after = screen[".half"].all_inner_texts()
        assert sum(one != other for one, other in zip(before, after, strict=True)) == 1
    assert seen >= {f"card-{number}" for number in (*constats, *demands)}


def test_a_card_that_comes_while_an_old_page_is_read_waits_for_the_turn(
    served: Convention, wall: Callable[..., Wall]
) -> None:
    fill(served, 20)
    screen = wall()
    screen.turns()
    page = screen.pages()
    assert page.startswith("2 /")
    shown = screen[".board.constat"].inner_text()
    new = served.has("Une carte qui attend.")
    expect(screen.card(new)).to_have_class(re.compile("waiting"))
    expect(screen["#cards"]).to_contain_text("21 cartes")
    assert screen[".board.constat .pane"].inner_text() in shown
    screen.turns()
    if not screen.pages().startswith("1 /"):
        screen.turns()
    assert screen.pages().startswith("1 /")
    expect(screen.card(new)).to_be_visible()
    expect(screen.card(new)).to_have_class("card constat new")


def test_the_other_boards_take_turns_on_their_side(served: Convention, wall: Callable[..., Wall]) -> None:
    served.has("Une demande.", "revendication")
    served.has("Une piste.", "piste")
    screen = wall()
    expect(screen[".board.revendication"]).to_be_visible()
    expect(screen[".board.piste"]).to_be_hidden()
    screen.turns()
    expect(screen[".board.piste"]).to_be_visible()
    expect(screen[".board.revendication"]).to_be_hidden()
    expect(screen[".board.constat"]).to_be_visible()


@pytest.mark.parametrize("text", ["Oui.", LONG, ARABIC, "anticonstitutionnellement" * 6])
def test_one_alone_is_as_large_as_it_can_be(served: Convention, wall: Callable[..., Wall], text: str) -> None:
    served.has(text)
    projects(served, "one_by_one")
    screen = wall()
    alone = screen["#alone .one > li"]
    expect(alone).to_contain_text(text[-20:])
    held = alone.evaluate("one => one.scrollHeight <= one.clientHeight && one.scrollWidth <= one.clientWidth")
    letters = screen["#alone .said"].evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
    assert held
    assert letters > 50


def test_a_statement_alone_stands_on_its_cards(served: Convention, wall: Callable[..., Wall]) -> None:
    cards = [served.has(f"Source {number}.") for number in range(3)]
    made = served.does("group_cards", cards=cards, title="Les guichets")["statement"]
    served.does("word_statement", statement=made, text="Les guichets ferment.")
    projects(served, "one_by_one")
    screen = wall()
    expect(screen["#alone .sources"]).to_contain_text("3 cartes")
    expect(screen["#alone .sources .card"]).to_have_count(3)
    served.does("word_statement", statement=made, text="Les guichets ont fermé.")
    expect(screen["#alone"]).to_contain_text("Les guichets ont fermé.")
    served.does("ungroup_cards", cards=cards[:1])
    expect(screen.card(cards[0])).to_have_count(1)
    expect(screen["#alone .sources .card"]).to_have_count(2)


def test_a_long_statement_alone_leaves_out_nothing_and_covers_nothing(
    served: Convention, wall: Callable[..., Wall]
) -> None:
    made = served.does("group_cards", cards=[served.has("Une.")], title="Le titre")["statement"]
    served.does("word_statement", statement=made, text=LONG)
    served.does("record_minority", statement=made, text=LONG, people=3)
    projects(served, "one_by_one")
    screen = wall()
    parts = screen["#alone .one > li > :is(.said, .minority, .sources)"]
    ends = parts.evaluate_all(_ENDS)
    assert len(ends) == 3
    assert all(bottom <= top + 1 for (_, bottom), (top, _) in itertools.pairwise(sorted(ends)))
    assert screen.letters() >= SMALLEST * 0.999


@pytest.mark.parametrize("size", SIZES[:2])
@pytest.mark.parametrize("text", [LONG, ARABIC * 20, (LONG * 7)[:4_000]], ids=["long", "arabic", "longest"])
def test_under_a_long_statement_its_cards_are_read_down_to_their_numbers(
    served: Convention, wall: Callable[..., Wall], text: str, size: tuple[int, int]
) -> None:
    cards = [served.has(LONG[:300], channel="paper", carried_by=7) for _ in range(4)]
    made = served.does("group_cards", cards=cards, title="Le titre")["statement"]
    served.does("word_statement", statement=made, text=text)
    served.does("record_minority", statement=made, text=LONG, people=3)
    projects(served, "one_by_one")
    screen = wall(size=size)
    expect(screen["#alone .sources"]).to_contain_text("4 cartes")
    alone = screen["#alone .one > li"]
    assert alone.evaluate("one => one.scrollHeight <= one.clientHeight")
    pane = screen["#alone .sources .pane"]
    numbers = screen["#alone .sources .card:not(.off) .meta"]
    if pane.is_visible():
        assert numbers.count()
        ends = numbers.evaluate_all(_ENDS)
        bottom = pane.evaluate("one => one.getBoundingClientRect().bottom")
        assert all(end <= bottom for _, end in ends)
    else:
        assert len(text) > 3_000  # so long that nothing else is read beside it


def test_the_words_to_answer_with_stay_while_many_statements_turn(
    served: Convention, wall: Callable[..., Wall]
) -> None:
    made = []
    for number in range(8):
        one = served.does("group_cards", cards=[served.has(f"Demande {number}.", "revendication")])
        made.append(one["statement"])
        served.does("word_statement", statement=made[-1], text=LONG)
    projects(served, "dots")
    served.does("open_poll", statements=made, scale="grades")
    screen = wall(size=SIZES[0])
    expect(screen["#result .pages"]).to_contain_text("1 / ")
    expect(screen["#result .words"]).to_contain_text("À rejeter")
    assert screen.page.evaluate(OUTSIDE) == []
    pane, words = screen["#result .pane, #result .words"].evaluate_all(_ENDS)
    assert pane[1] <= words[0] + 1


def test_a_vote_without_a_dot_says_so_and_says_of_how_many_statements(
    served: Convention, wall: Callable[..., Wall]
) -> None:
    made = served.does("group_cards", cards=[served.has("Une.", "revendication")])["statement"]
    served.does("word_statement", statement=made, text="Une demande.")
    served.does("open_vote", theme="DS", dots=3, kinds=["revendication"])
    served.does("close_vote", theme="DS")
    projects(served, "dots")
    screen = wall(size=SIZES[0])
    lines = screen["#result .weighed"]
    expect(lines).to_have_count(2)
    assert screen.page.evaluate(OUTSIDE) == []
    bottom = screen["#result .pane"].evaluate("one => one.getBoundingClientRect().bottom")
    assert all(end <= bottom for _, end in lines.evaluate_all(_ENDS))


def test_a_restart_brings_everything_back(served: Convention, wall: Callable[..., Wall]) -> None:
    card = served.has("Avant la coupure.")
    projects(served, "join")
    screen = wall()
    served.server.stop()
    expect(screen[".lost-line"]).to_be_visible()
    served.server.start()
    for _ in range(30):  # its clock stands still, and so do the attempts to come back
        screen.page.wait_for_timeout(200)
        screen.page.clock.run_for(2_000)
    expect(screen[".lost-line"]).to_be_hidden()
    expect(screen[".at-wall"]).to_have_attribute("data-mode", "join")
    assert screen.card(card).count() == 1
    new = served.has("Après la coupure.")
    expect(screen.card(new)).to_have_count(1)
    screen.faults.clear()


def test_three_hundred_cards_are_laid_out_and_more_come(
    served: Convention, wall: Callable[..., Wall]
) -> None:
    fill(served, 200)
    fill(served, 100, "revendication")
    screen = wall()
    expect(screen["#cards"]).to_contain_text("300 cartes")
    assert screen.page.evaluate(OUTSIDE) == []
    assert screen.page.evaluate(OVERLAPS) == []
    new = served.has("Une de plus.")
    expect(screen.card(new)).to_be_visible()
