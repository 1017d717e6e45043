"""What a file from elsewhere holds."""

import io

import pytest

from atelier.demonstration import play
from atelier.domain import limits
from atelier.domain.evolve import replay
from atelier.exchange.carrying import Earlier
from atelier.exchange.earlier_file import NotACahier
from atelier.exchange.json_file import cahier_json
from atelier.live.incoming import as_start, read_incoming
from atelier.store.bundle import Bundle, write_bundle
from atelier.store.unbundling import BadBundle

LOG = play(closed=True, id="k3f9z")


def test_both_files_of_a_convention_begin_the_next_one_alike() -> None:
    whole = read_incoming(io.BytesIO(write_bundle("x-k3f9z", LOG)))
    cahier = read_incoming(io.BytesIO(cahier_json(replay(LOG))))
    assert isinstance(whole, Bundle)
    assert isinstance(cahier, Earlier)
    assert set(as_start(whole).statements) == set(as_start(cahier).statements)


@pytest.mark.parametrize(("content", "error"), [(b"", BadBundle), (b"x", BadBundle), (b"  {", NotACahier)])
def test_what_is_neither_is_refused(content: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_incoming(io.BytesIO(content))


def test_a_cahier_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    content = cahier_json(replay(LOG))
    monkeypatch.setattr(limits, "EARLIER_BYTES_MAX", len(content) - 1)
    with pytest.raises(NotACahier):
        read_incoming(io.BytesIO(content))
