"""What things of another room are called here: its letter, its themes and slots, its cards and statements."""

from collections.abc import Iterator

from atelier.domain import commands, references
from atelier.domain.refusals import Because, Refusal
from atelier.domain.state import Convention, Theme
from atelier.domain.words import (
    CardNumber,
    ObjectionId,
    PollNumber,
    Reference,
    RoomLetter,
    RoomSource,
    SectionName,
    SlotId,
    ThemeCode,
    VoteNumber,
)
from atelier.exchange.merging.planned import CannotBring, LetterGiven, Trial, What
from atelier.exchange.merging.registered import registering
from atelier.exchange.theme_codes import code_for


class Names:
    """From what `other` calls things to what they are called here. Making it registers what is new."""

    def __init__(self, trial: Trial, other: Convention) -> None:
        self._trial = trial
        self._other = other
        self.given: list[LetterGiven] = []
        self._sources: dict[RoomLetter, RoomSource] = {
            room.letter: room.source for room in other.rooms.values()
        }
        self._sources[other.room] = other.source
        self._letters = {there: self._letter(source, there) for there, source in self._sources.items()}
        self._remembered = trial.state.rooms.get(other.source)
        self.themes: dict[ThemeCode, ThemeCode] = {}
        for theme in other.themes.values():
            self.themes[theme.code] = self._theme(theme)
        self.slots = {slot: self._slot(slot) for slot in other.slots}
        for letter in self._sources:
            self._register(letter)
        self.references = self._all_references()
        self.renamed = {there: here for there, here in self.references.items() if there != here}

    @property
    def letter(self) -> RoomLetter:
        """That of the room which is brought."""
        return self._letters[self._other.room]

    def letter_here(self, reference: Reference) -> RoomLetter:
        """The letter here of the room that a statement comes from."""
        return self._letters[self._origin(reference)[0]]

    def there(self, reference: Reference) -> Reference:
        """What the room that it comes from calls it."""
        return self._origin(reference)[1]

    def ours(self, letter: RoomLetter) -> bool:
        """What bears this letter in `other` was brought there from here."""
        return self._sources.get(letter) == self._trial.state.source

    def letter_of(self, there: RoomLetter) -> RoomLetter:
        """The letter here of a room that bears this one in `other`."""
        if there not in self._letters:
            raise CannotBring(Refusal(because=Because.UNKNOWN, field="card", about={"given": there}))
        return self._letters[there]

    def card(self, number: CardNumber) -> CardNumber:
        """The number here of a card of `other`."""
        return references.card_of(self.letter_of(references.room_of(number)), references.in_room(number))

    def card_is_ours(self, number: CardNumber) -> bool:
        """It was brought there from here."""
        return self.ours(references.room_of(number))

    def statement_is_ours(self, reference: Reference) -> bool:
        """It was brought there from here."""
        return self.ours(self._origin(reference)[0])

    def objection(self, objection: ObjectionId) -> ObjectionId:
        """Objections are numbered room by room, as statements are."""
        number, _, room = objection.partition(".")
        if self.ours(RoomLetter(room) if room else self._other.room):
            return ObjectionId(number)
        return ObjectionId(f"{number}.{self.letter_of(RoomLetter(room) if room else self._other.room)}")

    def vote(self, number: VoteNumber) -> tuple[VoteNumber, RoomLetter]:
        """Its number here, and the letter here of the room that held it."""
        letter = self.letter_of(self.letter_there(number))
        return VoteNumber(references.card_of(letter, references.in_room(CardNumber(number)))), letter

    def poll(self, number: PollNumber) -> tuple[PollNumber, RoomLetter]:
        """Polls are numbered as votes are."""
        there, letter = self.vote(VoteNumber(number))
        return PollNumber(there), letter

    def letter_there(self, number: VoteNumber | PollNumber) -> RoomLetter:
        """The letter in `other` of the room that held a vote or a poll: its own bear none."""
        return references.room_of(CardNumber(number)) or self._other.room

    def section(self, name: SectionName) -> SectionName:
        """The same place here."""
        kind, _, rest = name.partition(":")
        subject, _, place = rest.partition(":")
        match kind:
            case "theme":
                return SectionName(f"theme:{self.themes[ThemeCode(subject)]}:{place}")
            case "slot":
                return SectionName(f"slot:{self.slots[SlotId(subject)]}:{place}")
            case "statement":
                return SectionName(references.renamed(name, self.renamed))
            case _:
                return name

    def _letter(self, source: RoomSource, there: RoomLetter) -> RoomLetter:
        """The one it got the first time; else its own; else the last free one, since people begin at A."""
        here = self._trial.state
        if source == here.source:
            return here.room
        if source in here.rooms:
            return here.rooms[source].letter
        reserved = set(self._sources) | {room.letter for room in here.rooms.values()} | {here.room}
        taken = {room.letter for room in here.rooms.values()} | {here.room}
        taken |= {one.letter for one in self.given}
        if there and there not in taken:
            return there
        free = [letter for letter in reversed(references.LETTERS) if letter not in reserved | taken]
        if not free:
            raise CannotBring(Refusal(because=Because.TOO_MANY, field="letter", about={"limit": 26}))
        title = self._other.title if source == self._other.source else self._other.rooms[source].title
        self.given.append(LetterGiven(title=title, had=there, letter=free[0]))
        return free[0]

    def _theme(self, theme: Theme) -> ThemeCode:
        """A theme of the same title is the same theme; of another title, it needs a code of its own."""
        trial = self._trial
        for known in self._remembered.themes if self._remembered else ():
            if known.there == theme.code:
                self._boards(known.here, theme)
                return known.here
        alike = [one for one in trial.state.themes.values() if one.title.casefold() == theme.title.casefold()]
        alike.sort(key=lambda one: one.code != theme.code)
        if alike:
            self._boards(alike[0].code, theme)
            self._said_of(alike[0], theme)
            return alike[0].code
        code = theme.code
        if code in trial.state.themes or code in self.themes.values():
            code = code_for(theme.title, {*trial.state.themes, *self._other.themes})
            trial.ask(What.THEME_RENAMED, code, trial.state.themes[theme.code].title, theme.title)
        trial.do(
            commands.AddTheme(
                code=code,
                title=theme.title,
                question=theme.question,
                partners=theme.partners,
                boards=theme.boards,
            )
        )
        return code

    def _boards(self, code: ThemeCode, theme: Theme) -> None:
        boards = self._trial.state.themes[code].boards
        if not set(theme.boards) <= set(boards):
            self._trial.do(commands.EditTheme(theme=code, boards=(*boards, *theme.boards)))

    def _said_of(self, here: Theme, there: Theme) -> None:
        partners = tuple(dict.fromkeys((*here.partners, *there.partners)))
        if partners != here.partners:
            self._trial.do(commands.EditTheme(theme=here.code, partners=partners))
        if there.question and not here.question:
            self._trial.do(commands.EditTheme(theme=here.code, question=there.question))
        elif there.question and there.question != here.question:
            self._trial.ask(What.THEME_QUESTION, here.code, here.question, there.question)

    def _slot(self, there: SlotId) -> SlotId:
        for known in self._remembered.slots if self._remembered else ():
            if known.there == there:
                return known.here
        slot = self._other.slots[there]
        themes = tuple(dict.fromkeys(self.themes[code] for code in slot.themes))
        for one in self._trial.state.slots.values():
            if (one.label, set(one.themes), one.start) == (slot.label, set(themes), slot.start):
                return one.id
        self._trial.do(commands.AddSlot(label=slot.label, themes=themes, room=slot.room, start=slot.start))
        return tuple(self._trial.state.slots)[-1]

    def _register(self, letter: RoomLetter) -> None:
        """A room that came here through another is known from what that one knew of it."""
        source, here = self._sources[letter], self._trial.state
        known = source in here.rooms and source != self._other.source
        if source != here.source and not known:
            mine = self._letters[letter]
            self._trial.do(registering(self._other, source, mine, self.themes, self.slots))

    def _origin(self, reference: Reference) -> tuple[RoomLetter, Reference]:
        """The letter in `other` of the room that made a statement, and its name in that room."""
        brought = self._other.brought_statements.get(reference)
        return (brought.room, brought.there) if brought else (self._other.room, reference)

    def _all_references(self) -> dict[Reference, Reference]:
        here = self._trial.state
        known = {(one.room, one.there): one.statement for one in here.brought_statements.values()}
        makers = {reference: RoomLetter("") for reference in here.statements}
        makers |= {one.statement: one.room for one in here.brought_statements.values()}
        found: dict[Reference, Reference] = {}
        for reference in sorted(self._other.statements, key=references.sort_key):
            letter, there = self._origin(reference)
            if self.ours(letter):
                found[reference] = there
                continue
            mine = self.letter_of(letter)
            name = known.get((mine, there)) or next(self._candidates(reference, mine, makers))
            makers[name] = mine
            found[reference] = name
        return found

    def _candidates(
        self, reference: Reference, letter: RoomLetter, makers: dict[Reference, RoomLetter]
    ) -> Iterator[Reference]:
        """Its own reference, where no other room spoke of that theme; else with its letter."""
        parsed = references.parse(reference)
        assert parsed is not None, reference  # noqa: S101 - `decide` makes no other
        theme, number = self.themes[parsed.theme], parsed.number
        alone = all(maker == letter for one, maker in makers.items() if one.startswith(f"{theme}-"))
        plain = references.make(theme, parsed.kind, number)
        if alone and plain not in makers:
            yield plain
        while True:
            lettered = references.make(theme, parsed.kind, number, letter)
            if lettered not in makers:
                yield lettered
            number += 1
