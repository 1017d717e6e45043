"""The tables of a programme file, read into drafts."""

from atelier.domain.commands import SlotDraft, ThemeDraft
from atelier.domain.steps import Step
from atelier.domain.text import clean_line
from atelier.domain.words import Kind, WallMode
from atelier.exchange.faults import Wrong
from atelier.exchange.tables import Table
from atelier.exchange.theme_codes import code_for
from atelier.exchange.verdicts import Given, judge, of_convention, of_slot, of_step, of_theme

_KINDS = {f"{kind}s": kind for kind in Kind}
_WALLS = {mode.value: mode for mode in WallMode}

_OF_CONVENTION = (
    "title",
    "number",
    "place",
    "dates",
    "organisers",
    "language",
    "licence",
    "privacy_notice",
    "keep_days",
    "room",
)
_OF_THEME = ("code", "title", "question", "partners", "boards", "people")
_OF_SLOT = ("label", "themes", "room", "start")
_OF_STEP = ("label", "minutes", "post", "hidden", "late", "dots", "dots_on", "disagree", "wall")


def read_convention(table: Table) -> Given:
    """What stands before the first theme."""
    table.only((*_OF_CONVENTION, "theme", "slot", "step"))
    given = _given(
        title=table.string("title"),
        number=table.number("number"),
        place=table.string("place"),
        dates=table.days("dates"),
        organisers=table.strings("organisers"),
        language=table.string("language"),
        licence=table.string("licence"),
        privacy_notice=table.string("privacy_notice"),
        keep_days=table.number("keep_days"),
        room=table.string("room"),
    )
    _needs(table, "title")
    judge(table, given, of_convention)
    return given


def read_themes(tables: list[Table]) -> tuple[ThemeDraft, ...]:
    """With a code for each: those that are given first, so that the others keep clear of them."""
    read = [_read_theme(table) for table in tables]
    taken: set[str] = set()
    for table, given in zip(tables, read, strict=True):
        code = given.get("code")
        if code in taken:
            table.note("code", Wrong.CODE_TAKEN, given=str(code)[:40])
        taken |= {code} if code else set()
    themes = []
    for given in read:
        title = given.get("title", "")
        code = given.get("code") or code_for(title, taken)
        taken.add(code)
        themes.append(ThemeDraft(**{**given, "code": code, "title": title}))
    return tuple(themes)


def _read_theme(table: Table) -> Given:
    table.only(_OF_THEME)
    given = _given(
        code=table.string("code"),
        title=table.string("title"),
        question=table.string("question"),
        partners=table.strings("partners"),
        boards=table.choices("boards", _KINDS),
        people=table.number("people"),
    )
    _needs(table, "title")
    judge(table, given, of_theme)
    return given


def read_slots(tables: list[Table], themes: tuple[ThemeDraft, ...]) -> tuple[SlotDraft, ...]:
    """Each with themes that exist."""
    codes = [theme.code for theme in themes]
    titles = {theme.title.lower(): theme.code for theme in themes}
    return tuple(_read_slot(table, codes, titles) for table in tables)


def _read_slot(table: Table, codes: list[str], titles: dict[str, str]) -> SlotDraft:
    table.only((*_OF_SLOT, "step"))
    given = _given(
        label=table.string("label"),
        themes=table.strings("themes"),
        room=table.string("room"),
        start=table.clock("start"),
    )
    _needs(table, "label", "themes")
    judge(table, given, of_slot)
    for place, one in enumerate(given.get("themes", ())):
        if one not in codes:
            near = titles.get(one.lower(), one.upper() if one.upper() in codes else "")
            about = {"near": near} if near else {"known": ", ".join(dict.fromkeys(codes))}
            table.note("themes", Wrong.UNKNOWN_THEME, place, given=one[:40], **about)
    if given.get("themes") == ():
        table.note("themes", Wrong.EMPTY)
    steps = read_steps(table.tables("step"))
    return SlotDraft(**{"label": "", "themes": (), **given, "steps": steps})


def read_steps(tables: list[Table]) -> tuple[Step, ...]:
    """In their order."""
    return tuple(map(_read_step, tables))


def _read_step(table: Table) -> Step:
    table.only(_OF_STEP)
    label = table.string("label")
    given = _given(
        label=None if label is None else clean_line(label),
        minutes=table.number("minutes"),
        post=table.choices("post", _KINDS),
        hidden=table.flag("hidden"),
        late=table.flag("late"),
        dots=table.number("dots"),
        dots_on=table.choices("dots_on", _KINDS),
        disagree=table.flag("disagree"),
        wall=table.choice("wall", _WALLS),
    )
    _needs(table, "label")
    judge(table, given, of_step)
    return Step(**{"label": "", **given})


def _given(**values: object) -> Given:
    """What the file says and can be used."""
    return {name: value for name, value in values.items() if value is not None}


def _needs(table: Table, *keys: str) -> None:
    for key in keys:
        if key not in table.content:
            table.note(key, Wrong.MISSING)
