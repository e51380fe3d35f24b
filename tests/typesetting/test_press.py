"""The press answers with a document or with why not."""

from __future__ import annotations

import json

from portal.typesetting.press import answer
from tests.typesetting.test_document import DATA


def test_it_answers_with_the_document_or_with_why_not() -> None:
    assert answer(json.dumps(["receipt", DATA]).encode())[:5] == b"+%PDF"
    assert answer(json.dumps(["receipt", DATA | {"title": ""}]).encode())[:1] == b"-"
