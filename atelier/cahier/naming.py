"""How statements and cards are shared out between chapters."""

from collections.abc import Iterable

from atelier.cahier.document import Name, Pointer
from atelier.domain.state import Convention, Slot
from atelier.domain.statement import Statement
from atelier.domain.words import ThemeCode

Key = frozenset[ThemeCode]
"""The themes a statement or a card belongs to, in any order: what decides of its chapter."""

POINTER_CHARACTERS_MAX = 90
"""About one printed line."""


def name_of(state: Convention, key: Key) -> Name:
    """A theme's title; for several themes, the labels of the slots that gather exactly these."""
    gathered = slots_of(state, key)
    order = gathered[0].themes if gathered and len(key) > 1 else state.themes
    themes = tuple(code for code in order if code in key)
    titles = tuple(state.themes[code].title for code in themes)
    if len(themes) == 1:
        return Name(title=titles[0], titles=titles, themes=themes)
    labels = dict.fromkeys(slot.label for slot in gathered)
    return Name(title=" · ".join(labels), titles=titles, themes=themes)


def slots_of(state: Convention, key: Key) -> tuple[Slot, ...]:
    """The slots of exactly these themes, in the order of the programme."""
    return tuple(slot for slot in state.slots.values() if frozenset(slot.themes) == key)


def chapter_order(state: Convention, joint: Iterable[Key]) -> tuple[Key, ...]:
    """Theme by theme; a joint chapter stands before the first of its themes, the widest first."""
    place = {code: number for number, code in enumerate(state.themes)}
    ranked = sorted(
        (min(place[code] for code in key), -len(key), sorted(place[code] for code in key), key)
        for key in {*joint, *(frozenset({code}) for code in state.themes)}
    )
    return tuple(key for *_, key in ranked)


def pointer(statement: Statement) -> Pointer:
    """Its title; or the beginning of what it says, cut between two words."""
    said = statement.title or statement.text
    line = said.split("\n")[0]
    if len(line) > POINTER_CHARACTERS_MAX:
        line = line[:POINTER_CHARACTERS_MAX].rpartition(" ")[0] or line
    words = line if line == said else f"{line.rstrip(' .,;:')}…"
    return Pointer(reference=statement.reference, words=words)
