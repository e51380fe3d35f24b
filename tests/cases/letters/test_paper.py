"""The case on paper has all a clerk needs, in the order they need it, and can be read aloud."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from portal.cases.case import Case
from portal.cases.document import document
from portal.cases.letters import paper
from portal.cases.principal.standing import first
from portal.consent.bundle import Taken
from portal.typesetting.document import compiled
from tests.cases.given import CONSENT, HELPED, KASUMIGAHAMA
from tests.cases.letters.given import FLAGS, MANDATE, case
from tests.typesetting.test_document import read

ORDER = (
    *("特別給付金を受けとる", "福祉課", "受付番号", "4827-1936-52", "令和8年11月24日", "山田花子（ヤマダハナコ）"),
    *(
        "昭和10年4月1日",
        "代理の人",
        "山田一郎（子）",
        "本人の確認",
        "待っています",
        "確かめてほしいこと",
        "1111-2222-33",
    ),
    *("口座の名前が", "答え", "申しこむ人", "世帯主本人", "山田一郎さんの答え", "受けとります", "送られたファイル"),
    *("通帳.jpg", "押す前に読んだこと", "この内容で申請します"),
)


def data(one: Case, taken: tuple[Taken, ...] = ()) -> Any:
    """What is set of a case."""
    return paper.of(one, KASUMIGAHAMA, document(one, taken, first(one))).data


def test_what_is_to_be_checked_stands_before_the_answers_and_the_consent_after_them() -> None:
    asked = CONSENT | {"records": [entry | {"record": MANDATE} for entry in CONSENT["records"]]}  # type: ignore[attr-defined]
    one = case(**HELPED, flags=FLAGS, earlier=("1111-2222-33",), consent=asked)
    made = paper.of(one, KASUMIGAHAMA, document(one, principal=first(one)))
    assert made.name == "case-4827-1936-52.pdf"
    text, at = read(compiled(made.template, made.data)), 0
    for words in ORDER:
        at = text.index(words, at)


def test_a_plain_case_has_nothing_to_check(now: datetime) -> None:
    one = case(files=(), phone="", birth_date=None, kana="", consent=None)
    assert (data(one)["checks"], data(one)["files"], data(one)["agreed"]) == ([], [], [])
    assert "電話" not in dict(data(one)["facts"])
    assert compiled("case", data(one))


def test_what_was_taken_back_is_told(now: datetime) -> None:
    record = {"act": {"at": now.isoformat()}, "record_id": "1", "purposes": [{"id": "news", "optional": True}]}
    whole = Taken(record | {"purposes": []}, {}, 2)
    found = data(replace(case(), status="withdrawn"), (Taken(record, {}, 1), whole))["agreed"]
    assert [lines[0] for label, lines in found if label == "取りやめたこと"] == ["news", "申し込みの全部"]
