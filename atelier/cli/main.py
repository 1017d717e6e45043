"""The commands and what they have in common: the language, and errors said in one sentence."""

import os
import sys

import click

from atelier import __version__
from atelier.cli import conventions, documents, serving
from atelier.cli.saying import Failed, say_error, spoken


class _Atelier(click.Group):
    """`atelier` alone is `atelier serve`, options included."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = args[1:] if args[:1] == ["--debug"] else args
        if first[:1] not in (["--help"], ["-h"], ["--version"]) and not set(first) & set(self.commands):
            args = [*args[: len(args) - len(first)], "serve", *first]
        return super().parse_args(ctx, args)


@click.group(cls=_Atelier, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(__version__, message="%(version)s")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def atelier(debug: bool) -> None:
    """Turn one day of people talking in rooms into one honest document."""


for one in (*serving.COMMANDS, *conventions.COMMANDS, *documents.COMMANDS):
    atelier.add_command(one)


def main() -> None:
    """Exit codes: 0 done, 1 it failed, 2 it was asked wrongly."""
    debug = "--debug" in sys.argv[1:]
    try:
        atelier.main(standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.UsageError as error:
        error.show()
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(1)
    except Failed as error:
        say_error(str(error))
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        if debug:
            raise
        say_error(spoken().text("Quelque chose a échoué : {error}. Pour le détail : --debug.", error=error))
        sys.exit(1)
