from atelier.domain import commands as c
from atelier.domain.links import foundations, founded, live_statements, organisations, standing
from atelier.domain.words import Kind, Reference
from tests.domain.play import DS, HOST, Play

CONSTAT, DEMAND = Kind.CONSTAT, Kind.REVENDICATION


def test_what_never_was_or_was_dissolved_stands_nowhere() -> None:
    play = Play()
    gone = play.statement()
    play.do(c.DissolveStatement(statement=gone))
    assert standing(play.state, gone) is None
    assert standing(play.state, Reference("DS-C9")) is None


def test_a_chain_is_read_both_ways_through_merges() -> None:
    play = Play()
    one, two, three = play.statement(), play.statement(), play.statement()
    demand = play.statement(DEMAND)
    play.do(c.LinkStatements(statement=demand, founded_on=(one, two)))
    last = play.merge(play.merge(one, two), three)
    assert [standing(play.state, reference) for reference in (one, two, three, last)] == [last] * 4
    assert foundations(play.state, play.at(demand)) == (last,)
    assert founded(play.state) == {last: (demand,)}
    play.do(c.DissolveStatement(statement=last))
    play.do(c.DissolveStatement(statement=standing(play.state, one) or one))
    assert foundations(play.state, play.at(demand)) == (one, two)


def test_statements_stand_in_the_order_of_themes_kinds_and_numbers() -> None:
    play = Play()
    for theme, kind in (("TR", CONSTAT), ("DS", DEMAND), ("AG", CONSTAT), ("DS", CONSTAT), ("DS", CONSTAT)):
        play.statement(kind, theme=theme)
    play.do(c.DissolveStatement(statement=Reference("DS-C1")))
    order = [one.reference for one in live_statements(play.state)]
    assert order == ["DS-C2", "DS-R1", "TR-C1", "AG-C1"]


def test_an_organisation_comes_with_what_was_taken_up_from_it_each_once() -> None:
    play = Play()
    play.do(c.EditConvention(organisers=("Union", "LDH")), HOST)
    play.do(c.EditTheme(theme=DS, partners=("Collectif",)), HOST)
    first, second = (play.group(play.post()) for _ in range(2))
    for statement in (first, second):
        play.do(
            c.AttributeStatement(
                statement=statement, organisation="LDH", quote="Nul n’est exclu.", reference="p. 3"
            )
        )
    play.do(c.AttributeStatement(statement=first, organisation="attac", quote="Un guichet."))
    known = organisations(play.state)
    assert list(known) == ["attac", "LDH", "Collectif", "Union"]
    assert [one.quote for one in known["LDH"]] == ["Nul n’est exclu."]
    assert [one.quote for one in known["attac"]] == ["Un guichet."]
    assert known["Union"] == known["Collectif"] == ()
