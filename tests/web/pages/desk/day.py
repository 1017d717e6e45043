"""A theme under way, and short names for what is done there."""

from atelier.domain import commands
from atelier.domain.words import AsideReason, CardNumber, Kind, Reference
from atelier.web.pages.desk.chosen import Act, Chosen, possible
from tests.domain.play import ANA, CONSTAT, DS, FACILITATOR, Play

C1, C2, R1 = Reference("DS-C1"), Reference("DS-C2"), Reference("DS-R1")


class Day(Play):
    """What the facilitator could do at each moment."""

    def posts(self, kind: Kind = CONSTAT, how_many: int = 1) -> tuple[CardNumber, ...]:
        first = len(self.state.cards) + 1
        for number in range(first, first + how_many):
            text = f"Carte {number}"
            self.do(commands.PostCard(theme=DS, kind=kind, text=text, key=text), ANA)
        return tuple(CardNumber(number) for number in range(first, first + how_many))

    def groups(self, *cards: CardNumber) -> None:
        self.do(commands.GroupCards(cards=cards))

    def sets_aside(self, *cards: CardNumber) -> None:
        for card in cards:
            self.do(commands.SetAsideCard(card=card, reason=AsideReason.OFF_TOPIC), FACILITATOR)

    def could(self, *things: CardNumber | Reference) -> set[Act]:
        return set(
            possible(
                self.state,
                Chosen(
                    cards=tuple(one for one in things if isinstance(one, int)),
                    statements=tuple(one for one in things if isinstance(one, str)),
                ),
            )
        )
