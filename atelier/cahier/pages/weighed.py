"""How a statement was weighed: dots, hands, grades, consent. Channels apart, never added in silence."""

from collections.abc import Iterator, Mapping

from atelier.cahier import vocabulary
from atelier.cahier.document import PollEntry
from atelier.cahier.entries import Graded, StatementEntry
from atelier.cahier.pages.marks import Blocks, Pen, bullets, to_statements
from atelier.cahier.words import Words
from atelier.domain.judging import Heard
from atelier.domain.tally import Tally
from atelier.domain.words import Choice, Scale


def facts(words: Words, one: StatementEntry) -> Iterator[str]:
    """One short line each."""
    if one.consent is not None:
        yield words.text("Consentement : {stage}", stage=vocabulary.consent(words, one.consent))
    yield from _dots_given(words, one)
    if one.opinions is not None:
        yield _opinions(words, one.opinions)
    if one.grades is not None:
        yield _grades(words, one.grades)


def polls(pen: Pen, those: tuple[PollEntry, ...]) -> Blocks:
    """How each was held; and the rule, where there are grades."""
    words = pen.words
    if not those:
        return
    yield words.text("Avis et mentions :")
    yield from bullets(_poll(pen, one) for one in those)
    if any(one.scale is Scale.GRADES for one in those):
        yield words.text(
            "La mention majoritaire d’un énoncé est celle du milieu, parmi celles qu’on lui a données ; "
            "entre deux mentions du milieu, la moins bonne. Ne rien dire ne compte ni pour ni contre : "
            "le nombre de « sans avis » est imprimé. À mention égale, c’est le plus grand camp qui décide : "
            "ceux qui mettent mieux, ou ceux qui mettent moins bien."
        )


def _poll(pen: Pen, poll: PollEntry) -> str:
    words = pen.words
    scale = (
        words.text("D’accord ou pas d’accord")
        if poll.scale is Scale.OPINIONS
        else words.text("Jugement majoritaire")
    )
    said = words.text(
        "{themes} : {scale}, sur {references}",
        themes=", ".join(poll.themes),
        scale=scale,
        references=to_statements(poll.statements),
    )
    if poll.open:
        return words.text("{vote}. Le compte n’est pas fini.", vote=said)
    voters = words.plural("{n} personne", "{n} personnes", poll.voters)
    return words.text("{vote}. Par téléphone : {voters}.", vote=said, voters=voters)


def _dots_given(words: Words, one: StatementEntry) -> Iterator[str]:
    """The last vote; or each of them with its themes, when there were several: its room's, the plenary's."""
    if len(one.weighings) > 1:
        for weighing in one.weighings:
            given = _dots(words, weighing.tally)
            yield words.text("{themes} : {dots}", themes=", ".join(weighing.vote.themes), dots=given)
    elif one.tally is not None:
        yield _dots(words, one.tally)


def _dots(words: Words, given: Tally) -> str:
    """Channel by channel, and apart, those given to an earlier wording."""
    said = words.plural("{n} gommette", "{n} gommettes", given.total)
    channels = [
        text
        for number, text in (
            (given.phones, words.text("téléphone {n}", n=given.phones)),
            (given.paper, words.text("papier {n}", n=given.paper)),
            (given.hands, words.text("mains levées {n}", n=given.hands)),
        )
        if number
    ]
    if channels:
        said = words.text("{dots} : {channels}", dots=said, channels=", ".join(channels))
    if given.earlier:
        said += words.plural(
            " ; et {n} donnée à une phrase précédente",
            " ; et {n} données à une phrase précédente",
            given.earlier,
        )
    return said


def _opinions(words: Words, given: Heard) -> str:
    return words.text("D’accord ou pas : {counts}", counts=_counts(words, given)) + _earlier(words, given)


def _grades(words: Words, graded: Graded) -> str:
    grade = graded.verdict and vocabulary.choice(words, graded.verdict.grade)
    said = words.text(
        "Jugement majoritaire : {grade} ; {counts}",
        grade=grade or words.text("pas de mention"),
        counts=_counts(words, graded.heard),
    )
    if graded.heard.blanks:
        said += words.text(" ; sans avis {n}", n=graded.heard.blanks)
    return said + _earlier(words, graded.heard)


def _counts(words: Words, given: Heard) -> str:
    """« d’accord 41, je passe 3, pas d’accord 5 (téléphone 12, 1, 2 ; mains levées 29, 2, 3) »."""
    channels = (
        (words.text("téléphone {n}", n=_in_order(given.phones)), given.phones),
        (words.text("papier {n}", n=_in_order(given.paper)), given.paper),
        (words.text("mains levées {n}", n=_in_order(given.hands)), given.hands),
    )
    apart = " ; ".join(said for said, counts in channels if any(counts.values()))
    together = ", ".join(f"{vocabulary.choice(words, one)} {n}" for one, n in given.total.items())
    return f"{together} ({apart})" if apart else together


def _in_order(counts: Mapping[Choice, int]) -> str:
    return ", ".join(map(str, counts.values()))


def _earlier(words: Words, given: Heard) -> str:
    return words.text(" ; sur une phrase précédente") if given.earlier else ""
