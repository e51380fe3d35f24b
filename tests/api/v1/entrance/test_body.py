"""A body is read when it is no longer than it may be, of the right type, and JSON."""

from __future__ import annotations

from collections.abc import Iterator

from portal.api.v1.operation import WORDS
from tests.api.given import Office, kind_of

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_a_body_of_another_type_is_told_which_is_right(office: Office) -> None:
    for kind in ("application/json", "", "application/x-www-form-urlencoded; charset=shift_jis"):
        answer = office.web.post("/api/v1/token", content=b"a=1", headers={"Content-Type": kind})
        assert kind_of(answer) == "WrongMediaType"
        assert answer.headers["accept"] == FORM["Content-Type"]


def test_too_much_is_not_read(office: Office) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(WORDS // 1000 + 1):
            yield b"a" * 1000

    for body in (b"a" * (WORDS + 1), endless()):
        answer = office.web.post("/api/v1/token", content=body, headers=FORM)
        assert kind_of(answer) == "TooLarge"
        assert answer.json()["most"] == WORDS
