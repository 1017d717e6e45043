"""What the browser sends: read field by field, trusted in nothing."""

from dataclasses import dataclass, field
from typing import Any

from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, Reference, Seq
from atelier.web.pages.desk.chosen import Chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The button that sent a form, and its fields."""

    act: str = ""
    fields: dict[str, list[str]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """The first value, or nothing."""
        return next(iter(self.all(name)), "")

    def all(self, name: str) -> list[str]:
        """Every value of a box that may be ticked several times."""
        return self.fields.get(name, [])

    def number(self, name: str) -> int:
        """0 for what is no number."""
        given = self.one(name).strip()
        return int(given) if given.isascii() and given.isdecimal() and len(given) <= 9 else 0

    def seq(self, name: str) -> Seq:
        """A position in the log."""
        return Seq(self.number(name))


def given_form(args: Any) -> Given:
    """From the `sent` of a sheet."""
    told = args if isinstance(args, dict) else {}
    raw = told.get("fields")
    fields = {str(name): _texts(value) for name, value in raw.items()} if isinstance(raw, dict) else {}
    return Given(act=str(told.get("act", "")), fields=fields)


def given_choice(args: Any, state: Convention) -> Chosen:
    """From the `chosen` of the boards: what exists."""
    told = args if isinstance(args, dict) else {}
    cards = told.get("cards")
    statements = told.get("statements")
    return Chosen(
        cards=tuple(CardNumber(one) for one in _list(cards) if isinstance(one, int) and one in state.cards),
        statements=tuple(Reference(str(one)) for one in _list(statements) if one in state.statements),
    ).still_there(state)


def given_item(name: Any, state: Convention) -> Chosen:
    """`card-41` or `DS-C1`."""
    text = str(name)
    number = text.removeprefix("card-")
    if text.startswith("card-") and number.isascii() and number.isdecimal():
        return given_choice({"cards": [int(number[:9])]}, state)
    return given_choice({"statements": [text]}, state)


def _list(value: Any) -> list[Any]:
    return [one for one in value if isinstance(one, int | str)] if isinstance(value, list) else []


def _texts(value: Any) -> list[str]:
    return [str(one) for one in _list(value)]
