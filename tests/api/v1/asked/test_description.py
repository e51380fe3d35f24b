"""The description is there for everybody, in their language, and a problem's type leads into it."""

from __future__ import annotations

from portal.api.v1.openapi import description
from tests.api.given import Office


def test_anybody_may_read_it_in_their_language(office: Office) -> None:
    for wanted, language in (("", "ja"), ("en", "en")):
        answer = office.get("/openapi.json", Accept_Language=wanted)
        assert answer.json() == description(language)
        assert answer.headers["content-type"] == "application/json"
        assert answer.headers["content-language"] == language
        assert answer.headers["vary"] == "Accept-Language, Accept-Encoding"
        again = office.get("/openapi.json", Accept_Language=wanted, If_None_Match=answer.headers["etag"])
        assert again.status_code == 304


def test_a_problems_type_leads_to_its_description(office: Office) -> None:
    told = office.get("/cases").json()
    address, _, pointer = told["type"].partition("#/")
    found = office.web.get(address).json()
    for step in pointer.split("/"):
        found = found[step]
    assert found["description"].startswith(told["title"])
