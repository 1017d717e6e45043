"""Writing what was made, and checking that nothing is off."""

from pathlib import Path

import click

from atelier.cli.conventions import exports_option, sessions_option
from atelier.cli.helping import command
from atelier.cli.opening import read_convention
from atelier.cli.saying import Failed, say, spoken, tell, what_is_wrong
from atelier.domain.fates import faults
from atelier.exchange.documents import MISSING
from atelier.exchange.extras import how_to_bring
from atelier.exchange.files import Written
from atelier.live.exports import BUNDLE, FORMATS, write_one
from atelier.live.exports import exports as all_exports
from atelier.store.backups import BACKUPS
from atelier.store.checking import check as check_folder
from atelier.store.errors import Reason
from atelier.store.folders import list_slugs
from atelier.translations.marking import msgid


def _formats(given: str) -> set[str]:
    wanted = set(FORMATS) if given == "all" else {one.strip() for one in given.split(",")}
    unknown = wanted - set(FORMATS)
    if unknown:
        words = spoken()
        missing = [MISSING[one] for one in sorted(unknown) if one in MISSING]
        if missing:
            raise Failed(how_to_bring(missing[0], words))
        raise click.UsageError(
            words.text(
                "Format inconnu : {unknown}. Il y a : {known}, ou all.",
                unknown=", ".join(sorted(unknown)),
                known=", ".join(FORMATS),
            )
        )
    return wanted


@command(help=msgid("Écrire le cahier et ce qui va avec. Rien de ce qui est déjà là n’est perdu."))
@click.argument("slug")
@click.option(
    "--format",
    "formats",
    default="md",
    show_default=True,
    metavar=",".join(FORMATS),
    help=msgid("Un format, plusieurs avec des virgules, ou all pour tous."),
)
@exports_option
@sessions_option
def export(slug: str, formats: str, exports: Path, sessions: Path) -> None:
    """Write the cahier, its tables or its bundle to the exports folder; what is there is never lost."""
    words, wanted = spoken(), _formats(formats)
    tell(words.text("Lecture de {slug}…", slug=slug))
    folder, _ = read_convention(sessions, slug)
    target = exports / folder.slug
    files = all_exports(folder.slug, tuple(folder.log.read()), wanted)
    try:
        for number, file in enumerate(files, 1):
            tell(words.text("{n} sur {all} : {file}", n=number, all=len(files), file=file.name))
            _say_what_became(write_one(target, file))
        if BUNDLE in wanted:
            tell(words.text("L’archive .zip est pour l’équipe : les cartes mises de côté y sont aussi."))
    except OSError as error:
        raise Failed(
            spoken().text(
                "Impossible d’écrire dans {target} : {reason}. Ailleurs : --exports DOSSIER",
                target=target,
                reason=error.strerror or error,
            )
        ) from error


def _say_what_became(written: Written) -> None:
    say(str(written.path))
    if written.kept is not None:
        tell(spoken().text("  Celui d’avant est gardé : {file}", file=written.kept.name))
    elif not written.new:
        tell(spoken().text("  Il était déjà là, tout pareil."))


@command(help=msgid("Vérifier qu’il ne manque rien et que rien n’est abîmé."))
@click.argument("slug")
@sessions_option
def check(slug: str, sessions: Path) -> None:
    """Verify the files, the log and the ledger; exit 1 with reasons when something is off."""
    words = spoken()
    slug = slug if slug in list_slugs(sessions) else read_convention(sessions, slug)[0].slug
    found = check_folder(sessions / slug)
    for one in found:
        say(what_is_wrong(one.path, one.line, one.reason))
    if any(one.reason is not Reason.TORN for one in found):
        raise Failed(
            words.text(
                "{slug} est abîmée. Rien n’a été touché ; une copie se trouve peut-être dans {backups}.",
                slug=slug,
                backups=sessions / slug / BACKUPS,
            )
        )
    folder, state = read_convention(sessions, slug)
    wrong = faults(state)
    for name in wrong:
        say(name)
    if wrong or state.seq != folder.log.last:
        raise Failed(
            words.text("Les comptes de {slug} ne tombent pas juste. Gardez ce dossier tel quel.", slug=slug)
        )
    say(
        words.text(
            "{slug} : tout est en ordre. {events}, {cards}.",
            slug=slug,
            events=words.plural("{n} événement", "{n} événements", state.seq),
            cards=words.plural("{n} carte", "{n} cartes", len(state.cards)),
        )
    )


COMMANDS = (export, check)
