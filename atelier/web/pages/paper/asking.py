"""What the entry screen may ask, and what it is answered. The same words as the API, six of them."""

from typing import Any

from atelier.domain import commands
from atelier.domain.references import written
from atelier.domain.refusals import Because, Refusal
from atelier.live.receipt import Receipt
from atelier.translations import Speech
from atelier.translations.refusals import sentence
from atelier.web.commands_in import read_command
from atelier.web.pages.paper.entries import following
from atelier.web.pages.visit import Visit

_ASKED_HERE = (
    commands.PostCard,
    commands.CorrectCard,
    commands.WithdrawCard,
    commands.TranslateCard,
    commands.CountDots,
    commands.CountChoices,
)

Answer = dict[str, Any]


async def answer_to(here: Visit, asked: object) -> Answer:
    """Ask the room; who asks is looked at again, now. `id` comes back, so that the screen knows its own."""
    body = dict(asked) if isinstance(asked, dict) else {}
    asked_id = str(body.pop("id", ""))[:40]
    command = understood(body)
    if isinstance(command, Refusal):
        return {"id": asked_id, **_refused(command, here.speech)}
    outcome = await here.served.room.submit(command, here.actor)
    if isinstance(outcome, Refusal):
        return {"id": asked_id, **_refused(outcome, here.speech)}
    return {"id": asked_id, **_received(command, outcome)}


def understood(body: object) -> commands.Command | Refusal:
    """A command of this screen, field by field."""
    command = read_command(body)
    if isinstance(command, (Refusal, *_ASKED_HERE)):
        return command
    return Refusal(because=Because.UNKNOWN_COMMAND, field="command")


def _received(command: commands.Command, receipt: Receipt) -> Answer:
    slip = getattr(command, "slip", None)
    shown = written(receipt.card) if receipt.card else ""
    return {"card": receipt.card, "written": shown, "next_slip": following(slip) if slip else ""}


def _refused(refusal: Refusal, speech: Speech) -> Answer:
    return {"refusal": sentence(refusal, speech), "field": refusal.field}
