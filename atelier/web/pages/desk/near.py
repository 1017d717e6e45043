"""Near cards on the desk: what stands beside the one thing that is chosen, and what may be done with both."""

from collections.abc import Iterator
from dataclasses import dataclass

from atelier.domain.apart import Target
from atelier.domain.commands import Command, GroupCards, MarkDifferent, MergeStatements
from atelier.domain.permissions import permit
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, Reference, Role
from atelier.nearness.neighbours import Neighbour, home_of, thing_at
from atelier.translations import Speech
from atelier.web.pages.desk.chosen import Chosen
from atelier.web.pages.desk.desk import Desk

Piece = tuple[str, bool]
"""Some words, and whether they turn the sentence round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A neighbour as it is drawn. `join` is what may be done, `into` the statement that would hold both."""

    neighbour: Neighbour
    asked: tuple[Piece, ...]
    text: tuple[Piece, ...]
    join: str
    into: Reference | None
    may_part: bool
    warning: str

    @property
    def name(self) -> str:
        """`card-41` or `DS-C1`."""
        target = self.neighbour.target
        return f"card-{target}" if isinstance(target, int) else target


def subject(chosen: Chosen) -> Target | None:
    """The one thing that is chosen."""
    things: tuple[Target, ...] = (*chosen.cards, *chosen.statements)
    return things[0] if len(things) == 1 else None


def shown(desk: Desk, asked: Target) -> list[Shown]:
    """Its neighbours, as they are now and as who sits here may act on them; what is covered waits."""
    served = desk.here.served
    covered = served.curtain.covered
    if asked in covered:
        return []
    elsewhere = desk.searched_elsewhere == asked
    found = served.near.of(desk.state, asked, desk.actor, elsewhere=elsewhere)
    return [_shown(desk, asked, one) for one in found if one.by not in covered]


def show_near(desk: Desk) -> None:
    """Nothing, unless one thing is chosen."""
    asked = subject(desk.chosen)
    html = "" if asked is None else draw(desk, "near.html", asked)
    desk.parts.near.show(html, now=desk.now)


def draw(desk: Desk, file: str, asked: Target) -> str:
    """In the margin, or as a sheet."""
    thing = thing_at(desk.state, asked)
    return desk.fill(
        file,
        asked=asked,
        thing=thing,
        near=shown(desk, asked),
        elsewhere=desk.searched_elsewhere == asked,
        thing_at=lambda target: thing_at(desk.state, target),
    )


async def join(desk: Desk, asked: Target, other: Target) -> bool:
    """A person has compared them and wants them together."""
    command = together(desk.state, asked, other)
    return command is not None and await desk.settle(command)


async def part(desk: Desk, asked: Target, other: Target) -> bool:
    """A person has compared them and finds them different."""
    return await desk.do(_apart(asked, other)) is not None


def search_elsewhere(desk: Desk, asked: Target) -> None:
    """In other kinds and other themes too; pressed again, here alone."""
    desk.searched_elsewhere = None if desk.searched_elsewhere == asked else asked


def together(state: Convention, asked: Target, other: Target) -> Command | None:
    """What would put them in one statement; None for what cannot stand in one."""
    one, two = thing_at(state, asked), thing_at(state, other)
    if one is None or two is None or one.kind is not two.kind or not {*one.themes} & {*two.themes}:
        return None
    both = tuple(dict.fromkeys(home_of(state, target) for target in (asked, other)))
    cards = tuple(CardNumber(target) for target in both if isinstance(target, int))
    homes = tuple(Reference(target) for target in both if isinstance(target, str))
    if cards:
        return GroupCards(cards=cards, statement=homes[0] if homes else None)
    return MergeStatements(statements=homes) if len(homes) == 2 else None


def _apart(asked: Target, other: Target) -> MarkDifferent:
    return MarkDifferent(targets=(asked, other))


def _shown(desk: Desk, asked: Target, one: Neighbour) -> Shown:
    command = together(desk.state, asked, one.target)
    if command is not None and not isinstance(permit(desk.state, command, desk.actor), Role):
        command = None
    names = {GroupCards: "group", MergeStatements: "merge"}
    into = command.statement if isinstance(command, GroupCards) else None
    part = permit(desk.state, _apart(asked, one.target), desk.actor)
    return Shown(
        neighbour=one,
        asked=tuple(_pieces(one.asked_text, one, first=True)),
        text=tuple(_pieces(one.text, one, first=False)),
        join="put_in" if into else names.get(type(command), ""),
        into=into,
        may_part=isinstance(part, Role),
        warning=_warning(one, desk.here.speech),
    )


def _warning(one: Neighbour, speech: Speech) -> str:
    if not one.flags:
        return ""
    words = speech.listing(speech.text("« {words} »", words=flag.words) for flag in one.flags)
    return speech.text("Attention : {words}, d’un côté seulement.", words=words)


def _pieces(text: str, one: Neighbour, *, first: bool) -> Iterator[Piece]:
    """The text, cut where it is turned round."""
    done = 0
    for span in sorted(span for flag in one.flags if flag.first is first for span in flag.spans):
        if span.start >= done:
            yield text[done : span.start], False
            yield text[span.start : span.end], True
            done = span.end
    yield text[done:], False
