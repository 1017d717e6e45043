"""Erasing for real, once the name was typed."""

import sys
from pathlib import Path

import click

from atelier.cahier.content import short
from atelier.cli.conventions import exports_option, sessions_option
from atelier.cli.helping import command
from atelier.cli.opening import nothing_in
from atelier.cli.saying import Failed, say, spoken, tell, why
from atelier.live import erasing
from atelier.live.erasing import Erased
from atelier.store.errors import StoreError
from atelier.store.folders import list_slugs
from atelier.translations.marking import msgid
from atelier.web.site import wall_clock


@command(help=msgid("Effacer pour de bon une convention et ses copies ; une ligne datée le dit."))
@click.argument("slug")
@click.option("--yes-erase", metavar="SLUG", help=msgid("Pour un programme : le nom, au lieu de le taper."))
@click.option("--with-exports", is_flag=True, help=msgid("Effacer aussi ce qui en a été exporté."))
@exports_option
@sessions_option
def erase(slug: str, yes_erase: str | None, with_exports: bool, exports: Path, sessions: Path) -> None:
    """Erase a convention for real, copies included; a dated line says that it was."""
    words = spoken()
    known = list_slugs(sessions)
    if slug not in known:  # never one that only begins so
        raise Failed(
            words.text(
                "Aucune convention ne s’appelle « {slug} ». Tapez son nom entier : {known}.",
                slug=slug,
                known=", ".join(known),
            )
            if known
            else nothing_in(sessions)
        )
    exported = exports / slug
    _ask(slug, yes_erase, exported if with_exports else None)
    tell(words.text("Effacement de {slug}…", slug=slug))
    try:
        found = erasing.erase(sessions, slug, wall_clock, exported if with_exports else None)
    except StoreError as error:
        raise Failed(why(error, sessions / slug)) from error
    _told(found, exported)


def _ask(slug: str, given: str | None, exported: Path | None) -> None:
    """Errors: `Failed`, and nothing is erased."""
    words = spoken()
    if given is None:
        if not sys.stdin.isatty():
            raise Failed(
                words.text(
                    "Personne n’est là pour confirmer : rien n’est effacé."
                    " Pour un programme : atelier erase {slug} --yes-erase {slug}",
                    slug=slug,
                )
            )
        tell(words.text("Tout sera effacé pour de bon : les cartes, les énoncés, le texte, les copies."))
        if exported is not None:
            tell(words.text("Avec ce qui a été exporté dans {folder}.", folder=exported))
        given = click.prompt(
            words.text("Pour effacer, tapez le nom de la convention ({slug})", slug=slug), err=True
        )
    if given.strip() != slug:
        raise Failed(words.text("Ce n’est pas son nom : rien n’est effacé."))


def _told(found: Erased, exported: Path) -> None:
    words = spoken()
    if found.cards is None:
        say(words.text("{slug} est effacée ; on ne pouvait plus la lire.", slug=found.slug))
    else:
        say(
            words.text(
                "{slug} est effacée : {cards}, {files}.",
                slug=found.slug,
                cards=words.plural("{n} carte", "{n} cartes", found.cards),
                files=words.plural("{n} fichier", "{n} fichiers", found.files),
            )
        )
    if found.fingerprint is not None:
        tell(words.text("Empreinte du texte : {fingerprint}", fingerprint=short(found.fingerprint)))
    if found.exports is None and exported.is_dir():
        tell(
            words.text(
                "Ce qui a été exporté reste dans {folder}. Pour l’effacer aussi : --with-exports",
                folder=exported,
            )
        )
    tell(words.text("C’est écrit dans {record}, sans un mot des cartes.", record=found.record))
    tell(words.text("Les copies sur clé USB ou sur d’autres machines restent : effacez-les là-bas."))


COMMANDS = (erase,)
