"""Who wrote a card, without anyone being able to say that one person wrote two.

A browser holds a random token in a cookie; nobody else does. What is stored
with a card is a keyed hash of *that card's number* under that token, so two
cards of one person carry marks that cannot be compared. The browser can still
show that a card is its own, by making the mark again.
"""

import hashlib
import hmac
from typing import NewType

from atelier.domain.words import CardNumber, Kind, Mark, PollNumber, ThemeCode, VoteNumber

Secret = NewType("Secret", bytes)
"""A browser's token as one convention sees it; kept in memory only, for one request."""

NOBODY = Mark("")
"""The mark of a card that no browser may claim."""


def secret_of(token: str, convention_id: str) -> Secret:
    """Another convention on the same machine sees another secret."""
    return Secret(hmac.digest(token.encode(), f"convention:{convention_id}".encode(), "sha256"))


def card_mark(secret: Secret, card: CardNumber) -> Mark:
    """The author of this card, and of this card only."""
    return _mark(secret, f"card:{card}")


def voter_mark(secret: Secret, vote: VoteNumber) -> Mark:
    """One person in one vote: enough to hold them to their number of dots."""
    return _mark(secret, f"vote:{vote}")


def poll_mark(secret: Secret, poll: PollNumber) -> Mark:
    """One person in one poll: enough to hold them to one word for each statement."""
    return _mark(secret, f"poll:{poll}")


def receipt_mark(key: str, theme: ThemeCode, kind: Kind, text: str) -> Mark:
    """A resend has the same; another text under the same key is another card.

    Not bound to the browser: where cookies are refused a resend is recognised too.
    """
    return _mark(key.encode(errors="surrogatepass"), f"receipt:{theme}:{kind}:{text}")


def _mark(key: bytes, subject: str) -> Mark:
    return Mark(hmac.digest(key, subject.encode(), hashlib.sha256).hex()[:32])
