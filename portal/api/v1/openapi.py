"""The description of this API as OpenAPI 3.1, from openapi.yaml beside it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from starlette.requests import Request
from starlette.responses import Response

from portal.api.v1.problems import KINDS

SOURCE = Path(__file__).with_name("openapi.yaml")


@cache
def description() -> dict[str, Any]:
    """The document; each kind of problem is a response of its name."""
    told: dict[str, Any] = yaml.safe_load(SOURCE.read_text(encoding="utf-8"))
    shape = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    told["components"]["responses"] |= {
        name: {"description": f"{kind.title}。{kind.detail}", "content": shape} for name, kind in KINDS.items()
    }
    return told


def show(_request: Request) -> Response:
    """GET /openapi.json: nothing personal, for everybody."""
    body = json.dumps(description(), ensure_ascii=False).encode()
    return Response(body, headers={"Cache-Control": "public, max-age=3600"}, media_type="application/json")
