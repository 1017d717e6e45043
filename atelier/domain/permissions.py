"""Who may do what: the only file that knows. Whatever is not written here is refused."""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from atelier.domain import authorship, chapters, commands
from atelier.domain.actor import Actor, Grant
from atelier.domain.card import Card
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention
from atelier.domain.statement import Statement
from atelier.domain.words import TEAM, Channel, Role, ThemeCode

_PARTICIPANT = frozenset({Role.PARTICIPANT})
_FACILITATOR = frozenset({Role.FACILITATOR})
_SECRETARY = frozenset({Role.SECRETARY})
_HOST = frozenset({Role.HOST})

ALLOWED: dict[type[commands.Command], frozenset[Role]] = {
    commands.PostCard: _PARTICIPANT | TEAM,
    commands.CorrectCard: _PARTICIPANT | TEAM,
    commands.WithdrawCard: _PARTICIPANT | TEAM,
    commands.TranslateCard: TEAM,
    commands.SetLanguage: TEAM,
    commands.SetAsideCard: TEAM,
    commands.RestoreCard: TEAM,
    commands.MoveCard: TEAM,
    commands.GroupCards: TEAM,
    commands.UngroupCards: TEAM,
    commands.AddStatement: _SECRETARY,
    commands.WordStatement: TEAM,
    commands.MergeStatements: TEAM,
    commands.SplitStatement: TEAM,
    commands.DissolveStatement: TEAM,
    commands.RestoreStatement: TEAM,
    commands.MarkDifferent: TEAM,
    commands.LinkStatements: TEAM,
    commands.UnlinkStatements: TEAM,
    commands.AttributeStatement: TEAM,
    commands.UnattributeStatement: TEAM,
    commands.MarkDisagreement: _PARTICIPANT | TEAM,
    commands.RaiseObjection: TEAM,
    commands.ResolveObjection: TEAM,
    commands.RecordMinority: TEAM,
    commands.SetMaturity: TEAM,
    commands.SetConsent: TEAM,
    commands.StartStep: _FACILITATOR,
    commands.ExtendStep: _FACILITATOR,
    commands.RevealCards: _FACILITATOR,
    commands.PauseTheme: _FACILITATOR,
    commands.FreezeTheme: _FACILITATOR,
    commands.ReopenTheme: _FACILITATOR,
    commands.EditSteps: _FACILITATOR | _HOST,
    commands.CorrectClock: _HOST,
    commands.OpenVote: _FACILITATOR,
    commands.CastDots: _PARTICIPANT,
    commands.CountDots: TEAM,
    commands.CloseVote: _FACILITATOR,
    commands.OpenPoll: _FACILITATOR,
    commands.CastChoice: _PARTICIPANT,
    commands.CountChoices: TEAM,
    commands.ClosePoll: _FACILITATOR,
    commands.WriteSection: _SECRETARY,
    commands.ArrangeDocument: _SECRETARY,
    commands.AddBlock: _SECRETARY,
    commands.EditBlock: _SECRETARY,
    commands.RemoveBlock: _SECRETARY,
    commands.RestoreBlock: _SECRETARY,
    commands.ArrangeBoard: _SECRETARY,
    commands.AddAxis: _SECRETARY,
    commands.EditAxis: _SECRETARY,
    commands.RemoveAxis: _SECRETARY,
    commands.RestoreAxis: _SECRETARY,
    commands.ArrangeAxes: _SECRETARY,
    commands.MatchStatements: _SECRETARY,
    commands.UnmatchStatements: _SECRETARY,
    commands.PlaceInAxis: _SECRETARY,
    commands.AnswerGap: TEAM,
    commands.RegisterRoom: _HOST,
    commands.BringCard: _HOST,
    commands.BringStatement: _HOST,
    commands.BringVote: _HOST,
    commands.BringPoll: _HOST,
    commands.BringBlock: _HOST,
    commands.CarryStatement: _HOST,
    commands.CreateConvention: _HOST,
    commands.EditConvention: _HOST,
    commands.AddTheme: _HOST,
    commands.EditTheme: _HOST,
    commands.AddSlot: _HOST,
    commands.EditSlot: _HOST,
    commands.CloseConvention: _HOST,
    commands.ReopenConvention: _HOST,
}


def permit(state: Convention, command: commands.Command, actor: Actor) -> Role | Refusal:
    """The function in which this actor may do this, or why not."""
    allowed = ALLOWED.get(type(command), frozenset())
    grants = [grant for grant in actor.grants if grant.role in allowed]
    if not grants:
        return Refusal(because=Because.NOT_YOUR_ROLE)
    touched = themes_touched(state, command)
    grants = [grant for grant in grants if _covers(grant, touched)]
    if not grants:
        return Refusal(because=Because.NOT_YOUR_THEME)
    return _permit_in_person(state, command, actor, tuple(grant.role for grant in grants))


def owns(card: Card, actor: Actor) -> bool:
    """This browser wrote this card."""
    if actor.secret is None or not card.author:
        return False
    return card.author == authorship.card_mark(actor.secret, card.number)


def in_team(actor: Actor, code: ThemeCode) -> bool:
    """Facilitator, secretary or host of this theme."""
    return any(grant.role in TEAM and _covers(grant, (frozenset({code}),)) for grant in actor.grants)


def may_carry_away(actor: Actor) -> bool:
    """The whole log, in one file: what is hidden or set aside is in it too."""
    roles = _HOST | _SECRETARY
    return any(grant.role in roles and grant.themes is None for grant in actor.grants)


def may_cover(state: Convention, card: Card, actor: Actor) -> frozenset[ThemeCode] | Refusal:
    """The themes where this actor may cover what the browser of this card wrote lately, or why not."""
    reach = teams_of(state, actor)
    if not reach:
        return Refusal(because=Because.NOT_YOUR_ROLE)
    return reach if reach & set(card.themes) else Refusal(because=Because.NOT_YOUR_THEME)


def teams_of(state: Convention, actor: Actor) -> frozenset[ThemeCode]:
    """The themes where this actor is facilitator, secretary or host."""
    return frozenset(code for code in state.themes if in_team(actor, code))


def themes_touched(state: Convention, command: commands.Command) -> tuple[frozenset[ThemeCode], ...] | None:
    """For each thing the command changes, the themes it belongs to; None: the convention as a whole."""
    if isinstance(command, commands.WriteSection):
        return _of_section(state, command.section)
    if isinstance(command, commands.EditSteps) and command.slot is None:
        return None
    if isinstance(command, commands.ArrangeBoard):
        return tuple(frozenset({code}) for code in chapters.key_of(command.chapter) or ())
    if isinstance(command, commands.PlaceInAxis | commands.MatchStatements):
        return None
    targets = {target.name for target in dataclasses.fields(command)} & _TARGETS
    if not targets:
        return None
    return tuple(themes for name in sorted(targets) for themes in _of(state, name, getattr(command, name)))


_TARGETS = {"theme", "slot", "card", "cards", "statement", "statements", "objection", "target", "targets"}


def _of(state: Convention, name: str, target: Any) -> Iterator[frozenset[ThemeCode]]:
    """Nothing for what does not exist: `decide` says so better."""
    chosen = target if isinstance(target, tuple) else (target,)
    for one in (one for one in chosen if one is not None):
        match name:
            case "theme":
                yield frozenset({ThemeCode(one)})
            case "slot" if one in state.slots:
                yield from (frozenset({code}) for code in state.slots[one].themes)
            case "objection" if one in state.objections:
                yield frozenset(state.statements[state.objections[one]].themes)
            case _:
                known: Mapping[Any, Card | Statement] = (
                    state.cards if isinstance(one, int) else state.statements
                )
                thing = known.get(one)
                if thing is not None:
                    yield frozenset(thing.themes)


def _of_section(state: Convention, section: str) -> tuple[frozenset[ThemeCode], ...] | None:
    chapter, _, rest = section.partition(":")
    if chapter not in {"theme", "slot", "statement"}:
        return None
    return tuple(_of(state, chapter, rest.partition(":")[0]))


def _covers(grant: Grant, touched: tuple[frozenset[ThemeCode], ...] | None) -> bool:
    if grant.themes is None:
        return True
    return touched is not None and all(grant.themes & themes for themes in touched)


def _permit_in_person(
    state: Convention, command: commands.Command, actor: Actor, roles: tuple[Role, ...]
) -> Role | Refusal:
    """What depends on more than the function: one's own cards, the team's fields, the step."""
    team = next((role for role in roles if role in TEAM), None)
    match command:
        case commands.PostCard() if team is None and _team_field(command) is not None:
            return Refusal(because=Because.TEAM_ONLY_FIELD, field=_team_field(command))
        case commands.PostCard() if Role.PARTICIPANT in roles and _team_field(command) is None:
            return Role.PARTICIPANT
        case commands.CorrectCard(card=number) | commands.WithdrawCard(card=number) if number in state.cards:
            card = state.cards[number]
            if card.withdrawn:
                return roles[0]
            if card.origin is not None and isinstance(command, commands.CorrectCard):
                return Refusal(because=Because.CARD_CARRIED, field="card", about={"card": number})
            if owns(card, actor):
                return Role.PARTICIPANT if Role.PARTICIPANT in roles else roles[0]
            if team is None or card.channel is Channel.PHONE:
                return Refusal(because=Because.NOT_YOUR_CARD, field="card", about={"card": number})
        case commands.MarkDisagreement() if team is None and not _may_disagree(state, command):
            return Refusal(because=Because.DISAGREEMENT_NOT_NOW, field="target")
        case _:
            pass
    return team or roles[0]


def _team_field(command: commands.PostCard) -> str | None:
    if command.channel is not None and command.channel is not Channel.PHONE:
        return "channel"
    return next((name for name in ("slip", "table") if getattr(command, name) is not None), None)


def _may_disagree(state: Convention, command: commands.MarkDisagreement) -> bool:
    """On a statement, if the step lets them; what somebody marked they do not take away."""
    target = command.target
    if not command.on or isinstance(target, int) or target not in state.statements:
        return False
    running = (state.themes[code].running for code in state.statements[target].themes)
    return any(step is not None and step.step.disagree for step in running)
