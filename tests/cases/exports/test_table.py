"""A row tells a clerk everything of a case; cases of many versions stand in one table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from portal.cases.case import Case
from portal.cases.exports.table import HEADS, PEOPLE, REST, Table, Told
from portal.cases.principal.standing import WAITING, Standing
from portal.cases.sent import Flag
from portal.catalogue.version import Version
from portal.consent.bundle import Taken
from tests.cases.given import HELPED, TOWN, answered, received, sent
from tests.catalogue.given import service


def version(effective: date, *questions: dict[str, Any]) -> Version:
    """A version that asks these."""
    return Version.of(TOWN, "cash", effective, service(questions=questions))


def question(id: str, kind: str, short: str, **more: Any) -> dict[str, Any]:
    """A question in few words."""
    return {"id": id, "kind": kind, "ask": short, "short": short, **more}


MEMBERS = question("members", "household", "家族", options=[{"id": "child", "label": "｜子《こ》"}])
OLD = version(
    date(2025, 4, 1), question("name", "person_name", "氏名"), MEMBERS, question("memo", "long_text", "伝えたいこと")
)
NEW = version(
    date(2026, 4, 1),
    question("name", "person_name", "名前"),
    question("postal", "postal_account", "口座"),
    question("bank", "bank_account", "口座"),
    MEMBERS,
    question("member-wants", "yes_no", "給付金", each="members", including="applicant"),
)
TABLE = Table.of([OLD, NEW])


def cells(case: Case, **told: Any) -> dict[str, str]:
    """A row by the names of its columns."""
    return dict(zip(TABLE.heads, TABLE.row(Told(case, **told)), strict=True))


def test_columns_are_those_of_every_version_called_as_they_were_last() -> None:
    assert TABLE.heads == (*HEADS, "名前", "口座（postal）", "口座（bank）", "家族", "伝えたいこと", REST)
    assert TABLE.people_heads == (*PEOPLE, "給付金")


def test_a_telephone_keeps_its_zero_in_a_spreadsheet() -> None:
    assert cells(received(sent()))["本人の電話"] == "090-1234-5678"


def test_a_row_tells_who_when_and_what() -> None:
    flags = (Flag("holder-differs", "phone", None, "名前がちがうようです。"),)
    found = cells(received(sent(email="a@b.example", flags=flags, earlier=("1", "2"), **HELPED)))
    assert found["受付番号"] == "4827-1936-52"
    assert found["届いた日時"] == "2026-11-24 10:00:00"
    assert (found["様子"], found["申し込んだことば"]) == ("受けつけました", "英語")
    assert (found["代理の人の名前"], found["代理の人と本人の関係"]) == ("山田 一郎", "子")
    assert found["確かめてほしいこと"] == "電話：名前がちがうようです。"
    assert (found["前の受付番号"], found["メールアドレス"]) == ("1、2", "a@b.example")
    assert (found["名前"], found["家族"]) == ("山田 花子（ヤマダ ハナコ）", "山田 一郎（ヤマダ イチロウ） 子")


def test_no_answer_is_left_out() -> None:
    several = answered("gone", "address", "前の住所", ("〒100-0001", "東京都"), {})
    assert cells(received(sent(answers=(several,))))[REST] == "前の住所：〒100-0001／東京都"


def test_what_was_said_since_is_told(now: datetime) -> None:
    record = {"act": {"at": now.isoformat()}, "record_id": "1", "purposes": [{"id": "news", "optional": True}]}
    whole = record | {"purposes": []}
    taken = [Taken(one, {}, 1) for one in (record, whole)]
    found = cells(received(sent()), taken=taken, principal=Standing(WAITING))
    assert found["取りやめた同意"] == "news（2026-11-24）、全部（2026-11-24）"
    assert found["本人の確認"] == "待っています"


def test_the_consents_that_were_chosen_are_told() -> None:
    record = {"event": "given", "transaction": "1", "purposes": [{"id": "news", "optional": True}], "type": "consent"}
    assert cells(received(sent(consent={"records": [{"record": record}]})))["選んだ同意"] == "news"


def test_each_person_of_a_household_has_a_row() -> None:
    assert [*TABLE.people(received(sent()))] == [
        ("4827-1936-52", "p1", "山田　一郎", "ヤマダ　イチロウ", "1960-05-05", "子", "受けとります")
    ]
    own = replace(answered("member-wants", "yes_no", "給付金", ("受けとりません",), False), person="a")
    case = received(sent(answers=(own,)))
    assert [*TABLE.people(case)] == [
        ("4827-1936-52", "a", "山田 花子", "ヤマダ ハナコ", "1935-04-01", "本人", "受けとりません")
    ]
