"""`--help` in the language of the terminal: our own sentences, and those that Click says for us."""

from collections.abc import Callable

import click
from click import core, decorators, exceptions, formatting, parser, types

from atelier.cli.saying import spoken
from atelier.translations.marking import msgid


class Command(click.Command):
    """Its help is written in French, as a msgid, and said when it is asked for."""

    def get_help(self, ctx: click.Context) -> str:
        """The whole page."""
        _speak(self, ctx)
        return super().get_help(ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        """Its line in the list of commands."""
        return spoken().text(self.help or "")


def _speak(command: click.Command, ctx: click.Context) -> None:
    words = spoken()
    command.help = words.text(command.help or "")
    for one in command.get_params(ctx):
        if isinstance(one, click.Option):
            one.help = words.text(one.help or "")


class Group(click.Group, Command):
    """The same, for the name that all commands follow."""

    command_class = Command


_OF_CLICK = {
    "Usage:": msgid("Utilisation :"),
    "Options": msgid("Options"),
    "Commands": msgid("Commandes"),
    "Show this message and exit.": msgid("Montrer cette aide."),
    "default: {default}": msgid("par défaut : {default}"),
    "Missing argument": msgid("Il manque"),
    "No such option {name!r}.": msgid("L’option {name} n’existe pas."),
    "Option {name!r} requires an argument.": msgid("L’option {name} demande une valeur."),
    "Option {name!r} does not take a value.": msgid("L’option {name} ne prend pas de valeur."),
    "Got unexpected extra argument ({args})": msgid("Il y a un mot de trop : {args}."),
    "Got unexpected extra arguments ({args})": msgid("Il y a des mots de trop : {args}."),
    "Invalid value for {param_hint}: {message}": msgid("{param_hint} : {message}"),
    "{value!r} is not one of {choices}.": msgid("« {value} » n’en est pas. Il y a : {choices}."),
    "{value!r} is not a valid {number_type}.": msgid("« {value} » n’est pas un nombre entier."),
    "{value} is not in the range {range}.": msgid("{value} n’est pas possible : {range}."),
}
"""What it says in English, and what we say instead."""


def teach_click() -> None:
    """It asks its own catalogue, which has no French."""
    for module in (core, decorators, exceptions, formatting, parser, types):
        for name, said in (("_", _said), ("ngettext", _counted)):
            if hasattr(module, name):
                setattr(module, name, said)


def _said(sentence: str) -> str:
    return spoken().text(_OF_CLICK[sentence]) if sentence in _OF_CLICK else sentence


def _counted(one: str, many: str, n: int) -> str:
    return _said(one if n == 1 else many)


def command(
    name: str | None = None,
    *,
    help: str,  # noqa: A002 - as Click calls it
) -> Callable[[Callable[..., None]], click.Command]:
    """`click.command`, with its help as a msgid."""
    return click.command(name, cls=Command, help=help)
