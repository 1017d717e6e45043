"""How every template of ours is read: escaped, strict about names, in one language."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from atelier.domain.references import written
from atelier.translations import Speech
from atelier.translations.templates import for_templates


def environment(folder: Path, speech: Speech) -> Environment:
    """The templates of a folder, with the words of a language; whoever asks adds what its pages need."""
    made = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= for_templates(speech)
    made.filters["written"] = written
    return made
