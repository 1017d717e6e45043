"""An event as it may leave this machine: without the marks by which browsers know what is theirs."""

from dataclasses import fields, replace
from typing import Any

from atelier.domain.authorship import NOBODY
from atelier.domain.events import Event
from atelier.domain.words import Mark


def unmarked(event: Event) -> Event:
    """The same words and counts; no browser may claim anything of it any more."""
    marks: dict[str, Any] = {one.name: NOBODY for one in fields(event) if one.type is Mark}
    return replace(event, **marks) if marks else event
