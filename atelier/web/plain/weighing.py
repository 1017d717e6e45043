"""What a theme weighs, as everybody may see it: what is asked, and what came of it. Nobody's own part."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from atelier.domain import judging
from atelier.domain.judging import Heard, Verdict
from atelier.domain.links import live_statements
from atelier.domain.polls import SCALES, Poll
from atelier.domain.state import Convention, Theme
from atelier.domain.statement import Statement
from atelier.domain.votes import Vote
from atelier.domain.words import Choice, Kind, PollNumber, Reference, Scale, ThemeCode, VoteNumber
from atelier.web.weighed import Result, result_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A statement with the wording that is weighed. `elsewhere`: the theme whose vote takes its dots."""

    reference: Reference
    kind: Kind
    title: str
    text: str
    themes: tuple[ThemeCode, ...]
    elsewhere: ThemeCode | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DotsAsked:
    """An open vote: so many dots a person."""

    look: ClassVar = "dots_asked"
    number: VoteNumber
    dots: int
    kinds: tuple[Kind, ...]
    statements: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DotsGiven:
    """A closed vote."""

    look: ClassVar = "dots_given"
    number: VoteNumber
    voters: int
    result: Result


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsAsked:
    """An open poll: one word of the scale on each statement."""

    look: ClassVar = "words_asked"
    number: PollNumber
    scale: Scale
    choices: tuple[Choice, ...]
    statements: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What people said of one statement; `verdict` for grades alone."""

    statement: Asked
    heard: Heard
    verdict: Verdict | None

    @property
    def profile(self) -> list[tuple[int, float, float]]:
        """A bar, best first: the place of each word in the scale, where its part begins, its width, in %."""
        parts, before, people = [], 0, self.heard.people
        for place, n in enumerate(self.heard.total.values()):
            if n:
                parts.append((place, round(100 * before / people, 2), round(100 * n / people, 2)))
            before += n
        return parts


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsSaid:
    """A closed poll, the best graded first."""

    look: ClassVar = "words_said"
    number: PollNumber
    scale: Scale
    voters: int
    rows: tuple[Said, ...]


Part = DotsAsked | DotsGiven | WordsAsked | WordsSaid


def parts_of(state: Convention, theme: Theme) -> tuple[Part, ...]:
    """The last vote and the last poll of the theme; what is still asked comes first."""
    found = tuple(_parts(state, theme))
    return tuple(sorted(found, key=lambda part: isinstance(part, DotsGiven | WordsSaid)))


def stamp(parts: tuple[Part, ...], folded: bool) -> str:
    """Another as soon as something else is to be shown."""
    return str(zlib.crc32(repr((parts, folded)).encode()))


def _parts(state: Convention, theme: Theme) -> Iterator[Part]:
    if theme.poll is not None:
        yield _poll_part(state, state.polls[theme.poll])
    if theme.vote is not None:
        yield _vote_part(state, state.votes[theme.vote])


def _vote_part(state: Convention, vote: Vote) -> Part:
    if not vote.open or state.closed:
        return DotsGiven(number=vote.number, voters=vote.voters, result=result_of(state, vote))
    statements = tuple(_asked(state, vote, one) for one in live_statements(state) if _weighs(vote, one))
    return DotsAsked(number=vote.number, dots=vote.dots, kinds=vote.kinds, statements=statements)


def _poll_part(state: Convention, poll: Poll) -> Part:
    if poll.open and not state.closed:
        return WordsAsked(
            number=poll.number,
            scale=poll.scale,
            choices=SCALES[poll.scale],
            statements=tuple(_worded(state, reference, version) for reference, version in poll.items),
        )
    versions = dict(poll.items)
    rows = tuple(
        Said(
            statement=_worded(state, reference, versions[reference]),
            heard=judging.heard(poll, reference, state.statements[reference]),
            verdict=judging.verdict(poll, reference),
        )
        for reference in judging.ranking(poll)
    )
    return WordsSaid(number=poll.number, scale=poll.scale, voters=poll.voters, rows=rows)


def _weighs(vote: Vote, statement: Statement) -> bool:
    return statement.kind in vote.kinds and bool(set(statement.themes) & set(vote.themes))


def _asked(state: Convention, vote: Vote, statement: Statement) -> Asked:
    """A statement of several themes takes its dots in the vote that was opened last."""
    later = [one for one in state.votes.values() if one.open and _weighs(one, statement)]
    elsewhere = later[-1].themes[0] if later[-1] is not vote else None
    return Asked(
        reference=statement.reference,
        kind=statement.kind,
        title=statement.title,
        text=statement.text,
        themes=statement.themes,
        elsewhere=elsewhere,
    )


def _worded(state: Convention, reference: Reference, version: int) -> Asked:
    statement = state.statements[reference]
    return Asked(
        reference=reference,
        kind=statement.kind,
        title=statement.title,
        text=statement.versions[version - 1].text,
        themes=statement.themes,
    )
