"""The shapes of names in addresses, so that no page answers for another."""

from starlette.convertors import Convertor, register_url_convertor


class _Name(Convertor[str]):
    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


class _Slug(_Name):
    """A convention's folder, whatever the capitals a phone puts in; not the words that are pages."""

    regex = "(?!(?:api|host|help|static|settings|r)(?:/|$))[A-Za-z0-9][A-Za-z0-9-]{0,80}"


class _Theme(_Name):
    """`me` is a page of its own; a theme may be called `ME`."""

    regex = "(?!me(?:/|$))[A-Za-z]{2,3}"


register_url_convertor("slug", _Slug())
register_url_convertor("theme", _Theme())

SLUG = "{slug:slug}"
THEME = "{theme:theme}"
