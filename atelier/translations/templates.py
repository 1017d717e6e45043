"""The two words that templates speak with: `_("…")` and `n_("…", "…", n)`."""

from collections.abc import Callable

from markupsafe import Markup, escape

from atelier.translations.speech import Speech

Say = Callable[..., Markup]


def for_templates(speech: Speech) -> dict[str, Say]:
    """To put in a template's context, one language a page.

    The sentence and its values are escaped, but for values that are markup
    already: `_("Voir {link}", link=link)` keeps the link.
    """

    def say(msgid: str, /, **values: object) -> Markup:
        sentence = escape(speech.text(msgid))
        return sentence.format(**values) if values else sentence

    def count(one: str, many: str, n: int, /, **values: object) -> Markup:
        sentence = escape(speech.catalogue.ngettext(one, many, n))
        return sentence.format(**{"n": n, **values})

    return {"_": say, "n_": count}
