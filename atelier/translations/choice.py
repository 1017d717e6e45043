"""Which language a person reads: the one they chose, else the one their browser asks for, else French."""

from atelier.translations.catalogue import LANGUAGES, SOURCE

_TAGS_READ_MAX = 20  # a browser sends three or four


def choose(accept_language: str | None, chosen: str | None = None) -> str:
    """One of `LANGUAGES`, whatever the header holds."""
    if chosen in LANGUAGES:
        return chosen
    wanted = (accept_language or "").split(",")[:_TAGS_READ_MAX]
    ranked = sorted(((-_weight(one), place, _language(one)) for place, one in enumerate(wanted)))
    return next((lang for weight, _, lang in ranked if weight < 0 and lang in LANGUAGES), SOURCE)


def _language(one: str) -> str:
    """`en` of ` en-GB;q=0.8`."""
    return one.partition(";")[0].partition("-")[0].strip().lower()


def _weight(one: str) -> float:
    """0.8 of ` en-GB;q=0.8`; 1 when nothing is said, 0 when it makes no sense."""
    _, _, said = one.partition(";")
    if not said.strip():
        return 1.0
    name, _, number = said.partition("=")
    try:
        weight = float(number)
    except ValueError:
        return 0.0
    return weight if name.strip().lower() == "q" and 0.0 <= weight <= 1.0 else 0.0
