"""Which HTTP status says which refusal, for pages and for the API alike."""

from atelier.domain.refusals import Because

_FORBIDDEN = {
    Because.NOT_YOUR_ROLE,
    Because.NOT_YOUR_THEME,
    Because.NOT_YOUR_CARD,
    Because.NEEDS_A_BROWSER,
    Because.TEAM_ONLY_FIELD,
}
_TOO_LARGE = {Because.TEXT_TOO_LONG, Because.TOO_MANY}
_CONTENT = {
    Because.TEXT_EMPTY,
    Because.BAD_VALUE,
    Because.UNKNOWN,
    Because.UNKNOWN_COMMAND,
    Because.NOT_A_BOARD_HERE,
    Because.KINDS_DIFFER,
    Because.NO_COMMON_THEME,
    Because.THEME_SHARED,
    Because.CANNOT_BE_FOUNDED,
    Because.TOO_MANY_DOTS,
    Because.ALREADY_THERE,
    Because.NOTHING_CHOSEN,
}
_MACHINE = {Because.TOO_FAST: 429, Because.CANNOT_WRITE: 503}


def status_of(because: Because) -> int:
    """403 who asks, 413 size, 422 content, 429 pace, 503 the machine; the rest is the moment, 409."""
    if because in _FORBIDDEN:
        return 403
    if because in _TOO_LARGE:
        return 413
    if because in _CONTENT:
        return 422
    return _MACHINE.get(because, 409)
