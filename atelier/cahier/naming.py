"""What chapters and statements are called."""

from dataclasses import dataclass

from atelier.domain.chapters import Key, slots_of
from atelier.domain.matches import Matched
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.words import Reference, ThemeCode

POINTER_CHARACTERS_MAX = 90
"""About one printed line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What a chapter is called: `title` is a theme's, or a joint slot's label, or empty for a joint
    chapter that no slot names; then `titles` say it. `plenary`: everybody, weighing what all said."""

    title: str
    titles: tuple[str, ...]
    themes: tuple[ThemeCode, ...]
    plenary: bool = False

    @property
    def joint(self) -> bool:
        """It gathers what several themes said together."""
        return len(self.themes) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """A statement in few words: its title, or the beginning of its text. `also`: those that say the same."""

    reference: Reference
    words: str
    also: tuple[Reference, ...] = ()


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


def pointer(statement: Statement) -> Pointer:
    """Its title; or the beginning of what it says, cut between two words."""
    return Pointer(reference=statement.reference, words=in_few_words(statement.title or statement.text))


def pointer_to_all(state: Convention, match: Matched) -> Pointer:
    """What several themes said, once: in the words chosen for all, or those of the first."""
    first = pointer(state.statements[match.statements[0]])
    words = in_few_words(match.text) if match.text else first.words
    return Pointer(reference=first.reference, words=words, also=match.statements[1:])


def in_few_words(said: str) -> str:
    """Its first line, cut between two words where it is long."""
    line = said.split("\n")[0]
    if len(line) > POINTER_CHARACTERS_MAX:
        line = line[:POINTER_CHARACTERS_MAX].rpartition(" ")[0] or line
    return line if line == said else f"{line.rstrip(' .,;:')}…"
