"""This API's own description: nothing personal, for everybody, in Japanese or English."""

from __future__ import annotations

from starlette.responses import Response

from portal.api.v1.answer import tagged
from portal.api.v1.call import Call

KEPT = "public, max-age=3600"


def document(call: Call) -> Response:
    """GET /openapi.json."""
    from portal.api.v1 import openapi  # what makes schemas of models is heavy, and hardly ever asked for

    headers = {"Cache-Control": KEPT, "Content-Language": call.language, "Vary": "Accept-Language"}
    return tagged(call.request, openapi.written(call.language), "application/json", headers)
