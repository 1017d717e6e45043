"""An earlier cahier, read from its `cahier.json`, and the convention that may follow it."""

import json
from typing import Any

from atelier.domain import limits, references
from atelier.domain.commands import CreateConvention, ThemeDraft
from atelier.domain.text import clean, clean_line, graphemes
from atelier.domain.words import Kind, Reference, ThemeCode
from atelier.exchange import defaults
from atelier.exchange.carrying import Earlier, EarlierStatement
from atelier.translations import Speech

FORMAT = 1


class NotACahier(ValueError):  # noqa: N818 - what it is not
    """A file that no cahier can be read from. `newer`: a newer program wrote it."""

    def __init__(self, *, newer: bool = False) -> None:
        super().__init__("newer" if newer else "not a cahier")
        self.newer = newer


def read_earlier(content: bytes) -> Earlier:
    """Its statements that stood, in their last words. Errors: `NotACahier`."""
    try:
        said = json.loads(content)
        form = said["format"]
        if type(form) is not int or form < 1:
            raise NotACahier
        if form > FORMAT:
            raise NotACahier(newer=True)
        return _earlier(said)
    except (KeyError, TypeError, AttributeError, IndexError, RecursionError, ValueError) as error:
        if isinstance(error, NotACahier):
            raise
        raise NotACahier from error


def following(earlier: Earlier, speech: Speech) -> CreateConvention:
    """The next convention: the same themes, the number after, the programme that is proposed."""
    return CreateConvention(
        id="",
        title=earlier.title,
        number=min(earlier.number + 1, limits.CONVENTION_NUMBER_MAX),
        language=speech.lang,
        licence=defaults.LICENCE,
        privacy_notice=defaults.privacy_notice(speech, (), defaults.KEEP_DAYS),
        keep_days=defaults.KEEP_DAYS,
        steps=defaults.steps(speech),
        themes=tuple(ThemeDraft(code=code, title=title) for code, title in earlier.themes.items()),
    )


def _earlier(said: Any) -> Earlier:
    convention = said["convention"]
    cards = {card["number"]: _text(card["text"]) for card in said["cards"]}
    themes = {_code(one["code"]): _line(one["title"]) for one in said["themes"]}
    standing = [one for one in said["statements"] if not (one["dissolved"] or one["merged_into"])]
    if not themes or len(themes) > limits.THEMES_MAX or len(standing) > limits.CARDS_MAX:
        raise NotACahier
    found = [_statement(one, cards, set(themes)) for one in standing]
    return Earlier(
        title=_line(convention["title"]),
        number=_number(convention["number"]),
        themes=themes,
        statements=tuple(one for one in found if one.text),
    )


def _statement(one: Any, cards: dict[int, str], themes: set[ThemeCode]) -> EarlierStatement:
    theme = _code(one["themes"][0])
    parsed = references.parse(one["reference"])
    if parsed is None or theme not in themes:
        raise NotACahier
    heard = "\n".join(filter(None, (cards[number] for number in one["cards"])))
    wording = _text(one["wordings"][-1]) if one["wordings"] else ""
    return EarlierStatement(
        reference=Reference(one["reference"]),
        theme=theme,
        kind=Kind(one["kind"]),
        text=wording or _text(one["title"]) or heard,
    )


def _code(given: Any) -> ThemeCode:
    if not isinstance(given, str) or not references.THEME_CODE.fullmatch(given):
        raise NotACahier
    return ThemeCode(given)


def _number(given: Any) -> int:
    if type(given) is not int or not 0 <= given <= limits.CONVENTION_NUMBER_MAX:
        raise NotACahier
    return given


def _line(given: Any) -> str:
    text = clean_line(_text(given))
    if not text or graphemes(text) > limits.LABEL_GRAPHEMES_MAX:
        raise NotACahier
    return text


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise NotACahier
    return clean(given)
