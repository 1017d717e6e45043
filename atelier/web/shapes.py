"""The state as JSON, as one caller may see it."""

from collections.abc import Mapping
from typing import Any

from atelier.domain import outline
from atelier.domain.actor import Actor
from atelier.domain.card import Card
from atelier.domain.completeness import answered, unanswered
from atelier.domain.fates import fate_of, ledger
from atelier.domain.links import foundations, live_statements
from atelier.domain.matches import live_matches
from atelier.domain.permissions import owns
from atelier.domain.state import Convention, Theme
from atelier.domain.statement import Statement
from atelier.domain.tally import tally
from atelier.domain.views import may_read
from atelier.live.curtain import Covered
from atelier.live.receipt import Receipt
from atelier.web.weighed_shapes import of_poll, of_vote

Shape = dict[str, Any]

_NAMED_IN_RECEIPTS = (
    "card",
    "statement",
    "objection",
    "axis",
    "block",
    "match",
    "slot",
    "theme",
    "vote",
    "poll",
    "section",
)


def of_receipt(receipt: Receipt) -> Shape:
    """`{"seq": 412, "card": 41}`: what happened, and to what."""
    shape: Shape = {"seq": receipt.seq}
    source = receipt if receipt.event is None else receipt.event
    for name in _NAMED_IN_RECEIPTS:
        value = getattr(source, name, None)
        if value is not None:
            shape[name] = value
    return shape


def in_short(slug: str, state: Convention) -> Shape:
    """One line of the list of conventions."""
    return {
        "slug": slug,
        "title": state.title,
        "number": state.number,
        "place": state.place,
        "dates": list(state.dates),
        "closed": state.closed,
        "themes": [
            {"code": theme.code, "title": theme.title, "cards": _count(state, theme)}
            for theme in state.themes.values()
        ],
        "cards": len(state.cards),
        "statements": sum(one.live for one in state.statements.values()),
    }


def in_full(slug: str, state: Convention, actor: Actor) -> Shape:
    """Everything this caller may see, after the event `seq`."""
    shape = {
        **in_short(slug, state),
        "seq": state.seq,
        "organisers": list(state.organisers),
        "language": state.language,
        "licence": state.licence,
        "privacy_notice": state.privacy_notice,
        "keep_days": state.keep_days,
        "steps": [{"number": number, "label": step.label} for number, step in enumerate(state.steps, 1)],
        "themes": [_theme(state, theme, actor) for theme in state.themes.values()],
        "slots": [
            {"id": slot.id, "label": slot.label, "themes": list(slot.themes), "room": slot.room}
            for slot in state.slots.values()
        ],
        "cards": [_card(card, actor) for card in state.cards.values() if may_read(card, actor)],
        "statements": [_statement(state, one) for one in live_statements(state)],
        "axes": [
            {"id": axis.id, "title": axis.title, "statements": list(axis.statements)}
            for axis in outline.axes(state)
        ],
        "matches": [
            {"id": match.id, "statements": list(match.statements), "text": match.text}
            for match in live_matches(state)
        ],
        "ledger": _ledger(state),
    }
    return {**shape, **_for_the_team(state)} if actor.team else shape


def _count(state: Convention, theme: Theme) -> int:
    return sum(theme.code in card.themes for card in state.cards.values())


def _theme(state: Convention, theme: Theme, actor: Actor) -> Shape:
    running = theme.running
    step: Shape | None = None
    if running is not None:
        step = {
            "number": running.number,
            "label": running.step.label,
            "post": list(running.step.post),
            "hidden": running.step.hidden,
            "started": running.started,
            "ends": running.ends,
        }
    vote = state.votes.get(theme.vote) if theme.vote is not None else None
    poll = state.polls.get(theme.poll) if theme.poll is not None else None
    return {
        "code": theme.code,
        "title": theme.title,
        "question": theme.question,
        "partners": list(theme.partners),
        "boards": list(theme.boards),
        "people": theme.people,
        "slot": theme.slot,
        "step": step,
        "paused": theme.paused,
        "frozen": theme.frozen,
        "vote": of_vote(vote, actor) if vote else None,
        "poll": of_poll(poll, actor) if poll else None,
        "cards": _count(state, theme),
    }


def _card(card: Card, actor: Actor) -> Shape:
    shape: Shape = {
        "number": card.number,
        "written": card.written,
        "themes": list(card.themes),
        "kind": card.kind,
        "text": card.text,
        "lang": card.lang,
        "channel": card.channel,
        "carried_by": card.carried_by,
        "translations": [{"lang": one.lang, "text": one.text} for one in card.translations],
        "statement": card.statement,
        "fate": fate_of(card),
        "disagreement": card.disagreement,
        "late": card.late,
        "origin": card.origin.written if card.origin else None,
        "corrected": card.corrected,
        "changed": card.changed,
        "mine": owns(card, actor),
    }
    if actor.team:
        aside = card.aside
        reason = {"reason": aside.reason, "note": aside.note} if aside else None
        shape |= {"hidden": card.hidden, "slip": card.slip, "table": card.table, "aside": reason}
        shape["covered"] = isinstance(card, Covered)
    return shape


def _statement(state: Convention, one: Statement) -> Shape:
    dots = tally(state, one)
    return {
        "reference": one.reference,
        "themes": list(one.themes),
        "kind": one.kind,
        "title": one.title,
        "text": one.text,
        "worded": one.worded,
        "versions": len(one.versions),
        "cards": list(one.cards),
        "founded_on": list(foundations(state, one)),
        "merged": list(one.merged),
        "added": one.added,
        "taken_up": [
            {"organisation": it.organisation, "quote": it.quote, "reference": it.reference}
            for it in one.taken_up
        ],
        "disagreement": one.disagreement,
        "objections": [
            {"id": it.id, "text": it.text, "kind": it.kind, "how": it.how, "outcome": it.outcome}
            for it in one.objections
        ],
        "minorities": [{"text": it.text, "people": it.people} for it in one.minorities],
        "maturity": one.maturity,
        "dots": _dots(dots),
        "changed": one.changed,
    }


def _dots(dots: Any) -> Shape | None:
    if dots is None:
        return None
    return {"phones": dots.phones, "paper": dots.paper, "hands": dots.hands, "earlier": dots.earlier}


def _ledger(state: Convention) -> Mapping[str, Any]:
    counted = ledger(state.cards.values())
    return {
        "received": counted.received,
        "fates": counted.fates,
        "reasons": counted.reasons,
        "channels": counted.channels,
        "people": counted.people,
    }


def _for_the_team(state: Convention) -> Shape:
    return {
        "sections": {
            name: {"text": section.text, "written": section.written, "versions": len(section.versions)}
            for name, section in state.sections.items()
        },
        "outline": list(outline.order(state)),
        "outlined": state.outlined,
        "blocks": [{"id": block.id, "title": block.title} for block in outline.blocks(state)],
        "gaps": [gap.name for gap in unanswered(state)],
        "answered": {gap.name: reason for gap, reason in answered(state)},
        "undoable": sorted(seq for seq, reverse in state.reverses.items() if reverse is not None),
    }
