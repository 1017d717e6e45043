"""The words of the product, as types. One word for one thing, everywhere."""

from enum import StrEnum
from typing import NewType

CardNumber = NewType("CardNumber", int)
"""1, 2, 3… in the convention; the same number on the slip, the screen and in the annex."""

Reference = NewType("Reference", str)
"""A statement's name for ever: `DS-C1`."""

ThemeCode = NewType("ThemeCode", str)
"""Two or three capital letters: `DS`."""

SlotId = NewType("SlotId", str)
"""`S1`, `S2`… in the order the slots were made."""

AxisId = NewType("AxisId", str)
"""`A1`, `A2`… in the order the axes were made."""

BlockId = NewType("BlockId", str)
"""`B1`, `B2`… in the order the secretary's blocks of prose were made."""

MatchId = NewType("MatchId", str)
"""`M1`, `M2`… in the order statements of several themes were said to be the same."""

PartName = NewType("PartName", str)
"""A part of the cahier: `foreword`, `theme:DS`, `themes:DS+TR`, `annex:cards`, `block:B1`."""

ObjectionId = NewType("ObjectionId", str)
"""`O1`, `O2`… in the convention."""

VoteNumber = NewType("VoteNumber", int)
"""1, 2, 3… in the convention: one number each time dots are opened on a theme."""

SectionName = NewType("SectionName", str)
"""A named place for prose in the cahier: `foreword`, `theme:DS:before`."""

PollNumber = NewType("PollNumber", int)
"""1, 2, 3… in the convention: one number each time people are asked for their word on statements."""

Seq = NewType("Seq", int)
"""Position of an event in the log of its convention, from 1."""

RoomLetter = NewType("RoomLetter", str)
"""What tells apart the cards of several machines: `B` for those numbered `B-41`; empty for none."""

NO_LETTER = RoomLetter("")

RoomSource = NewType("RoomSource", str)
"""Which machine's convention something was brought from: its id, and its letter if it had one."""

Instant = NewType("Instant", int)
"""Whole seconds since 1970-01-01 UTC: no finer, so that times tell nobody apart."""

Mark = NewType("Mark", str)
"""What stands for an author: 32 hexadecimal digits, different on every card and every vote."""


class Kind(StrEnum):
    """The four kinds of card and of statement. The first two are the boards of every theme."""

    CONSTAT = "constat"
    REVENDICATION = "revendication"
    PISTE = "piste"
    QUESTION = "question"


class Role(StrEnum):
    """Functions, not people."""

    PARTICIPANT = "participant"
    WALL = "wall"
    FACILITATOR = "facilitator"
    SECRETARY = "secretary"
    HOST = "host"


TEAM = frozenset({Role.FACILITATOR, Role.SECRETARY, Role.HOST})


class Channel(StrEnum):
    """How a card reached the table."""

    PHONE = "phone"
    PAPER = "paper"
    SPOKEN = "spoken"
    EARLIER = "earlier"
    """A statement of an earlier cahier, taken as material."""


class Count(StrEnum):
    """How dots that did not come from a phone were given."""

    PAPER = "paper"
    HANDS = "hands"


class Scale(StrEnum):
    """What people may say of a statement: a light show of hands, or the grades of majority judgement."""

    OPINIONS = "opinions"
    GRADES = "grades"


class Choice(StrEnum):
    """One word of a scale, the best first; `BLANK` is a paper that says nothing of a statement."""

    AGREE = "agree"
    PASS = "pass"  # noqa: S105 - not a password
    DISAGREE = "disagree"
    VERY_GOOD = "very_good"
    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
    REJECT = "reject"
    BLANK = "blank"


class Consent(StrEnum):
    """How far a consent round has come on a statement."""

    PROPOSED = "proposed"
    CLARIFIED = "clarified"
    OBJECTIONS = "objections"
    AMENDED = "amended"
    ADOPTED = "adopted"


class AsideReason(StrEnum):
    """Why a card was set aside: always one of these, printed in the ledger."""

    DUPLICATE = "duplicate"
    OFF_TOPIC = "off_topic"
    PERSONAL_DATA = "personal_data"
    AGAINST_FRAME = "against_frame"
    OTHER = "other"


class Fate(StrEnum):
    """What became of a card. Every card has exactly one."""

    IN_STATEMENT = "in_statement"
    TO_PLACE = "to_place"
    SET_ASIDE = "set_aside"
    WITHDRAWN = "withdrawn"


class Maturity(StrEnum):
    """How far the workshop stands behind a statement."""

    FIRM = "firm"
    EXISTING_RIGHT = "existing_right"
    TO_DIG = "to_dig"
    OPEN_QUESTION = "open_question"


class ObjectionKind(StrEnum):
    """An objection argues from facts, or says that somebody's limit is crossed."""

    REASONED = "reasoned"
    LIMIT = "limit"


class Resolution(StrEnum):
    """What became of an objection."""

    LIFTED = "lifted"
    AMENDED = "amended"
    KEPT = "kept"
    WITHDRAWN = "withdrawn"


class WallMode(StrEnum):
    """What the wall shows."""

    WALL = "wall"
    ONE_BY_ONE = "one_by_one"
    JOIN = "join"
    DOTS = "dots"
