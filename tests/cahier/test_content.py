import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from atelier.cahier.compose import compose
from atelier.cahier.content import content, fingerprint, short
from atelier.cahier.markdown import render
from atelier.domain import commands, events
from atelier.domain.evolve import replay
from atelier.domain.frozenmap import FrozenMap
from atelier.domain.words import AsideReason, CardNumber, Instant, Reference
from tests.cahier.day import rich_day
from tests.cahier.french import French
from tests.domain.play import HOST
from tests.domain.rooms import CARD, CARRIED, with_a_room

V = TypeVar("V")


def said() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(content(rich_day().state))
    return read


def test_the_same_log_gives_the_same_bytes_whatever_the_clock_said() -> None:
    day = rich_day()
    later = [replace(envelope, at=Instant(envelope.at * 7)) for envelope in day.log]
    assert content(replay(later)) == content(day.state)


def test_two_different_days_that_say_the_same_have_the_same_fingerprint() -> None:
    day, other = rich_day(), rich_day()
    other.do(commands.SetAsideCard(card=CardNumber(12), reason=AsideReason.OTHER))
    assert fingerprint(other.state) != fingerprint(day.state)
    other.do(commands.RestoreCard(card=CardNumber(12)))
    assert fingerprint(other.state) == fingerprint(day.state)


def test_the_order_in_which_mappings_were_filled_changes_nothing() -> None:
    state = rich_day().state
    votes = {
        number: replace(vote, phones=backwards(vote.phones), counted=backwards(vote.counted))
        for number, vote in state.votes.items()
    }
    shuffled = replace(
        state,
        cards=FrozenMap(backwards(state.cards)),
        statements=FrozenMap(backwards(state.statements)),
        sections=backwards(state.sections),
        answers=backwards(state.answers),
        votes=votes,
    )
    assert content(shuffled) == content(state)
    assert compose(shuffled) == compose(state)


def backwards(mapping: Mapping[Any, V]) -> dict[Any, V]:
    return dict(reversed(list(mapping.items())))


_ELSEWHERE = """
import hashlib
from tests.cahier.day import rich_day
from tests.cahier.french import French
from tests.domain.play import HOST
from tests.domain.rooms import CARD, CARRIED, with_a_room
from tests.cahier.french import French
from atelier.cahier.compose import compose
from atelier.cahier.content import content
from atelier.cahier.markdown import render
from atelier.exchange.csv_files import cards_csv, statements_csv
state = rich_day().state
made = content(state) + render(compose(state), French()).encode()
print(hashlib.sha256(made + cards_csv(state, French()) + statements_csv(state, French())).hexdigest())
"""


def test_another_machine_locale_clock_and_hash_seed_give_the_same_bytes() -> None:
    digests = set()
    for seed, zone, locale in (
        ("0", "UTC", "C"),
        ("1", "Asia/Tokyo", "fr_FR.UTF-8"),
        ("77", "America/Lima", "tr_TR"),
    ):
        env = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANG": locale}
        ran = subprocess.run(
            [sys.executable, "-c", _ELSEWHERE], env=env, capture_output=True, check=True, text=True
        )
        digests.add(ran.stdout)
    assert len(digests) == 1


def test_the_fingerprint_is_short_on_the_cover() -> None:
    digest = fingerprint(rich_day().state)
    assert len(digest) == 64
    assert short("4f1c9a0277be0000") == "4f1c 9a02 77be"


def test_nothing_tells_who_wrote_or_when() -> None:
    day = rich_day()
    made = content(day.state).decode()
    marks = [card.author for card in day.state.cards.values() if card.author]
    assert marks
    assert not any(mark in made for mark in (*marks, *day.state.receipts))
    keys = {key for card in said()["cards"] for key in card}
    assert not keys & {"author", "at", "posted", "table", "slip"}


def test_what_must_not_be_published_is_not_in_the_data_either() -> None:
    made = content(rich_day().state).decode()
    for words in ("Paul", "Injure", "Le vigile répond"):
        assert words not in made


def test_texts_links_dots_and_versions_are_all_there() -> None:
    state, read = rich_day().state, said()
    for card in read["cards"]:
        kept = state.cards[CardNumber(card["number"])]
        assert card["text"] in (kept.text, "")
        assert bool(card["withheld"]) == (card["text"] == "")
        assert (card["themes"], card["statement"]) == (list(kept.themes), kept.statement)
    for statement in read["statements"]:
        one = state.statements[Reference(statement["reference"])]
        assert statement["wordings"] == [wording.text for wording in one.versions]
        assert statement["founded_on"] == list(one.founded_on)
        assert statement["cards"] == list(one.cards)
        assert (statement["merged_into"], statement["dissolved"]) == (one.merged_into, one.dissolved)
    assert len(read["statements"]) == len(state.statements)


def test_dots_are_given_by_wording_and_those_of_an_open_vote_are_not() -> None:
    closed, still_open = said()["votes"]
    assert closed["dots_given"] == [
        {"statement": "DS-R1", "wording": 2, "phones": 3, "paper": 2, "hands": 0},
        {"statement": "DS-R2", "wording": 1, "phones": 2, "paper": 1, "hands": 4},
    ]
    assert (still_open["open"], still_open["dots_given"]) == (True, None)


def test_the_data_says_again_what_the_convention_is() -> None:
    read, state = said(), rich_day().state
    assert read["format"] == 1
    assert read["convention"]["title"] == state.title
    assert read["convention"]["steps"][1]["post"] == ["constat"]
    assert [theme["code"] for theme in read["themes"]] == list(state.themes)
    assert [slot["themes"] for slot in read["slots"]] == [["DS", "TR"]]
    assert set(read["sections"]) == set(state.sections)
    assert read["axes"][0]["statements"] == ["DS-C5", "DS-Q1", "TR-R1", "DS-P1"]
    assert read["answers"] == dict(state.answers)


def test_a_card_from_elsewhere_says_from_where_and_the_others_say_nothing_of_it() -> None:
    play = with_a_room()
    play.post()
    for command in (CARD, CARRIED):
        play.do(command, HOST)
    ours, carried, brought = json.loads(content(play.state))["cards"]
    assert not {"written", "origin"} & set(ours)
    assert carried["origin"]["reference"] == "SA-R4"
    assert (brought["number"], brought["written"]) == (CARD.card, "B-1")


def test_a_statement_made_of_what_an_earlier_cahier_said_cites_it() -> None:
    play = with_a_room()
    event = play.do(CARRIED, HOST)
    assert isinstance(event, events.StatementCarried)
    play.do(commands.GroupCards(cards=(event.card,)))
    assert "Repris d’un cahier précédent : " in render(compose(play.state), French())
