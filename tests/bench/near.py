"""Near cards: a question among a thousand, and a card that comes; beside doing all of it again."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from math import hypot, log
from random import Random

from atelier.domain.actor import Actor, Grant
from atelier.domain.card import Card
from atelier.domain.state import Convention, Theme
from atelier.domain.words import CardNumber, Channel, Instant, Kind, Mark, Role, Seq, ThemeCode
from atelier.nearness.index import Index
from atelier.nearness.neighbours import neighbours
from atelier.nearness.terms import terms
from tests.bench.measure import Figure, median_ms, seconds
from tests.nearness.notes import IDEAS

_CARDS = 1_000
_THEME = ThemeCode("DS")
_TEAM = Actor(grants=(Grant(role=Role.FACILITATOR),))


def figures() -> Iterator[Figure]:
    """All the cards on one board of one theme: a real day has a seventh of them there."""
    state = _state(_CARDS)
    index = Index()
    yield Figure(name=f"reading {_CARDS} cards", value=1000 * seconds(lambda: index.follow(state)))
    again = _all_again(state)
    yield Figure(
        name=f"near one of {_CARDS}, a card just came",
        value=median_ms(_Coming(state, index).question, 21),
        yardstick=again,
        beside="every text read and weighed again",
        value_max=50,
    )
    yield Figure(
        name=f"near one of {_CARDS}, nothing new",
        value=median_ms(lambda: neighbours(state, index, CardNumber(1), _TEAM), 21),
        yardstick=again,
        beside="every text read and weighed again",
        value_max=50,
    )
    coming = _Coming(state, index)
    yield Figure(
        name=f"a card comes among {_CARDS}",
        value=median_ms(coming.come, 21),
        yardstick=1000 * seconds(lambda: Index().follow(state)),
        beside="an index made anew",
        ratio_max=0.1,
    )


class _Coming:
    """One more card each time."""

    def __init__(self, state: Convention, index: Index) -> None:
        self.state, self._index = state, index

    def come(self) -> None:
        number = len(self.state.cards) + 1
        card = _card(number, Random(number))
        self.state = _with(self.state, card)
        self._index.follow(self.state)

    def question(self) -> None:
        self.come()
        neighbours(self.state, self._index, CardNumber(1), _TEAM)


def _state(count: int) -> Convention:
    theme = Theme(code=_THEME, title="Droits sociaux", question="", partners=(), boards=tuple(Kind))
    state = Convention(seq=Seq(1), themes={_THEME: theme})
    for number in range(1, count + 1):
        state = _with(state, _card(number, Random(number)))
    return state


def _with(state: Convention, card: Card) -> Convention:
    return replace(state, cards=state.cards.put(card.number, card))


def _card(number: int, random: Random) -> Card:
    """Words of real notes, in another order, and one that nobody else wrote."""
    words = [word for idea in IDEAS for text in idea for word in text.split()]
    text = " ".join([*random.sample(words, random.randint(5, 30)), f"rue{number}"])
    return Card(
        number=CardNumber(number),
        themes=(_THEME,),
        kind=Kind.CONSTAT,
        text=text,
        lang="",
        channel=Channel.PHONE,
        author=Mark(""),
        carried_by=1,
        slip="",
        table="",
        slot=None,
        late=False,
        hidden=False,
        at=Instant(0),
        posted=Seq(number),
        changed=Seq(number),
        texts=(Seq(number),),
    )


def _all_again(state: Convention) -> float:
    """The ordinary way: for each question every text is read, and every vector written out."""
    texts = [card.text for card in state.cards.values()]
    return median_ms(lambda: (_plainly(texts, 0), _plainly(texts, 1)), 3)


def _plainly(texts: list[str], which: int) -> list[float]:
    bags = [terms(text, "fr")[which] for text in texts]
    held = Counter(term for bag in bags for term in bag)
    weight = {term: log((1 + len(bags)) / (1 + count)) + 1 for term, count in held.items()}
    vectors = [{term: n * weight[term] for term, n in bag.items()} for bag in bags]
    lengths = [hypot(*vector.values()) or 1.0 for vector in vectors]
    asked = vectors[0]
    return [
        sum(value * vector.get(term, 0.0) for term, value in asked.items()) / (lengths[0] * length)
        for vector, length in zip(vectors, lengths, strict=True)
    ]
