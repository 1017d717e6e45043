"""What the cahier still lacks: settled where it is, or left with a written reason, which is printed."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import cast

from atelier.domain import outline, sections
from atelier.domain.chapters import chapter_name
from atelier.domain.commands import AddBlock, AnswerGap, WriteSection
from atelier.domain.completeness import Gap, Missing, gaps
from atelier.domain.events import BlockAdded
from atelier.domain.permissions import permit
from atelier.domain.state import Convention
from atelier.domain.text import clean
from atelier.domain.words import PartName, Role, SectionName
from atelier.live.room import Room
from atelier.web.components.panel import Panel
from atelier.web.pages.cahier.bench import Bench
from atelier.web.pages.cahier.lacking import Lack, Lacks, lack, where_of
from atelier.web.pages.desk.given import Given
from atelier.web.plain.shared import kept_for

_AT_ONCE = 8
_ALL = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What is missing, and what was left so with a reason."""

    open: tuple[Gap, ...]
    left: tuple[tuple[Gap, str], ...]


def found_in(room: Room) -> Found:
    """Looked for once for each change: every card is read again, and several screens ask."""
    state = room.state
    return kept_for(room).once(state.seq, "missing", lambda: _found(state))


def _found(state: Convention) -> Found:
    """`gaps` is what takes time: it is asked once."""
    every = gaps(state)
    reasons = [(gap, state.answers.get(gap.name, "")) for gap in every]
    return Found(
        open=tuple(gap for gap, reason in reasons if not reason),
        left=tuple((gap, reason) for gap, reason in reasons if reason),
    )


class Completing(Panel):
    """`folded`: the kinds whose gaps are put away; `whole`: those shown to the last."""

    def __init__(self, bench: Bench) -> None:
        super().__init__("bench-completing", now=bench.now)
        self.folded: set[Missing] = set()
        self.whole: set[Missing] = set()
        self.sees_left = False


@dataclass(slots=True, kw_only=True)
class Leaving:
    """Why it stays so; the same may be said of all those of its kind."""

    gap: Gap
    others: tuple[Gap, ...] = field(default=())

    def draw(self, bench: Bench) -> str:
        """What it is, and a box."""
        state = bench.state
        one = lack(state, self.gap, bench.here.slug, bench.here.speech, state.answers.get(self.gap.name, ""))
        where = where_of(state, one, bench.here.speech)
        return bench.fill("sheets/leaving.html", one=one, where=where, others=len(self.others))

    async def sent(self, bench: Bench, given: Given) -> None:
        """A reason without words is none."""
        reason = clean(given.one("reason"))
        if not reason:
            bench.parts.sheet.say(bench.here.speech.text("Il manque le texte."))
            return
        those = (self.gap, *self.others) if given.one("all") else (self.gap,)
        await bench.settle(*(AnswerGap(gap=one.name, reason=reason) for one in those))


def build(bench: Bench) -> Panel:
    """Where it stands on the page."""
    panel = Completing(bench)
    bench.hear(panel)
    return panel


def show(bench: Bench) -> None:
    """Kind by kind, what is left; below, what was given a reason."""
    panel, speech, state, slug = _panel(bench), bench.here.speech, bench.state, bench.here.slug
    found = found_in(bench.here.served.room)
    left: list[Lack] = []
    if panel.sees_left:
        left = [lack(state, gap, slug, speech, reason) for gap, reason in found.left]
    html = bench.fill(
        "completing.html",
        kinds=[_of_kind(bench, panel, kind, those) for kind, those in _by_kind(found.open).items()],
        left=left,
        left_count=len(found.left),
        sees_left=panel.sees_left,
        folded=panel.folded,
        answers=_answers(bench),
        where_of=lambda one: where_of(state, one, speech),
    )
    panel.show(html, now=bench.now)


def count(bench: Bench) -> int:
    """How many things are left, for the tab."""
    return len(found_in(bench.here.served.room).open)


def _panel(bench: Bench) -> Completing:
    return cast(Completing, bench.parts.completing)


def _by_kind(those: tuple[Gap, ...]) -> Mapping[Missing, list[Gap]]:
    found: dict[Missing, list[Gap]] = {}
    for gap in those:
        found.setdefault(gap.missing, []).append(gap)
    return {kind: found[kind] for kind in Missing if kind in found}


def _of_kind(bench: Bench, panel: Completing, kind: Missing, those: list[Gap]) -> Lacks:
    many = 0 if kind in panel.folded else _ALL if kind in panel.whole else _AT_ONCE
    shown = [lack(bench.state, gap, bench.here.slug, bench.here.speech) for gap in those[:many]]
    return Lacks(kind=kind, count=len(those), shown=shown)


def _answers(bench: Bench) -> bool:
    """It may say why something is left as it is."""
    command = AnswerGap(gap="", reason="")
    return not bench.state.closed and isinstance(permit(bench.state, command, bench.here.actor), Role)


async def _fold(bench: Bench, of: str) -> None:
    if of in set(Missing):
        _panel(bench).folded ^= {Missing(of)}


async def _whole(bench: Bench, of: str) -> None:
    if of in set(Missing):
        _panel(bench).whole |= {Missing(of)}


async def _leave(bench: Bench, of: str) -> None:
    """Asked for one that another may have settled meanwhile: then there is nothing to ask."""
    found = found_in(bench.here.served.room)
    wanted = next((gap for gap in (*found.open, *(gap for gap, _ in found.left)) if gap.name == of), None)
    if wanted is not None:
        same = (gap for gap in found.open if gap.missing is wanted.missing and gap != wanted)
        bench.ask(Leaving(gap=wanted, others=tuple(same)))


async def _take_back(bench: Bench, of: str) -> None:
    await bench.do(AnswerGap(gap=of, reason=""))


async def _see_left(bench: Bench, of: str) -> None:
    panel = _panel(bench)
    panel.sees_left = not panel.sees_left


async def _apart(bench: Bench, of: str) -> None:
    """What stood beside a statement that was dissolved becomes a text of its own, after its chapter."""
    state, section = bench.state, SectionName(of)
    reference = dict(sections.astray(state)).get(section)
    if reference is None:
        return
    text = state.sections[section].text
    chapter = chapter_name(state, frozenset(state.statements[reference].themes))
    after: PartName | None = chapter if chapter in outline.order(state) else outline.order(state)[0]
    made = await bench.do(AddBlock(title="", after=after))
    if made is not None and isinstance(made.event, BlockAdded):
        name = sections.of_block(made.event.block)
        if await bench.do(WriteSection(section=name, text=text), WriteSection(section=section, text="")):
            await bench.press("open", name)


ACTS: Mapping[str, Callable[[Bench, str], Awaitable[None]]] = {
    "finish_fold": _fold,
    "finish_whole": _whole,
    "finish_leave": _leave,
    "finish_take_back": _take_back,
    "finish_see_left": _see_left,
    "finish_apart": _apart,
}
