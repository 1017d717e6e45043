"""What is looked for is found: by words without accents, by theme, by what is left to do with it."""

import pytest

from atelier.domain import commands
from atelier.domain.words import Kind, ThemeCode
from atelier.web.pages.cahier.looking import Looking, Which
from atelier.web.pages.cahier.material import found, key_of, plain, quoted_in
from tests.domain.play import DS, SECRETARY, TR
from tests.web.pages.desk.day import C1, R1, Day


@pytest.fixture
def day() -> Day:
    """One statement of each kind, one of them cited; a card without a place, one set aside."""
    day = Day()
    for kind, text in ((Kind.CONSTAT, "L’été, le guichet est fermé."), (Kind.REVENDICATION, "Ouvrir.")):
        day.groups(*day.posts(kind))
        reference = C1 if kind is Kind.CONSTAT else R1
        day.do(commands.WordStatement(statement=reference, text=text))
    day.posts()
    day.sets_aside(*day.posts())
    day.do(commands.WriteSection(section="foreword", text=f"Voir {C1}, encore {C1}."), SECRETARY)
    day.do(commands.WriteSection(section="next", text=f"Aussi {C1}."), SECRETARY)
    return day


def looked(day: Day, **asked: object) -> list[str]:
    looking = Looking(**asked)  # type: ignore[arg-type]
    return [key_of(one) for one in found(day.state, looking, quoted_in(day.state))]


@pytest.mark.parametrize(
    ("which", "keys"),
    [
        (Which.ALL, [C1, R1, "3"]),
        (Which.STATEMENTS, [C1, R1]),
        (Which.NOT_CITED, [R1]),
        (Which.CARDS, ["3"]),
    ],
)
def test_what_is_set_aside_or_grouped_is_not_a_card_to_place(day: Day, which: Which, keys: list[str]) -> None:
    assert looked(day, which=which) == keys


@pytest.mark.parametrize(
    ("words", "keys"),
    [("ETE l'ete", [C1]), ("ds-r1", [R1]), ("carte 3", ["3"]), ("guichet ouvrir", []), ("  ", [C1, R1, "3"])],
)
def test_words_are_found_in_any_order_without_accents_or_capitals(
    day: Day, words: str, keys: list[str]
) -> None:
    assert looked(day, words=words) == keys


@pytest.mark.parametrize(("theme", "count"), [(DS, 3), (TR, 0), (None, 3)])
def test_a_theme_alone_is_shown(day: Day, theme: ThemeCode | None, count: int) -> None:
    assert len(looked(day, theme=theme)) == count


def test_a_text_that_cites_twice_counts_once(day: Day) -> None:
    assert quoted_in(day.state) == {C1: 2}


def test_what_is_plain_stays_so() -> None:
    assert plain("Œuvre d’ÉTÉ, ﬁn") == "œuvre d'ete, fin"
    assert plain("كِتَاب") == plain("كتاب")
