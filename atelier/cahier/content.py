"""What the cahier says, as plain data: the content of `cahier.json`, and the fingerprint of it.

The bytes depend on the state alone: not on the machine, the locale, the clock,
nor on the order in which equal things were put in mappings. Nothing here tells
who wrote what or when: no mark, no receipt, no time, no table, no slip.
"""

import hashlib
import json
from dataclasses import asdict
from typing import Any

from atelier.cahier.publishing import published
from atelier.domain import outline, sections
from atelier.domain.card import Card
from atelier.domain.judging import heard, verdict
from atelier.domain.matches import live_matches
from atelier.domain.polls import Poll
from atelier.domain.references import sort_key
from atelier.domain.state import Convention, Slot, Theme
from atelier.domain.statement import Statement
from atelier.domain.votes import Vote
from atelier.domain.words import Count, Reference

FORMAT = 1


def content(state: Convention) -> bytes:
    """JSON in UTF-8, keys sorted, one space of indent, a newline at the end."""
    said = {
        "format": FORMAT,
        "convention": _convention(state),
        "themes": [_theme(theme) for theme in state.themes.values()],
        "slots": [_slot(slot) for slot in state.slots.values()],
        "cards": [_card(state, card) for _, card in sorted(state.cards.items())],
        "statements": [_statement(one) for one in sorted(state.statements.values(), key=_by_reference)],
        "votes": [_vote(vote) for _, vote in sorted(state.votes.items())],
        "sections": {name: state.sections[name].text for name in sections.printed(state)},
        "axes": [
            {"id": axis.id, "title": axis.title, "statements": axis.statements}
            for axis in outline.axes(state)
        ],
        "answers": {gap: reason for gap, reason in state.answers.items() if reason},
        **_order(state),
        **({"polls": [_poll(poll) for _, poll in sorted(state.polls.items())]} if state.polls else {}),
    }
    return f"{json.dumps(said, ensure_ascii=False, sort_keys=True, indent=1)}\n".encode()


def fingerprint(state: Convention) -> str:
    """SHA-256 of the content, in hexadecimal: what `sha256sum cahier.json` prints."""
    return hashlib.sha256(content(state)).hexdigest()


def short(digest: str) -> str:
    """The twelve first digits, as they are printed on the cover: `4f1c 9a02 77be`."""
    return " ".join(digest[start : start + 4] for start in (0, 4, 8))


def _by_reference(statement: Statement) -> tuple[str, int, str, int]:
    return sort_key(statement.reference)


def _order(state: Convention) -> dict[str, Any]:
    """How the document was arranged: nothing where nobody did, so that earlier fingerprints stand."""
    order = outline.order(state)
    said = {
        "outline": () if order == outline.natural(state) else order,
        "blocks": [{"id": block.id, "title": block.title} for block in outline.blocks(state)],
        "boards": [
            {"chapter": chapter, "kind": kind, "statements": statements}
            for (chapter, kind), statements in sorted(state.board_orders.items())
            if statements
        ],
        "matches": [asdict(match) for match in live_matches(state)],
    }
    return {name: value for name, value in said.items() if value}


def _convention(state: Convention) -> dict[str, Any]:
    return {
        "title": state.title,
        "number": state.number,
        "place": state.place,
        "dates": state.dates,
        "organisers": state.organisers,
        "language": state.language,
        "licence": state.licence,
        "privacy_notice": state.privacy_notice,
        "keep_days": state.keep_days,
        "steps": [asdict(step) for step in state.steps],
        "closed": state.closed,
    }


def _theme(theme: Theme) -> dict[str, Any]:
    return {
        "code": theme.code,
        "title": theme.title,
        "question": theme.question,
        "partners": theme.partners,
        "boards": theme.boards,
        "people": theme.people,
    }


def _slot(slot: Slot) -> dict[str, Any]:
    return {
        "id": slot.id,
        "label": slot.label,
        "themes": slot.themes,
        "room": slot.room,
        "start": slot.start,
        "steps": [asdict(step) for step in slot.steps],
    }


def _card(state: Convention, card: Card) -> dict[str, Any]:
    entry = published(state, card)
    return {
        "number": entry.number,
        "themes": entry.themes,
        "kind": entry.kind,
        "slot": card.slot,
        "channel": entry.channel,
        "carried_by": entry.carried_by,
        "lang": entry.lang,
        "late": entry.late,
        "corrected": card.corrected,
        "disagreement": entry.disagreement,
        "fate": entry.fate,
        "statement": entry.statement,
        "aside": {"reason": entry.aside.reason, "note": entry.aside.note} if entry.aside else None,
        "withheld": entry.withheld,
        "text": entry.text,
        "translations": [{"lang": one.lang, "text": one.text} for one in entry.translations],
        **_from_elsewhere(card),
    }


def _from_elsewhere(card: Card) -> dict[str, Any]:
    """Its number as it is written, when it bears the letter of a room; the earlier cahier it comes from."""
    said: dict[str, Any] = {"written": card.written} if card.written != str(card.number) else {}
    return {**said, "origin": asdict(card.origin)} if card.origin else said


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "reference": statement.reference,
        "themes": statement.themes,
        "kind": statement.kind,
        "title": statement.title,
        "wordings": [wording.text for wording in statement.versions],
        "cards": statement.cards,
        "added": statement.added,
        "merged": statement.merged,
        "merged_into": statement.merged_into,
        "split_from": statement.split_from,
        "dissolved": statement.dissolved,
        "founded_on": statement.founded_on,
        "taken_up": [asdict(one) for one in statement.taken_up],
        "disagreement": statement.disagreement,
        "objections": [asdict(one) for one in statement.objections],
        "minorities": [asdict(one) for one in statement.minorities],
        "maturity": statement.maturity,
        **({"consent": statement.consent} if statement.consent else {}),
    }


def _poll(poll: Poll) -> dict[str, Any]:
    """While a poll is open what was said is hidden: `said` is null."""
    return {
        "number": poll.number,
        "themes": poll.themes,
        "scale": poll.scale,
        "statements": [{"statement": reference, "wording": version} for reference, version in poll.items],
        "open": poll.open,
        "voters": poll.voters,
        "said": None if poll.open else [_said(poll, reference) for reference, _ in poll.items],
    }


def _said(poll: Poll, reference: Reference) -> dict[str, Any]:
    given, found = heard(poll, reference), verdict(poll, reference)
    return {
        "statement": reference,
        "phones": given.phones,
        "paper": given.paper,
        "hands": given.hands,
        "blanks": given.blanks,
        "majority_grade": found.grade if found else None,
    }


def _vote(vote: Vote) -> dict[str, Any]:
    """While a vote is open its dots are hidden: `dots_given` is null."""
    return {
        "number": vote.number,
        "themes": vote.themes,
        "kinds": vote.kinds,
        "dots": vote.dots,
        "open": vote.open,
        "voters": vote.voters,
        "dots_given": None if vote.open else _dots_given(vote),
    }


def _dots_given(vote: Vote) -> list[dict[str, Any]]:
    """By wording, counted from 0: before any wording."""
    wordings = {*vote.phones, *((reference, version) for reference, version, _ in vote.counted)}
    return [
        {
            "statement": reference,
            "wording": version,
            "phones": vote.phones.get((reference, version), 0),
            "paper": vote.counted.get((reference, version, Count.PAPER), 0),
            "hands": vote.counted.get((reference, version, Count.HANDS), 0),
        }
        for reference, version in sorted(wordings, key=lambda one: (sort_key(one[0]), one[1]))
    ]
