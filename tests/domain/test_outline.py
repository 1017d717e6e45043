from atelier.domain import chapters, outline
from atelier.domain import commands as c
from atelier.domain.outline import ANNEXES, Part, PartKind
from atelier.domain.words import BlockId, Kind, PartName
from tests.domain.play import DS, HOST, REVENDICATION, SECRETARY, SILENT, TOGETHER, TR, Play

BODY = ("foreword", "how_to_read", "day", "overview", "theme:DS", "theme:TR", "theme:AG", "synthesis", "next")


def body(play: Play) -> tuple[str, ...]:
    return tuple(name for name in outline.order(play.state) if name not in ANNEXES)


def arrange(play: Play, *names: str) -> None:
    play.do(c.ArrangeDocument(parts=tuple(map(PartName, names))), SECRETARY)


def add_block(play: Play, after: str | None = None, title: str = "Récit") -> None:
    play.do(c.AddBlock(title=title, after=None if after is None else PartName(after)), SECRETARY)


def test_a_document_nobody_arranged_stands_in_its_natural_order() -> None:
    assert outline.order(Play().state) == (*BODY, *ANNEXES)


def test_every_part_says_what_it_is() -> None:
    play = Play()
    add_block(play)
    found = outline.parts(play.state)
    assert found[0] == Part(name=PartName("block:B1"), kind=PartKind.BLOCK, block=BlockId("B1"))
    assert found[5] == Part(name=PartName("theme:DS"), kind=PartKind.CHAPTER, themes=(DS,))
    assert [one.kind for one in found[1:5]] == [
        PartKind.FOREWORD,
        PartKind.HOW_TO_READ,
        PartKind.DAY,
        PartKind.OVERVIEW,
    ]
    assert {one.kind for one in found[-5:]} == {PartKind.ANNEX}


def test_what_is_left_out_follows_what_it_followed() -> None:
    play = Play()
    add_block(play, "theme:TR")
    arrange(play, "synthesis", "foreword")
    assert body(play) == (
        *("synthesis", "next", "foreword", "how_to_read", "day", "overview"),
        *("theme:DS", "theme:TR", "block:B1", "theme:AG"),
    )
    assert outline.order(play.state)[-5:] == ANNEXES


def test_a_chapter_born_later_falls_at_its_natural_place() -> None:
    play = Play()
    arrange(play, "theme:AG", "theme:TR", "theme:DS")
    play.do(c.AddTheme(code="ED", title="École"), HOST)
    play.do(c.StartStep(step=SILENT, slot=TOGETHER))
    play.group(play.post())
    joint = chapters.chapter_name(play.state, chapters.chapters(play.state)[0])
    assert joint == "themes:DS+TR+AG"
    assert body(play) == (
        *("foreword", "how_to_read", "day", "overview", joint),
        *("theme:AG", "theme:ED", "synthesis", "next", "theme:TR", "theme:DS"),
    )


def test_a_removed_block_comes_back_where_it_stood() -> None:
    play = Play()
    add_block(play, "day")
    before = outline.order(play.state)
    play.do(c.RemoveBlock(block=BlockId("B1")), SECRETARY)
    assert body(play) == BODY
    arrange(play, "overview", "day")
    play.undo(SECRETARY)
    play.do(c.RestoreBlock(block=BlockId("B1")), SECRETARY)
    assert outline.order(play.state) == before


def test_prose_may_stand_between_the_annexes() -> None:
    play = Play()
    add_block(play, "annex:cards")
    assert outline.order(play.state)[-5:] == ("block:B1", *ANNEXES[1:])
    arrange(play, *BODY[::-1])
    assert outline.order(play.state) == (*BODY[::-1], "annex:cards", "block:B1", *ANNEXES[1:])


def test_every_place_for_prose_is_in_one_part() -> None:
    play = Play()
    play.statement(text="Rien.")
    play.statement(REVENDICATION)
    add_block(play)
    places = {part.name: outline.sections_of(play.state, part) for part in outline.parts(play.state)}
    assert places[PartName("overview")] == places[PartName("annex:cards")] == ()
    assert places[PartName("annex:organisations")] == ()
    assert places[PartName("block:B1")] == ("block:B1",)
    assert places[PartName("annex:method")] == ("method",)
    assert places[PartName("foreword")] == ("foreword",)
    assert places[PartName("theme:DS")] == (
        *("theme:DS:before", "slot:S2:before", "statement:DS-C1:before", "statement:DS-C1:after"),
        *("theme:DS:between", "slot:S2:between", "statement:DS-R1:before", "statement:DS-R1:after"),
        *("theme:DS:after", "slot:S2:after"),
    )
    everywhere = [name for names in places.values() for name in names]
    assert len(everywhere) == len(set(everywhere))
    for name in everywhere:
        play.do(c.WriteSection(section=name, text="Ici."), SECRETARY)


def test_prose_beside_a_statement_makes_no_chapter_and_prose_of_a_joint_slot_does() -> None:
    play = Play()
    assert chapters.chapter_name(play.state, frozenset({DS})) == "theme:DS"
    play.do(c.WriteSection(section=f"slot:{TOGETHER}:after", text="Ensemble."), SECRETARY)
    key = frozenset(play.state.slots[TOGETHER].themes)
    assert chapters.chapters(play.state)[0] == key
    assert chapters.key_of(chapters.chapter_name(play.state, key)) == key


def test_the_order_of_a_board_outlives_merging() -> None:
    play = Play()
    one, two, three = (play.statement() for _ in range(3))
    asked = c.ArrangeBoard(chapter=PartName("theme:DS"), kind=Kind.CONSTAT, statements=(three, one))
    play.do(asked, SECRETARY)
    assert chapters.board(play.state, "theme:DS", Kind.CONSTAT) == (three, one, two)
    both = play.merge(three, two)
    late = play.statement()
    assert chapters.board(play.state, "theme:DS", Kind.CONSTAT) == (both, one, late)
    assert chapters.board(play.state, f"theme:{TR}", Kind.CONSTAT) == ()
