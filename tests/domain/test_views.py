from atelier.domain import commands as c
from atelier.domain.sections import of_slot, of_theme
from atelier.domain.views import boards
from atelier.domain.words import AsideReason, CardNumber, Kind
from tests.domain.play import ANA, DS, SILENT, TOGETHER, Play


def test_a_board_shows_statements_then_loose_cards_the_newest_first() -> None:
    play = Play()
    numbers = [play.post() for _ in range(6)]
    group = play.group(numbers[0])
    play.do(c.SetAsideCard(card=numbers[1], reason=AsideReason.OTHER))
    play.do(c.WithdrawCard(card=numbers[2]), ANA)
    play.do(c.StartStep(step=SILENT, theme=DS))
    play.post()
    board = boards(play.state, DS)[0]
    assert [one.reference for one in board.statements] == [group]
    assert [card.number for card in board.loose] == [6, 5, 4]
    assert (board.kind, board.received, board.hidden) == (Kind.CONSTAT, 5, 1)


def test_a_theme_has_the_boards_that_were_chosen_each_with_its_own() -> None:
    play = Play()
    play.post(kind=Kind.QUESTION)
    play.post(theme="TR")
    assert [(board.kind, board.received) for board in boards(play.state, DS)] == [
        (Kind.CONSTAT, 0),
        (Kind.REVENDICATION, 0),
        (Kind.PISTE, 0),
        (Kind.QUESTION, 1),
    ]


def test_people_are_counted_apart_from_cards_and_those_of_a_withdrawn_card_no_more() -> None:
    play = Play()
    for number, people in enumerate((None, 12, 7)):
        text = f"Carte {number}"
        play.do(c.PostCard(theme=DS, kind=Kind.CONSTAT, text=text, key=text, carried_by=people), ANA)
    play.do(c.WithdrawCard(card=CardNumber(3)), ANA)
    board = boards(play.state, DS)[0]
    assert (board.received, board.people) == (2, 13)


def test_places_have_names() -> None:
    assert (of_theme(DS, "before"), of_slot(TOGETHER, "after")) == ("theme:DS:before", "slot:S1:after")
