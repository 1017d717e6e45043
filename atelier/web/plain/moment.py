"""What may be written in a theme right now: asked of the core, with a card that is never posted."""

import secrets
from dataclasses import dataclass
from functools import partial

from atelier.domain.actor import Actor
from atelier.domain.commands import PostCard
from atelier.domain.decide import Decision, decide
from atelier.domain.events import CardPosted
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention, Theme
from atelier.domain.words import Kind
from atelier.web.plain.reader import Place
from atelier.web.plain.shared import kept_for

_TRIAL_KEY = secrets.token_urlsafe(16)
"""Nobody can have sent a card under it."""


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


def try_to_post(state: Convention, theme: Theme, kind: Kind, actor: Actor) -> CardPosted | Refusal:
    """What a card of this kind would become, or why it would be refused."""
    outcome = decide(state, PostCard(theme=theme.code, kind=kind, text="?", key=_TRIAL_KEY), actor)
    if isinstance(outcome, Refusal):
        return outcome
    assert isinstance(outcome, Decision)  # noqa: S101 - no card was sent under that key
    assert isinstance(outcome.event, CardPosted)  # noqa: S101 - what the command makes
    return outcome.event


def moment_of(place: Place, theme: Theme) -> Moment:
    """For this reader: the team may write during a pause."""
    key = ("moment", theme.code, place.actor.grants)
    look = partial(look_at, place.state, theme, place.actor)
    return kept_for(place.served.room).once(place.moment, key, look)


def look_at(state: Convention, theme: Theme, actor: Actor) -> Moment:
    """What this actor may write here now."""
    choices, refused, hidden = [], [], False
    for kind in theme.boards:
        tried = try_to_post(state, theme, kind, actor)
        if isinstance(tried, CardPosted):
            choices.append(Choice(kind=kind, late=tried.late))
            hidden = hidden or tried.hidden
        else:
            refused.append(tried.because)
    why_not = refused[0] if refused and not choices else None
    if why_not is Because.THEME_PAUSED:
        choices = [Choice(kind=kind) for kind in theme.boards]
    return Moment(choices=tuple(choices), why_not=why_not, hidden=hidden)
