"""What happened to cards."""

from atelier.domain.events.shape import event
from atelier.domain.words import AsideReason, CardNumber, Channel, Kind, Mark, SlotId, ThemeCode


@event
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


@event
class CardCorrected:
    """The text given before is erased, here and on disk, with its translations."""

    card: CardNumber
    text: str


@event
class CardWithdrawn:
    """The text is erased, here and on disk; the number stays."""

    card: CardNumber


@event
class CardTranslated:
    """An empty text took the translation away."""

    card: CardNumber
    lang: str
    text: str


@event
class CardSetAside:
    """Out of the boards, with a reason."""

    card: CardNumber
    reason: AsideReason
    note: str = ""


@event
class CardRestored:
    """Back on its board."""

    card: CardNumber


@event
class CardMoved:
    """To another board."""

    card: CardNumber
    themes: tuple[ThemeCode, ...]
    kind: Kind


CardEvent = (
    CardPosted | CardCorrected | CardWithdrawn | CardTranslated | CardSetAside | CardRestored | CardMoved
)
