"""What is in git is what the program makes today, to the byte."""

from pathlib import Path

from atelier.live.rooms import SHIPPED
from atelier.store.checking import check
from tests.demonstration.ship import ship

ROOT = Path(__file__).parents[2]


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_shipped_demonstration_is_what_the_program_makes(tmp_path: Path) -> None:
    ship(tmp_path / "sessions", tmp_path / "exports")
    made, shipped = _files(tmp_path / "exports" / SHIPPED), _files(ROOT / "exports" / SHIPPED)
    assert made == shipped
    made, shipped = _files(tmp_path / "sessions" / SHIPPED), _files(ROOT / "sessions" / SHIPPED)
    shipped.pop("lock", None)
    assert made == shipped


def test_the_shipped_demonstration_is_sound_and_holds_no_key_and_no_mark() -> None:
    assert check(ROOT / "sessions" / SHIPPED) == ()
    text = (ROOT / "sessions" / SHIPPED / "data.json").read_text(encoding="utf-8")
    for never in ('"keys"', '"digest"'):
        assert never not in text
    assert '"author":""' in text.replace('": "', '":"')
