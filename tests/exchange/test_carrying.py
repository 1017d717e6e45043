"""An earlier cahier as material: each statement a card with its origin, once, in the theme of its title."""

import dataclasses

from atelier.domain import commands as c
from atelier.domain.fates import faults, ledger
from atelier.domain.refusals import Because
from atelier.domain.words import Channel, Kind, Reference, ThemeCode
from atelier.exchange.carrying import Earlier, EarlierStatement, earlier_of, plan
from atelier.exchange.merging import IMPORTER, Plan
from tests.domain.play import ANA, DS, PROGRAMME, Play

EARLIER = Earlier(
    title="Convention",
    number=1,
    themes={ThemeCode("SO"): "droits sociaux", ThemeCode("DS"): "Santé"},
    statements=(
        EarlierStatement(
            reference=Reference("SO-R4"), theme=ThemeCode("SO"), kind=Kind.REVENDICATION, text="Un guichet."
        ),
        EarlierStatement(
            reference=Reference("DS-P1"), theme=ThemeCode("DS"), kind=Kind.PISTE, text="Une carte des soins."
        ),
        EarlierStatement(
            reference=Reference("XX-C1"), theme=ThemeCode("XX"), kind=Kind.CONSTAT, text="Tout ferme."
        ),
    ),
)


def carried(play: Play, earlier: Earlier = EARLIER, **themes: str) -> Plan:
    chosen = {ThemeCode(there): ThemeCode(here) for there, here in themes.items()}
    planned = plan(play.state, earlier, chosen)
    assert planned.refused is None
    for command in planned.commands:
        play.do(command, IMPORTER)
    return planned


def test_statements_arrive_as_cards_in_the_theme_of_the_same_title_once() -> None:
    play = Play()
    carried(play)
    assert [(card.themes, card.kind, card.text, card.channel) for card in play.state.cards.values()] == [
        (("DS",), Kind.REVENDICATION, "Un guichet.", Channel.EARLIER),
        (("SA",), Kind.PISTE, "Une carte des soins.", Channel.EARLIER),
        (("XX",), Kind.CONSTAT, "Tout ferme.", Channel.EARLIER),
    ]
    first = next(iter(play.state.cards.values()))
    assert first.origin is not None
    assert first.origin.written == "Convention (1), droits sociaux, SO-R4"
    assert plan(play.state, EARLIER).empty
    assert ledger(play.state.cards.values()).channels[Channel.EARLIER] == 3
    assert faults(play.state) == ()


def test_somebody_may_choose_where_a_theme_goes() -> None:
    play = Play()
    carried(play, SO="AG", DS="AG", XX="TR")
    assert [card.themes[0] for card in play.state.cards.values()] == ["AG", "AG", "TR"]
    assert Kind.PISTE in play.state.themes[ThemeCode("AG")].boards


def test_a_theme_that_is_not_here_or_a_frozen_one_refuses_all() -> None:
    play = Play()
    nowhere = plan(play.state, EARLIER, {ThemeCode("SO"): ThemeCode("ZZ")})
    assert nowhere.refused is not None
    assert (nowhere.refused.because, nowhere.commands) == (Because.UNKNOWN, ())
    play.do(c.FreezeTheme(theme=DS))
    frozen = plan(play.state, EARLIER)
    assert frozen.refused is not None
    assert frozen.refused.because is Because.THEME_FROZEN


def test_what_stood_in_an_earlier_convention_is_taken_in_the_words_it_had() -> None:
    earlier = Play(dataclasses.replace(PROGRAMME, id="first", number=1))
    worded = earlier.statement(text="Une phrase.")
    titled = earlier.group(earlier.post("Bus", kind=Kind.REVENDICATION), title="Transports")
    bare = earlier.group(earlier.post("Un."), earlier.post("Deux."))
    gone = earlier.statement(text="Plus rien.")
    earlier.do(c.DissolveStatement(statement=gone))
    number = earlier.post("Retirée.")
    earlier.group(number)
    earlier.do(c.WithdrawCard(card=number), ANA)
    found = earlier_of(earlier.state)
    assert (found.title, found.number, found.themes[DS]) == ("Convention", 1, "Droits sociaux")
    assert {one.reference: one.text for one in found.statements} == {
        worded: "Une phrase.",
        titled: "Transports",
        bare: "Un.\nDeux.",
    }


def test_what_was_carried_is_grouped_worded_and_linked_like_any_card() -> None:
    play = Play()
    carried(play)
    demand, _, constat = play.state.cards
    reference = play.group(demand)
    play.do(c.MoveCard(card=constat, theme=DS, kind=Kind.CONSTAT))
    play.do(c.LinkStatements(statement=reference, founded_on=(play.group(constat),)))
    play.do(c.WordStatement(statement=reference, text="Un guichet ouvert partout."))
    assert faults(play.state) == ()
