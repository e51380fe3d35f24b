"""This API's own description: nothing personal, for everybody, in Japanese or English."""

from __future__ import annotations

from starlette.responses import Response

from portal.api.v1.answer import tagged
from portal.api.v1.call import Call
from portal.api.v1.operation import ANYBODY, Operation, Parameter
from portal.api.v1.shapes.both import Both
from portal.preferences import from_cookie
from portal.templating import page

LANGUAGE = Parameter(
    "language",
    Both("ja か en。書かなければ Accept-Language のことば", "ja or en; the language of Accept-Language where left out"),
    {"type": "string"},
)
KEPT = "public, max-age=3600"


def document(call: Call) -> Response:
    """GET /openapi.json."""
    from portal.api.v1 import openapi  # what makes schemas of models is heavy, and hardly ever asked for

    headers = {"Cache-Control": KEPT, "Content-Language": call.language, "Vary": "Accept-Language"}
    return tagged(call.request, openapi.written(call.language), "application/json", headers)


def reference(call: Call) -> Response:
    """GET /: the same for people."""
    from portal.api.v1.reference import told

    wished = call.request.query_params.get("language", "")
    language = wished if wished in {"ja", "en"} else call.language
    comfort = from_cookie(call.request.cookies.get("yorisoi_comfort"))
    context = {**told(language), "text": comfort.text, "contrast": comfort.contrast, "asset": call.house.assets.path}
    headers = {
        "Cache-Control": "private, max-age=3600",
        "Content-Language": language,
        "Vary": "Accept-Language, Cookie",
    }
    return tagged(call.request, page("api/reference.html", context).encode(), "text/html", headers)


OPERATIONS = (
    Operation(
        id="readDescription",
        method="GET",
        path="/api/v1/",
        handler=reference,
        says=Both("この説明を、読みやすいページで", "This description as a page to read"),
        scope=ANYBODY,
        query=(LANGUAGE,),
        given_as="text/html",
        gives_says=Both("HTML のページ", "An HTML page"),
        tagged=True,
    ),
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
