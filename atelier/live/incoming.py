"""What a file from elsewhere holds: a whole convention, or an earlier cahier."""

from typing import IO

from atelier.domain import limits
from atelier.exchange.carrying import Earlier, earlier_of
from atelier.exchange.earlier_file import NotACahier, read_earlier
from atelier.store.bundle import Bundle
from atelier.store.unbundling import read_bundle

Incoming = Bundle | Earlier


def read_incoming(file: IO[bytes]) -> Incoming:
    """A bundle where it is a zip, else the `cahier.json` it must be. Errors: `BadBundle`, `NotACahier`."""
    start = file.read(4)
    file.seek(0)
    if not start.lstrip().startswith(b"{"):
        return read_bundle(file)
    content = file.read(limits.EARLIER_BYTES_MAX + 1)
    if len(content) > limits.EARLIER_BYTES_MAX:
        raise NotACahier
    return read_earlier(content)


def as_start(incoming: Incoming) -> Earlier:
    """What a new convention takes from it."""
    return incoming if isinstance(incoming, Earlier) else earlier_of(incoming.state)
