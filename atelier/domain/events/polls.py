"""What people said of statements, one word each."""

from dataclasses import dataclass

from atelier.domain.words import Choice, Count, Mark, PollNumber, Reference, Scale, ThemeCode


@dataclass(frozen=True, slots=True, kw_only=True)
class PollOpened:
    """`versions` are those of `statements`, in the same order."""

    poll: PollNumber
    themes: tuple[ThemeCode, ...]
    scale: Scale
    statements: tuple[Reference, ...]
    versions: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceCast:
    """One person's word, in place of the one `before`; None: no word.

    `first` is true for the first word of this person in this poll, so that
    counts survive the erasing of `voter`.
    """

    poll: PollNumber
    statement: Reference
    choice: Choice | None
    before: Choice | None
    first: bool
    voter: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesCounted:
    """How many gave that word by hand or on paper, in all."""

    poll: PollNumber
    statement: Reference
    channel: Count
    choice: Choice
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PollClosed:
    """The result may be read."""

    poll: PollNumber


PollEvent = PollOpened | ChoiceCast | ChoicesCounted | PollClosed
