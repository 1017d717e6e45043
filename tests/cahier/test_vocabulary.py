from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any

import pytest

from atelier.cahier import vocabulary
from atelier.cahier.entries import Withheld
from atelier.domain.completeness import Missing
from atelier.domain.words import (
    AsideReason,
    Channel,
    Choice,
    Consent,
    Fate,
    Kind,
    Maturity,
    ObjectionKind,
    Resolution,
)
from tests.cahier.french import French


@pytest.mark.parametrize(
    ("say", "things"),
    [
        (vocabulary.board, Kind),
        (vocabulary.a_card, Kind),
        (vocabulary.by, Channel),
        (vocabulary.became, Fate),
        (vocabulary.reason, AsideReason),
        (vocabulary.silence, Withheld),
        (vocabulary.standing, Maturity),
        (vocabulary.choice, Choice),
        (vocabulary.consent, Consent),
        (vocabulary.objection, ObjectionKind),
        (vocabulary.outcome, [None, *Resolution]),
        (lambda words, missing: vocabulary.lacking(words, missing, "41"), Missing),
    ],
)
def test_everything_has_words_of_its_own(say: Callable[[Any, Any], str], things: Iterable[StrEnum]) -> None:
    said = [say(French(), thing) for thing in things]
    assert all(said)
    assert len(set(said)) == len(said)
