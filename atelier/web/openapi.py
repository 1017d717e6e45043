"""The description of the API: made from the commands themselves, so that it cannot lag behind."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from atelier import __version__
from atelier.domain.refusals import Because
from atelier.exchange.documents import DOCUMENTS
from atelier.web.commands_in import schemas
from atelier.web.errors import CODES as ERROR_CODES
from atelier.web.feed import FULL as FEED_FULL
from atelier.web.guard import CODES as DOOR_CODES

_SLUG = {"name": "slug", "in": "path", "required": True, "schema": {"type": "string"}}

_COVER = "For the team: hide `card` and all that its browser wrote these last minutes; nothing is stored"
_UNCOVER = "For the team: show `card` again, or without it everything that was covered"

_NEAR = "For the team: what says nearly the same as a card or a statement, to compare; nothing is merged"
_ASKED = (
    {"name": "target", "in": "query", "required": True, "schema": {"type": "string"}},
    {"name": "elsewhere", "in": "query", "required": False, "schema": {"type": "boolean"}},
)

_REFUSALS = {
    "400": "Not a name of this machine",
    "403": "Not this role, not this theme, not this card; or it comes from another site",
    "404": "No such convention",
    "408": "The request did not arrive whole",
    "409": "Not at this moment, or changed meanwhile: `theirs` and `yours` are the two texts",
    "413": "Too long, or too many",
    "422": "Something in the command is wrong: `field` says where",
    "429": "Too fast: `Retry-After` says when",
    "500": "The machine made a mistake",
    "503": "The machine cannot write now: nothing was saved",
}


@cache
def description() -> dict[str, Any]:
    """An OpenAPI 3.1 document."""
    commands, definitions = _commands()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Atelier",
            "version": __version__,
            "description": "Callers are a role key (`Authorization: Bearer …`), the cookie of a browser, "
            "or nobody: a participant, who is given a cookie.",
        },
        "paths": {
            "/api/conventions": {"get": _get("Every convention, in short")},
            "/api/conventions/{slug}": {
                "get": _get("One convention, as the caller may see it", [_SLUG], ("403", "404"))
            },
            "/api/conventions/{slug}/commands": {"post": _post(list(commands))},
            "/api/conventions/{slug}/cover": {"post": _curtain(_COVER)},
            "/api/conventions/{slug}/uncover": {"post": _curtain(_UNCOVER)},
            "/api/conventions/{slug}/near": {"get": _get(_NEAR, [_SLUG, *_ASKED], ("403", "404", "422"))},
            "/api/conventions/{slug}/bundle": {"get": _download("application/zip", _BUNDLE)},
            "/api/conventions/{slug}/pictures/{name}": {"get": _picture()},
            "/api/conventions/{slug}/feed": {"get": _feed()},
            **{
                f"/api/conventions/{{slug}}/{name}": {"get": _download(kind.media_type)}
                for name, kind in DOCUMENTS.items()
            },
        },
        "components": {
            "schemas": {**commands, **definitions, "Receipt": _receipt(), "Refusal": _refusal()},
            "securitySchemes": {"role_key": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{}, {"role_key": []}],
    }


_DOCUMENT = "For the team; for everybody once the convention is closed"
_BUNDLE = "The whole convention in one file, for its host and its secretary"


def _commands() -> tuple[dict[str, Any], dict[str, Any]]:
    """Each command's schema, and the definitions they share, all at one level."""
    found, definitions = {}, {}
    for name, schema in schemas().items():
        definitions.update(schema.pop("$defs", {}))
        found[name] = schema
    moved = _moved({"commands": found, "definitions": definitions})
    return moved["commands"], moved["definitions"]


def _moved(part: Any) -> Any:
    """References as a document with components writes them."""
    if isinstance(part, dict):
        return {
            name: value.replace("#/$defs/", "#/components/schemas/") if name == "$ref" else _moved(value)
            for name, value in part.items()
        }
    return [_moved(one) for one in part] if isinstance(part, list) else part


def _get(summary: str, parameters: list[Any] | None = None, refusals: Iterable[str] = ()) -> dict[str, Any]:
    content: dict[str, Any] = {"application/json": {"schema": {}}}
    return {
        "summary": summary,
        "parameters": parameters or [],
        "responses": {"200": {"description": summary, "content": content}, **_refused(*refusals, "429")},
    }


def _download(media_type: str, summary: str = _DOCUMENT) -> dict[str, Any]:
    made = {"200": {"description": summary, "content": {media_type: {}}}}
    return {
        "summary": summary,
        "parameters": [_SLUG],
        "responses": {**made, **_refused("403", "404", "429")},
    }


def _picture() -> dict[str, Any]:
    name = {"name": "name", "in": "path", "required": True, "schema": {"type": "string"}}
    return {**_download("image/svg+xml"), "parameters": [_SLUG, name]}


def _feed() -> dict[str, Any]:
    summary = "What changes in a theme, as it happens; resumed by `Last-Event-ID`"
    theme = {"name": "theme", "in": "query", "required": True, "schema": {"type": "string"}}
    stream = {"200": {"description": summary, "content": {"text/event-stream": {}}}}
    return {
        "summary": summary,
        "parameters": [_SLUG, theme],
        "responses": {**stream, **_refused("404", "429", "503")},
    }


def _refused(*statuses: str) -> dict[str, Any]:
    return {one: {"description": _REFUSALS[one], "content": _json_of("Refusal")} for one in statuses}


def _post(names: list[str]) -> dict[str, Any]:
    one_of = [{"$ref": f"#/components/schemas/{name}"} for name in names]
    return {
        "summary": "One command, by name",
        "parameters": [_SLUG],
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {
                    "schema": {"oneOf": one_of, "discriminator": {"propertyName": "command"}}
                }
            },
        },
        "responses": {
            "200": {"description": "Done, for good", "content": _json_of("Receipt")},
            **_refused(*_REFUSALS),
        },
    }


def _curtain(summary: str) -> dict[str, Any]:
    number = {"type": "object", "properties": {"card": {"type": "integer"}}, "additionalProperties": False}
    count = {"type": "object", "properties": {"covered": {"type": "integer"}}}
    done = {"description": "How many cards are covered", "content": {"application/json": {"schema": count}}}
    return {
        "summary": summary,
        "parameters": [_SLUG],
        "requestBody": {"required": True, "content": {"application/json": {"schema": number}}},
        "responses": {"200": done, **_refused("403", "404", "422", "429")},
    }


def _json_of(name: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}


def _receipt() -> dict[str, Any]:
    named = ("statement", "objection", "axis", "slot", "theme", "section")
    texts = {name: {"type": "string"} for name in named}
    numbers = {name: {"type": "integer"} for name in ("seq", "card", "vote", "poll")}
    return {"type": "object", "required": ["seq"], "properties": {**numbers, **texts}}


def _refusal() -> dict[str, Any]:
    codes = {*(because.value for because in Because), *DOOR_CODES.values(), *ERROR_CODES.values(), FEED_FULL}
    texts = ("message", "field", "theirs", "yours")
    return {
        "type": "object",
        "required": ["refusal", "message"],
        "properties": {"refusal": {"enum": sorted(codes)}, **{name: {"type": "string"} for name in texts}},
    }
