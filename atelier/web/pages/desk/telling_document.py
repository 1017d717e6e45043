"""What happened to the document, in a few words, for the journal."""

from typing import assert_never

from atelier.cahier import titles
from atelier.domain import events, outline
from atelier.domain.state import Convention
from atelier.domain.words import AxisId, BlockId
from atelier.translations import Speech
from atelier.translations.names import kind_names


def tell_document(event: events.DocumentEvent, state: Convention, speech: Speech) -> str:
    """A line of the journal; never the words of a text."""
    match event:
        case events.SectionWritten(section=section):
            return speech.text("texte écrit : {where}", where=titles.of_section(speech, state, section))
        case events.DocumentArranged():
            return speech.text("cahier mis en ordre")
        case events.BlockAdded(block=block):
            return speech.text("texte ajouté : {title}", title=_block(state, block, speech))
        case events.BlockEdited(block=block):
            return speech.text("titre changé : {title}", title=_block(state, block, speech))
        case events.BlockRemoved(block=block):
            return speech.text("texte enlevé du cahier : {title}", title=_block(state, block, speech))
        case events.BlockRestored(block=block):
            return speech.text("texte remis dans le cahier : {title}", title=_block(state, block, speech))
        case events.BoardArranged(chapter=chapter, kind=kind):
            part = outline.part(state, chapter)
            return speech.text(
                "{board} mis en ordre : {chapter}",
                board=kind_names(kind, speech).board,
                chapter=titles.of_part(speech, state, part),
            )
        case events.StatementsMatched(statements=statements):
            return speech.text("{statements} disent la même chose", statements=speech.listing(statements))
        case events.StatementsUnmatched():
            return speech.text("des énoncés rapprochés sont de nouveau séparés")
        case events.GapAnswered(reason=reason):
            return (
                speech.text("laissé tel quel : « {reason} »", reason=reason)
                if reason
                else speech.text("raison enlevée")
            )
        case _:
            return _of_axis(event, state, speech)


_AxisEvent = (
    events.AxisAdded
    | events.AxisEdited
    | events.AxisRemoved
    | events.AxisRestored
    | events.AxesArranged
    | events.AxisFilled
)


def _of_axis(event: _AxisEvent, state: Convention, speech: Speech) -> str:
    match event:
        case events.AxisAdded(title=title):
            return speech.text("fil ajouté : {title}", title=title)
        case events.AxisEdited(title=title):
            return speech.text("titre changé : {title}", title=title)
        case events.AxisRemoved(axis=axis):
            return speech.text("fil enlevé : {title}", title=_axis(state, axis))
        case events.AxisRestored(axis=axis):
            return speech.text("fil remis : {title}", title=_axis(state, axis))
        case events.AxesArranged():
            return speech.text("fils mis en ordre")
        case events.AxisFilled(axis=axis, statements=statements):
            return speech.plural(
                "{title} : {n} énoncé", "{title} : {n} énoncés", len(statements), title=_axis(state, axis)
            )
        case _:
            assert_never(event)


def _axis(state: Convention, axis: AxisId) -> str:
    return state.axes[axis].title


def _block(state: Convention, block: BlockId, speech: Speech) -> str:
    return titles.of_part(speech, state, outline.part(state, outline.of_block(block)))
