"""An answer has one tag for each row of bytes it travels as, and all of them name the same content."""

from __future__ import annotations

import pytest

from portal.api.v1.answer import names, tag_of
from tests.api.given import Office

TAG = tag_of(b"x")


@pytest.mark.parametrize(
    "header", ["*", f'"{TAG}"', f'W/"{TAG}"', f'"{TAG}-gzip"', f'"other", "{TAG}-br"', f' "a" ,"{TAG}" ']
)
def test_a_header_names_the_tag(header: str) -> None:
    assert names(header, TAG)


@pytest.mark.parametrize("header", ["", '"other"', f'"{TAG}-zip"', f'"{TAG}x"', "W/*"])
def test_another_header_does_not(header: str) -> None:
    assert not names(header, TAG)


def test_tags_are_strong_and_differ_by_encoding(office: Office) -> None:
    for n in range(5):
        office.case(key=f"d{n}")
    token = office.token()
    office.get("/cases", token)
    answers = {name: office.get("/cases", token, Accept_Encoding=name) for name in ("identity", "gzip", "br")}
    tags = {name: answer.headers["etag"] for name, answer in answers.items()}
    assert len({*tags.values()}) == 3
    assert not any(tag.startswith("W/") for tag in tags.values())
    assert len({answer.content for answer in answers.values()}) == 1, "the client unpacks them"
    assert answers["gzip"].headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in answers["gzip"].headers["vary"]
    assert office.get("/cases", token, If_None_Match=tags["gzip"]).status_code == 304
