"""The programme file: TOML in, the command that creates the convention out, or every fault at once."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace

from atelier.domain.commands import CreateConvention
from atelier.exchange import defaults
from atelier.exchange.drafts import read_convention, read_slots, read_steps, read_themes
from atelier.exchange.example import example_programme
from atelier.exchange.faults import Fault, ProgrammeErrors, Wrong
from atelier.exchange.tables import Notes, Table
from atelier.exchange.toml_lines import Place, lines
from atelier.exchange.verdicts import Given, reason_of, refusal_of
from atelier.translations import Speech, speech

__all__ = ["Fault", "ProgrammeErrors", "Wrong", "example_programme", "read_programme", "read_tables"]

_LINE = re.compile(r"\(at line ([0-9]+), column [0-9]+\)$")
_TWICE = re.compile("twice|overwrite|redefine|mutate|Duplicate")
_TABLES = {"themes": "theme", "slots": "slot", "steps": "step"}


def read_programme(text: str, *, file: str = "programme.toml") -> CreateConvention:
    """The command, still without its `id`, which is the caller's to make. Errors: `ProgrammeErrors`."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    try:
        content = tomllib.loads(text)
        notes = Notes(lines(text))
    except (ValueError, RecursionError) as error:
        raise ProgrammeErrors(file, [_syntax(text, str(error))]) from error
    return _judged(Table(content, (), notes), file)


def read_tables(content: Mapping[str, object], lines: Mapping[Place, int]) -> CreateConvention:
    """The same from tables already read: a form, whose boxes are its lines. Errors: `ProgrammeErrors`."""
    return _judged(Table(content, (), Notes(lines)), "")


def _judged(whole: Table, file: str) -> CreateConvention:
    command = _read(whole)
    if not whole.notes.faults:
        _judge_whole(whole, command)
    if whole.notes.faults:
        raise ProgrammeErrors(file, whole.notes.faults)
    return command


def _read(whole: Table) -> CreateConvention:
    given = read_convention(whole)
    themes = read_themes(whole.tables("theme"))
    if not whole.content.get("theme"):
        whole.note("theme", Wrong.NO_THEME)
    return CreateConvention(
        **{"id": "", "title": "", **given, **_where_nothing_is_said(given)},
        themes=themes,
        slots=read_slots(whole.tables("slot"), themes),
        steps=read_steps(whole.tables("step")) or defaults.steps(_speech(given)),
    )


def _where_nothing_is_said(given: Given) -> Given:
    keep_days = given.get("keep_days", defaults.KEEP_DAYS)
    notice = defaults.privacy_notice(_speech(given), given.get("organisers", ()), keep_days)
    return {
        "licence": given.get("licence", defaults.LICENCE),
        "keep_days": keep_days,
        "privacy_notice": given.get("privacy_notice", "").strip() or notice,
    }


def _speech(given: Given) -> Speech:
    """The programme and the notice speak the language of the convention, not that of the machine."""
    return speech(given.get("language", "fr"))


def _judge_whole(whole: Table, command: CreateConvention) -> None:
    """What can only be seen with everything in its place, such as too many themes."""
    refusal = refusal_of(replace(command, id="x"))
    if refusal is not None:
        field = refusal.field or ""
        whole.note(_TABLES.get(field, field), reason_of(refusal), **refusal.about)


def _syntax(text: str, message: str) -> Fault:
    found = _LINE.search(message)
    line = int(found[1]) if found else text.count("\n") + 1
    reason = Wrong.WRITTEN_TWICE if _TWICE.search(message) else Wrong.NOT_TOML
    return Fault(line=line, key="", reason=reason)
