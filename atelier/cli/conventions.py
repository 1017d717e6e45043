"""Making, listing and showing conventions, and their keys."""

import json
from collections.abc import Mapping
from pathlib import Path

import click

from atelier.cli.helping import command
from atelier.cli.opening import nothing_in, read_convention
from atelier.cli.saying import Failed, say, spoken, tell, why
from atelier.domain.fates import ledger
from atelier.domain.links import live_statements
from atelier.domain.refusals import Refusal
from atelier.domain.state import Convention
from atelier.domain.words import Fate, Role
from atelier.exchange.programme import ProgrammeErrors, example_programme, read_programme
from atelier.live.creation import create
from atelier.network.addresses import interfaces, printed, typed_address
from atelier.network.codes import qr_terminal
from atelier.store.errors import StoreError
from atelier.store.folders import list_slugs, open_folder
from atelier.store.keyring import machine_secret
from atelier.translations.marking import msgid
from atelier.translations.names import name
from atelier.translations.refusals import sentence
from atelier.web.site import wall_clock

sessions_option = click.option(
    "--sessions",
    type=click.Path(path_type=Path),
    default=Path("sessions"),
    show_default=True,
    help=msgid("Le dossier des conventions."),
)
exports_option = click.option(
    "--exports",
    type=click.Path(path_type=Path),
    default=Path("exports"),
    show_default=True,
    help=msgid("Le dossier de ce qui est exporté."),
)


@command(help=msgid("Créer une convention avec un fichier de programme, et montrer ses liens d’équipe."))
@click.argument("programme", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help=msgid("Pour un programme : en JSON."))
@sessions_option
def new(programme: Path, as_json: bool, sessions: Path) -> None:
    """Create a convention from a programme file; print its name and its role links."""
    words = spoken()
    try:
        command = read_programme(programme.read_text(encoding="utf-8"), file=programme.name)
        created = create(sessions, command, wall_clock)
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(
            words.text(
                "{programme} ne peut pas être lu : {reason}. Pour en faire un : atelier programme",
                programme=programme,
                reason=getattr(error, "strerror", None) or error,
            )
        ) from error
    except ProgrammeErrors as errors:
        raise click.UsageError(errors.told(words)) from errors
    except StoreError as error:
        raise Failed(why(error, sessions)) from error
    if isinstance(created, Refusal):
        raise Failed(sentence(created, words))
    if as_json:
        keys = {role.value: key for role, key in created.keys.items()}
        say(json.dumps({"slug": created.slug, "keys": keys}))
        return
    say(created.slug)
    tell_links(created.keys)


def tell_links(keys: Mapping[Role, str]) -> None:
    """Those of a convention that has just come to be here."""
    words = spoken()
    for role, key in keys.items():
        tell(f"  {name(role, words)} : {_link(key)}")
    tell(words.text("Ces liens donnent un rôle : ne les montrez qu’à la bonne personne."))
    tell(words.text("Pour commencer : atelier serve"))


@command(help=msgid("Écrire un exemple de programme à modifier (« - » le montre ici)."))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), default=Path("programme.toml"))
def programme(file: Path) -> None:
    """Write a commented example programme to edit ("-" prints it)."""
    words = spoken()
    text = example_programme(words)
    if str(file) == "-":
        click.echo(text, nl=False)
        return
    try:
        with file.open("x", encoding="utf-8") as made:
            made.write(text)
    except FileExistsError as error:
        raise Failed(
            words.text(
                "{file} existe déjà : rien n’a été écrit. Donnez un autre nom : atelier programme {other}",
                file=file,
                other=file.with_stem(file.stem + "-2"),
            )
        ) from error
    except OSError as error:
        raise Failed(
            words.text("Impossible d’écrire {file} : {reason}.", file=file, reason=error.strerror or error)
        ) from error
    tell(words.text("{file} est écrit. Modifiez-le, puis : atelier new {file}", file=file))


@command("list", help=msgid("Donner la liste des conventions, avec leurs cartes et leurs énoncés."))
@sessions_option
def list_conventions(sessions: Path) -> None:
    """List the conventions, with their counts."""
    words = spoken()
    slugs = list_slugs(sessions)
    if not slugs:
        tell(nothing_in(sessions))
    for slug in slugs:
        try:
            _, state = read_convention(sessions, slug)
        except Failed as failed:
            say(f"{slug}  !  {failed}")
            continue
        cards = words.plural("{n} carte", "{n} cartes", len(state.cards))
        made = words.plural("{n} énoncé", "{n} énoncés", len(live_statements(state)))
        closed = words.text("terminée") if state.closed else words.text("ouverte")
        say(f"{slug}  {state.title}  {cards}, {made}, {closed}")


@command(help=msgid("Montrer une convention, thème par thème."))
@click.argument("slug")
@sessions_option
def show(slug: str, sessions: Path) -> None:
    """Show one convention in detail."""
    words = spoken()
    folder, state = read_convention(sessions, slug)
    say(f"{state.title}  ({folder.slug})")
    if state.place or state.dates:
        say("  " + ", ".join((*filter(None, [state.place]), *map(words.date, state.dates))))
    for theme in state.themes.values():
        cards = [card for card in state.cards.values() if theme.code in card.themes]
        made = [one for one in live_statements(state) if one.themes[0] == theme.code]
        counted = words.plural("{n} carte", "{n} cartes", len(cards))
        stated = words.plural("{n} énoncé", "{n} énoncés", len(made))
        say(f"  {theme.code}  {theme.title}  {counted}, {stated}")
    say(_ledger(state))


def _ledger(state: Convention) -> str:
    words = spoken()
    counted = ledger(state.cards.values())
    parts = [
        words.text("{n} dans un énoncé", n=counted.fates[Fate.IN_STATEMENT]),
        words.text("{n} à placer", n=counted.fates[Fate.TO_PLACE]),
        words.plural("{n} mise de côté", "{n} mises de côté", counted.fates[Fate.SET_ASIDE]),
        words.plural("{n} retirée", "{n} retirées", counted.fates[Fate.WITHDRAWN]),
    ]
    received = words.plural("{n} carte reçue", "{n} cartes reçues", counted.received)
    return f"{received} = {' + '.join(parts)}"


@command(help=msgid("Redonner les liens de l’équipe, en texte et en codes à scanner."))
@click.argument("slug")
@click.option(
    "--revoke",
    type=click.Choice([role.value for role in Role][1:]),
    help=msgid("Remplacer les liens d’un rôle : les anciens n’ouvrent plus rien."),
)
@click.option("--port", type=int, default=80, show_default=True, help=msgid("Le port où elle est servie."))
@sessions_option
def keys(slug: str, revoke: str | None, port: int, sessions: Path) -> None:
    """Print the role links again, as text and as QR codes."""
    words = spoken()
    read, state = read_convention(sessions, slug)
    secret = machine_secret(sessions)
    told = read.keys.told(secret, state.id)
    if revoke is not None or not told:
        try:
            folder = open_folder(sessions, read.slug)
        except StoreError as error:
            raise Failed(why(error, read.path)) from error
        folder.keys.complete(secret, state.id)
        if revoke is not None:
            folder.keys.revoke(secret, state.id, Role(revoke))
        told = folder.keys.told(secret, state.id)
        folder.close()
    for one, key in told:
        limited = f" ({', '.join(sorted(one.grant.themes))})" if one.grant.themes else ""
        say(f"{name(one.grant.role, words)}{limited}")
        if key is None:
            say("  " + words.text("lien fait sur une autre machine : elle seule peut le redire"))
            continue
        say(f"  {_link(key, port)}")
        say(qr_terminal(_link(key, port)))


def _link(key: str, port: int = 80) -> str:
    here = printed(interfaces())
    return typed_address(here[0] if here else "127.0.0.1", port).rstrip("/") + f"/r/{key}"


COMMANDS = (new, programme, list_conventions, show, keys)
