"""Cards: written, corrected, withdrawn, translated, set aside, moved."""

from dataclasses import dataclass

from atelier.domain.words import AsideReason, CardNumber, Channel, Kind, ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class PostCard:
    """A new card. `key` makes a resend the same card; `channel`, `slip`, `table` are the team's."""

    theme: ThemeCode
    kind: Kind
    text: str
    key: str
    lang: str | None = None
    carried_by: int | None = None
    channel: Channel | None = None
    slip: str | None = None
    table: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectCard:
    """Its author replaces the text; what stood there before is erased."""

    card: CardNumber
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawCard:
    """Its author takes the card back; its text is erased, its number stays."""

    card: CardNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslateCard:
    """A person's translation, beside the original. An empty text takes it away."""

    card: CardNumber
    lang: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetLanguage:
    """Which language a card is in; empty: that of the convention."""

    card: CardNumber
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAsideCard:
    """Out of the boards, with a reason; never out of the ledger."""

    card: CardNumber
    reason: AsideReason
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RestoreCard:
    """Back on its board."""

    card: CardNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveCard:
    """It was posted on the wrong board."""

    card: CardNumber
    theme: ThemeCode
    kind: Kind


CardCommand = (
    PostCard
    | CorrectCard
    | WithdrawCard
    | TranslateCard
    | SetLanguage
    | SetAsideCard
    | RestoreCard
    | MoveCard
)
