"""Every mistake the checks of a file can find in a field has words for whoever writes, at the field."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from portal.desk.town.editing.amiss import OTHERWISE, amiss
from portal.desk.town.editing.field import Field
from portal.language.words import say, words_for
from portal.municipalities.own.changes import Change
from portal.municipalities.own.overlay import changed
from tests.cases.given import KASUMIGAHAMA

BATCH = Change("delivery.welfare", {"delivery": [{"kind": "batch"}]})


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (Change("departments.welfare", {"limit": 47}), "48以上にしてください"),
        (Change("departments.welfare", {"name": "", "limit": 99}), "「name」を書いてください。"),
        (Change("departments.welfare", {"email": "x", "limit": 99}), "shimin@town.example.jp"),
    ],
)
def test_each_stands_at_its_field(change: Change, told: str) -> None:
    fields = [Field(name, say(name)) for name in ("name", "email", "limit")]
    with pytest.raises(ValidationError) as error:
        changed(KASUMIGAHAMA, [BATCH, change])
    [(name, words)] = amiss(error.value, fields).items()
    assert name in change.values
    assert told in words_for("ja")(words)


def test_what_is_of_no_field_stands_at_the_first() -> None:
    with pytest.raises(ValidationError) as error:
        changed(KASUMIGAHAMA, [Change("contacts", {"address": ""})])
    assert amiss(error.value, [Field("phone", say("x"))])["phone"].text == OTHERWISE.text
    with pytest.raises(ValidationError) as error:
        changed(KASUMIGAHAMA, [BATCH])
    assert "まとめてだけ届きます" in amiss(error.value, [Field("email", say("x"))])["email"].text
