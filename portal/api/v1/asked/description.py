"""This API's own description: nothing personal, for everybody, in Japanese or English."""

from __future__ import annotations

from starlette.responses import Response

from portal.api.v1.answer import tagged
from portal.api.v1.call import Call
from portal.api.v1.operation import ANYBODY, Operation
from portal.api.v1.shapes.both import Both

KEPT = "public, max-age=3600"


def document(call: Call) -> Response:
    """GET /openapi.json."""
    from portal.api.v1 import openapi  # what makes schemas of models is heavy, and hardly ever asked for

    headers = {"Cache-Control": KEPT, "Content-Language": call.language, "Vary": "Accept-Language"}
    return tagged(call.request, openapi.written(call.language), "application/json", headers)


OPERATIONS = (
    Operation(
        id="getDescription",
        method="GET",
        path="/api/v1/openapi.json",
        handler=document,
        says=Both("この説明そのもの（OpenAPI 3.1）", "This description itself (OpenAPI 3.1)"),
        scope=ANYBODY,
        gives_says=Both("OpenAPI 3.1", "OpenAPI 3.1"),
        tagged=True,
    ),
)
