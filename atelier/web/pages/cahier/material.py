"""What was said, to write with: statements, and cards without a place yet. Only what is shown is sent."""

import unicodedata
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import replace

from atelier.cahier.escape import escape_inline
from atelier.domain.card import Card
from atelier.domain.fates import fate_of
from atelier.domain.links import live_statements
from atelier.domain.references import cited, number_in
from atelier.domain.sections import printed
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.tally import weighings
from atelier.domain.words import Fate, Reference, ThemeCode
from atelier.web.pages.cahier.bench import Bench
from atelier.web.pages.cahier.looking import PAGE, Looking, Which

Thing = Statement | Card


def search(bench: Bench, words: str) -> None:
    """Somebody typed in the box."""
    bench.looking.words = words[:200]
    bench.looking.shown = PAGE
    show(bench)


def show(bench: Bench) -> None:
    """What is found, the first of it."""
    state, looking = bench.state, bench.looking
    quoted = quoted_in(state)
    things = list(found(state, looking, quoted))
    html = bench.fill(
        "material.html",
        looking=looking,
        things=things[: looking.shown],
        more=len(things) - looking.shown,
        count=len(things),
        whiches=Which,
        quoted=quoted,
        empty=not state.statements and not state.cards,
        dots=lambda one: sum(each.tally.total for each in weighings(state, one)),
        is_card=lambda one: isinstance(one, Card),
        key_of=key_of,
        writing=bench.opened is not None and bench.writes(bench.opened),
    )
    bench.parts.material.show(html, now=bench.now)


def found(state: Convention, looking: Looking, quoted: Mapping[Reference, int]) -> Iterator[Thing]:
    """Statements first, in the order of the cahier; then the cards, by number."""
    words = plain(looking.words).split()
    for thing in _things(state, looking, quoted):
        if looking.theme in (None, *thing.themes) and _holds(thing, words):
            yield thing


def _things(state: Convention, looking: Looking, quoted: Mapping[Reference, int]) -> Iterator[Thing]:
    if looking.which is not Which.CARDS:
        for one in live_statements(state):
            if looking.which is not Which.NOT_CITED or one.reference not in quoted:
                yield one
    if looking.which in (Which.ALL, Which.CARDS):
        yield from (card for card in state.cards.values() if fate_of(card) is Fate.TO_PLACE)


def _holds(thing: Thing, words: list[str]) -> bool:
    if not words:
        return True
    said = plain(_said(thing))
    return all(word in said for word in words)


def _said(thing: Thing) -> str:
    if isinstance(thing, Statement):
        return f"{thing.reference} {thing.title} {thing.text}"
    return " ".join((f"n° {thing.written}", thing.text, *(one.text for one in thing.translations)))


def plain(text: str) -> str:
    """Without accents or capitals, as one types in a hurry."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char)).replace("’", "'")


def key_of(thing: Thing) -> str:
    """`DS-R4`, or `41`."""
    return thing.reference if isinstance(thing, Statement) else str(thing.number)


def quoted_in(state: Convention) -> Mapping[Reference, int]:
    """In how many texts each statement is cited."""
    counted: dict[Reference, int] = {}
    for name in printed(state):
        for reference in cited(state.sections[name].text):
            counted[reference] = counted.get(reference, 0) + 1
    return counted


async def _theme(bench: Bench, of: str) -> None:
    code = ThemeCode(of) if of in bench.state.themes else None
    bench.looking = replace(bench.looking, theme=code, shown=PAGE, large=None)


async def _which(bench: Bench, of: str) -> None:
    if of in set(Which):
        bench.looking = replace(bench.looking, which=Which(of), shown=PAGE, large=None)


async def _more(bench: Bench, of: str) -> None:
    bench.looking.shown += PAGE


async def _large(bench: Bench, of: str) -> None:
    thing = _thing(bench.state, of)
    name = key_of(thing) if thing else None
    bench.looking.large = None if name == bench.looking.large else name


async def _cite(bench: Bench, of: str) -> None:
    """Its reference, or the words of a card, where the caret is."""
    thing = _thing(bench.state, of)
    if thing is None or bench.opened is None:
        return
    said = bench.here.speech.text
    if isinstance(thing, Statement):
        bench.parts.writing.box.cite(thing.reference)
    else:
        words = escape_inline(thing.text)
        bench.parts.writing.box.cite(said("« {words} » (carte n° {n})", words=words, n=thing.written))


def _thing(state: Convention, of: str) -> Thing | None:
    number = number_in(of)
    card = state.cards.get(number) if isinstance(number, int) else None
    return card or state.statements.get(Reference(of))


ACTS: Mapping[str, Callable[[Bench, str], Awaitable[None]]] = {
    "theme": _theme,
    "which": _which,
    "more": _more,
    "large": _large,
    "cite": _cite,
}
