"""A whole day, from the programme to the cahier, by nothing but the command and an HTTP client.

Sixty people write three hundred cards on their phones; the machine loses its
power in the middle; the team groups, words, links, weighs, merges; then every
word and every count of the printed cahier is held against what was done.
"""

import csv
import hashlib
import io
import json
import re
from collections import Counter
from contextlib import ExitStack

import pytest

from tests.cli.terminal import Serving, atelier
from tests.day import PROGRAMME, THEMES, Desk
from tests.printed import Printed, plain
from tests.whole_day import (
    CORRECTED,
    ON_PAPER,
    PHONES,
    REASONS,
    ROUNDS,
    SPOKEN,
    WITHDRAWN,
    Day,
    think_again,
    work,
    write,
    write_again,
)

pytestmark = pytest.mark.xdist_group("a whole day")

NEVER_PRINTED = {"personal_data", "against_frame"}
BY = {"phone": "par téléphone", "paper": "sur papier", "spoken": "à voix haute"}


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """Lived once, looked at by every test below."""
    cwd = tmp_path_factory.mktemp("day")
    (cwd / "programme.toml").write_text(PROGRAMME, encoding="utf-8")
    made = json.loads(atelier("new", "--json", "programme.toml", cwd=cwd).out)
    day = Day(cwd, made["slug"], made["keys"])
    with ExitStack() as ends:
        first = ends.enter_context(Serving("serve", cwd=cwd))
        facilitator = Desk(first.address, day.slug, day.keys["facilitator"])
        secretary = Desk(first.address, day.slug, day.keys["secretary"])
        for leave in (facilitator.http.close, secretary.http.close, day.leave):
            ends.callback(leave)
        facilitator.does("start_step", theme="SU", step=1)
        write(day, first)
        second = ends.enter_context(Serving("serve", cwd=cwd, port=first.port))
        write_again(day)
        think_again(day)
        work(day, secretary, facilitator)
        day.told = [
            atelier("export", day.slug, "--format", "all", cwd=cwd),
            atelier("check", day.slug, cwd=cwd),
        ]
        assert second.stop() == 0
        day.said = first.said + second.said
    day.told.append(atelier("check", day.slug, cwd=cwd))
    return day


@pytest.fixture(scope="module")
def printed(day: Day) -> Printed:
    return day.printed()


def test_every_command_of_the_day_ended_well(day: Day) -> None:
    assert [told.code for told in day.told] == [0, 0, 0], day.told
    assert "Traceback" not in day.said


# --- What was received is what is there -------------------------------------


def test_no_card_was_lost_or_doubled_by_the_power_cut(day: Day) -> None:
    assert day.cut_off > 0
    assert sorted(day.cards) == list(range(1, PHONES * ROUNDS + ON_PAPER + SPOKEN + 1))
    assert len({card.text for card in day.cards.values()}) == len(day.cards)


def test_every_card_is_printed_word_for_word_under_its_number(day: Day, printed: Printed) -> None:
    for number, card in day.cards.items():
        part = printed.named(f"Carte {number}")
        if card.withdrawn or card.aside in NEVER_PRINTED:
            assert card.text not in "".join(part.quotes)
        else:
            assert part.quotes[0] == card.text


def test_every_card_is_printed_with_its_kind_its_theme_how_it_came_and_its_fate(
    day: Day, printed: Printed
) -> None:
    for number, card in day.cards.items():
        part = printed.named(f"Carte {number}")
        facts = plain(part.paragraphs[0]).split(" · ")
        if card.withdrawn:
            assert "retirée" in plain(" ".join(part.paragraphs))
            continue
        assert facts[:2] == [card.kind.capitalize(), card.theme]
        assert BY[card.channel] in facts
        assert bool(card.aside) == any(one.startswith("mise de côté") for one in facts)
        assert part.links == ([f"#{card.statement.lower()}"] if card.statement else [])


def test_the_headings_are_ours_and_no_text_made_one(day: Day, printed: Printed) -> None:
    cards = [f"Carte {number}" for number in sorted(day.cards)]
    former = {*(one for parts in day.merged.values() for one in parts)}
    titles = printed.titles(4)
    assert [one for one in titles if one.startswith("Carte ")] == cards
    assert sorted(one for one in titles if not one.startswith("Carte ")) == sorted({*day.live, *former})
    assert printed.titles(1) == ["Une journée entière"]
    chapters = [one for one in printed.titles(2) if one.endswith(")")]
    assert chapters == [f"{title} ({code})" for code, title in sorted(THEMES.items())]


def test_nothing_that_was_written_became_markup(printed: Printed) -> None:
    assert printed.markup <= {"strong_open", "strong_close", "hr"}
    images = [image for part in printed.parts for image in part.images]
    assert images
    assert all(re.fullmatch(r"pictures/[a-z0-9-]+\.svg", image) for image in images), images


# --- The counts -------------------------------------------------------------


def test_the_ledger_adds_up_to_the_cards_received(day: Day, printed: Printed) -> None:
    part = printed.named("Ce que sont devenues les cartes")
    head, *rows = part.rows
    assert head == ["Devenir", "Cartes"]
    counts = {name: int(count) for name, count in rows}
    total = counts.pop("Ensemble")
    placed = sum(bool(card.statement) for card in day.cards.values())
    assert list(counts.values()) == [placed, 0, len(REASONS), WITHDRAWN]
    assert sum(counts.values()) == total == len(day.cards)
    phones = PHONES * ROUNDS
    said = (
        f"{total} cartes reçues : {phones} {BY['phone']}, {ON_PAPER} {BY['paper']}, {SPOKEN} {BY['spoken']}."
    )
    assert plain(part.paragraphs[0]) == said
    assert len(part.bullets) == len(REASONS)


def test_each_theme_is_counted_for_what_it_did(day: Day, printed: Printed) -> None:
    rows = {row[0]: row for row in printed.named("Vue d’ensemble").rows}
    for code, title in THEMES.items():
        made = Counter("RC".index(one[3]) for one in day.live if one.startswith(code))
        received = sum(card.theme == code for card in day.cards.values())
        assert rows[f"{title} ({code})"][2:] == [str(made[1]), str(made[0]), str(received)]


# --- The statements ---------------------------------------------------------


def test_each_statement_is_printed_in_its_words_with_its_cards_and_its_foundations(
    day: Day, printed: Printed
) -> None:
    for reference in day.live:
        part = printed.named(reference)
        assert "\n\n".join(part.paragraphs) == day.wordings[reference]
        cards = [one for one in part.links if one.startswith("#carte-")]
        assert sorted(cards) == sorted(f"#carte-{number}" for number in day.cards_of(reference))
        founded = [one for one in part.bullets if one.startswith("Fondée sur ")]
        wanted = day.founded_on.get(reference)
        assert founded == ([f"Fondée sur {', '.join(wanted)}"] if wanted else [])


def test_each_constat_tells_which_demands_stand_on_it(day: Day, printed: Printed) -> None:
    for reference in (one for one in day.live if one[3] == "C"):
        wanted = [one for one in day.live if reference in day.founded_on.get(one, [])]
        (founds,) = [one for one in printed.named(reference).bullets if one.startswith("Fonde ")]
        assert founds.removeprefix("Fonde ").split(", ") == sorted(wanted)


def test_every_link_leads_somewhere(printed: Printed) -> None:
    links = {link for part in printed.parts for link in part.links}
    assert {link for link in links if not link.startswith("#")} == set()
    assert {link[1:] for link in links} <= printed.anchors()


def test_dots_are_printed_by_channel_and_a_merged_statement_starts_at_zero(
    day: Day, printed: Printed
) -> None:
    given = day.dots["DS-R1"]
    said = ", ".join(f"{name} {dots}" for name, dots in given.items())
    assert f"{sum(given.values())} gommettes : {said}" in map(plain, printed.named("DS-R1").bullets)
    ((merged, parts),) = day.merged.items()
    bullets = list(map(plain, printed.named(merged).bullets))
    assert f"Réunit {', '.join(parts)}" in bullets
    assert [one for one in bullets if "gommette" in one] == ["0 gommette"]
    weighed = {row[0]: row[2:] for row in printed.named("Ce qui a pesé le plus").rows}
    assert weighed["DS-R1"] == ["23", "18", "0", "5"]
    assert not set(parts) & set(weighed)
    for one in parts:
        assert f"Réuni avec d’autres dans {merged}." in plain(" ".join(printed.named(one).paragraphs))
        assert printed.named(one).quotes == [day.wordings[one]]


# --- The other documents ----------------------------------------------------


def test_the_tables_hold_the_same_cards(day: Day) -> None:
    content = (day.exports / "cards.csv").read_text(encoding="utf-8-sig")
    rows = {int(row["number"]): row for row in csv.DictReader(io.StringIO(content, newline=""))}
    assert sorted(rows) == sorted(day.cards)
    for number, card in day.cards.items():
        assert (rows[number]["themes"], rows[number]["statement"]) == (card.theme, card.statement)
        if card.withdrawn or card.aside in NEVER_PRINTED:
            assert card.text not in rows[number]["text"]
        else:
            assert rows[number]["text"].removeprefix("'") == card.text
        assert not rows[number]["text"].startswith(("=", "+", "-", "@", "\t"))


def test_the_json_is_what_the_fingerprint_is_of(day: Day, printed: Printed) -> None:
    content = (day.exports / "cahier.json").read_bytes()
    assert hashlib.sha256(content).hexdigest() in printed.front
    assert len(json.loads(content)["cards"]) == len(day.cards)


# --- What is nowhere --------------------------------------------------------


def everything_kept(day: Day) -> bytes:
    files = [one for one in day.cwd.rglob("*") if one.is_file()]
    assert any(day.slug in one.parts and "sessions" in one.parts for one in files)
    return b"\0".join(one.read_bytes() for one in files)


def test_words_taken_back_or_corrected_are_in_no_file(day: Day) -> None:
    kept = everything_kept(day)
    assert len(day.gone) == 2 * (WITHDRAWN + CORRECTED)
    for gone in day.gone:
        assert gone.encode() not in kept
        assert json.dumps(gone)[1:-1].encode() not in kept
    there = next(card.text for card in day.cards.values() if card.statement and card.phone > CORRECTED * 2)
    assert json.dumps(there)[1:-1].encode() in kept


def test_what_a_browser_is_known_by_is_in_no_file_and_on_no_terminal(day: Day) -> None:
    kept = everything_kept(day) + day.said.encode()
    assert len({phone.token for phone in day.phones}) == PHONES
    secrets = [phone.token for phone in day.phones] + [form.fields["key"] for form in day.prepared.values()]
    assert [one for one in (*secrets, *day.keys.values()) if one.encode() in kept] == []
    assert b"Telephone-inconnu" not in kept
