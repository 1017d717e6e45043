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

ObjectionId = NewType("ObjectionId", str)
"""`O1`, `O2`… in the convention."""

VoteNumber = NewType("VoteNumber", int)
"""1, 2, 3… in the convention: one number each time dots are opened on a theme."""

SectionName = NewType("SectionName", str)
"""A named place for prose in the cahier: `foreword`, `theme:DS:before`."""

Seq = NewType("Seq", int)
"""Position of an event in the log of its convention, from 1."""

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


class Count(StrEnum):
    """How dots that did not come from a phone were given."""

    PAPER = "paper"
    HANDS = "hands"


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
