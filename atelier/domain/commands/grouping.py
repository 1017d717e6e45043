"""Which cards make which statement."""

from dataclasses import dataclass

from atelier.domain.words import CardNumber, Kind, Reference, ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCards:
    """Cards become a new statement, or join one."""

    cards: tuple[CardNumber, ...]
    statement: Reference | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UngroupCards:
    """Cards leave their statement, that one if it is said; the last one to leave dissolves it."""

    cards: tuple[CardNumber, ...]
    statement: Reference | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddStatement:
    """A sentence that no card holds, marked for ever as an addition by the secretary."""

    theme: ThemeCode
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeStatements:
    """Several become a new one, with no dots; they are kept behind it."""

    statements: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitStatement:
    """Some cards of a statement become a new one."""

    statement: Reference
    cards: tuple[CardNumber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DissolveStatement:
    """What it was made of stands again as it stood before: cards, or the statements it merged."""

    statement: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreStatement:
    """A dissolved statement stands again, with those of its cards that are free."""

    statement: Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkDifferent:
    """These two, cards (their numbers) or statements (their references), do not say the same."""

    targets: tuple[CardNumber | Reference, ...]
    on: bool = True


GroupingCommand = (
    GroupCards
    | UngroupCards
    | AddStatement
    | MergeStatements
    | SplitStatement
    | DissolveStatement
    | RestoreStatement
    | MarkDifferent
)
