"""What would undo an event: another command, found from the state before it."""

from dataclasses import fields, replace
from typing import Any, assert_never

from atelier.domain import commands, events
from atelier.domain.links import standing
from atelier.domain.reverse_of_arranging import of_arranging
from atelier.domain.state import Convention, Slot, Theme
from atelier.domain.statement import Statement
from atelier.domain.words import CardNumber, Resolution


def reverse_of(before: Convention, event: events.Event) -> commands.Command | None:
    """None for what cannot be undone: words that were erased, dots, the making of the convention."""
    if isinstance(event, events.CardEvent):
        return _of_card(before, event)
    if isinstance(event, events.GroupingEvent):
        return _of_grouping(before, event)
    if isinstance(event, events.StatementEvent):
        return _of_statement(before, event)
    if isinstance(event, events.DocumentEvent):
        return _of_document(before, event)
    if isinstance(event, events.ProgrammeEvent):
        return _of_programme(before, event)
    return _of_the_rest(before, event)


def _of_card(before: Convention, event: events.CardEvent) -> commands.Command | None:
    card = before.cards.get(event.card)
    match event:
        case events.CardPosted(card=number):
            return commands.WithdrawCard(card=number)
        case events.CardTranslated(card=number, lang=lang) if card is not None:
            earlier = next((one.text for one in card.translations if one.lang == lang), "")
            return commands.TranslateCard(card=number, lang=lang, text=earlier)
        case events.LanguageSet(card=number) if card is not None:
            return commands.SetLanguage(card=number, lang=card.lang)
        case events.CardSetAside(card=number) if card is not None:
            if card.aside is None:
                return commands.RestoreCard(card=number)
            return commands.SetAsideCard(card=number, reason=card.aside.reason, note=card.aside.note)
        case events.CardRestored(card=number) if card is not None and card.aside is not None:
            return commands.SetAsideCard(card=number, reason=card.aside.reason, note=card.aside.note)
        case events.CardMoved(card=number) if card is not None and len(card.themes) == 1:
            return commands.MoveCard(card=number, theme=card.themes[0], kind=card.kind)
        case _:
            return None


def _of_grouping(before: Convention, event: events.GroupingEvent) -> commands.Command | None:
    match event:
        case events.CardsGrouped(statement=reference, cards=numbers, title=title):
            joined = before.statements.get(reference)
            if joined is not None and (_is_bare(joined) or title not in (None, joined.title)):
                return None
            return commands.UngroupCards(cards=numbers, statement=reference)
        case events.CardsUngrouped(cards=numbers):
            homes = {before.cards[number].statement for number in numbers}
            home = homes.pop()
            if homes or home is None:
                return None
            statement = before.statements[home]
            if set(statement.cards) <= set(numbers) and _is_bare(replace(statement, cards=())):
                return commands.RestoreStatement(statement=home)
            return commands.GroupCards(cards=numbers, statement=home)
        case events.StatementAdded(statement=made) | events.StatementsMerged(statement=made):
            return commands.DissolveStatement(statement=made)
        case events.StatementSplit(statement=made):
            return commands.DissolveStatement(statement=made)
        case events.StatementRestored(statement=made, cards=numbers):
            return _of_restoring(before, before.statements[made], numbers)
        case events.StatementDissolved(statement=gone):
            return commands.RestoreStatement(statement=gone)
        case events.PairToldApart(targets=targets, on=on):
            return commands.MarkDifferent(targets=targets, on=not on)
        case _:
            assert_never(event)


def _is_bare(statement: Statement) -> bool:
    """Nothing stands behind it."""
    return not (statement.cards or statement.added or statement.merged)


def _of_restoring(
    before: Convention, statement: Statement, numbers: tuple[CardNumber, ...]
) -> commands.Command | None:
    """Dissolved again, a statement would give its cards to what it was split from, even the loose ones."""
    loose = [number for number in numbers if before.cards[number].statement is None]
    if statement.split_from is None or not loose:
        return commands.DissolveStatement(statement=statement.reference)
    if len(loose) < len(numbers):
        return None
    return commands.UngroupCards(cards=numbers, statement=statement.reference)


def _of_statement(before: Convention, event: events.StatementEvent) -> commands.Command | None:
    match event:
        case events.StatementWorded(statement=reference):
            earlier = before.statements[reference]
            if not earlier.versions:
                return None
            return commands.WordStatement(statement=reference, text=earlier.text, title=earlier.title)
        case events.StatementsLinked(statement=reference, founded_on=links):
            return commands.UnlinkStatements(statement=reference, founded_on=links)
        case events.StatementsUnlinked(statement=reference, founded_on=links):
            found = [standing(before, one) for one in links]
            left = tuple(one for one in found if one is not None)
            return commands.LinkStatements(statement=reference, founded_on=left) if left else None
        case events.StatementAttributed() | events.StatementUnattributed():
            return _of_attribution(before, event)
        case events.DisagreementMarked(target=target, on=on):
            return commands.MarkDisagreement(target=target, on=not on)
        case events.ObjectionRaised(objection=objection):
            return commands.ResolveObjection(objection=objection, how=Resolution.WITHDRAWN)
        case events.ObjectionResolved(objection=objection):
            statement = before.statements[before.objections[objection]]
            raised = next(one for one in statement.objections if one.id == objection)
            if raised.how is None:
                return None
            return commands.ResolveObjection(objection=objection, how=raised.how, text=raised.outcome)
        case events.MinorityRecorded(statement=reference, text=text):
            held = (one.people for one in before.statements[reference].minorities if one.text == text)
            return commands.RecordMinority(statement=reference, text=text, people=next(held, 0))
        case events.MaturitySet(statement=reference):
            earlier = before.statements[reference]
            return commands.SetMaturity(statement=reference, maturity=earlier.maturity)
        case events.ConsentSet(statement=reference):
            return commands.SetConsent(statement=reference, stage=before.statements[reference].consent)
        case _:
            assert_never(event)


def _of_attribution(
    before: Convention, event: events.StatementAttributed | events.StatementUnattributed
) -> commands.Command:
    reference, organisation, quote = event.statement, event.organisation, event.quote
    for one in before.statements[reference].taken_up:
        if (one.organisation, one.quote) == (organisation, quote):
            return commands.AttributeStatement(
                statement=reference, organisation=organisation, quote=quote, reference=one.reference
            )
    return commands.UnattributeStatement(statement=reference, organisation=organisation, quote=quote)


def _of_document(before: Convention, event: events.DocumentEvent) -> commands.Command | None:
    match event:
        case events.SectionWritten(section=name):
            earlier = before.sections.get(name)
            return commands.WriteSection(section=name, text=earlier.text if earlier else "")
        case events.GapAnswered(gap=gap):
            return commands.AnswerGap(gap=gap, reason=before.answers.get(gap, ""))
        case _:
            return of_arranging(before, event)


def _of_programme(before: Convention, event: events.ProgrammeEvent) -> commands.Command | None:
    match event:
        case events.StepStarted(themes=codes, slot=slot):
            earlier = {(before.themes[code].running, before.themes[code].slot) for code in codes}
            running, was_in = earlier.pop()
            if earlier or running is None or not running.number or was_in != slot:
                return None
            theme = None if slot else codes[0]
            return commands.StartStep(step=running.number, slot=slot, theme=theme)
        case events.StepExtended(themes=codes, minutes=minutes):
            if len(codes) == 1:
                return commands.ExtendStep(minutes=-minutes, theme=codes[0])
            slot = next(one.id for one in before.slots.values() if one.themes == codes)
            return commands.ExtendStep(minutes=-minutes, slot=slot)
        case events.StepsEdited(slot=slot):
            steps = before.steps if slot is None else before.slots[slot].steps
            return commands.EditSteps(steps=steps, slot=slot)
        case events.ClockCorrected(seconds=seconds):
            return commands.CorrectClock(seconds=-seconds)
        case events.ThemePaused(theme=code, on=on):
            return commands.PauseTheme(theme=code, on=not on)
        case events.ThemeFrozen(theme=code):
            return commands.ReopenTheme(theme=code)
        case events.ThemeReopened(theme=code):
            return commands.FreezeTheme(theme=code)
        case events.CardsRevealed():
            return None
        case _:
            assert_never(event)


def _of_the_rest(before: Convention, event: events.Event) -> commands.Command | None:
    match event:
        case events.ConventionEdited() | events.ThemeEdited() | events.SlotEdited():
            return _of_edit(before, event)
        case events.ConventionClosed():
            return commands.ReopenConvention()
        case events.StatementCarried(card=number):
            return commands.WithdrawCard(card=number)
        case _:
            return None


def _of_edit(
    before: Convention, event: events.ConventionEdited | events.ThemeEdited | events.SlotEdited
) -> commands.Command:
    """The same edit with what stood there."""
    match event:
        case events.ConventionEdited():
            return commands.EditConvention(**_earlier(before, event))
        case events.ThemeEdited(theme=code):
            return commands.EditTheme(theme=code, **_earlier(before.themes[code], event))
        case events.SlotEdited(slot=slot):
            return commands.EditSlot(slot=slot, **_earlier(before.slots[slot], event))
        case _:
            assert_never(event)


def _earlier(thing: Convention | Theme | Slot, event: events.Event) -> dict[str, Any]:
    given = (one.name for one in fields(event) if getattr(event, one.name) is not None)
    return {name: getattr(thing, name) for name in given if name not in {"theme", "slot"}}
