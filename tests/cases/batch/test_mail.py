"""The mail of a batch says the same as text and as HTML, with and without cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from portal.cases.batch.mail import mail
from portal.cases.batch.mark import Mark, Office
from portal.cases.exports.table import Told
from portal.municipalities.delivery import Batch
from tests.cases.given import KASUMIGAHAMA
from tests.cases.letters import told
from tests.cases.letters.given import case

OFFICE = Office(KASUMIGAHAMA, "welfare", Batch(kind="batch", every="week", certificate="welfare.pem"))


@pytest.mark.parametrize("count", [0, 3])
@pytest.mark.parametrize("more", [False, True])
def test_it_says_the_same_as_text_and_as_html(now: datetime, count: int, more: bool) -> None:
    back = [Told(replace(case(), status="withdrawn"))] * (count // 2)
    letter = mail(OFFICE, Mark(now, 1, 1, more), [*[Told(case())] * count, *back], {})
    assert ("取りやめられた申し込み" in letter.text) == bool(back)
    assert told.of_html(letter.html) == told.of_text(letter.text)
    assert "毎週月曜日" in letter.text


def test_it_is_sealed_where_the_department_wants_it(now: datetime) -> None:
    letter = mail(OFFICE, Mark(now, 1, 1), [Told(case())], {})
    assert letter.key == "welfare.pem"
    assert "山田" not in letter.subject + letter.text


def test_each_service_has_its_own_table(now: datetime) -> None:
    several = [Told(case(service=service, title=title)) for service, title in [("b", "乙"), ("a", "甲"), ("b", "乙")]]
    letter = mail(OFFICE, Mark(now, 2, 1), several, {})
    tables = [file.name for file in letter.enclosures if "people" not in file.name]
    assert tables == ["a-2026-11-24-2.csv", "b-2026-11-24-2.csv"]
    assert "甲　1件\n乙　2件\n" in letter.text
