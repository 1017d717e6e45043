"""An earlier cahier as the starting board of a new one: its statements arrive as cards, with their origin."""

from collections.abc import Mapping
from dataclasses import dataclass

from atelier.domain.card import Origin
from atelier.domain.commands import AddTheme, CarryStatement, EditTheme
from atelier.domain.links import live_statements
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.words import Kind, Reference, ThemeCode
from atelier.exchange.merging.planned import CannotBring, Plan, Trial
from atelier.exchange.theme_codes import code_for


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierStatement:
    """What an earlier workshop stood behind: its last wording."""

    reference: Reference
    theme: ThemeCode
    kind: Kind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What is taken from an earlier cahier: its name, its themes by code, its statements that stood."""

    title: str
    number: int
    themes: Mapping[ThemeCode, str]
    statements: tuple[EarlierStatement, ...]


def earlier_of(convention: Convention) -> Earlier:
    """From a whole convention, such as a bundle holds."""
    found = ((one, _said(convention, one)) for one in live_statements(convention))
    return Earlier(
        title=convention.title,
        number=convention.number,
        themes={code: theme.title for code, theme in convention.themes.items()},
        statements=tuple(
            EarlierStatement(reference=one.reference, theme=one.themes[0], kind=one.kind, text=text)
            for one, text in found
            if text
        ),
    )


def _said(convention: Convention, statement: Statement) -> str:
    """Its wording, else its title, else what its cards say."""
    cards = (convention.cards[number] for number in statement.cards)
    heard = (card.text for card in cards if card.text and not card.hidden)
    return statement.text or statement.title or "\n".join(heard)


def plan(here: Convention, earlier: Earlier, themes: Mapping[ThemeCode, ThemeCode] | None = None) -> Plan:
    """A card for each statement that is not here yet. `themes`: where each earlier theme goes.

    A theme that is not named goes to the one of the same title, or is added. A
    title that is here under another code keeps the code of here.
    """
    trial = Trial(here)
    chosen = dict(themes or {})
    try:
        for statement in earlier.statements:
            if statement.theme not in chosen:
                chosen[statement.theme] = _theme(trial, earlier, statement.theme)
            _take(trial, earlier, statement, chosen[statement.theme])
    except CannotBring as refused:
        return Plan(refused=refused.refusal)
    return Plan(commands=tuple(trial.commands), counts=trial.counts)


def as_command(earlier: Earlier, statement: EarlierStatement, theme: ThemeCode) -> CarryStatement:
    """What is asked for one statement, in that theme of here."""
    origin = Origin(
        convention=earlier.title,
        number=earlier.number,
        theme=earlier.themes.get(statement.theme) or statement.theme,
        reference=statement.reference,
    )
    return CarryStatement(theme=theme, kind=statement.kind, text=statement.text, origin=origin)


def _take(trial: Trial, earlier: Earlier, statement: EarlierStatement, code: ThemeCode) -> None:
    theme = trial.state.themes.get(code)
    if theme is None:
        raise CannotBring(Refusal(because=Because.UNKNOWN, field="theme", about={"given": code}))
    command = as_command(earlier, statement, code)
    known = any(card.origin == command.origin for card in trial.state.cards.values())
    if known:
        return
    if statement.kind not in theme.boards:
        trial.do(EditTheme(theme=code, boards=(*theme.boards, statement.kind)))
    trial.do(command)


def _theme(trial: Trial, earlier: Earlier, code: ThemeCode) -> ThemeCode:
    title = earlier.themes.get(code) or code
    alike = [one for one in trial.state.themes.values() if one.title.casefold() == title.casefold()]
    if alike:
        return min(alike, key=lambda one: one.code != code).code
    free = code if code not in trial.state.themes else code_for(title, trial.state.themes)
    trial.do(AddTheme(code=free, title=title))
    return free
