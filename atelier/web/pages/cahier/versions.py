"""Every text that stood in a place, with its moment; of what was typed in one go, what holds the rest."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from atelier.domain import events
from atelier.domain.statement import Wording
from atelier.domain.text import graphemes
from atelier.domain.words import Instant, SectionName, Seq
from atelier.web.pages.cahier.bench import Bench

_IN_ONE_GO_SECONDS = 120
_SHOWN = 60


def listed(bench: Bench, name: SectionName) -> list[dict[str, Any]]:
    """The newest first: its number, its moment, its length. What stands now is not among them."""
    section = bench.state.sections.get(name)
    if section is None:
        return []
    moments = _moments(bench, name, section.versions[0].seq)
    numbered = list(enumerate(section.versions, 1))
    kept = [
        (number, one)
        for (number, one), (_, following) in pairwise(numbered)
        if moments.get(following.seq, 0) - moments.get(one.seq, 0) > _IN_ONE_GO_SECONDS
        or _is_lost(one, following)
    ]
    speech = bench.here.speech
    return [
        {
            "seq": one.seq,
            "n": number,
            "when": speech.time(moments[one.seq]) if one.seq in moments else "",
            "length": speech.plural("{n} signe", "{n} signes", graphemes(one.text)),
        }
        for number, one in kept[: -_SHOWN - 1 : -1]
    ]


def _is_lost(one: Wording, following: Wording) -> bool:
    """What follows is not the same with something more: words of this one stand there no longer."""
    shared = _same(one.text, following.text) + _same(one.text[::-1], following.text[::-1])
    return len(following.text) < len(one.text) or shared < len(one.text)


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))


def _moments(bench: Bench, name: SectionName, first: Seq) -> dict[Seq, Instant]:
    happened = bench.here.served.room.since(first - 1)
    return {
        one.seq: one.at
        for one in happened
        if isinstance(one.event, events.SectionWritten) and one.event.section == name
    }


def text_of(bench: Bench, name: SectionName, seq: Seq) -> str:
    """The words of that version."""
    section = bench.state.sections.get(name)
    return next((one.text for one in section.versions if one.seq == seq), "") if section else ""
