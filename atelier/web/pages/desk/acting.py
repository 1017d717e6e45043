"""From what is pressed to commands, or to the sheet that asks what is missing."""

from atelier.domain.commands import (
    Command,
    DissolveStatement,
    GroupCards,
    MarkDisagreement,
    MergeStatements,
    RestoreCard,
    RevealCards,
    SplitStatement,
    UngroupCards,
)
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, Reference, ThemeCode, WallMode
from atelier.web.pages.desk.chosen import Act, Chosen, founded_among
from atelier.web.pages.desk.desk import Desk, Question
from atelier.web.pages.desk.sheets.linking import Linking
from atelier.web.pages.desk.sheets.placing import Moving, PuttingIn, SettingAside
from atelier.web.pages.desk.sheets.saying import Attributing, Dissenting, Objecting, Ripening
from atelier.web.pages.desk.sheets.translating import Translating
from atelier.web.pages.desk.sheets.weighing import Asking, Consenting
from atelier.web.pages.desk.sheets.wording import Wording


async def act(desk: Desk, wanted: Act, chosen: Chosen) -> None:
    """`wanted` is among what is possible with `chosen`."""
    question = _question(desk.state, wanted, chosen)
    if question is not None:
        desk.open(question)
    elif wanted is Act.WORD:
        await _word_a_card(desk, chosen)
    elif wanted in (Act.COVER, Act.UNCOVER):
        for number in chosen.cards:
            served = desk.here.served
            (served.cover if wanted is Act.COVER else served.uncover)(number, desk.actor)
        await desk.settle()
    elif wanted is Act.PROJECT:
        desk.wall.show(WallMode.ONE_BY_ONE, (chosen.cards or chosen.statements)[0])
        await desk.settle()
    else:
        done = await desk.settle(*at_once(desk.state, desk.code, wanted, chosen))
        if done and wanted is Act.REVEAL and len(chosen.cards) == 1:
            desk.follow(chosen.cards[0])


def _question(state: Convention, wanted: Act, chosen: Chosen) -> Question | None:
    """The sheet to open, for what needs an answer first."""
    cards, statements = chosen.cards, chosen.statements
    match wanted:
        case Act.PUT_IN if not statements:
            return PuttingIn(cards)
        case Act.WORD if statements:
            return Wording(statements[0])
        case Act.LINK:
            return _linking(state, statements)
        case Act.SET_ASIDE:
            return SettingAside(cards)
        case Act.MOVE:
            return Moving(cards)
        case Act.TRANSLATE:
            return Translating(cards[0])
        case Act.ATTRIBUTE:
            return Attributing(statements[0])
        case Act.OBJECT:
            return Objecting(statements[0])
        case Act.MINORITY:
            return Dissenting(statements[0])
        case Act.MATURITY:
            return Ripening(statements[0])
        case Act.CONSENT:
            return Consenting(statements[0])
        case Act.ASK | Act.GRADE:
            return Asking(statements)
        case _:
            return None


def at_once(state: Convention, code: ThemeCode, wanted: Act, chosen: Chosen) -> tuple[Command, ...]:
    """What is done at once."""
    cards, statements = chosen.cards, chosen.statements
    match wanted:
        case Act.GROUP:
            return (GroupCards(cards=cards),)
        case Act.PUT_IN if statements:
            return (GroupCards(cards=cards, statement=statements[0]),)
        case Act.MERGE:
            return (MergeStatements(statements=statements),)
        case Act.SPLIT:
            home = state.cards[cards[0]].statement
            return (SplitStatement(statement=home, cards=cards),) if home else ()
        case Act.MARK | Act.UNMARK:
            targets: tuple[CardNumber | Reference, ...] = (*cards, *statements)
            return tuple(MarkDisagreement(target=one, on=wanted is Act.MARK) for one in targets)
        case Act.REVEAL:
            return (RevealCards(theme=code, cards=cards),)
        case Act.RESTORE:
            return tuple(RestoreCard(card=one) for one in cards)
        case Act.UNGROUP:
            return (UngroupCards(cards=cards),)
        case Act.DISSOLVE:
            return (DissolveStatement(statement=statements[0]),)
        case _:
            return ()


def _linking(state: Convention, statements: tuple[Reference, ...]) -> Linking:
    """Of several, the one that the others found, with them ticked."""
    among = founded_among([state.statements[one] for one in statements])
    if among is None or len(statements) == 1:
        return Linking(statements[0])
    return Linking(among.reference, tuple(one for one in statements if one != among.reference))


async def _word_a_card(desk: Desk, chosen: Chosen) -> None:
    """A card alone becomes a statement, whose sentence is asked for."""
    receipt = await desk.do(GroupCards(cards=chosen.cards))
    if receipt is not None and receipt.statement is not None:
        desk.parts.board.clear_choice()
        desk.open(Wording(receipt.statement))
