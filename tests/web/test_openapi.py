"""The description of the API: whole, well formed, and as good as its word."""

from collections.abc import Iterator
from typing import Any

from atelier.domain.refusals import Because
from atelier.exchange.documents import DOCUMENTS
from atelier.web import api, api_documents
from atelier.web.commands_in import COMMANDS
from atelier.web.errors import CODES as ERROR_CODES
from atelier.web.guard import CODES as DOOR_CODES
from atelier.web.statuses import status_of
from tests.web.hall import Hall

COMMANDS_PATH = "/api/conventions/{slug}/commands"


def described(hall: Hall) -> Any:
    answer = hall.browser().get("/api/openapi.json")
    assert answer.status_code == 200
    return answer.json()


def references(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        yield from (part["$ref"],) if "$ref" in part else ()
        for one in part.values():
            yield from references(one)
    elif isinstance(part, list):
        for one in part:
            yield from references(one)


def test_it_is_an_openapi_document_whose_references_all_lead_somewhere(hall: Hall) -> None:
    document = described(hall)
    assert document["openapi"].startswith("3.1.")
    assert document["info"].keys() >= {"title", "version"}
    found = set(references(document))
    assert found
    for reference in found:
        part: Any = document
        assert reference.startswith("#/")
        for name in reference[2:].split("/"):
            part = part[name]
        assert part["type"] or part["enum"]


def test_every_operation_names_its_parameters_and_answers(hall: Hall) -> None:
    for path, methods in described(hall)["paths"].items():
        for operation in methods.values():
            in_path = {one["name"] for one in operation["parameters"] if one["in"] == "path"}
            assert in_path == {part[1:-1] for part in path.split("/") if part.startswith("{")}
            assert all(one["description"] for one in operation["responses"].values())


def test_every_command_is_described_with_the_fields_it_has(hall: Hall) -> None:
    document = described(hall)
    body = document["paths"][COMMANDS_PATH]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert {one["$ref"].rsplit("/", 1)[1] for one in body["oneOf"]} == set(COMMANDS)
    for name, kind in COMMANDS.items():
        schema = document["components"]["schemas"][name]
        assert set(schema["properties"]) == {"command", *kind.__dataclass_fields__}  # type: ignore[attr-defined]
        assert schema["properties"]["command"] == {"const": name}
        assert schema["additionalProperties"] is False


def test_every_refusal_a_command_may_meet_is_described_with_its_status(hall: Hall) -> None:
    document = described(hall)
    told = document["paths"][COMMANDS_PATH]["post"]["responses"]
    met = {*map(status_of, Because), *DOOR_CODES, *ERROR_CODES} - {405}
    assert {str(status) for status in met} <= set(told)
    codes = document["components"]["schemas"]["Refusal"]["properties"]["refusal"]["enum"]
    assert {*Because, *DOOR_CODES.values(), *ERROR_CODES.values()} <= set(codes)
    assert {"theirs", "yours"} <= set(document["components"]["schemas"]["Refusal"]["properties"])


def test_every_route_of_the_api_is_described_and_no_other(hall: Hall) -> None:
    paths = set(described(hall)["paths"])
    routes = (*api.router.routes, *api_documents.router.routes)
    there = {route.path for route in routes}  # type: ignore[attr-defined]
    served = (there - {"/api/openapi.json", "/api/conventions/{slug}/{name}"}) | {
        f"/api/conventions/{{slug}}/{name}" for name in DOCUMENTS
    }
    assert paths == served | {"/api/conventions/{slug}/feed"}


def test_what_is_described_as_required_is_what_is_refused_when_missing(hall: Hall) -> None:
    schemas = described(hall)["components"]["schemas"]
    browser = hall.browser()
    for name in COMMANDS:
        required = [one for one in schemas[name].get("required", ()) if one != "command"]
        answer = browser.command(name)
        if required:
            assert answer.json()["field"] in required
        else:
            assert answer.status_code in {200, 403}
