"""How what is weighed looks: to everybody, and with one reader's own part in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from markupsafe import Markup

from atelier.domain.actor import Actor
from atelier.domain.state import Convention, Theme
from atelier.domain.words import Choice, Reference
from atelier.web.ballots import dots_of, words_of
from atelier.web.plain.gzip_pages import Piece, piece
from atelier.web.plain.reader import Place, Reader
from atelier.web.plain.rendering import template
from atelier.web.plain.shared import Kept, kept_for
from atelier.web.plain.weighing import DotsAsked, Part, WordsAsked, parts_of, stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Mine:
    """What one reader gave in what is asked at this moment."""

    dots: Mapping[Reference, int] = field(default_factory=dict)
    words: Mapping[Reference, Choice] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """What the page answers to a form that was just sent: which statement is noted, or what is wrong."""

    noted: str = ""
    problem: str = ""


_NOTHING, _SILENT = Mine(), Told()


def mine_in(state: Convention, theme: Theme, actor: Actor) -> Mine:
    """Read from the marks of this browser alone."""
    vote = state.votes.get(theme.vote) if theme.vote is not None else None
    poll = state.polls.get(theme.poll) if theme.poll is not None else None
    return Mine(
        dots=dots_of(vote, actor) if vote is not None and vote.open else {},
        words=words_of(poll, actor) if poll is not None and poll.open else {},
    )


def public_look(kept: Kept, state: Convention, theme: Theme, lang: str, tag: str) -> Markup:
    """For the feed: the same for everyone, with nothing of anyone in it."""
    parts = parts_of(state, theme)
    seen = (parts, _folded(theme, parts))
    look = partial(_render, state, theme, lang, tag, "", _NOTHING, _SILENT)
    return kept.look((lang, tag, "weigh", theme.code), seen, look)


def weigh_pieces(reader: Reader, place: Place, theme: Theme, told: Told) -> list[Piece]:
    """For one reader's page; made once for all those who gave nothing yet."""
    state, here = place.state, f"/{place.slug}/{theme.code}"
    if theme.vote is None and theme.poll is None:
        return []
    mine = mine_in(state, theme, place.actor)
    tag = reader.tag(state.language)
    make = partial(_piece, state, theme, reader.lang, tag, here, mine, told)
    if mine != _NOTHING or told != _SILENT:
        return [make()]
    return [kept_for(place.served.room).once(place.moment, ("weigh", theme.code, reader.lang), make)]


def _piece(*seen: Any) -> Piece:
    return piece(_render(*seen))


def _render(
    state: Convention, theme: Theme, lang: str, tag: str, here: str, mine: Mine, told: Told
) -> Markup:
    parts = parts_of(state, theme)
    folded = _folded(theme, parts)
    macro: Any = template(lang, "weigh.html").module
    look: Markup = macro.weigh(parts, stamp(parts, folded), folded, tag, here, mine, told)
    return Markup(look.strip())  # noqa: S704 - what the template has just escaped


def _folded(theme: Theme, parts: tuple[Part, ...]) -> bool:
    """One thing to do at a time: an earlier result makes room for what is asked, and for cards."""
    asked = any(isinstance(part, DotsAsked | WordsAsked) for part in parts)
    return asked or (theme.running is not None and bool(theme.running.step.post))
