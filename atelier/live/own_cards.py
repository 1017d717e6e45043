"""Which cards are a browser's own: found by trying, remembered in memory only, never written."""

from collections import OrderedDict

from atelier.domain import limits
from atelier.domain.actor import Actor
from atelier.domain.authorship import Secret
from atelier.domain.permissions import owns
from atelier.domain.references import card_of
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber


class OwnCards:
    """The marks on cards can only be tried one by one; each card is tried once for each browser."""

    def __init__(self) -> None:
        self._known: OrderedDict[Secret, tuple[int, tuple[CardNumber, ...]]] = OrderedDict()

    def of(self, state: Convention, actor: Actor) -> tuple[CardNumber, ...]:
        """Its cards that are not withdrawn, the newest last."""
        if actor.secret is None:
            return ()
        tried, own = self._known.pop(actor.secret, (0, ()))
        if tried > state.own_cards:  # the log fell back
            tried, own = 0, ()
        new = (card_of(state.room, number) for number in range(tried + 1, state.own_cards + 1))
        own += tuple(number for number in new if owns(state.cards[number], actor))
        self._known[actor.secret] = (state.own_cards, own)
        if len(self._known) > limits.BROWSERS_REMEMBERED_MAX:
            self._known.popitem(last=False)
        return tuple(number for number in own if owns(state.cards[number], actor))
