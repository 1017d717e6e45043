"""What is in the cahier, in what order."""

from atelier.cahier import annexes, polled
from atelier.cahier.chapters import chapters, material, prose
from atelier.cahier.content import fingerprint
from atelier.cahier.counts import flow, overview
from atelier.cahier.document import Cover, Day, Document, Moment, Prose, Workshop
from atelier.cahier.publishing import published
from atelier.domain import outline, sections
from atelier.domain.state import Convention


def compose(state: Convention) -> Document:
    """The whole document of a convention that exists, at any moment: what is missing shows as missing."""
    cards = {number: published(state, card) for number, card in sorted(state.cards.items())}
    matter = material(state, cards)
    found = chapters(matter)
    return Document(
        cover=_cover(state),
        order=outline.order(state),
        blocks=annexes.blocks(state),
        foreword=prose(state, sections.FOREWORD),
        how_to_read=prose(state, sections.HOW_TO_READ),
        day=_day(state),
        overview=overview(matter, found),
        flow=flow(state),
        chapters=found,
        synthesis=prose(state, sections.SYNTHESIS),
        axes=annexes.axes(state),
        shared=annexes.shared(state),
        next=prose(state, sections.NEXT),
        cards=tuple(cards.values()),
        method=prose(state, sections.METHOD),
        votes=annexes.votes(state),
        polls=polled.polls(state),
        left_open=annexes.left_open(state),
        citations=annexes.citations(state),
        glossary=prose(state, sections.GLOSSARY),
        credits=prose(state, sections.CREDITS),
        privacy=Prose(state.privacy_notice),
        histories=annexes.histories(state),
        references=frozenset(state.statements),
        unresolved=annexes.unresolved(state),
    )


def _cover(state: Convention) -> Cover:
    return Cover(
        title=state.title,
        number=state.number,
        place=state.place,
        dates=state.dates,
        organisers=state.organisers,
        licence=state.licence,
        language=state.language,
        closed=state.closed,
        fingerprint=fingerprint(state),
    )


def _day(state: Convention) -> Day:
    return Day(
        prose=prose(state, sections.DAY),
        moments=tuple(
            Moment(
                label=slot.label,
                start=slot.start,
                room=slot.room,
                themes=tuple(state.themes[code].title for code in slot.themes),
            )
            for slot in state.slots.values()
        ),
        steps=state.steps,
        workshops=tuple(
            Workshop(
                code=theme.code,
                title=theme.title,
                question=theme.question,
                partners=theme.partners,
                people=theme.people,
            )
            for theme in state.themes.values()
        ),
    )
