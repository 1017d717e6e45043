"""What may be written in a theme right now: asked of the core, with a card that is never posted."""

from dataclasses import dataclass

from atelier.domain.commands import PostCard
from atelier.domain.decide import Decision, decide
from atelier.domain.events import CardPosted
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Theme
from atelier.domain.words import Kind
from atelier.web.plain.reader import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A kind that may be posted; `late`: it is let in and marked late."""

    kind: Kind
    late: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """`why_not` is None when something may be posted. `hidden`: new cards wait to be shown."""

    choices: tuple[Choice, ...]
    why_not: Because | None
    hidden: bool

    @property
    def asked(self) -> tuple[Kind, ...]:
        """What the step asks for."""
        return tuple(choice.kind for choice in self.choices if not choice.late)

    @property
    def first(self) -> Kind | None:
        """To be chosen beforehand."""
        return next(iter((*self.asked, *(choice.kind for choice in self.choices))), None)

    def choices_for(self, theme: Theme, kind: str) -> tuple[Choice, ...]:
        """With the kind that somebody chose, even if it may not be posted: what was typed stays."""
        chosen = [choice.kind for choice in self.choices]
        kept = (Choice(kind=one) for one in theme.boards if one not in chosen and (one == kind or not chosen))
        return (*self.choices, *kept)


def moment_of(place: Place, theme: Theme) -> Moment:
    """For this reader: the team may write during a pause."""
    choices, refused, hidden = [], [], False
    for kind in theme.boards:
        trial = PostCard(theme=theme.code, kind=kind, text="?", key="?")
        match decide(place.state, trial, place.actor):
            case Decision(event=CardPosted() as card):
                choices.append(Choice(kind=kind, late=card.late))
                hidden = hidden or card.hidden
            case Refusal(because=because):
                refused.append(because)
            case _:
                pass
    why_not = refused[0] if refused and not choices else None
    if why_not is Because.THEME_PAUSED:
        choices = [Choice(kind=kind) for kind in theme.boards]
    return Moment(choices=tuple(choices), why_not=why_not, hidden=hidden)
