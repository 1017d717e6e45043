"""Bringing in what another room, or an earlier convention, wrote."""

from pathlib import Path

import click

from atelier.cli.conventions import sessions_option, tell_links
from atelier.cli.saying import Failed, say, spoken, tell, why
from atelier.live.restoring import here_already, restore
from atelier.store.bundle import Bundle
from atelier.store.errors import StoreError
from atelier.store.unbundling import BadBundle, read_bundle
from atelier.translations.bundles import why_not


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@sessions_option
def import_(file: Path, sessions: Path) -> None:
    """Bring in a bundle: as a convention of its own."""
    tell(spoken().text("Lecture de {slug}…", slug=file.name))
    _restore(read_file(file), file, sessions)


def read_file(file: Path) -> Bundle:
    """A bundle from a file. Errors: `Failed`, and nothing was written."""
    try:
        with file.open("rb") as opened:
            return read_bundle(opened)
    except BadBundle as bad:
        raise Failed(why_not(bad, spoken())) from bad
    except OSError as error:
        raise click.UsageError(
            spoken().text("{file} ne peut pas être lu : {reason}.", file=file, reason=error.strerror or error)
        ) from error


def _restore(bundle: Bundle, file: Path, sessions: Path) -> None:
    words = spoken()
    there = here_already(sessions, bundle.state.id)
    if there is not None:
        raise Failed(
            words.text(
                "Cette convention est déjà ici : {slug}. Pour y ajouter ce qui manque :"
                " atelier import {file} --into {slug}",
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


COMMANDS = (import_,)
