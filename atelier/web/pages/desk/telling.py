"""What happened, in a few words, for the journal of the desk. Never who; never the words of a card."""

from collections.abc import Sequence

from atelier.domain import events
from atelier.domain.references import written
from atelier.domain.state import Convention
from atelier.domain.words import CardNumber, Reference
from atelier.translations import Speech
from atelier.translations.names import kind_names, name
from atelier.web.pages.desk.telling_document import tell_document

_NUMBERS_SHOWN_MAX = 5
_EXCERPT_MAX = 48


def tell(event: events.Event, state: Convention, speech: Speech) -> str:
    """A line of the journal; nothing for what the journal leaves out, such as each person's dots."""
    if isinstance(event, events.CardEvent):
        return _of_card(event, state, speech)
    if isinstance(event, events.GroupingEvent):
        return _of_grouping(event, speech)
    if isinstance(event, events.StatementEvent):
        return _of_statement(event, speech)
    if isinstance(event, events.ProgrammeEvent):
        return _of_programme(event, speech)
    if isinstance(event, events.DocumentEvent):
        return tell_document(event, state, speech)
    return _of_the_rest(event, speech)


def posted(numbers: Sequence[CardNumber], speech: Speech) -> str:
    """Cards that arrived one after the other, in one line."""
    return speech.plural("{cards} ajoutée", "{cards} ajoutées", len(numbers), cards=_cards(numbers, speech))


def _cards(numbers: Sequence[CardNumber], speech: Speech) -> str:
    if len(numbers) > _NUMBERS_SHOWN_MAX:
        return speech.text(
            "n° {first} à n° {last} ({n} cartes)",
            first=written(min(numbers)),
            last=written(max(numbers)),
            n=len(numbers),
        )
    return speech.listing(speech.text("n° {n}", n=written(number)) for number in numbers)


def _target(target: CardNumber | Reference, speech: Speech) -> str:
    return speech.text("n° {n}", n=written(target)) if isinstance(target, int) else target


def excerpt(text: str) -> str:
    """Its first words, on one line."""
    line = " ".join(text.split())
    if len(line) <= _EXCERPT_MAX:
        return line
    whole, _, _ = line[:_EXCERPT_MAX].rpartition(" ")
    return (whole.rstrip(" ,;:") or line[: _EXCERPT_MAX - 1]) + "…"


def _of_card(event: events.CardEvent, state: Convention, speech: Speech) -> str:
    card = speech.text("n° {n}", n=written(event.card))
    match event:
        case events.CardPosted():
            return posted((event.card,), speech)
        case events.CardCorrected():
            return speech.text("{card} corrigée", card=card)
        case events.CardWithdrawn():
            return speech.text("{card} retirée", card=card)
        case events.CardTranslated(lang=lang):
            return speech.text("{card} traduite : {language}", card=card, language=speech.language(lang))
        case events.LanguageSet(lang=lang):
            language = speech.language(lang or state.language)
            return speech.text("{card} : en {language}", card=card, language=language)
        case events.CardSetAside(reason=reason):
            return speech.text("{card} mise de côté : {reason}", card=card, reason=name(reason, speech))
        case events.CardRestored():
            return speech.text("{card} remise sur le mur", card=card)
        case events.CardMoved(themes=codes, kind=kind):
            where = speech.listing(state.themes[code].title for code in codes)
            board = kind_names(kind, speech).board
            return speech.text("{card} déplacée : {where}, {board}", card=card, where=where, board=board)


def _of_grouping(event: events.GroupingEvent, speech: Speech) -> str:
    match event:
        case events.CardsGrouped(statement=reference, cards=numbers, title=title):
            cards = _cards(numbers, speech)
            if title:
                return speech.text(
                    "{reference} « {title} » : {cards}",
                    reference=reference,
                    title=excerpt(title),
                    cards=cards,
                )
            return speech.text("{cards} dans {reference}", cards=cards, reference=reference)
        case events.CardsUngrouped(cards=numbers):
            return speech.plural(
                "{cards} sortie de son énoncé",
                "{cards} sorties de leur énoncé",
                len(numbers),
                cards=_cards(numbers, speech),
            )
        case events.StatementAdded(statement=reference, text=text):
            return speech.text("{reference} ajouté : « {text} »", reference=reference, text=excerpt(text))
        case events.StatementsMerged(statement=reference, merged=merged):
            return speech.text(
                "{merged} réunis dans {reference}", merged=speech.listing(merged), reference=reference
            )
        case events.StatementSplit(statement=reference, source=source, cards=numbers):
            cards = _cards(numbers, speech)
            return speech.text(
                "{reference} séparé de {source} : {cards}", reference=reference, source=source, cards=cards
            )
        case events.StatementDissolved(statement=reference):
            return speech.text("{reference} dissous", reference=reference)
        case events.StatementRestored(statement=reference):
            return speech.text("{reference} est revenu", reference=reference)
        case events.PairToldApart(targets=targets, on=on):
            both = speech.listing(_target(one, speech) for one in targets)
            if on:
                return speech.text("{both} : différentes", both=both)
            return speech.text("{both} : à comparer de nouveau", both=both)


def _of_statement(event: events.StatementEvent, speech: Speech) -> str:
    match event:
        case events.StatementWorded(statement=reference, text=text, title=title):
            return speech.text("{reference} : « {text} »", reference=reference, text=excerpt(title or text))
        case events.StatementsLinked(statement=reference, founded_on=links):
            links_said = speech.listing(links)
            return speech.text("{reference} fondée sur {links}", reference=reference, links=links_said)
        case events.StatementsUnlinked(statement=reference, founded_on=links):
            links_said = speech.listing(links)
            return speech.text(
                "{reference} n’est plus fondée sur {links}", reference=reference, links=links_said
            )
        case events.StatementAttributed(statement=reference, organisation=whose):
            return speech.text(
                "{reference} reprise de {organisation}", reference=reference, organisation=whose
            )
        case events.StatementUnattributed(statement=reference, organisation=whose):
            return speech.text(
                "{reference} n’est plus reprise de {organisation}", reference=reference, organisation=whose
            )
        case events.DisagreementMarked(target=target, on=on):
            said = _target(target, speech)
            return (
                speech.text("⚡ sur {target}", target=said)
                if on
                else speech.text("plus de ⚡ sur {target}", target=said)
            )
        case events.ObjectionRaised(statement=reference, objection=objection):
            return speech.text(
                "objection {objection} sur {reference}", objection=objection, reference=reference
            )
        case events.ObjectionResolved(objection=objection, how=how):
            return speech.text("objection {objection} : {how}", objection=objection, how=name(how, speech))
        case events.MinorityRecorded(statement=reference, people=people):
            return speech.plural(
                "{reference} : opinion de {n} personne",
                "{reference} : opinion de {n} personnes",
                people,
                reference=reference,
            )
        case events.MaturitySet(statement=reference, maturity=maturity):
            said = name(maturity, speech) if maturity else "—"
            return speech.text("{reference} : {maturity}", reference=reference, maturity=said)
        case events.ConsentSet(statement=reference, stage=stage):
            said = name(stage, speech) if stage else "—"
            return speech.text("{reference} : {stage}", reference=reference, stage=said)


def _of_programme(event: events.ProgrammeEvent, speech: Speech) -> str:
    match event:
        case events.StepStarted(themes=codes, step=step):
            where = f" ({speech.listing(codes)})" if len(codes) > 1 else ""
            return speech.text("étape : {step}", step=step.label) + where
        case events.StepExtended(minutes=minutes):
            return speech.text("{minutes} min", minutes=f"{minutes:+d}")
        case events.CardsRevealed(cards=numbers):
            cards = _cards(numbers, speech)
            return speech.plural("{cards} montrée", "{cards} montrées", len(numbers), cards=cards)
        case events.StepsEdited():
            return speech.text("programme modifié")
        case events.ClockCorrected(seconds=seconds):
            return speech.text("horloge mise à l’heure : {minutes} min", minutes=f"{round(seconds / 60):+d}")
        case events.ThemePaused(on=on):
            return speech.text("pause : on n’écrit plus") if on else speech.text("fin de la pause")
        case events.ThemeFrozen():
            return speech.text("les cartes ne changent plus")
        case events.ThemeReopened():
            return speech.text("les cartes peuvent changer")


def _of_the_rest(event: events.Event, speech: Speech) -> str:
    match event:
        case events.VoteOpened(dots=dots):
            return speech.plural("{n} gommette par personne", "{n} gommettes par personne", dots)
        case events.VoteClosed():
            return speech.text("fin des gommettes")
        case events.DotsCounted(statement=reference, channel=channel, dots=dots):
            return speech.plural(
                "{reference} : {n} gommette ({channel})",
                "{reference} : {n} gommettes ({channel})",
                dots,
                reference=reference,
                channel=name(channel, speech),
            )
        case events.PollOpened(scale=scale, statements=references):
            return speech.text(
                "{scale} : {references}", scale=name(scale, speech), references=speech.listing(references)
            )
        case events.PollClosed():
            return speech.text("fin du vote")
        case events.ChoicesCounted(statement=reference, choice=choice, people=people, channel=channel):
            return speech.text(
                "{reference} : {choice} {n} ({channel})",
                reference=reference,
                choice=name(choice, speech),
                n=people,
                channel=name(channel, speech),
            )
        case events.RoomRegistered(letter=letter, title=title):
            return speech.text("salle {letter} réunie : {title}", letter=letter, title=excerpt(title))
        case events.StatementCarried(card=number, origin=origin):
            card = speech.text("n° {n}", n=written(number))
            return speech.text("{card} reprise : {origin}", card=card, origin=origin.written)
        case events.ThemeEdited():
            return speech.text("atelier modifié")
        case _:
            return ""
