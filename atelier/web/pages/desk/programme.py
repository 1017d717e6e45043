"""The programme as a desk sees it: which steps there are, for whom they go on together, where they are."""

from dataclasses import dataclass

from atelier.domain.state import Convention, programme_of
from atelier.domain.steps import Step
from atelier.domain.words import CardNumber, Kind, SlotId, ThemeCode

_ORDER = tuple(Kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The themes that a step moves: all those of a slot, or (`slot` None) this one alone.

    `running` is the number of the step under way here, or of the one before if it was
    taken out of the programme; 0 for none. `here`: a step goes on, that of this scope.
    """

    slot: SlotId | None
    label: str
    themes: tuple[ThemeCode, ...]
    steps: tuple[Step, ...]
    running: int
    here: bool = False

    @property
    def joint(self) -> bool:
        """Several themes move together."""
        return len(self.themes) > 1

    @property
    def next(self) -> int | None:
        """The number of the step that follows; None at the end."""
        return self.running + 1 if self.running < len(self.steps) else None


def scopes(state: Convention, code: ThemeCode) -> tuple[Scope, ...]:
    """Every way to move this theme: with each of its slots, and alone when no slot of its own has it now."""
    theme = state.themes[code]
    number = theme.running.number if theme.running is not None else 0
    of_slots = tuple(
        Scope(
            slot=slot.id,
            label=slot.label,
            themes=slot.themes,
            steps=programme_of(state, slot.id),
            running=number if theme.slot == slot.id else 0,
            here=theme.running is not None and theme.slot == slot.id,
        )
        for slot in state.slots.values()
        if code in slot.themes
    )
    now = theme.slot if theme.running is not None or not of_slots else of_slots[0].slot
    if any(scope.slot == now and not scope.joint for scope in of_slots):
        return of_slots
    alone = Scope(
        slot=None,
        label="",
        themes=(code,),
        steps=state.steps,
        running=number if theme.slot is None else 0,
        here=theme.running is not None and theme.slot is None,
    )
    return (*of_slots, alone)


def scope_now(state: Convention, code: ThemeCode) -> Scope:
    """Where the theme is; before any step, its first slot."""
    every = scopes(state, code)
    theme = state.themes[code]
    if theme.running is None:
        return every[0]
    return next(scope for scope in every if scope.slot == theme.slot)


def votes_that_end(state: Convention, scope: Scope) -> tuple[ThemeCode, ...]:
    """The themes where dots are being given that starting a step would close: nobody else holds them."""
    found: list[ThemeCode] = []
    for number, vote in state.votes.items():
        holding = [code for code in vote.themes if state.themes[code].vote == number]
        if vote.open and set(holding) <= set(scope.themes):
            found += holding
    return tuple(found)


def hidden_in(state: Convention, code: ThemeCode) -> tuple[CardNumber, ...]:
    """The cards that wait to be shown, board by board as the wall shows them, the oldest first."""
    hidden = [
        card
        for card in state.cards.values()
        if card.hidden and not card.withdrawn and card.aside is None and code in card.themes
    ]
    return tuple(card.number for card in sorted(hidden, key=lambda one: _ORDER.index(one.kind)))
