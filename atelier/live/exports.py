"""All that can be taken away of a convention: its documents, and its bundle."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from atelier.domain.events import Envelope
from atelier.domain.evolve import replay
from atelier.exchange import documents
from atelier.exchange.documents import DOCUMENTS
from atelier.exchange.files import Written, make_new_folder, write_beside
from atelier.store.bundle import bundle_name, write_bundle
from atelier.translations import speech

BUNDLE = "bundle"
FORMATS = (*documents.FORMATS, BUNDLE)
"""What `--format` knows, the main one first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One file to be. `make` may take seconds."""

    name: str
    make: Callable[[], bytes]


def exports(slug: str, log: Sequence[Envelope], formats: Collection[str] = FORMATS) -> list[Export]:
    """Every file of these formats, none of them made yet."""
    state = replay(log)
    words = speech(state.language)
    made = [
        Export(name=name, make=partial(kind.make, state, words))
        for name, kind in DOCUMENTS.items()
        if kind.format in formats
    ]
    if BUNDLE in formats:
        made.append(Export(name=bundle_name(slug, log), make=partial(write_bundle, slug, log)))
    return made


def write_all(target: Path, wanted: Sequence[Export]) -> Iterator[Written]:
    """One after the other, each told once it is on the disk. Errors: `OSError`."""
    for one in wanted:
        yield write_beside(target / one.name, one.make())


def copy_all(place: Path, slug: str, wanted: Sequence[Export]) -> Path:
    """All of it in a new folder there, such as a stick. Errors: `OSError`."""
    folder = make_new_folder(place, f"atelier-{slug}")
    for _ in write_all(folder, wanted):
        pass
    return folder
