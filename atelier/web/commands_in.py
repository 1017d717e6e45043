"""From a program's JSON to a command: by name, field by field, nothing else."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from atelier.domain import commands
from atelier.domain.commands import Command, name_of
from atelier.domain.references import number_in
from atelier.domain.refusals import Because, Refusal

_ELSEWHERE = {
    commands.CreateConvention,  # the first of a log comes with its folder
    *(commands.RegisterRoom, commands.BringCard, commands.BringStatement, commands.BringVote),  # of a bundle
    *(commands.BringPoll, commands.BringBlock),  # the same
}

COMMANDS: dict[str, type] = {name_of(kind): kind for kind in get_args(Command) if kind not in _ELSEWHERE}
"""Every command there is but those that come with a file."""

_CARDS = ("card", "cards", "target", "targets")

_ADAPTERS: dict[str, TypeAdapter[Any]] = {name: TypeAdapter(kind) for name, kind in COMMANDS.items()}

_GIVEN_CHARACTERS_MAX = 80  # of a wrong value, enough to recognise it


def read_command(body: object) -> Command | Refusal:
    """The command of `{"command": "post_card", …}`, or what is wrong with it, by field."""
    if not isinstance(body, dict):
        return Refusal(because=Because.BAD_VALUE, field="command", about={"given": ""})
    given = dict(body)
    name = given.pop("command", None)
    if not isinstance(name, str) or name not in COMMANDS:
        shown = str(name or "")[:_GIVEN_CHARACTERS_MAX]
        return Refusal(because=Because.UNKNOWN_COMMAND, field="command", about={"given": shown})
    wrong = _unknown_field(COMMANDS[name], given) or _missing_field(COMMANDS[name], given)
    if wrong is not None:
        return wrong
    try:
        command: Command = _ADAPTERS[name].validate_python(_numbered(given))
    except ValidationError as error:
        return _refusal_for(error, given)
    return command


def schemas() -> dict[str, Any]:
    """The JSON schema of every command's body, by name."""
    found = {}
    for name, adapter in _ADAPTERS.items():
        schema = adapter.json_schema()
        schema["properties"] = {"command": {"const": name}, **schema.get("properties", {})}
        schema["required"] = ["command", *schema.get("required", ())]
        schema["additionalProperties"] = False
        found[name] = schema
    return found


def _numbered(given: Mapping[str, object]) -> dict[str, object]:
    """Cards may be named as people write them: `B-41` beside 41."""
    read = {name: given[name] for name in _CARDS if name in given}
    return {**given, **{name: _cards(value) for name, value in read.items()}}


def _cards(value: object) -> object:
    return [_card(one) for one in value] if isinstance(value, list) else _card(value)


def _card(value: object) -> object:
    return (number_in(value) or value) if isinstance(value, str) else value


def _unknown_field(kind: type, given: Mapping[str, object]) -> Refusal | None:
    known = {one.name for one in fields(kind)}
    for name in given:
        if name not in known:
            shown = str(name)[:_GIVEN_CHARACTERS_MAX]
            return Refusal(because=Because.BAD_VALUE, field=shown, about={"given": shown})
    return None


def _missing_field(kind: type, given: Mapping[str, object]) -> Refusal | None:
    for one in fields(kind):
        if one.name not in given and one.default is MISSING and one.default_factory is MISSING:
            return Refusal(because=Because.BAD_VALUE, field=one.name, about={"given": ""})
    return None


def _refusal_for(error: ValidationError, given: Mapping[str, object]) -> Refusal:
    where = error.errors(include_url=False, include_context=False)[0]["loc"]
    field = str(where[0]) if where else "command"
    shown = str(given.get(field, ""))[:_GIVEN_CHARACTERS_MAX]
    return Refusal(because=Because.BAD_VALUE, field=field, about={"given": shown})
