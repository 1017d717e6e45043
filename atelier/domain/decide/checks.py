"""What every decision asks again and again. `Refused` never leaves `decide`."""

from collections.abc import Sequence
from typing import NoReturn, TypeVar

from atelier.domain import limits, references, text
from atelier.domain.card import Card
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention, Slot, Theme
from atelier.domain.statement import Statement
from atelier.domain.weighing import weighs
from atelier.domain.words import CardNumber, Kind, Reference, RoomLetter, SlotId, ThemeCode

T = TypeVar("T")


class Refused(Exception):  # noqa: N818 - it is not an error but the way out of a decision
    """Carries a refusal from where it is found to `decide`, which returns it."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.because)
        self.refusal = refusal


def refuse(because: Because, field: str | None = None, **about: str | int) -> NoReturn:
    """Stop here."""
    raise Refused(Refusal(because=because, field=field, about=about))


def fit(given: str, limit: int, field: str, *, optional: bool = False) -> str:
    """The text cleaned, neither empty (unless optional) nor longer than `limit` graphemes."""
    return _measured(text.clean(given), limit, field, optional=optional)


def fit_line(given: str, limit: int, field: str, *, optional: bool = False) -> str:
    """The same on a single line."""
    return _measured(text.clean_line(given), limit, field, optional=optional)


def fit_lines(given: Sequence[str], limit: int, field: str) -> tuple[str, ...]:
    """Names: each on a line, the empty ones dropped."""
    lines = (fit_line(one, limit, field, optional=True) for one in given)
    return at_most(limits.PARTNERS_MAX, tuple(line for line in lines if line), field)


def _measured(cleaned: str, limit: int, field: str, *, optional: bool) -> str:
    if not cleaned:
        return "" if optional else refuse(Because.TEXT_EMPTY, field)
    length = text.graphemes(cleaned)
    if length > limit:
        refuse(Because.TEXT_TOO_LONG, field, length=length, limit=limit)
    return cleaned


def within(number: int, low: int, high: int, field: str) -> int:
    """A number between two others, both allowed."""
    if not low <= number <= high:
        refuse(Because.BAD_VALUE, field, given=number, low=low, high=high)
    return number


def at_most(limit: int, things: tuple[T, ...], field: str) -> tuple[T, ...]:
    """Not too many of them."""
    if len(things) > limit:
        refuse(Because.TOO_MANY, field, given=len(things), limit=limit)
    return things


def some(things: Sequence[T], field: str) -> tuple[T, ...]:
    """At least one, each once, in the order given."""
    if not things:
        refuse(Because.NOTHING_CHOSEN, field)
    return tuple(dict.fromkeys(things))


def letter_known(state: Convention, letter: RoomLetter, field: str) -> None:
    """A room of this letter was registered here."""
    if all(room.letter != letter for room in state.rooms.values()):
        refuse(Because.UNKNOWN, field, given=letter)


def theme_at(state: Convention, code: ThemeCode, field: str = "theme") -> Theme:
    """The theme of this code."""
    found = state.themes.get(code)
    return found if found is not None else refuse(Because.UNKNOWN, field, given=code)


def slot_at(state: Convention, slot: SlotId) -> Slot:
    """The slot of this id."""
    found = state.slots.get(slot)
    return found if found is not None else refuse(Because.UNKNOWN, "slot", given=slot)


def card_at(state: Convention, number: CardNumber, field: str = "card") -> Card:
    """The card of this number, unless it was withdrawn."""
    card = state.cards.get(number)
    if card is None:
        refuse(Because.UNKNOWN, field, given=number)
    if card.withdrawn:
        refuse(Because.CARD_WITHDRAWN, field, card=number)
    return card


def statement_at(state: Convention, reference: Reference, field: str = "statement") -> Statement:
    """The statement of this reference, if it stands."""
    found = state.statements.get(reference)
    if found is None:
        refuse(Because.UNKNOWN, field, given=reference)
    if not found.live:
        refuse(Because.STATEMENT_GONE, field, statement=reference, into=found.merged_into or "")
    return found


def not_weighed(state: Convention, statement: Statement) -> Statement:
    """Nothing moves under the dots, or the words of a poll, while they are being given."""
    for vote in state.votes.values():
        if vote.open and weighs(state, vote, statement):
            refuse(Because.VOTE_OPEN, "statement", statement=statement.reference)
    for poll in state.polls.values():
        if poll.open and poll.wording_of(statement.reference) is not None:
            refuse(Because.VOTE_OPEN, "statement", statement=statement.reference)
    return statement


def not_frozen(theme: Theme) -> Theme:
    """Its cards may still change."""
    if theme.frozen:
        refuse(Because.THEME_FROZEN, "theme", theme=theme.code)
    return theme


def unchanged_since(base: int | None, last: int, theirs: str, yours: str) -> None:
    """Refuses to write over what the caller has not seen, giving both texts back."""
    if base is not None and base < last:
        refuse(Because.CHANGED_MEANWHILE, "text", theirs=theirs, yours=yours, seq=last)


def next_card(state: Convention) -> CardNumber:
    """The next number of this room, which no other room gives."""
    if len(state.cards) >= limits.CARDS_MAX:
        refuse(Because.TOO_MANY, "card", given=len(state.cards) + 1, limit=limits.CARDS_MAX)
    return references.card_of(state.room, state.own_cards + 1)


def new_reference(state: Convention, themes: tuple[ThemeCode, ...], kind: Kind) -> Reference:
    """The next number of the board; numbers are never given twice."""
    number = state.board_sizes.get((themes[0], kind), 0) + 1
    if number > limits.STATEMENTS_PER_BOARD_MAX:
        refuse(Because.TOO_MANY, "statement", given=number, limit=limits.STATEMENTS_PER_BOARD_MAX)
    return references.make(themes[0], kind, number)
