"""What the terminal says: results on one stream, talk on the other, in the language of the system."""

import os
import sys
from itertools import pairwise
from pathlib import Path

import click

from atelier.store.backups import BACKUPS
from atelier.store.codec import NotAnEvent
from atelier.store.errors import CannotWrite, FolderInUse, NewerFormat, Reason, Unreadable
from atelier.translations import LANGUAGES, Speech, speech
from atelier.translations.marking import msgid


class Failed(Exception):  # noqa: N818 - what happened
    """It cannot be done; the sentence says what is wrong and what to do."""


def spoken() -> Speech:
    """The language of the terminal: what `--lang` asks for, English where the system says so, else French."""
    named = _asked() or next((os.environ[name] for name in ("LC_ALL", "LANG") if os.environ.get(name)), "")
    language = named.split("_")[0].split(".")[0].lower()
    return speech(language if language in LANGUAGES else "fr")


def _asked() -> str:
    """Read before Click does, for its own words too: `--lang en`, or `--lang=en`."""
    given = " ".join(sys.argv[1:]).replace("=", " ").split()
    return next((value for name, value in pairwise(given) if name == "--lang"), "")


def say(text: str = "") -> None:
    """A result: what a script may read."""
    click.echo(text)


def tell(text: str = "") -> None:
    """Talk: what only a person reads."""
    click.echo(text, err=True)


def say_error(text: str) -> None:
    """Why it was not done."""
    click.echo(f"atelier : {text}", err=True)


def why(error: Exception, folder: Path) -> str:
    """The sentence for what the store refuses."""
    words = spoken()
    match error:
        case FolderInUse(owner=owner):
            return words.text(
                "{folder} est ouvert par un autre Atelier (processus {pid}). Arrêtez-le d’abord.",
                folder=folder,
                pid=owner.get("pid", "?"),
            )
        case NewerFormat(found=found, known=known):
            return words.text(
                "{folder} vient d’une version plus récente d’Atelier (format {found}, connu : {known})."
                " Mettez Atelier à jour ; rien n’a été touché.",
                folder=folder,
                found=found,
                known=known,
            )
        case Unreadable(path=path, line=line, reason=reason):
            return words.text(
                "{what}. Rien n’a été touché ; une copie se trouve peut-être dans {backups}.",
                what=what_is_wrong(path, line, reason),
                backups=folder / BACKUPS,
            )
        case CannotWrite(path=path, errno=errno):
            return words.text(
                "Impossible d’écrire dans {path} : {reason}. Rien n’a été écrit.",
                path=path,
                reason=os.strerror(errno),
            )
        case NotAnEvent(seq=seq):
            return words.text(
                "{folder} : l’événement n° {seq} ne peut pas être lu. Rien n’a été touché.",
                folder=folder,
                seq=seq,
            )
        case _:
            return str(error)


_REASONS = {
    Reason.MISSING: msgid("ce fichier manque"),
    Reason.NO_ACCESS: msgid("cette machine ne laisse pas lire ce fichier"),
    Reason.FOREIGN: msgid("ce fichier n’est pas d’Atelier"),
    Reason.NOT_JSON: msgid("cela ne se lit pas"),
    Reason.BAD_SHAPE: msgid("cela n’a pas été écrit par Atelier"),
    Reason.BAD_ID: msgid("un numéro n’en est pas un"),
    Reason.BAD_CHECKSUM: msgid("cette ligne a été abîmée"),
    Reason.CHANGED: msgid("ce n’est plus ce qui a été écrit : le fichier a été abîmé ou modifié"),
    Reason.TORN: msgid("la fin n’a pas été écrite ; la prochaine ouverture s’en occupe"),
    Reason.NEWER_FORMAT: msgid("ce fichier vient d’une version plus récente d’Atelier"),
}


def what_is_wrong(path: Path, line: int, reason: Reason) -> str:
    """In a file, at a line counted from 1, or 0 for the whole file."""
    words = spoken()
    said = words.text(_REASONS[reason])
    if not line:
        return words.text("{path} : {reason}", path=path, reason=said)
    return words.text("{path}, ligne {line} : {reason}", path=path, line=line, reason=said)
