"""Cards and statements as they are published."""

from dataclasses import dataclass
from enum import StrEnum

from atelier.domain.card import Aside, Origin, Translation
from atelier.domain.judging import Heard, Verdict
from atelier.domain.references import written
from atelier.domain.statement import Minority, Objection, TakenUp
from atelier.domain.tally import Tally, Weighing
from atelier.domain.words import CardNumber, Channel, Consent, Fate, Kind, Maturity, Reference, ThemeCode


class Withheld(StrEnum):
    """Why the words of a card are not printed."""

    WITHDRAWN = "withdrawn"
    PERSONAL_DATA = "personal_data"
    AGAINST_FRAME = "against_frame"
    HIDDEN = "hidden"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardEntry:
    """A card as it is published. When it is `withheld`, neither its text nor its translations are here."""

    number: CardNumber
    kind: Kind
    themes: tuple[ThemeCode, ...]
    channel: Channel
    carried_by: int
    lang: str
    late: bool
    disagreement: bool
    fate: Fate
    statement: Reference | None
    aside: Aside | None
    withheld: Withheld | None
    text: str
    translations: tuple[Translation, ...]
    origin: Origin | None = None

    @property
    def written(self) -> str:
        """Its number as people read it: `41`, `B-41`."""
        return written(self.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """What majority judgement makes of a statement; `verdict` is None when nobody graded it."""

    heard: Heard
    verdict: Verdict | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry:
    """A statement with everything said of it. `text` is empty until it is worded: its cards speak then.

    `also`: the statements of other themes that say the same.
    """

    reference: Reference
    kind: Kind
    title: str
    text: str
    cards: tuple[CardEntry, ...]
    founded_on: tuple[Reference, ...]
    founds: tuple[Reference, ...]
    taken_up: tuple[TakenUp, ...]
    tally: Tally | None
    weighings: tuple[Weighing, ...] = ()
    opinions: Heard | None = None
    grades: Graded | None = None
    consent: Consent | None = None
    disagreement: bool
    objections: tuple[Objection, ...]
    minorities: tuple[Minority, ...]
    maturity: Maturity | None
    added: bool
    merged: tuple[Reference, ...]
    split_from: Reference | None
    wordings: int
    also: tuple[Reference, ...] = ()
