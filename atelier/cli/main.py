"""The commands and what they have in common: the language, and errors said in one sentence."""

import os
import sys

import click

from atelier import __version__
from atelier.cli import bringing, conventions, documents, erasing, serving
from atelier.cli.helping import Group, teach_click
from atelier.cli.saying import Failed, say_error, spoken, tell
from atelier.translations.marking import msgid

_OF_ATELIER = {"--help", "-h", "--version", "--debug"}


class _Atelier(Group):
    """`atelier` alone is `atelier serve`, options included."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0].startswith("-") and args[0] not in _OF_ATELIER):
            args = ["serve", *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.commands:
            words = spoken()
            raise click.UsageError(
                words.text(
                    "« {given} » n’est pas une commande. Il y a : {known}.",
                    given=args[0],
                    known=", ".join(self.commands),
                ),
                ctx,
            )
        return super().resolve_command(ctx, args)


@click.group(
    cls=_Atelier,
    context_settings={"help_option_names": ["--help", "-h"]},
    help=msgid("D’une journée de paroles dans des salles, faire un document honnête."),
)
@click.version_option(__version__, message="%(version)s", help=msgid("Montrer la version."))
@click.option("--debug", is_flag=True, help=msgid("Montrer le détail d’une erreur."))
def atelier(debug: bool) -> None:
    """Turn one day of people talking in rooms into one honest document."""


for one in (
    *serving.COMMANDS,
    *conventions.COMMANDS,
    *documents.COMMANDS,
    *bringing.COMMANDS,
    *erasing.COMMANDS,
):
    atelier.add_command(one)


def main() -> None:
    """Exit codes: 0 done, 1 it failed, 2 it was asked wrongly."""
    debug = "--debug" in sys.argv[1:]
    arguments = [one for one in sys.argv[1:] if one != "--debug"]
    teach_click()
    try:
        atelier.main(arguments, prog_name="atelier", standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.UsageError as error:
        say_error(error.format_message())
        asked = error.ctx.command_path if error.ctx else "atelier"
        tell(spoken().text("Pour savoir comment faire : {command}", command=f"{asked} --help"))
        sys.exit(2)
    except click.ClickException as error:
        say_error(error.format_message())
        sys.exit(1)
    except Failed as error:
        say_error(str(error))
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        if debug:
            raise
        say_error(
            spoken().text(
                "Quelque chose a échoué : {error}. Pour le détail, refaites-le avec --debug.", error=error
            )
        )
        sys.exit(1)
