"""Random commands that are often valid: they choose among what exists."""

import dataclasses
from collections.abc import Callable, Iterator, Sequence

from hypothesis import strategies as st

from atelier.domain import chapters, events, outline
from atelier.domain import commands as c
from atelier.domain.actor import PARTICIPANT, Actor, Grant
from atelier.domain.completeness import gaps
from atelier.domain.decide import Decision
from atelier.domain.references import card_of
from atelier.domain.rooms import ChoicesGiven
from atelier.domain.state import Convention
from atelier.domain.words import (
    AsideReason,
    AxisId,
    BlockId,
    Channel,
    Choice,
    Consent,
    Count,
    Kind,
    MatchId,
    Maturity,
    ObjectionId,
    PartName,
    Reference,
    Resolution,
    Role,
    Scale,
    Seq,
    ThemeCode,
)
from tests.domain import rooms
from tests.domain.choose import (
    Pick,
    a_card,
    a_demand,
    a_kind,
    a_statement,
    a_target,
    a_text,
    a_theme,
    alike,
    asked,
    constats,
    gone,
    loose,
    placed,
    weighed,
    worded,
)
from tests.domain.play import (
    ANA,
    BEN,
    CLEO,
    DS,
    FACILITATOR,
    HOST,
    NOBODY,
    PROGRAMME,
    SECRETARY,
    STEPS,
    WALL,
    Play,
    limited,
)

EVERYTHING = tuple(Grant(role=role) for role in Role)
ALL_ROUND = dataclasses.replace(BEN, grants=EVERYTHING)
DS_ONLY = dataclasses.replace(CLEO, grants=(PARTICIPANT, limited(Role.FACILITATOR, DS)))
ACTORS = (
    *(dataclasses.replace(one, grants=EVERYTHING) for one in (ANA, BEN, CLEO, NOBODY)),
    *(ALL_ROUND, ALL_ROUND, ALL_ROUND, ALL_ROUND, ALL_ROUND, ALL_ROUND),
    *(ANA, BEN, CLEO, FACILITATOR, SECRETARY, HOST, NOBODY, WALL, DS_ONLY),
)

Builder = Callable[[Convention, Pick], c.Command]


def _post(state: Convention, pick: Pick) -> c.PostCard:
    kind, text, key = pick.one((*Kind, Kind.CONSTAT, Kind.REVENDICATION), Kind.CONSTAT), a_text(pick), "key"
    channel = pick.one((None, None, *Channel), None)
    if pick.number(6):
        key = f"key-{state.seq}"
    return c.PostCard(theme=a_theme(state, pick), kind=kind, text=text, key=key, channel=channel)


def _split(state: Convention, pick: Pick) -> c.SplitStatement:
    cards = placed(state, pick)[:1]
    card = state.cards.get(cards[0])
    return c.SplitStatement(statement=(card and card.statement) or Reference("DS-C1"), cards=cards)


def _start(state: Convention, pick: Pick) -> c.StartStep:
    step = pick.number(len(state.steps)) + 1
    if pick.number(2):
        return c.StartStep(step=step, slot=pick.one(state.slots, next(iter(state.slots))))
    return c.StartStep(step=step, theme=a_theme(state, pick))


def _extend(state: Convention, pick: Pick) -> c.ExtendStep:
    minutes = pick.number(9) - 4
    if pick.number(2):
        return c.ExtendStep(minutes=minutes, slot=pick.one(state.slots, next(iter(state.slots))))
    return c.ExtendStep(minutes=minutes, theme=a_theme(state, pick))


def _edit_steps(state: Convention, pick: Pick) -> c.EditSteps:
    slot = pick.one((None, *state.slots), None)
    before = state.slots[slot].steps if slot is not None else state.steps
    return c.EditSteps(steps=(*before[1:], *(pick.some(STEPS, STEPS[0]))), slot=slot)


def _edit_slot(state: Convention, pick: Pick) -> c.EditSlot:
    themes = tuple(dict.fromkeys(pick.some(state.themes, ThemeCode("DS"))))
    return c.EditSlot(slot=pick.one(state.slots, next(iter(state.slots))), themes=themes)


def _founded(state: Convention, pick: Pick) -> c.UnlinkStatements:
    linked = [one for one in state.statements.values() if one.live and one.founded_on]
    if not linked:
        return c.UnlinkStatements(statement=a_demand(state, pick), founded_on=constats(state, pick))
    one = pick.one(linked, linked[0])
    return c.UnlinkStatements(statement=one.reference, founded_on=pick.some(one.founded_on, Reference("")))


def _answer(state: Convention, pick: Pick) -> c.AnswerGap:
    names = [gap.name for gap in gaps(state)]
    return c.AnswerGap(gap=pick.one(names, "card_to_place:1"), reason=pick.one(("Pas le temps.", ""), ""))


def _section(state: Convention, pick: Pick) -> c.WriteSection:
    names = ("foreword", "theme:DS:before", "slot:S1:between", "block:B1", "statement:DS-C1:after", "nowhere")
    base = pick.one((None, state.seq, Seq(1)), None)
    return c.WriteSection(section=pick.one(names, "foreword"), text=a_text(pick), base=base)


def _block(state: Convention, pick: Pick) -> c.EditBlock | c.RemoveBlock | c.RestoreBlock:
    block = pick.one(state.blocks, BlockId("B1"))
    if pick.number(3) == 0:
        return c.EditBlock(block=block, title=a_text(pick)[:60])
    return c.RemoveBlock(block=block) if pick.number(2) else c.RestoreBlock(block=block)


def _axis(state: Convention, pick: Pick) -> c.EditAxis | c.RemoveAxis | c.RestoreAxis | c.ArrangeAxes:
    axis = pick.one(state.axes, AxisId("A1"))
    asked: tuple[c.EditAxis | c.RemoveAxis | c.RestoreAxis | c.ArrangeAxes, ...] = (
        c.EditAxis(axis=axis, title=a_text(pick)[:60]),
        c.RemoveAxis(axis=axis),
        c.RestoreAxis(axis=axis),
        c.ArrangeAxes(axes=(axis,)),
    )
    return pick.one(asked, asked[0])


def _order(state: Convention, pick: Pick) -> c.ArrangeDocument:
    there = outline.order(state)
    base = pick.one((None, None, Seq(1)), None)
    return c.ArrangeDocument(parts=pick.some(there[:-5], there[0]), base=base)


def _board(state: Convention, pick: Pick) -> c.ArrangeBoard:
    chapter, kind = pick.one(outline.natural(state)[4:-7], PartName("theme:DS")), a_kind(pick)
    there = chapters.board(state, chapter, kind)
    return c.ArrangeBoard(chapter=chapter, kind=kind, statements=tuple(reversed(there))[pick.number(2) :])


def _match(state: Convention, pick: Pick) -> c.MatchStatements | c.UnmatchStatements:
    if state.matches and pick.number(3) == 0:
        return c.UnmatchStatements(match=pick.one(state.matches, MatchId("M1")))
    first = state.statements.get(a_statement(state, pick))
    live = (one for one in state.statements.values() if first and one.live and one.kind is first.kind)
    others = [one.reference for one in live if first and not set(one.themes) & set(first.themes)]
    both = (first.reference if first else Reference("DS-C1"), pick.one(others, Reference("DS-C1")))
    match = pick.one((None, *state.matches), None)
    return c.MatchStatements(statements=both, text=pick.one(("", "Ensemble"), ""), match=match)


def _objection(state: Convention, pick: Pick) -> c.ResolveObjection:
    objection = pick.one(state.objections, ObjectionId("O1"))
    return c.ResolveObjection(objection=objection, how=pick.one(Resolution, Resolution.KEPT))


def _attribute(state: Convention, pick: Pick) -> c.AttributeStatement | c.UnattributeStatement:
    organisation = pick.one(("CGT", "LDH"), "CGT")
    if pick.number(3):
        return c.AttributeStatement(
            statement=a_statement(state, pick), organisation=organisation, reference=a_text(pick)
        )
    return c.UnattributeStatement(statement=a_statement(state, pick), organisation=organisation)


def _bring_card(state: Convention, pick: Pick) -> c.BringCard:
    standing = [one for one in state.brought_statements if state.statements[one].live]
    home = pick.one((None, *standing), None)
    gone = not pick.number(6)
    return dataclasses.replace(
        rooms.CARD,
        card=card_of(rooms.B, pick.number(3) + 1),
        text="" if gone else a_text(pick)[:600],
        kind=state.statements[home].kind if home else Kind.CONSTAT,
        withdrawn=gone,
        statement=home,
        aside=pick.one((None, None, AsideReason.OTHER), None) if home is None else None,
        disagreement=bool(pick.number(2)),
    )


def _bring_statement(state: Convention, pick: Pick) -> c.BringStatement:
    number = pick.number(3) + 1
    name = Reference(f"DS-C{number}-B")
    said = state.brought_statements.get(name)
    more = (a_text(pick),) if pick.number(2) else ()
    return dataclasses.replace(
        rooms.STATEMENT,
        statement=name,
        there=Reference(f"DS-C{number}"),
        wordings=(*(said.wordings if said else ()), *more),
        merged_into=pick.one((None, None, Reference("DS-C1-B")), None),
        dissolved=not pick.number(5),
    )


def _bring_poll(state: Convention, pick: Pick) -> c.BringPoll:
    agree, against = pick.number(5), pick.number(5)
    given = (
        ChoicesGiven(statement=rooms.HERE, choice=Choice.AGREE, phones=agree, paper=pick.number(3)),
        ChoicesGiven(statement=rooms.HERE, choice=Choice.DISAGREE, phones=against, hands=pick.number(3)),
    )
    return dataclasses.replace(rooms.POLL, voters=agree + against, given=given[pick.number(2) :])


def _bring_block(state: Convention, pick: Pick) -> c.BringBlock:
    return dataclasses.replace(
        rooms.BLOCK,
        there=BlockId(f"B{pick.number(3) + 1}"),
        title=pick.one(("", "Récit"), ""),
        text=a_text(pick),
        removed=not pick.number(4),
        after=pick.one((None, *outline.whole(state)), None),
    )


CARDS: tuple[Builder, ...] = (
    _post,
    _post,
    _post,
    lambda s, p: c.CorrectCard(card=a_card(s, p), text=a_text(p)),
    lambda s, p: c.WithdrawCard(card=a_card(s, p)),
    lambda s, p: c.TranslateCard(card=a_card(s, p), lang=p.one(("ar", "en"), "ar"), text=a_text(p)),
    lambda s, p: c.SetLanguage(card=a_card(s, p), lang=p.one(("ar", "", "?"), "ar")),
    lambda s, p: c.SetAsideCard(card=loose(s, p)[0], reason=p.one(AsideReason, AsideReason.OTHER)),
    lambda s, p: c.RestoreCard(card=a_card(s, p)),
    lambda s, p: c.MoveCard(card=loose(s, p)[0], theme=a_theme(s, p), kind=a_kind(p)),
)
GROUPING: tuple[Builder, ...] = (
    lambda s, p: c.GroupCards(cards=loose(s, p)),
    lambda s, p: c.GroupCards(cards=loose(s, p)),
    lambda s, p: c.GroupCards(cards=loose(s, p), statement=a_statement(s, p)),
    lambda s, p: c.GroupCards(cards=loose(s, p), statement=a_statement(s, p), title=a_text(p)[:60]),
    lambda s, p: c.UngroupCards(cards=placed(s, p)),
    lambda s, p: c.MergeStatements(statements=alike(s, p)),
    lambda s, p: c.MergeStatements(statements=alike(s, p)),
    _split,
    lambda s, p: c.DissolveStatement(statement=a_statement(s, p)),
    lambda s, p: c.RestoreStatement(statement=gone(s, p)),
    lambda s, p: c.AddStatement(theme=a_theme(s, p), kind=a_kind(p), text=a_text(p)),
    lambda s, p: c.MarkDifferent(targets=(a_target(s, p), a_target(s, p)), on=bool(p.number(3))),
)
SAYING: tuple[Builder, ...] = (
    lambda s, p: c.WordStatement(
        statement=a_statement(s, p), text=a_text(p), title=p.one((None, "Titre"), None)
    ),
    lambda s, p: c.LinkStatements(statement=a_demand(s, p), founded_on=constats(s, p)),
    _founded,
    _attribute,
    lambda s, p: c.MarkDisagreement(target=a_target(s, p), on=bool(p.number(3))),
    lambda s, p: c.RaiseObjection(statement=a_statement(s, p), text=a_text(p)),
    _objection,
    lambda s, p: c.RecordMinority(statement=a_statement(s, p), text=a_text(p), people=p.number(3)),
    lambda s, p: c.SetMaturity(statement=a_statement(s, p), maturity=p.one(Maturity, Maturity.FIRM)),
    lambda s, p: c.SetConsent(statement=a_statement(s, p), stage=p.one((None, *Consent), None)),
)
WEIGHING: tuple[Builder, ...] = (
    lambda s, p: c.OpenVote(theme=a_theme(s, p), dots=p.number(5), kinds=(a_kind(p), Kind.CONSTAT)),
    lambda s, p: c.CastDots(statement=weighed(s, p), dots=p.number(4)),
    lambda s, p: c.CastDots(statement=weighed(s, p), dots=p.number(4)),
    lambda s, p: c.CastDots(statement=weighed(s, p), dots=p.number(4)),
    lambda s, p: c.CountDots(statement=weighed(s, p), channel=p.one(Count, Count.HANDS), dots=p.number(9)),
    lambda s, p: c.CloseVote(theme=a_theme(s, p)),
    lambda s, p: c.OpenPoll(statements=(worded(s, p),)),
    lambda s, p: c.OpenPoll(statements=(worded(s, p), worded(s, p)), scale=Scale.GRADES),
    lambda s, p: c.CastChoice(statement=asked(s, p), choice=p.one((None, *Choice), None)),
    lambda s, p: c.CastChoice(statement=asked(s, p), choice=p.one((None, *Choice), None)),
    lambda s, p: c.CountChoices(
        statement=asked(s, p),
        channel=p.one(Count, Count.HANDS),
        choice=p.one(Choice, Choice.AGREE),
        people=p.number(9),
    ),
    lambda s, p: c.ClosePoll(theme=a_theme(s, p)),
)
ELSEWHERE: tuple[Builder, ...] = (
    lambda s, p: rooms.REGISTER,
    _bring_card,
    _bring_card,
    _bring_statement,
    _bring_statement,
    _bring_poll,
    _bring_block,
    lambda s, p: dataclasses.replace(
        rooms.VOTE, given=(dataclasses.replace(rooms.VOTE.given[0], paper=p.number(3)),)
    ),
    lambda s, p: dataclasses.replace(rooms.CARRIED, text=a_text(p), kind=a_kind(p)),
)
WRITING: tuple[Builder, ...] = (
    _section,
    lambda s, p: c.AddBlock(title=a_text(p)[:60], after=p.one((None, *outline.order(s)), None)),
    lambda s, p: c.WriteSection(section=f"block:{p.one(s.blocks, 'B1')}", text=a_text(p)),
    _block,
    _order,
)
MARKING: tuple[Builder, ...] = (
    _match,
    lambda s, p: c.MarkDifferent(targets=(a_target(s, p), a_target(s, p)), on=bool(p.number(3))),
)
THE_REST: tuple[Builder, ...] = (
    _start,
    _extend,
    lambda s, p: c.RevealCards(theme=a_theme(s, p), cards=p.one(((), (a_card(s, p),)), ())),
    lambda s, p: c.PauseTheme(theme=a_theme(s, p), on=bool(p.number(2))),
    lambda s, p: c.FreezeTheme(theme=a_theme(s, p)),
    lambda s, p: c.ReopenTheme(theme=a_theme(s, p)),
    _edit_steps,
    lambda s, p: c.CorrectClock(seconds=60 * (p.number(9) - 4)),
    _section,
    _order,
    lambda s, p: c.ArrangeDocument(parts=()),
    lambda s, p: c.AddBlock(title=a_text(p)[:60], after=p.one((None, *outline.order(s)), None)),
    _block,
    _block,
    _board,
    _match,
    _match,
    _axis,
    lambda s, p: c.AddAxis(title=a_text(p)),
    lambda s, p: c.PlaceInAxis(axis=p.one(s.axes, AxisId("A1")), statements=constats(s, p)),
    _answer,
    lambda s, p: c.EditTheme(theme=a_theme(s, p), boards=p.some(Kind, Kind.CONSTAT)),
    lambda s, p: c.EditConvention(title=a_text(p), number=p.number(9)),
    _edit_slot,
    lambda s, p: c.AddTheme(code=p.one(("ED", "MI", "DS"), "ED"), title=a_text(p)),
    lambda s, p: c.AddSlot(label=a_text(p), themes=p.some(s.themes, ThemeCode("DS"))),
    lambda s, p: c.CloseConvention(),
    lambda s, p: c.ReopenConvention(),
    lambda s, p: c.Undo(seq=Seq(max(1, s.seq - p.number(6)))),
    lambda s, p: c.Undo(seq=Seq(max(1, s.seq - p.number(3)))),
)
BUILDERS = (*CARDS, *GROUPING, *SAYING, *WEIGHING, *THE_REST, *GROUPING)
MERGING = (*ELSEWHERE, *CARDS, *GROUPING, *SAYING, *WEIGHING, *ELSEWHERE)

Move = tuple[Builder, Actor, tuple[int, ...]]

_NUMBERS = st.tuples(*[st.integers(0, 11)] * 6)


def moves(
    least: int = 20, most: int = 60, builders: Sequence[Builder] = BUILDERS
) -> st.SearchStrategy[list[Move]]:
    """What people ask for in a day, one after the other."""
    return st.lists(
        st.tuples(st.sampled_from(builders), st.sampled_from(ACTORS), _NUMBERS), min_size=least, max_size=most
    )


def begun(programme: c.CreateConvention = PROGRAMME) -> Play:
    """A day with something on its boards already."""
    play = Play(programme)
    for theme, kind in (("DS", Kind.CONSTAT), ("DS", Kind.REVENDICATION), ("TR", Kind.CONSTAT)):
        for author in (ANA, BEN, NOBODY):
            play.post("Bus", author, theme, kind)
    cards = tuple(play.state.cards)
    play.group(*cards[:2])
    play.group(*cards[3:5])
    play.group(cards[2])
    return play


def played(
    day: list[Move], play: Play | None = None
) -> Iterator[tuple[Play, Convention, events.Event | None]]:
    """After each command: the play, the state before, and the event if one came of it."""
    play = play or begun()
    for build, actor, numbers in day:
        before = play.state
        outcome = play.ask(build(before, Pick(numbers)), actor)
        yield play, before, outcome.event if isinstance(outcome, Decision) else None
