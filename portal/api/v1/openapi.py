"""The description of this API as OpenAPI 3.1, made from the table of operations and the models of their bodies."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic.json_schema import models_json_schema

from portal.accounts.scope import SCOPES
from portal.api.v1.kinds import KINDS
from portal.api.v1.operation import ANY_SYSTEM, ANYBODY, Operation, Parameter
from portal.api.v1.operations import OPERATIONS
from portal.api.v1.parameters import IF_MATCH, IF_NONE_MATCH, KEY, PARTS
from portal.api.v1.problems import MEDIA_TYPE
from portal.api.v1.shapes.both import ENGLISH, Both
from portal.api.v1.shapes.problem import Problem
from portal.api.v1.shapes.token import TokenError

TITLE = "Yorisoi"
SUMMARY = Both(
    "町に届いた申し込みを、ほかのシステムが受けとり、返事をし、紙の申し込みを送るためのAPI",
    "For other systems of a town hall: read applications, answer them, hand in those that came on paper",
)
ABOUT = Both(
    "システムは、町ごと、課ごとに登録します。見られるのは、その町のその課に届いた申し込みだけです。\n\n"
    "もれなく受けとるには、`GET /api/v1/cases` の答えの `next` をとっておき、次に `after` として送ります。"
    "`more` が false のときも同じです。同じ申し込みが二度出ることも、抜けることもありません。\n\n"
    "キーの名前と意味は、この版では変わりません。キーが増えることはあります。知らないキーは読みとばしてください。\n\n"
    "うまくいかないときは、いつも RFC 9457 の形で、どうすればよいかを返します。"
    "Accept-Language が en なら英語で返します。",
    "A system is registered for some departments of one town, and sees what came to them alone.\n\n"
    "To miss nothing, keep `next` of each answer of `GET /api/v1/cases` and send it as `after` the next time, also "
    "when `more` is false. Nothing comes twice, nothing is left out.\n\n"
    "Within this version no key changes its name or meaning. Keys may be added: skip those you do not know.\n\n"
    "Whatever goes wrong is told as RFC 9457 has it, with what to do; in English where Accept-Language says en.",
)
TAG = Both("中身が変わると変わる印", "Changes when the content does")
UNCHANGED = Both("前に受けとったものから変わっていません", "Nothing changed since")
Json = dict[str, Any]


@cache
def written(language: str) -> bytes:
    """The document as it is sent, for readers of a language."""
    return json.dumps(description(language), ensure_ascii=False, separators=(",", ":")).encode()


@cache
def description(language: str = "ja") -> Json:
    """The document; each kind of problem is a response of its name. The other language stands beside descriptions."""
    told = {
        "openapi": "3.1.1",
        "info": {
            "title": TITLE,
            "version": "1.1.0",
            "summary": SUMMARY.told(language),
            **ABOUT.description(),
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/"}],
        "paths": _paths(language),
        "components": _components(language),
    }
    english: Json = _in_english(told) if language == "en" else told
    return english


def _paths(language: str) -> Json:
    paths = defaultdict[str, Json](dict)
    for operation in OPERATIONS:
        paths[operation.path][operation.method.lower()] = _operation(operation, language)
    return dict(paths)


def _operation(operation: Operation, language: str) -> Json:
    told: Json = {"operationId": operation.id, "summary": operation.says.told(language)}
    if operation.more:
        told |= operation.more.description()
    parts = [Parameter(name, *PARTS[name], "path", True) for name in _names(operation.path)]
    asked = [IF_NONE_MATCH] if operation.tagged and operation.method == "GET" else []
    asked += [IF_MATCH] if operation.changes else []
    asked += [KEY] if operation.once else []
    if parameters := [_parameter(each) for each in (*parts, *operation.query, *asked)]:
        told["parameters"] = parameters
    if operation.takes:
        content = {kind: {"schema": _ref(operation.takes.__name__)} for kind in operation.taken_as}
        told["requestBody"] = {"required": True, "content": content}
    told["security"] = _security(operation)
    told["responses"] = _responses(operation)
    return told


def _names(path: str) -> Iterator[str]:
    return (step.strip("{}") for step in path.split("/") if step.startswith("{"))


def _parameter(parameter: Parameter) -> Json:
    told: Json = {
        "name": parameter.name,
        "in": parameter.where,
        **parameter.says.description(),
        "schema": parameter.schema,
    }
    if parameter.required:
        told["required"] = True
    return told | ({"example": parameter.example} if parameter.example else {})


def _security(operation: Operation) -> list[Json]:
    if operation.id == "getToken":
        return [{"client": []}, {}]
    if operation.scope == ANYBODY:
        return []
    return [{"oauth": [] if operation.scope == ANY_SYSTEM else [operation.scope]}, {"token": []}]


def _responses(operation: Operation) -> Json:
    schema = _ref(operation.gives.__name__) if operation.gives else {}
    content = {operation.given_as: {"schema": schema} if schema else {}}
    headers = dict(operation.headers) | ({"ETag": TAG} if operation.tagged else {})
    fine: Json = {**operation.gives_says.description(), "content": content}
    if headers:
        fine["headers"] = {name: {**says.description(), "schema": {"type": "string"}} for name, says in headers.items()}
    told: Json = {str(operation.status): fine}
    if operation.tagged and operation.method == "GET":
        told["304"] = UNCHANGED.description()
    by_status = defaultdict[int, list[str]](list)
    for kind in kinds(operation):
        by_status[KINDS[kind].status].append(kind)
    told |= {str(status): _problems(names) for status, names in sorted(by_status.items())}
    if operation.id == "getToken":
        about = Both("トークンを渡せません（RFC 6749 5.2）", "No token (RFC 6749, 5.2)")
        wrong = {**about.description(), "content": {"application/json": {"schema": _ref("TokenError")}}}
        told |= {"400": wrong, "401": wrong}
    return told


def kinds(operation: Operation) -> list[str]:
    """The kinds of problems an operation may answer with."""
    found = ["NoToken", "UnknownToken", "TooManyTries", "TooMuch"] if operation.needs_token else []
    found += ["NotYours"] if operation.scope in SCOPES else []
    found += ["NotFound"] if "{" in operation.path else []
    found += ["Repeated"] if any(one.where == "query" for one in operation.query) else []
    found += ["NotAcceptable"] if operation.given_as != "*/*" else []
    if operation.takes:
        found += ["TooLarge", "WrongMediaType"]
        found += ["BadJson", "BadBody"] if any("json" in kind for kind in operation.taken_as) else []
    found += ["NoKey", "OtherBody", "UnderWay"] if operation.once else []
    found += ["TooMuch"] if operation.id == "getToken" else []
    return list(dict.fromkeys([*found, *operation.problems, "OurFault"]))


def _problems(names: list[str]) -> Json:
    if len(names) == 1:
        return {"$ref": f"#/components/responses/{names[0]}"}
    ja, en = ("／".join(KINDS[name].title.ja for name in names), "; ".join(KINDS[name].title.en for name in names))
    listed = ", ".join(names)
    return {**Both(f"{ja}（{listed}）", f"{en} ({listed})").description(), "content": _problem()}


def _problem() -> Json:
    return {MEDIA_TYPE: {"schema": _ref("Problem")}}


def _components(language: str) -> Json:
    shapes = {shape for each in OPERATIONS for shape in (each.takes, each.gives) if shape} | {Problem, TokenError}
    wanted = [(shape, "validation") for shape in sorted(shapes, key=lambda shape: shape.__name__)]
    _, schemas = models_json_schema(wanted, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    told = {
        name: {**_spoken(kind.title, kind.detail).description(), "content": _problem()} for name, kind in KINDS.items()
    }
    return {"securitySchemes": _schemes(language), "responses": told, "schemas": _read(schemas["$defs"])}


def _read(schemas: Json) -> Json:
    """The schemas as they are read: a model's second paragraph is its English, and names need no titles."""
    for schema in schemas.values():
        schema.pop("title")
        ja, _, en = schema["description"].partition("\n\n")
        schema |= Both(ja, en).description()
        for each in schema["properties"].values():
            each.pop("title", None)
            each.pop("default", None)  # what may be missing is only told where there is something to tell
    return schemas


def _spoken(title: Both, detail: Both) -> Both:
    return Both(f"{title.ja}。{detail.ja}", f"{title.en}. {detail.en}")


def _schemes(language: str) -> Json:
    scopes = {name: Both(*says).told(language) for name, says in SCOPES.items()}
    oauth = Both("秘密を替えた、15分使えるトークン", "A token for 15 minutes, bought with a secret")
    token = Both("秘密そのもの。そのまま使えるものに限ります", "The secret itself, where it may be used so")
    client = Both("システムの番号と秘密", "Id and secret of the system")
    return {
        "oauth": {
            "type": "oauth2",
            **oauth.description(),
            "flows": {"clientCredentials": {"tokenUrl": "/api/v1/token", "scopes": scopes}},
        },
        "token": {"type": "http", "scheme": "bearer", **token.description()},
        "client": {"type": "http", "scheme": "basic", **client.description()},
    }


def _ref(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def _in_english(told: Any) -> Any:
    if isinstance(told, list):
        return [_in_english(each) for each in told]
    if not isinstance(told, dict):
        return told
    turned = {key: _in_english(each) for key, each in told.items()}
    if isinstance(turned.get(ENGLISH), str):
        turned["description"], turned[ENGLISH.replace("-en", "-ja")] = turned.pop(ENGLISH), turned.get("description")
    return turned
