import pytest

from atelier.domain import chapters, limits, outline
from atelier.domain import commands as c
from atelier.domain.refusals import Because
from atelier.domain.words import AxisId, BlockId, Kind, PartName, Reference, Seq
from tests.domain.play import SECRETARY, Play

FIRST = BlockId("B1")
A1, A2, A3 = (AxisId(f"A{number}") for number in (1, 2, 3))


def arranging(*names: str, base: Seq | None = None) -> c.ArrangeDocument:
    return c.ArrangeDocument(parts=tuple(map(PartName, names)), base=base)


@pytest.mark.parametrize(
    "name",
    ["cover", "", "theme:ZZ", "themes:TR+DS", "themes:DS", "theme:DS+TR", "block:B1", "block:1", "annex:x"],
)
def test_a_part_that_never_was_is_refused(name: str) -> None:
    refusal = Play().refused(arranging(name), SECRETARY)
    assert (refusal.because, refusal.field) == (Because.UNKNOWN, "parts")


@pytest.mark.parametrize("names", [("annex:cards", "next"), ("annex:method", "annex:cards")])
def test_the_annexes_stay_at_the_end_in_their_order(names: tuple[str, ...]) -> None:
    refusal = Play().refused(arranging(*names), SECRETARY)
    assert (refusal.because, refusal.field) == (Because.BAD_VALUE, "parts")


def test_an_order_made_meanwhile_is_not_written_over() -> None:
    play = Play()
    play.do(arranging("next", "foreword"), SECRETARY)
    late = play.refused(arranging("day", "foreword", base=Seq(1)), SECRETARY)
    assert (late.because, late.field) == (Because.CHANGED_MEANWHILE, "parts")
    play.do(arranging("day", "foreword", base=play.state.seq), SECRETARY)


def test_the_same_order_again_changes_nothing_and_none_is_the_natural_one() -> None:
    play = Play()
    play.same(arranging(), SECRETARY)
    play.same(arranging("foreword", "next"), SECRETARY)
    play.do(arranging("next", "next", "foreword"), SECRETARY)
    play.same(arranging("next", "foreword"), SECRETARY)
    play.do(arranging(), SECRETARY)
    assert outline.order(play.state) == outline.natural(play.state)
    play.undo(SECRETARY)
    assert outline.order(play.state)[0] == "next"


def test_a_block_has_a_title_or_none_and_is_numbered_once() -> None:
    play = Play()
    play.do(c.AddBlock(title=""), SECRETARY)
    play.undo(SECRETARY)
    play.do(c.AddBlock(title=" Récit ", after=PartName("day")), SECRETARY)
    (block,) = outline.blocks(play.state)
    assert (block.id, block.title) == ("B2", "Récit")
    too_long = "x" * (limits.TITLE_GRAPHEMES_MAX + 1)
    assert play.because(c.AddBlock(title=too_long), SECRETARY) is Because.TEXT_TOO_LONG
    nowhere = c.AddBlock(title="", after=PartName("theme:ZZ"))
    assert play.because(nowhere, SECRETARY) is Because.UNKNOWN


def test_there_is_an_end_to_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "BLOCKS_MAX", 1)
    play = Play()
    play.do(c.AddBlock(title=""), SECRETARY)
    assert play.because(c.AddBlock(title=""), SECRETARY) is Because.TOO_MANY


def test_a_block_is_edited_removed_and_brought_back_with_its_words() -> None:
    play = Play()
    for asked in (
        c.EditBlock(block=FIRST, title=""),
        c.RemoveBlock(block=FIRST),
        c.RestoreBlock(block=FIRST),
    ):
        assert play.because(asked, SECRETARY) is Because.UNKNOWN
    play.do(c.AddBlock(title="Récit"), SECRETARY)
    play.same(c.RestoreBlock(block=FIRST), SECRETARY)
    play.same(c.EditBlock(block=FIRST, title="Récit"), SECRETARY)
    play.do(c.EditBlock(block=FIRST, title=""), SECRETARY)
    play.undo(SECRETARY)
    play.do(c.WriteSection(section="block:B1", text="Nous étions là."), SECRETARY)
    play.do(c.RemoveBlock(block=FIRST), SECRETARY)
    assert play.because(c.RemoveBlock(block=FIRST), SECRETARY) is Because.UNKNOWN
    assert play.because(c.WriteSection(section="block:B1", text="Non"), SECRETARY) is Because.UNKNOWN
    play.undo(SECRETARY)
    (block,) = outline.blocks(play.state)
    assert (block.title, play.state.sections[outline.of_block(FIRST)].text) == ("Récit", "Nous étions là.")  # type: ignore[index]


def board(*references: Reference, chapter: str = "theme:DS") -> c.ArrangeBoard:
    return c.ArrangeBoard(chapter=PartName(chapter), kind=Kind.CONSTAT, statements=references)


def test_the_statements_of_a_board_are_put_in_order() -> None:
    play = Play()
    one, two, elsewhere = play.statement(), play.statement(), play.statement(theme="TR")
    play.same(board(), SECRETARY)
    play.same(board(one), SECRETARY)
    play.do(board(two), SECRETARY)
    play.same(board(two, one), SECRETARY)
    assert chapters.board(play.state, "theme:DS", Kind.CONSTAT) == (two, one)
    for asked, why in (
        (board(elsewhere), Because.BAD_VALUE),
        (board(Reference("DS-C9")), Because.UNKNOWN),
        (board(chapter="theme:ZZ"), Because.UNKNOWN),
        (board(chapter="next"), Because.UNKNOWN),
    ):
        assert play.because(asked, SECRETARY) is why
    play.do(board(), SECRETARY)
    assert chapters.board(play.state, "theme:DS", Kind.CONSTAT) == (one, two)
    play.undo(SECRETARY)
    assert chapters.board(play.state, "theme:DS", Kind.CONSTAT) == (two, one)


def axes(play: Play) -> list[tuple[str, str]]:
    return [(axis.id, axis.title) for axis in outline.axes(play.state)]


def test_axes_are_renamed_put_in_order_removed_and_brought_back() -> None:
    play = Play()
    for title in ("Accueil", "Argent", "Temps"):
        play.do(c.AddAxis(title=title), SECRETARY)
    play.same(c.EditAxis(axis=A1, title="Accueil"), SECRETARY)
    play.do(c.EditAxis(axis=A1, title="Accueillir"), SECRETARY)
    play.do(c.ArrangeAxes(axes=(A3,)), SECRETARY)
    play.same(c.ArrangeAxes(axes=(A3, A1)), SECRETARY)
    assert axes(play) == [("A3", "Temps"), ("A1", "Accueillir"), ("A2", "Argent")]
    play.do(c.RemoveAxis(axis=A1), SECRETARY)
    for asked in (
        c.RemoveAxis(axis=A1),
        c.EditAxis(axis=A1, title="x"),
        c.PlaceInAxis(axis=A1, statements=()),
    ):
        assert play.because(asked, SECRETARY) is Because.UNKNOWN
    assert play.because(c.ArrangeAxes(axes=(AxisId("A9"),)), SECRETARY) is Because.UNKNOWN
    assert play.because(c.RestoreAxis(axis=AxisId("A9")), SECRETARY) is Because.UNKNOWN
    play.undo(SECRETARY)
    play.same(c.RestoreAxis(axis=A1), SECRETARY)
    assert axes(play) == [("A3", "Temps"), ("A1", "Accueillir"), ("A2", "Argent")]
    play.do(c.AddAxis(title="Ailleurs"), SECRETARY)
    play.undo(SECRETARY)
    play.do(c.AddAxis(title="Autrement"), SECRETARY)
    assert axes(play)[-1] == ("A5", "Autrement")


def test_prose_stands_beside_statements_that_stand() -> None:
    play = Play()
    one = play.statement()
    write = c.WriteSection(section=f"statement:{one}:after", text="Et après ?")
    play.do(write, SECRETARY)
    play.do(c.DissolveStatement(statement=one))
    for section in (f"statement:{one}:after", "statement:DS-C9:before", f"statement:{one}:middle"):
        assert play.because(c.WriteSection(section=section, text="Non"), SECRETARY) is Because.UNKNOWN
