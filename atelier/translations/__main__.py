"""`python -m atelier.translations` brings the catalogues up to date; with `--check`, it only looks."""

import sys

from atelier.translations.catalogue import LANGUAGES, path_of
from atelier.translations.extraction import Unreadable, sentences
from atelier.translations.updating import Update, update


def main(arguments: list[str]) -> int:
    """0: everything is said in every language, and written."""
    try:
        wanted = sentences()
    except Unreadable as wrong:
        print(wrong, file=sys.stderr)  # noqa: T201 - a command for whoever writes the code
        return 1
    behind = False
    for lang in LANGUAGES:
        made = update(lang, wanted)
        behind |= bool(made.untranslated)
        if "--check" in arguments:
            behind |= made.content != path_of(lang).read_bytes()
        else:
            path_of(lang).write_bytes(made.content)
        _tell(lang, len(wanted), made)
    return int(behind)


def _tell(lang: str, count: int, made: Update) -> None:
    print(f"{lang}: {count} sentences, {len(made.untranslated)} to translate, {len(made.gone)} gone")  # noqa: T201
    for one in made.untranslated:
        print(f"  to translate: {one}")  # noqa: T201
    for one, said in made.gone.items():
        print(f"  gone: {one}\n    was: {' | '.join(said)}")  # noqa: T201


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
