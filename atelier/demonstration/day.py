"""The invented day as it is written down: who did which command, when, and what they called its result."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, get_args

from pydantic import TypeAdapter

from atelier.domain import commands
from atelier.domain.commands import Command, PostCard, name_of

FOLDER = Path(__file__).parent


def _types(union: Any) -> Iterator[type]:
    for part in get_args(union):
        yield from (_types(part) if get_args(part) else (part,))


_COMMANDS: dict[str, type[Any]] = {name_of(kind): kind for kind in _types(commands.Command)}

_ADAPTERS: dict[type[Any], TypeAdapter[Any]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One `[[do]]`; `@name` in its fields stands for what the entry of that label made."""

    file: str
    number: int
    at: str
    who: str
    command: str
    label: str | None = None
    fields: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        named = f" ({self.label})" if self.label else ""
        return f"{self.file}, [[do]] number {self.number}, {self.at} {self.who} {self.command}{named}"


@dataclass(slots=True)
class Labels:
    """What each label stands for: the event it made, and the thing."""

    made: dict[str, tuple[int, int | str | None]] = field(default_factory=dict)

    def resolve(self, key: str, value: Any) -> Any:
        """The value of a field, with its labels replaced."""
        if isinstance(value, list):
            return [self.resolve(key, one) for one in value]
        if not isinstance(value, str) or not value.startswith("@"):
            return value
        seq, thing = self.made[value.removeprefix("@")]
        return seq if key == "seq" else thing


def entries(file: str) -> Iterator[Entry]:
    """What that file tells, in order."""
    content = tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))
    for number, given in enumerate(content["do"], 1):
        head = {key: given.pop(key) for key in ("at", "who", "command")}
        yield Entry(file=file, number=number, label=given.pop("label", None), fields=given, **head)


def command_of(entry: Entry, labels: Labels) -> Command:
    """Errors: `KeyError` or `ValueError` for a command, a field or a label that there is not."""
    kind = _COMMANDS[entry.command]
    given = {key: labels.resolve(key, value) for key, value in entry.fields.items()}
    strange = given.keys() - {one.name for one in fields(kind)}
    if strange:
        raise ValueError(f"{entry.command} has no {', '.join(sorted(strange))}")
    if kind is PostCard:
        given["key"] = f"demonstration:{entry.number}"
    command: Command = _adapter(kind).validate_python(given)
    return command


def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    if kind not in _ADAPTERS:
        _ADAPTERS[kind] = TypeAdapter(kind)
    return _ADAPTERS[kind]
