"""All that can be taken away of a convention: its documents, and its bundle."""

from collections.abc import Callable, Collection, Sequence
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
    if "md" in formats:
        drawn = documents.pictures(state, words)
        made += [Export(name=address, make=partial(drawn.__getitem__, address)) for address in drawn]
    if BUNDLE in formats:
        made.append(Export(name=bundle_name(slug, log), make=partial(write_bundle, slug, log)))
    return made


def write_one(target: Path, wanted: Export) -> Written:
    """Make it and write it; durable when it returns. Errors: `OSError`."""
    return write_beside(target / wanted.name, wanted.make())


def folder_on(place: Path, slug: str) -> Path:
    """A new folder there, such as on a stick: nothing of what is there is touched. Errors: `OSError`."""
    return make_new_folder(place, f"atelier-{slug}")
