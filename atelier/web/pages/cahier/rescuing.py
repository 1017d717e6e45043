"""Words that were typed for a place that is no more: the browser has them, and they become a text apart."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from atelier.domain import events, outline, sections
from atelier.domain.commands import AddBlock, WriteSection
from atelier.domain.words import SectionName
from atelier.web.pages.cahier.bench import Bench
from atelier.web.pages.cahier.outlining import open_text
from atelier.web.pages.cahier.writing import TEXT_CHARACTERS_MAX, saved


def astray(bench: Bench) -> tuple[SectionName, ...]:
    """The texts of which this browser keeps words, and which have no place any more."""
    if not bench.arranges:
        return ()
    return tuple(sorted(name for name in bench.kept if not sections.exists(bench.state, name)))


async def rescue(bench: Bench, told: Any) -> None:
    """The browser gives these words back: they become a text of their own, after what runs through all."""
    body = dict(told) if isinstance(told, dict) else {}
    name = SectionName(str(body.get("section", "")))
    text = str(body.get("text", ""))[:TEXT_CHARACTERS_MAX]
    if name not in astray(bench):
        return
    made = await bench.do(AddBlock(title="", after=outline.CLOSING[0]))
    if made is None or not isinstance(made.event, events.BlockAdded):
        return
    block = sections.of_block(made.event.block)
    written = await bench.do(WriteSection(section=block, text=text))
    if written is not None:
        saved(bench, name, text, written)
        open_text(bench, block)


async def _ask(bench: Bench, of: str) -> None:
    bench.parts.outline.rescue(of)


ACTS: Mapping[str, Callable[[Bench, str], Awaitable[None]]] = {"rescue": _ask}
