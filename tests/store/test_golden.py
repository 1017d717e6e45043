"""A journal of the first format, with every type of event: it loads for ever, and says what it said.

Never written again. A new format gets a folder of its own beside it.
"""

import json
from collections import Counter
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from atelier.domain.commands import name_of
from atelier.domain.evolve import replay
from atelier.domain.fates import fate_of, faults
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.tally import result
from atelier.store.checking import check
from atelier.store.eventlog import EventReader
from atelier.store.folders import open_folder, read_folder
from atelier.store.keyring import KeyReader, MachineSecret

GOLDEN = Path(__file__).parent / "golden"
SLUGS = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())
SECRET = MachineSecret(b"golden" * 5 + b"!!")


def facts(log: EventReader, keys: KeyReader) -> dict[str, Any]:
    """What people would miss, and nothing of how we hold it."""
    state = replay(log.read())
    assert faults(state) == ()
    found = {
        "convention": [state.id, state.title, state.number, state.place, state.dates, state.closed],
        "events": Counter(name_of(type(envelope.event)) for envelope in log.read()),
        "times": [state.created, state.seq],
        "steps": [[step.label, step.minutes, step.post, step.hidden, step.dots] for step in state.steps],
        "themes": {
            one.code: [one.title, one.question, one.partners, one.boards, one.people, one.frozen]
            for one in state.themes.values()
        },
        "slots": {
            one.id: [one.label, one.themes, one.room, one.start, len(one.steps)]
            for one in state.slots.values()
        },
        "cards": _cards(state),
        "statements": {one.reference: _statement(one) for one in state.statements.values()},
        "votes": {
            number: [[reference, *_numbers(tally)] for reference, tally in result(vote)]
            for number, vote in state.votes.items()
        },
        "sections": {name: section.text for name, section in state.sections.items()},
        "axes": {axis.id: [axis.title, axis.statements] for axis in state.axes.values()},
        "answers": state.answers,
        "keys": [
            [one.grant.role, sorted(one.grant.themes or ()), key] for one, key in keys.told(SECRET, state.id)
        ],
    }
    plain: dict[str, Any] = json.loads(json.dumps(found))
    return plain


def _cards(state: Convention) -> dict[int, Any]:
    return {
        card.number: {
            "text": card.text,
            "board": [card.themes, card.kind, card.slot],
            "came": [card.channel, card.carried_by, card.slip, card.table, card.lang, card.late, card.at],
            "fate": [fate_of(card), card.statement, card.corrected, card.hidden, card.disagreement],
            "translations": {one.lang: one.text for one in card.translations},
        }
        for card in state.cards.values()
    }


def _statement(one: Statement) -> dict[str, Any]:
    return {
        "words": [one.title, *(version.text for version in one.versions)],
        "made_of": [one.themes, one.kind, one.cards, one.added, one.merged, one.split_from],
        "gone": [one.merged_into, one.dissolved],
        "links": [one.founded_on, [[by.organisation, by.quote, by.reference] for by in one.taken_up]],
        "said": [
            one.disagreement,
            [[said.id, said.text, said.kind, said.how, said.outcome] for said in one.objections],
            [[said.text, said.people] for said in one.minorities],
            one.maturity,
        ],
    }


def _numbers(tally: Any) -> list[int]:
    return [tally.phones, tally.paper, tally.hands, tally.earlier]


@pytest.mark.parametrize("slug", SLUGS)
def test_an_old_journal_says_what_it_said(slug: str) -> None:
    folder = read_folder(GOLDEN, slug)
    assert facts(folder.log, folder.keys) == json.loads((GOLDEN / f"{slug}.json").read_text("utf-8"))
    assert check(GOLDEN / slug) == ()


@pytest.mark.parametrize("slug", SLUGS)
def test_an_old_journal_can_be_gone_on_with(tmp_path: Path, slug: str) -> None:
    copytree(GOLDEN / slug, tmp_path / slug)
    told = facts(read_folder(GOLDEN, slug).log, read_folder(GOLDEN, slug).keys)
    for _ in range(2):
        folder = open_folder(tmp_path, slug)
        assert facts(folder.log, folder.keys) == told
        for _, key in folder.keys.told(SECRET, told["convention"][0]):
            assert folder.keys.grant_of(key or "") is not None
        folder.log.begin_compaction().finish()
        folder.close()


def test_the_first_format_is_there() -> None:
    assert SLUGS[0] == "convention-v1"
