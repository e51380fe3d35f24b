"""Forms: words, buttons and one file, within their limits; nothing hostile gets further."""

from __future__ import annotations

import tempfile

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from portal.web.errors import Refused
from portal.web.fields import read

LIMIT = 50_000


async def told(request: Request) -> JSONResponse:
    """What was read."""
    try:
        form = await read(request, LIMIT)
    except Refused as refused:
        return JSONResponse({}, refused.status)
    upload = form.upload
    return JSONResponse({"typed": form.typed, "do": form.do, "file": upload and [upload.name, len(upload.content)]})


CLIENT = TestClient(Starlette(routes=[Route("/", told, methods=["POST"])]))


def test_words_come_as_typed_and_the_button_apart() -> None:
    form = CLIENT.post("/", data={"family": " 髙橋 ", "empty": "", "do": "next"}).json()
    assert form == {"typed": {"family": " 髙橋 ", "empty": ""}, "do": "next", "file": None}


def test_line_ends_are_the_ones_typed() -> None:
    assert CLIENT.post("/", data={"value": "一\r\n二"}).json()["typed"] == {"value": "一\n二"}


def test_a_file_comes_with_its_name() -> None:
    form = CLIENT.post("/", data={"do": "next"}, files={"upload": ("免許証.jpg", b"x" * 1000)}).json()
    assert form == {"typed": {}, "do": "next", "file": ["免許証.jpg", 1000]}


def test_no_file_chosen_is_no_file() -> None:
    boundary = "b"
    body = f'--{boundary}\r\nContent-Disposition: form-data; name="upload"; filename=""\r\n\r\n\r\n--{boundary}--\r\n'
    headers = {"Content-Type": f"multipart/form-data; boundary={boundary}"}
    assert CLIENT.post("/", content=body, headers=headers).json()["file"] is None


HOSTILE = {
    "too many words": ({"data": {"value": "あ" * 100_000}}, 413),
    "too many fields": ({"data": {f"f{n}": "x" for n in range(400)}}, 413),
    "too large a file": ({"files": {"u": ("a", b"x" * (LIMIT + 300_000))}}, 413),
    "three files": ({"files": [("u", ("a", b"x")), ("v", ("b", b"x")), ("w", ("c", b"x"))]}, 400),
    "a broken multipart": (
        {"content": b"--x\r\nnonsense", "headers": {"Content-Type": "multipart/form-data; boundary=b"}},
        400,
    ),
    "no boundary": ({"content": b"x", "headers": {"Content-Type": "multipart/form-data"}}, 400),
}


@pytest.mark.parametrize(("sent", "status"), HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_too_much_or_broken_is_refused(sent: dict[str, object], status: int) -> None:
    assert CLIENT.post("/", **sent).status_code == status  # type: ignore[arg-type]


def test_bytes_that_are_no_text_harm_nobody() -> None:
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    assert CLIENT.post("/", content=b"value=%FF%FE&do=next", headers=headers).status_code == 200


def test_a_photo_never_touches_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def disk(*_: object) -> None:
        raise AssertionError("written to disk")

    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", disk)
    assert CLIENT.post("/", files={"u": ("a.jpg", b"x" * LIMIT)}).json()["file"] == ["a.jpg", LIMIT]
