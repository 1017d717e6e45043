"""What the cahier still lacks, as it is shown: with the words it is about, and where it is settled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from atelier.cahier import titles
from atelier.domain.completeness import Gap, Missing
from atelier.domain.personal_data import Finding, Personal, findings
from atelier.domain.settling import Place, settled_at
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, ObjectionId, Reference, SectionName, ThemeCode
from atelier.translations import Speech
from atelier.translations.names import missing

Piece = tuple[str, bool]
"""Some words, and whether they may be personal."""

_AROUND = 60
"""Characters kept on each side of what may be personal, in a long text."""

_LONG = 240
"""Characters by which one knows what it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """`said` is what people wrote there, in `lang`. It is settled at an `address`, or in a `section`."""

    gap: Gap
    sentence: str
    said: tuple[Piece, ...]
    lang: str = ""
    place: Place
    address: str = ""
    section: SectionName | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacks:
    """All of one kind: the first of them, and how many there are."""

    kind: Missing
    count: int
    shown: Sequence[Lack] = field(default=())

    @property
    def left(self) -> int:
        """Not shown yet."""
        return self.count - len(self.shown)


def lack(state: Convention, gap: Gap, slug: str, speech: Speech, reason: str = "") -> Lack:
    """One gap that this state has."""
    settling = settled_at(state, gap)
    at_section = settling.place is Place.SECTION
    where = gap.subject.rpartition("/")[0] or gap.subject
    return Lack(
        gap=gap,
        sentence=missing(gap.missing, gap.subject, speech),
        said=tuple(_said(state, gap, where)),
        lang=_lang(state, where),
        place=settling.place,
        address="" if at_section else _address(slug, settling.place, settling.theme, settling.target),
        section=SectionName(settling.target) if at_section else None,
        reason=reason,
    )


def where_of(state: Convention, one: Lack, speech: Speech) -> str:
    """The text of the cahier that it is about, by its name; nothing for a card or a statement."""
    if one.section is None or one.gap.missing is Missing.PROSE_ASTRAY:
        return ""
    return titles.of_section(speech, state, one.section)


def _address(slug: str, place: Place, theme: ThemeCode | None, target: str) -> str:
    match place:
        case Place.TRANSLATION:
            return f"/{slug}/paper?card={target}"
        case Place.DESK:
            return f"/{slug}/{theme}/desk?card={target}"
        case _:
            return f"/{slug}/{theme}/desk?statement={target}"


def _said(state: Convention, gap: Gap, where: str) -> Iterator[Piece]:
    match gap.missing:
        case Missing.PERSONAL_DATA:
            yield from _personal(_texts(state, where), Personal(gap.subject.rpartition("/")[2]))
        case Missing.REFERENCE_BROKEN:
            return
        case Missing.PROSE_ASTRAY:
            yield state.sections[SectionName(where)].text, False
        case Missing.OBJECTION_OPEN:
            objection = ObjectionId(gap.subject)
            among = state.statements[state.objections[objection]].objections
            yield from ((one.text, False) for one in among if one.id == objection)
        case _:
            text = next(_texts(state, where), "")
            if text:
                yield _cut(text, _LONG), False


def _texts(state: Convention, where: str) -> Iterator[str]:
    """Everything that is printed of a card, of a statement, of a text of the secretary."""
    if where.isdigit():
        card = state.cards[CardNumber(int(where))]
        yield card.text
        yield from (one.text for one in card.translations)
        if card.aside is not None:
            yield card.aside.note
    elif where in state.statements:
        one = state.statements[Reference(where)]
        yield one.text or one.title
        yield one.title
        yield from (version.text for version in one.versions[:-1])
        yield from chain.from_iterable((it.text, it.outcome) for it in one.objections)
        yield from (it.text for it in one.minorities)
    else:
        yield state.sections[SectionName(where)].text


def _personal(texts: Iterator[str], kind: Personal) -> Iterator[Piece]:
    """The first text that holds some, with all that it holds underlined."""
    for text in texts:
        found = [one for one in findings(text) if one.kind is kind]
        if found:
            yield from _underlined(text, found)
            return


def _underlined(text: str, found: Sequence[Finding]) -> Iterator[Piece]:
    first, last = found[0].start - _AROUND, found[-1].end + _AROUND
    at = max(first, 0)
    if at:
        at = text.find(" ", at, found[0].start) + 1 or found[0].start
        yield "… ", False
    for one in found:
        yield text[at : one.start], False
        yield text[one.start : one.end], True
        at = one.end
    yield _cut(text[at:], last - at), False


def _cut(text: str, length: int) -> str:
    """Between two words, where it is long."""
    if len(text) <= length:
        return text
    return f"{text[:length].rpartition(' ')[0] or text[:length]}…"


def _lang(state: Convention, where: str) -> str:
    return state.cards[CardNumber(int(where))].lang if where.isdigit() else ""
