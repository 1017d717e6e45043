"""Why a command is refused: a value, never an exception, never a sentence."""

import dataclasses
from collections.abc import Mapping
from enum import StrEnum


class Because(StrEnum):
    """Every reason there is. The sentence a person reads is found from it, outside the domain."""

    # Who is asking
    NOT_YOUR_ROLE = "not_your_role"
    NOT_YOUR_THEME = "not_your_theme"
    NOT_YOUR_CARD = "not_your_card"
    NEEDS_A_BROWSER = "needs_a_browser"
    TEAM_ONLY_FIELD = "team_only_field"

    # The moment
    CONVENTION_CLOSED = "convention_closed"
    CONVENTION_OPEN = "convention_open"
    THEME_FROZEN = "theme_frozen"
    THEME_PAUSED = "theme_paused"
    KIND_NOT_NOW = "kind_not_now"
    NO_STEP = "no_step"
    CHANGED_MEANWHILE = "changed_meanwhile"
    CARD_WITHDRAWN = "card_withdrawn"
    CARD_SET_ASIDE = "card_set_aside"
    CARD_PLACED = "card_placed"
    CARD_NOT_PLACED = "card_not_placed"
    CARD_MOVED_SINCE = "card_moved_since"
    STATEMENT_GONE = "statement_gone"
    STATEMENT_LIVE = "statement_live"
    VOTE_OPEN = "vote_open"
    NO_VOTE = "no_vote"
    DISAGREEMENT_NOT_NOW = "disagreement_not_now"
    NOT_WORDED = "not_worded"
    OBJECTIONS_OPEN = "objections_open"
    NOTHING_TO_UNDO = "nothing_to_undo"
    GAPS_OPEN = "gaps_open"
    ROOM_FIXED = "room_fixed"
    CARD_CARRIED = "card_carried"

    # Size
    TEXT_TOO_LONG = "text_too_long"
    TOO_MANY = "too_many"

    # Content
    TEXT_EMPTY = "text_empty"
    BAD_VALUE = "bad_value"
    UNKNOWN = "unknown"
    UNKNOWN_COMMAND = "unknown_command"
    NOT_A_BOARD_HERE = "not_a_board_here"
    KINDS_DIFFER = "kinds_differ"
    NO_COMMON_THEME = "no_common_theme"
    THEME_SHARED = "theme_shared"
    CANNOT_BE_FOUNDED = "cannot_be_founded"
    TOO_MANY_DOTS = "too_many_dots"
    ALREADY_THERE = "already_there"
    NOTHING_CHOSEN = "nothing_chosen"

    # The machine
    TOO_FAST = "too_fast"
    CANNOT_WRITE = "cannot_write"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A refused command changed nothing.

    `field` names the command's field at fault; `about` carries what a sentence
    needs: the limit, both texts of a conflict, the thing that is unknown.
    """

    because: Because
    field: str | None = None
    about: Mapping[str, str | int] = dataclasses.field(default_factory=dict)
