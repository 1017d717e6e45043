"""From the cover to the day."""

import json
from collections.abc import Iterator

from atelier.cahier.content import short
from atelier.cahier.document import Cover, Day, Moment, Workshop
from atelier.cahier.escape import escape_cell, escape_inline, escape_line
from atelier.cahier.pages.marks import Blocks, Pen, bullets, heading, table
from atelier.cahier.words import Words


def front_matter(words: Words, cover: Cover) -> str:
    """YAML, for Pandoc: it reads these values as Markdown, so they are escaped like the rest.

    `author` is where Pandoc looks for the organisers, `rights` for the licence.
    """
    number = words.text("Cahier n° {number}", number=cover.number) if cover.number else ""
    organisers = [escape_inline(one) for one in cover.organisers]
    fields: dict[str, str | list[str]] = {
        "title": escape_inline(cover.title),
        "subtitle": number,
        "author": organisers,
        "date": words.day_range(cover.dates),
        "dates": list(cover.dates),
        "place": escape_inline(cover.place),
        "organisers": organisers,
        "licence": escape_inline(cover.licence),
        "rights": escape_inline(cover.licence),
        "lang": cover.language,
        "fingerprint": cover.fingerprint,
    }
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value)
    return "\n".join(["---", *lines, "---"])


def cover(pen: Pen) -> Blocks:
    """What stands on the first page."""
    page, words = pen.document.cover, pen.words
    yield heading(1, page.title)
    yield "  \n".join(escape_line(line) for line in _title_page(words, page))
    if not page.closed:
        yield words.text("Version provisoire : ce texte peut encore changer.")
    yield words.text("Empreinte du texte : {fingerprint}", fingerprint=short(page.fingerprint))


def _title_page(words: Words, page: Cover) -> Iterator[str]:
    if page.number:
        yield words.text("Cahier n° {number}", number=page.number)
    where_and_when = [one for one in (page.place, words.day_range(page.dates)) if one]
    if where_and_when:
        yield ", ".join(where_and_when)
    if page.organisers:
        yield words.text("Organisé par : {organisers}", organisers=", ".join(page.organisers))
    if page.licence:
        yield words.text("Licence : {licence}", licence=page.licence)


def foreword(pen: Pen) -> Blocks:
    """Why."""
    if pen.document.foreword:
        yield heading(2, pen.words.text("Avant-propos"))
        yield from pen.prose(pen.document.foreword)


def how_to_read(pen: Pen) -> Blocks:
    """The secretary's explanations, or ours."""
    yield heading(2, pen.words.text("Comment lire ce cahier"))
    if pen.document.how_to_read:
        yield from pen.prose(pen.document.how_to_read)
    else:
        yield from _explanations(pen.words, pen.document.day.workshops[0])


def _explanations(words: Words, example: Workshop) -> Blocks:
    yield words.text(
        "Ce cahier est fait de cartes. Une carte, c’est ce qu’une personne ou un groupe a écrit ou dit "
        "pendant la journée. Toutes les cartes sont à la fin, avec leur numéro, et ce qu’elles sont devenues."
    )
    yield words.text(
        "À partir des cartes, chaque atelier a écrit des énoncés. Chaque énoncé a une référence, qui permet "
        "de le citer : {code}-R4 veut dire {theme}, revendication numéro 4. La lettre dit ce que c’est :",
        code=example.code,
        theme=escape_inline(example.title),
    )
    yield from bullets(
        [
            words.text("C, un constat : ce que nous voyons ;"),
            words.text("R, une revendication : ce que nous demandons ;"),
            words.text("P, une piste d’action : ce que nous pouvons faire ;"),
            words.text("Q, une question ouverte : ce qui n’est pas réglé."),
        ]
    )
    yield words.text(
        "Sous chaque énoncé, on trouve les numéros des cartes dont il vient, et les constats sur lesquels "
        "il est fondé. Le signe ⚡ dit qu’il y a désaccord. Un avis minoritaire est imprimé avec le nombre "
        "de personnes qui le portent."
    )


def day(pen: Pen) -> Blocks:
    """The programme, and who was where: numbers, never names."""
    today, words = pen.document.day, pen.words
    yield heading(2, words.text("La journée"))
    yield from pen.prose(today.prose)
    if today.moments:
        yield words.text("Programme :")
        yield from bullets(_moment(words, moment) for moment in today.moments)
    if today.steps:
        yield words.text("Étapes de chaque atelier : {steps}", steps=_steps(words, today))
    yield words.text("Ateliers :")
    yield _workshops(words, today.workshops)
    known = [workshop.people for workshop in today.workshops if workshop.people]
    if known:
        yield words.plural("En tout : {n} personne.", "En tout : {n} personnes.", sum(known))


def _moment(words: Words, moment: Moment) -> str:
    start = [words.time(moment.start)] if moment.start else []
    where = [moment.room] if moment.room else []
    return escape_line(" · ".join([*start, moment.label, ", ".join(moment.themes), *where]))


def _steps(words: Words, today: Day) -> str:
    said = (
        words.text("{step} ({minutes} min)", step=step.label, minutes=step.minutes)
        if step.minutes
        else step.label
        for step in today.steps
    )
    return escape_inline(" · ".join(said))


def _workshops(words: Words, workshops: tuple[Workshop, ...]) -> str:
    head = [words.text("Atelier"), words.text("Avec"), words.text("Personnes")]
    return table(
        head,
        [
            [
                escape_cell(f"{one.title} ({one.code})"),
                escape_cell(", ".join(one.partners)) or "–",
                str(one.people) if one.people else "–",
            ]
            for one in workshops
        ],
        words=2,
    )
