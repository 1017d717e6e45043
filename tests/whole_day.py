"""Living the day: what the room and the team do, and what they know of it afterwards."""

import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.cli.terminal import Serving, Told
from tests.day import KINDS, THEMES, Desk, Phone, Sent, in_chunks, texts
from tests.printed import Printed

PHONES = 60
ROUNDS = 5
KILLED_IN_ROUND = 3
ON_PAPER, SPOKEN = 20, 10
WITHDRAWN, CORRECTED = 8, 8
REASONS = ("duplicate", "off_topic", "other", "personal_data", "against_frame")
A_HANDFUL = 7
DOTS = 3
TEXTS = texts(PHONES * ROUNDS)


@dataclass(slots=True)
class Card:
    """What was written, and what should have become of it."""

    theme: str
    kind: str
    text: str
    channel: str
    phone: int = -1
    statement: str = ""
    aside: str = ""
    withdrawn: bool = False


@dataclass(slots=True)
class Day:
    """All that was done, as those who did it know it."""

    cwd: Path
    slug: str
    keys: dict[str, str]
    phones: list[Phone] = field(default_factory=list)
    cards: dict[int, Card] = field(default_factory=dict)
    cut_off: int = 0
    gone: list[str] = field(default_factory=list)
    wordings: dict[str, str] = field(default_factory=dict)
    founded_on: dict[str, list[str]] = field(default_factory=dict)
    dots: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    merged: dict[str, list[str]] = field(default_factory=dict)
    said: str = ""
    told: list[Told] = field(default_factory=list)
    prepared: dict[tuple[int, int], Sent] = field(default_factory=dict)
    answered: set[tuple[int, int]] = field(default_factory=set)

    def leave(self) -> None:
        """Everybody goes home."""
        for phone in self.phones:
            phone.http.close()

    def cards_of(self, reference: str) -> list[int]:
        return [number for number, card in self.cards.items() if card.statement == reference]

    def printed(self) -> Printed:
        return Printed((self.exports / "cahier.md").read_text(encoding="utf-8"))

    @property
    def exports(self) -> Path:
        return self.cwd / "exports" / self.slug

    @property
    def live(self) -> list[str]:
        """The statements that stand."""
        inside = {one for parts in self.merged.values() for one in parts}
        return [one for one in self.wordings if one not in inside]


def write(day: Day, server: Serving) -> None:
    """Rounds of cards, until the power is cut in the middle of one."""
    day.phones += [Phone(server.address, day.slug, theme) for theme in all_themes(PHONES)]
    for turn in range(KILLED_IN_ROUND):
        cut = server.kill if turn == KILLED_IN_ROUND - 1 else None
        burst(day, turn, cut)


def write_again(day: Day) -> None:
    """What was not answered is sent again, and the day goes on."""
    for turn in range(KILLED_IN_ROUND - 1, ROUNDS):
        burst(day, turn, None)


def burst(day: Day, turn: int, cut: Callable[[], None] | None) -> None:
    """Every phone that has not been told of its card of this turn sends it: the same form, if it has one."""
    enough, lock = threading.Event(), threading.Lock()

    def one(phone: int) -> None:
        wanted = (phone, turn)
        if wanted in day.answered:
            return
        text, lang = TEXTS[turn * PHONES + phone]
        try:
            if wanted not in day.prepared:
                day.prepared[wanted] = day.phones[phone].prepare(KINDS[turn % 2], text, lang)
            form = day.prepared[wanted]
            number = day.phones[phone].send(form)
        except httpx.TransportError:
            assert cut is not None
            return
        with lock:
            known = day.cards.setdefault(number, Card(form.theme, form.kind, form.text, "phone", phone))
            assert known.text == text
            day.answered.add(wanted)
            if len(day.answered) >= turn * PHONES + PHONES // 3:
                enough.set()

    with ThreadPoolExecutor(8) as room:
        waiting = [room.submit(one, phone) for phone in range(PHONES)]
        if cut is not None:
            assert enough.wait(30)
            cut()
        for each in waiting:
            each.result()
    if cut is not None:
        day.cut_off = sum((phone, turn) not in day.answered for phone in range(PHONES))


def all_themes(count: int) -> Iterator[str]:
    for number in range(count):
        yield list(THEMES)[number % len(THEMES)]


def think_again(day: Day) -> None:
    """A form sent twice; cards taken back; cards corrected."""
    for wanted in list(day.prepared)[:5]:
        assert day.cards[day.phones[wanted[0]].send(day.prepared[wanted])].text == day.prepared[wanted].text
    mine = {phone: [n for n, card in day.cards.items() if card.phone == phone] for phone in range(PHONES)}
    for phone in range(WITHDRAWN):
        number, device = mine[phone][0], day.phones[phone]
        day.gone += [day.cards[number].text, f"motretire{phone:03}x"]
        device.correct(number, f"motretire{phone:03}x, pour de bon.")
        device.withdraw(number)
        day.cards[number].withdrawn = True
    for phone in range(WITHDRAWN, WITHDRAWN + CORRECTED):
        number, device = mine[phone][1], day.phones[phone]
        before = device.correct(number, f"motcorrige{phone:03}x à reprendre.")
        assert before.replace("\r\n", "\n") == day.cards[number].text
        day.gone += [day.cards[number].text, f"motcorrige{phone:03}x"]
        day.cards[number].text = f"# Corrigée deux fois, par la personne {phone}."
        device.correct(number, day.cards[number].text)


# --- The team ---------------------------------------------------------------


def work(day: Day, secretary: Desk, facilitator: Desk) -> None:
    """From cards to statements, from statements to a vote and a merge."""
    type_in(day, secretary)
    facilitator.does("reveal_cards", theme="SU")
    for number, reason in zip(standing(day)[::40], REASONS, strict=False):
        secretary.does("set_aside_card", card=number, reason=reason, note=f"Parce que : *{reason}*.")
        day.cards[number].aside = reason
    for theme in THEMES:
        group(day, secretary, theme)
    weigh(day, facilitator)
    merge(day, secretary, ["DS-R2", "DS-R3"])


def type_in(day: Day, secretary: Desk) -> None:
    """Slips and spoken words, for the whole house."""
    for number, theme in enumerate(all_themes(ON_PAPER + SPOKEN)):
        channel = "paper" if number < ON_PAPER else "spoken"
        kind, text = KINDS[number % 2], f"> Dit {channel} {number:03} : « 1. le guichet »"
        fields = {"theme": theme, "kind": kind, "text": text, "channel": channel, "slip": f"A{number}"}
        told = secretary.does("post_card", **fields, key=f"fiche-{number}")
        assert secretary.does("post_card", **fields, key=f"fiche-{number}") == told
        day.cards[int(str(told["card"]))] = Card(theme, kind, text, channel)


def standing(day: Day) -> list[int]:
    return [number for number, card in sorted(day.cards.items()) if not card.withdrawn and not card.aside]


def group(day: Day, secretary: Desk, theme: str) -> None:
    """Every card of the theme, a handful to a statement; each demand founded on each constat."""
    made: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for kind in KINDS:
        mine = [n for n in standing(day) if (day.cards[n].theme, day.cards[n].kind) == (theme, kind)]
        for numbers in in_chunks(mine, A_HANDFUL):
            reference = str(secretary.does("group_cards", cards=numbers)["statement"])
            text = f"## {reference} dit :\n\n- que | *rien* <b>ne</b> ferme [sans](nous) ;\n- et DS-C1."
            secretary.does("word_statement", statement=reference, text=text)
            for number in numbers:
                day.cards[number].statement = reference
            day.wordings[reference] = text
            made[kind].append(reference)
    for reference in made["revendication"]:
        secretary.does("link_statements", statement=reference, founded_on=made["constat"])
        day.founded_on[reference] = made["constat"]


def weigh(day: Day, facilitator: Desk) -> None:
    """Dots from the phones of one theme, hands, paper; nobody gives one more than they have."""
    facilitator.does("open_vote", theme="DS", dots=DOTS)
    for phone in (phone for phone in day.phones if phone.theme == "DS"):
        for reference, dots in (("DS-R1", 2), ("DS-R2", 1)):
            assert phone.cast(reference, dots).status_code == 200
            day.dots[reference]["téléphone"] += dots
        refused = phone.cast("DS-R3", 1)
        assert (refused.status_code, refused.json()["refusal"]) == (422, "too_many_dots")
    for reference, channel, name, dots in (
        ("DS-R1", "hands", "mains levées", 5),
        ("DS-R2", "paper", "papier", 4),
    ):
        facilitator.does("count_dots", statement=reference, channel=channel, dots=dots)
        day.dots[reference][name] = dots
    facilitator.does("close_vote", theme="DS")


def merge(day: Day, secretary: Desk, parts: list[str]) -> None:
    reference = str(secretary.does("merge_statements", statements=parts)["statement"])
    day.merged[reference] = parts
    day.wordings[reference] = "Les deux en une phrase."
    secretary.does("word_statement", statement=reference, text=day.wordings[reference])
    day.founded_on[reference] = day.founded_on[parts[0]]
    for card in day.cards.values():
        if card.statement in parts:
            card.statement = reference
