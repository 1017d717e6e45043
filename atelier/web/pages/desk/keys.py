"""The keys of the desk: they work while the focus is in the boards, and nowhere else."""

from atelier.web.pages.desk.chosen import Act

KEYS: dict[str, Act] = {
    "g": Act.GROUP,
    "d": Act.PUT_IN,
    "e": Act.WORD,
    "r": Act.LINK,
    "x": Act.MARK,
    "c": Act.SET_ASIDE,
    "m": Act.MOVE,
    "f": Act.MERGE,
    "s": Act.SPLIT,
    "o": Act.UNGROUP,
}
"""Letters that stand at the same place on AZERTY and QWERTY, but for `m`."""


def asked_by(key: str, possible: tuple[Act, ...]) -> Act | None:
    """What that key does now, if it does anything: `x` and `o` also take back, and undo."""
    wanted = KEYS.get(key.lower())
    instead = {Act.MARK: Act.UNMARK, Act.UNGROUP: Act.DISSOLVE, Act.SET_ASIDE: Act.RESTORE}
    return next((one for one in (wanted, instead.get(wanted) if wanted else None) if one in possible), None)
