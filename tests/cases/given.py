"""A town and what an old lady sent it, with or without somebody's help."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any, cast

from sqlalchemy import Connection, Executable, text
from sqlalchemy.sql.elements import ClauseElement

from portal.cases.case import Answered, Case, Helper, Sent
from portal.municipalities import Department, Municipality

TOWN = "990019"

WELFARE = Department(name="福祉課", email="welfare@town.example", phone="0000-00-0001")
RESIDENTS = Department(name="市民課", email="residents@town.example", phone="0000-00-0002")
KASUMIGAHAMA = Municipality(
    code=TOWN,
    slug="kasumigahama",
    name="かすみがはま市",
    kana="カスミガハマシ",
    phone="0000-00-0000",
    hours="平日 8時30分から17時15分",
    address="かすみがはま市一丁目1番",
    services=("kyufukin",),
    departments={"welfare": WELFARE, "residents": RESIDENTS},
)

NAME = {"family": "山田", "given": "花子", "family_kana": "ヤマダ", "given_kana": "ハナコ"}
CHILD = {"family": "山田", "given": "一郎", "family_kana": "ヤマダ", "given_kana": "イチロウ"}


def answered(id: str, kind: str, label: str, shown: tuple[str, ...], value: Any) -> Answered:
    """An answer of nobody in particular."""
    return Answered(id, None, kind, label, f"{label}を教えてください", shown, value, {"value": " ".join(shown)})


HOUSEHOLD = {"people": [{"id": "p1", "name": CHILD, "birth_date": "1960-05-05", "relation": "child"}]}
PHOTO = {"pages": [{"file": "f1", "name": "通帳.jpg", "media_type": "image/jpeg", "size": 9, "amiss": []}]}
ANSWERS = (
    answered("filer", "choice", "申しこむ人", ("世帯主本人",), "self"),
    answered("name", "person_name", "名前", ("山田 花子（ヤマダ ハナコ）",), NAME),
    answered("phone", "phone", "電話", ("090-1234-5678",), "09012345678"),
    answered("members", "household", "家族", ("山田 一郎（ヤマダ イチロウ） 子",), HOUSEHOLD),
    replace(answered("member-wants", "yes_no", "給付金", ("受けとります",), True), person="p1"),
    answered("memo", "long_text", "伝えたいこと", (), None),
    answered("passbook", "photo", "通帳の写真", ("通帳.jpg",), PHOTO),
)


RECORD = {"record_id": "0192" * 8, "transaction": "0193" * 8, "event": "given", "type": "declaration"}
WORDS = {"id": "act", "kind": "declaration", "text": "この内容で申請します", "meaning": ""}
CONSENT = {
    "v": 1,
    "records": [{"index": 0, "record": RECORD, "statements": {"shown": [WORDS], "source": []}, "proof": []}],
    "checkpoint": f"yorisoi/{TOWN}\n1\n",
    "salt": "00" * 32,
    "name": "山田 花子",
}


def sent(**changes: Any) -> Sent:
    """An application for a benefit, of 山田 花子, in Japanese, by herself."""
    usual: dict[str, Any] = {
        "municipality": TOWN,
        "key": "draft-1",
        "service": "kyufukin",
        "effective": "2026-10-01",
        "version": "ab" * 32,
        "title": "特別給付金を受けとる",
        "department": "welfare",
        "language": "ja",
        "applicant": "山田 花子",
        "kana": "ヤマダ ハナコ",
        "birth_date": "1935-04-01",
        "phone": "09012345678",
        "answers": ANSWERS,
        "files": ("f1",),
        "consent": CONSENT,
    }
    return Sent(**(usual | changes))


HELPED = {"helper": Helper("山田 一郎", "08011112222", "子"), "language": "en"}


def received(one: Sent) -> Case:
    """The case of it, as if opened on 24 November 2026 at ten in the morning in Japan."""
    words = {field.name: getattr(one, field.name) for field in fields(Sent)}
    moment = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
    return Case(**words, id="0192" * 8, number="4827-1936-52", received=moment, status="received")


def plan(db: Connection, query: Executable, table: str = "cases", aliases: tuple[str, ...] = ()) -> list[str]:
    """The indexes a query goes by, one for each time it reads the table, which it may call by other names."""
    compiled = cast(ClauseElement, query).compile(db, compile_kwargs={"literal_binds": True})
    if db.dialect.name == "sqlite":
        lines = [row.detail for row in db.execute(text(f"EXPLAIN QUERY PLAN {compiled}"))]
        reads = [
            line
            for line in lines
            if line.split(" ")[0] in {"SEARCH", "SCAN"} and line.split(" ")[1] in {table, *aliases}
        ]
        return [re.sub("^.* USING (?:COVERING )?(?:INDEX )?", "", line).split(" ")[0] for line in reads]
    db.execute(text("SET LOCAL enable_seqscan = off"))
    db.execute(text("SET LOCAL enable_sort = off"))
    db.execute(text("SET LOCAL enable_bitmapscan = off"))
    lines = [row[0] for row in db.execute(text(f"EXPLAIN {compiled}"))]
    reads = [line for line in lines if f" on {table}" in line]
    return [line.partition(" using ")[2].split(" ")[0] for line in reads]
