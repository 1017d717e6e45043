"""What the guide tells that the program knows better: its numbers, its programme, its notice."""

from collections.abc import Mapping
from functools import cache

from atelier.domain import limits
from atelier.exchange.defaults import KEEP_DAYS, privacy_notice, steps
from atelier.network import radio
from atelier.translations import speech


@cache
def facts(lang: str) -> Mapping[str, str]:
    """By the name that a page writes between braces: `{COVER_MINUTES}`, `{STEP_2}`, `{NOTICE}`."""
    said = speech(lang)
    found = {
        **_numbers(vars(limits)),
        **_numbers(vars(radio)),
        "KEEP_DAYS": str(KEEP_DAYS),
        "NOTICE": _quoted(privacy_notice(said, (), KEEP_DAYS)),
    }
    programme = steps(said)
    found["DAY_MINUTES"] = str(sum(step.minutes for step in programme))
    for number, step in enumerate(programme, 1):
        found[f"STEP_{number}"] = step.label
        found[f"STEP_{number}_MINUTES"] = str(step.minutes)
        if step.dots:
            found["STEP_DOTS"] = str(step.dots)
    return found


def _numbers(names: Mapping[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in names.items() if name.isupper() and isinstance(value, int)}


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())
