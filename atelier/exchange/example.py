"""The example that `atelier programme` writes, to be edited."""

from pathlib import Path

from atelier.translations import Speech

_FOLDER = Path(__file__).parent / "examples"


def example_programme(speech: Speech) -> str:
    """A whole day with comments, in this language, or in French where it has none."""
    path = _FOLDER / f"programme.{speech.lang}.toml"
    if not path.exists():
        path = _FOLDER / "programme.fr.toml"
    return path.read_text(encoding="utf-8")
