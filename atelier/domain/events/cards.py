"""What happened to cards."""

from dataclasses import dataclass

from atelier.domain.words import AsideReason, CardNumber, Channel, Kind, Mark, SlotId, ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPosted:
    """`author` is empty when no browser may claim the card; `receipt` recognises a resend."""

    card: CardNumber
    themes: tuple[ThemeCode, ...]
    kind: Kind
    text: str
    author: Mark
    receipt: Mark
    channel: Channel
    lang: str = ""
    carried_by: int = 1
    slip: str = ""
    table: str = ""
    slot: SlotId | None = None
    late: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CardCorrected:
    """The text given before is erased, here and on disk, with its translations."""

    card: CardNumber
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWithdrawn:
    """The text is erased, here and on disk; the number stays."""

    card: CardNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class CardTranslated:
    """An empty text took the translation away."""

    card: CardNumber
    lang: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSet:
    """Empty: that of the convention."""

    card: CardNumber
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSetAside:
    """Out of the boards, with a reason."""

    card: CardNumber
    reason: AsideReason
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRestored:
    """Back on its board."""

    card: CardNumber


@dataclass(frozen=True, slots=True, kw_only=True)
class CardMoved:
    """To another board."""

    card: CardNumber
    themes: tuple[ThemeCode, ...]
    kind: Kind


CardEvent = (
    CardPosted
    | CardCorrected
    | CardWithdrawn
    | CardTranslated
    | LanguageSet
    | CardSetAside
    | CardRestored
    | CardMoved
)
