"""What a log from elsewhere may not hold: things that no command could have made, named."""

import datetime
from collections.abc import Iterable, Iterator

from atelier.domain import limits, references
from atelier.domain.fates import faults
from atelier.domain.state import Convention
from atelier.domain.words import Reference, ThemeCode


def unsound(state: Convention) -> tuple[str, ...]:
    """Codes naming what is wrong; none for what this program wrote."""
    return (
        *faults(state),
        *_too_many(state),
        *_days(state),
        *_programme(state),
        *_contents(state),
        *_weighed(state),
    )


def _too_many(state: Convention) -> Iterator[str]:
    found = {
        "cards": (len(state.cards), limits.CARDS_MAX),
        "themes": (len(state.themes), limits.THEMES_MAX),
        "slots": (len(state.slots), limits.SLOTS_MAX),
        "axes": (len(state.axes), limits.AXES_MAX),
    }
    yield from (f"{name}:many" for name, (there, most) in found.items() if there > most)


def _days(state: Convention) -> Iterator[str]:
    for day in state.dates:
        try:
            datetime.date.fromisoformat(day)
        except ValueError:
            yield f"date:{day}"


def _programme(state: Convention) -> Iterator[str]:
    """A code stands in addresses and in references."""
    if not state.themes:
        yield "themes:none"
    yield from (f"theme:{code}" for code in state.themes if not references.THEME_CODE.fullmatch(code))
    yield from (f"slot:{slot.id}" for slot in state.slots.values() if not _known(state, slot.themes))


def _contents(state: Convention) -> Iterator[str]:
    yield from (f"card:{card.number}" for card in state.cards.values() if not _known(state, card.themes))
    for one in state.statements.values():
        linked = (*one.founded_on, *one.merged)
        if (
            references.parse(one.reference) is None
            or not _known(state, one.themes)
            or not all(reference in state.statements for reference in linked)
        ):
            yield f"statement:{one.reference}"


def _weighed(state: Convention) -> Iterator[str]:
    """What was weighed or asked about was written here, and the themes are there."""
    for vote in state.votes.values():
        wordings = {*vote.phones, *((reference, version) for reference, version, _ in vote.counted)}
        if not _known(state, vote.themes) or not all(_written(state, *one) for one in wordings):
            yield f"vote:{vote.number}"
    for poll in state.polls.values():
        if not _known(state, poll.themes) or not all(_written(state, *one) for one in poll.items):
            yield f"poll:{poll.number}"


def _written(state: Convention, reference: Reference, version: int) -> bool:
    return reference in state.statements and 0 <= version <= len(state.statements[reference].versions)


def _known(state: Convention, themes: Iterable[ThemeCode]) -> bool:
    themes = tuple(themes)
    return bool(themes) and all(code in state.themes for code in themes)
