"""The document other systems read keeps its keys; whoever changes one changes the schema version."""

from __future__ import annotations

import json

from portal.cases.document import about_file, document
from tests.cases.given import HELPED, received, sent


def test_the_keys_are_a_promise() -> None:
    told = document(received(sent(**HELPED)))
    assert list(told) == [
        "schema_version",
        "id",
        "number",
        "municipality",
        "received_at",
        "status",
        "service",
        "department",
        "language",
        "channel",
        "applicant",
        "helper",
        "answers",
        "files",
        "flags",
        "earlier",
        "consent",
        "seen_at",
        "acknowledged_at",
        "withdrawn",
        "principal",
    ]
    assert list(told["answers"][0]) == ["id", "person", "kind", "label", "asked", "shown", "value", "typed"]
    assert list(told["files"][0]) == ["id", "answer", "person", "name", "media_type", "size", "path"]
    assert told["schema_version"] == "1"


def test_it_says_what_was_sent() -> None:
    told = document(received(sent(**HELPED)))
    assert told["received_at"] == "2026-11-24T10:00:00.000+09:00"
    assert told["status"] == {"id": "received", "label": "受けつけました"}
    assert told["applicant"]["birth_date"] == "1935-04-01"
    assert told["helper"] == {"name": "山田 一郎", "phone": "08011112222", "relation": "子"}
    assert told["answers"][4]["person"] == "p1"
    assert told["files"][0] == {
        "id": "f1",
        "answer": "passbook",
        "person": None,
        "name": "通帳.jpg",
        "media_type": "image/jpeg",
        "size": 9,
        "path": f"/api/v1/cases/{'0192' * 8}/files/f1",
    }


def test_it_is_plain_json() -> None:
    told = document(received(sent()))
    assert json.loads(json.dumps(told)) == told
    assert told["helper"] is None


def test_a_file_nobody_asked_for_is_still_listed() -> None:
    case = received(sent(files=("f1", "f2")))
    assert about_file(case, "f2") == (None, {})
    assert document(case)["files"][1]["name"] is None
