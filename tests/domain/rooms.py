"""What another room, or an earlier cahier, sends: its letter, a card, a statement, a vote."""

from atelier.domain import commands as c
from atelier.domain.card import Origin
from atelier.domain.references import card_of
from atelier.domain.rooms import ChoicesGiven, DotsGiven, RoomSlot, RoomTheme
from atelier.domain.words import (
    BlockId,
    Channel,
    Choice,
    Instant,
    Kind,
    PartName,
    PollNumber,
    Reference,
    RoomLetter,
    RoomSource,
    Scale,
    SlotId,
    VoteNumber,
)
from tests.domain.play import DS, HOST, TOGETHER, Play

B = RoomLetter("B")
ONE, TWO = card_of(B, 1), card_of(B, 2)
THERE = Reference("DS-C1")
HERE = Reference("DS-C1-B")

REGISTER = c.RegisterRoom(
    source=RoomSource("beef:B"),
    letter=B,
    title="Salle du fond",
    themes=(RoomTheme(there=DS, here=DS, people=12),),
    slots=(RoomSlot(there=SlotId("S9"), here=TOGETHER),),
)
CARD = c.BringCard(
    card=ONE,
    themes=(DS,),
    kind=Kind.CONSTAT,
    text="Guichet fermé.",
    channel=Channel.PHONE,
    written_at=Instant(1_600_000_000),
)
STATEMENT = c.BringStatement(
    statement=HERE, room=B, there=THERE, themes=(DS,), kind=Kind.CONSTAT, wordings=("On ferme.",)
)
VOTE = c.BringVote(
    vote=VoteNumber(ONE),
    room=B,
    themes=(DS,),
    dots=3,
    kinds=(Kind.CONSTAT,),
    voters=4,
    given=(DotsGiven(statement=HERE, version=1, phones=7, paper=2, hands=1),),
)
POLL = c.BringPoll(
    poll=PollNumber(ONE),
    room=B,
    themes=(DS,),
    scale=Scale.OPINIONS,
    statements=(HERE,),
    versions=(1,),
    voters=4,
    given=(
        ChoicesGiven(statement=HERE, choice=Choice.AGREE, phones=3, paper=2),
        ChoicesGiven(statement=HERE, choice=Choice.DISAGREE, phones=1, hands=5),
    ),
)
BLOCK = c.BringBlock(room=B, there=BlockId("B1"), title="Récit", text="Un récit.", after=PartName("overview"))
CARRIED = c.CarryStatement(
    theme=DS,
    kind=Kind.REVENDICATION,
    text="Un guichet ouvert.",
    origin=Origin(convention="Convention", number=1, theme="Santé", reference=Reference("SA-R4")),
)


def with_a_room() -> Play:
    """A room that was brought, with nothing in it yet."""
    play = Play()
    play.do(REGISTER, HOST)
    return play
