"""Bringing in what another room, or an earlier convention, wrote."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import click

from atelier.cli.conventions import sessions_option, tell_links
from atelier.cli.helping import command
from atelier.cli.opening import read_convention
from atelier.cli.saying import Failed, say, spoken, tell, why
from atelier.domain.refusals import Refusal
from atelier.exchange.carrying import Earlier
from atelier.exchange.earlier_file import NotACahier, following
from atelier.live.creation import HOST, create
from atelier.live.importing import Report, bring, carry
from atelier.live.incoming import Incoming, as_start, read_incoming
from atelier.live.restoring import here_already, restore
from atelier.live.room import Room
from atelier.store.bundle import Bundle
from atelier.store.errors import StoreError
from atelier.store.folders import open_folder
from atelier.store.unbundling import BadBundle
from atelier.translations import plans
from atelier.translations.bundles import why_no_cahier, why_not
from atelier.translations.marking import msgid
from atelier.translations.refusals import sentence
from atelier.web.site import wall_clock


@command(
    "import",
    help=msgid(
        "Importer la convention d’une autre salle, ou une convention d’avant"
        " (son fichier .zip, ou son cahier.json)."
    ),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--into", metavar="SLUG", help=msgid("L’ajouter à cette convention."))
@click.option(
    "--as-start", "start", is_flag=True, help=msgid("C’est une convention d’avant : la suivante en part.")
)
@sessions_option
def import_(file: Path, into: str | None, start: bool, sessions: Path) -> None:
    """Bring in another room's bundle, or an earlier convention (its bundle, or its cahier.json)."""
    tell(spoken().text("Lecture de {slug}…", slug=file.name))
    incoming = _read(file)
    if start or isinstance(incoming, Earlier):
        earlier = as_start(incoming)
        slug = read_convention(sessions, into)[0].slug if into else _begin(earlier, sessions)
        _do(sessions, slug, lambda room: carry(room, earlier, HOST))
    elif into:
        state = incoming.state
        slug = read_convention(sessions, into)[0].slug
        _do(sessions, slug, lambda room: bring(room, state, HOST))
    else:
        _restore(incoming, file, sessions)


def _read(file: Path) -> Incoming:
    """Errors: `Failed`, and nothing was written."""
    words = spoken()
    try:
        with file.open("rb") as opened:
            return read_incoming(opened)
    except BadBundle as bad:
        raise Failed(why_not(bad, words)) from bad
    except NotACahier as bad:
        raise Failed(why_no_cahier(bad, words)) from bad
    except OSError as error:
        said = words.text("{file} ne peut pas être lu : {reason}.", file=file, reason=error.strerror or error)
        raise click.UsageError(said) from error


def _restore(bundle: Bundle, file: Path, sessions: Path) -> None:
    words = spoken()
    there = here_already(sessions, bundle.state.id)
    if there is not None:
        raise Failed(
            words.text(
                "Cette convention est déjà ici : {slug}. Pour ajouter ce qu’elle a à une autre :"
                " atelier import {file} --into NOM",
                slug=there,
                file=file,
            )
        )
    try:
        created = restore(sessions, bundle)
    except StoreError as error:
        raise Failed(why(error, sessions)) from error
    say(created.slug)
    cards = words.plural("{n} carte", "{n} cartes", len(bundle.state.cards))
    tell(words.text("« {title} » est ici : {cards}.", title=bundle.state.title, cards=cards))
    tell_links(created.keys)


def _begin(earlier: Earlier, sessions: Path) -> str:
    """A new convention with the same themes; its name."""
    words = spoken()
    try:
        created = create(sessions, following(earlier, words), wall_clock)
    except StoreError as error:
        raise Failed(why(error, sessions)) from error
    if isinstance(created, Refusal):
        raise Failed(sentence(created, words))
    say(created.slug)
    tell_links(created.keys)
    return created.slug


def _do(sessions: Path, slug: str, work: Callable[[Room], Awaitable[Report | Refusal]]) -> None:
    """In its room, opened for this alone."""
    words = spoken()
    try:
        folder = open_folder(sessions, slug, {"importing": True})
    except StoreError as error:
        raise Failed(why(error, sessions / slug)) from error
    tell(words.text("Import dans {slug}… Cela peut prendre une minute.", slug=slug))
    try:
        room = Room(slug, folder.log, wall_clock)
        report = asyncio.run(_in_room(room, work))
    finally:
        folder.close()
    if isinstance(report, Refusal):
        raise Failed(words.text("{why} Rien n’a été importé.", why=sentence(report, words)))
    say(f"{slug}  {plans.brought(report.plan, words)}")
    for line in plans.numbers(report.plan, words):
        tell(line)
    settle = plans.to_settle(report.plan, room.state, words)
    if settle:
        tell(words.text("À régler par une personne :"))
    for line in settle:
        tell(f"  {line}")
    if settle:
        tell(plans.said_each_time(words))
    if report.stopped is not None:
        raise Failed(
            words.text(
                "{why} L’import s’est arrêté après {done} gestes sur {all}. Refaites-le : il reprendra.",
                why=sentence(report.stopped, words),
                done=report.done,
                all=len(report.plan.commands),
            )
        )


async def _in_room(room: Room, work: Callable[[Room], Awaitable[Report | Refusal]]) -> Report | Refusal:
    room.open()
    try:
        return await work(room)
    finally:
        await room.close()


COMMANDS = (import_,)
