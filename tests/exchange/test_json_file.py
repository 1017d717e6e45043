import hashlib
import json

from atelier.cahier.compose import compose
from atelier.exchange import json_file
from atelier.exchange.json_file import cahier_json
from tests.cahier.day import rich_day


def test_the_fingerprint_of_the_cahier_is_the_sum_of_the_file() -> None:
    state = rich_day().state
    assert compose(state).cover.fingerprint == hashlib.sha256(cahier_json(state)).hexdigest()


def test_the_file_is_readable_by_people_too() -> None:
    made = cahier_json(rich_day().state).decode()
    assert made.startswith('{\n "answers": {')
    assert made.endswith("}\n")
    assert "Droits sociaux" in made
    assert "لا أحد" in made


def test_every_key_is_described() -> None:
    read = json.loads(cahier_json(rich_day().state))
    described = json_file.__doc__ or ""
    for part in read.values():
        for thing in part if isinstance(part, list) else [part] if isinstance(part, dict) else []:
            if "code" in thing or "number" in thing or "reference" in thing or "id" in thing:
                assert all(f"`{key}`" in described for key in thing), thing
    assert all(f"`{name}`" in described for name in read)
