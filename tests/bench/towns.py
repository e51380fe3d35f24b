"""A million cases of fifty towns, written straight into a database: the same ones each time, a town at a time.

The towns are of every size; in the biggest a wave has just come, and half of its cases wait. Names are as frequent as
names are: few have many bearers. What a case holds is sealed, and what it is found by is hashed, as the portal does it.
"""

from __future__ import annotations

import json
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Any

from sqlalchemy import Connection, Table, text

from portal.cases import turn as turns
from portal.cases.case import CaseRow
from portal.cases.course.events import ARRIVED, CaseEventRow
from portal.cases.search import traces, words
from portal.cases.sent import Answered, Sent, packed
from portal.cases.talk.waiting import CaseCallRow, CaseReplyRow
from portal.registries.municipality_codes import check_digit
from portal.security.check_digits import checked
from portal.security.keys import Keys
from portal.storage.database import Database, rows
from tests.cases.given import ANSWERS, sent

TOWNS = 50
DEPARTMENTS = ("welfare", "residents", "tax", "care", "schools")
BEGAN = 1_704_067_200_000
"""The first case came on 1 January 2024 (milliseconds), the last one two years and eleven months later."""
SPAN = 1060 * 86_400_000
STATUSES = (("checking", turns.ON), ("asked", turns.ASKED), ("asked", turns.REPLY), ("checking", turns.CALL))
SOUNDS = (
    "山ヤマ 田タ 川カワ 本モト 村ムラ 中ナカ 井イ 藤フジ 木キ 原ハラ "
    "石イシ 上ウエ 高タカ 林ハヤシ 森モリ 野ノ 谷タニ 西ニシ 北キタ 大オオ"
)
GIVEN = (
    "花ハナ 子コ 美ミ 恵エ 一カズ 郎オ 正マサ 明アキ 和カズ 幸ユキ "
    "清キヨ 実ミノル 春ハル 夏ナツ 秋アキ 雪ユキ 静シズ 千チ 代ヨ 枝エ"
)
CLERKS = 12
"""Of each town; whoever works on a case is one of them."""


@dataclass(frozen=True)
class Person:
    """Somebody of a town."""

    name: str
    kana: str
    born: str
    phone: str


def codes() -> list[str]:
    """The towns, the biggest first."""
    return [f"{n:05}{check_digit(f'{n:05}')}" for n in range(1101, 1101 + TOWNS)]


def sizes(cases: int) -> list[int]:
    """How many cases each town has."""
    shares = [1 / (n + 4) for n in range(TOWNS)]
    return [max(round(cases * share / sum(shares)), 20) for share in shares]


def person(chance: Random) -> Person:
    """Somebody, with a name that many or few have."""
    family, given = _name(SOUNDS, chance), _name(GIVEN, chance)
    born = date(1930, 1, 1) + timedelta(days=chance.randrange(27_000))
    phone = f"090{chance.randrange(10**8):08}"
    return Person(f"{family[0]}　{given[0]}", f"{family[1]}　{given[1]}", born.isoformat(), phone)


def fill(database: Database, keys: Keys, cases: int) -> None:
    """Write them all."""
    with database.writing() as db:
        later = _indexes(db)
        for name in later:
            db.execute(text(f"DROP INDEX {name}"))
    for rank, (town, size) in enumerate(zip(codes(), sizes(cases), strict=True)):
        with database.writing() as db:
            _town(db, keys, (town, size, 0.5 if rank == 0 else 0.06))
    with database.writing() as db:
        for made in later.values():
            db.execute(text(made))
    if not database.is_sqlite:  # as PostgreSQL does by itself after a while
        with database.reading() as db:
            db.execute(text("VACUUM ANALYZE"))


def _town(db: Connection, keys: Keys, town: tuple[str, int, float]) -> None:
    code, size, in_work = town
    chance, found = Random(f"{code} {size}"), list[dict[str, Any]]()
    cases = []
    for place in range(1, size + 1):
        row, one = _case(keys, (code, place, size), in_work, chance)
        found += [
            {"municipality": code, "term": term, "department": row["department"], "about": row["id"]}
            for term in traces.hashed(keys, code, words.of(one))
        ]
        cases.append(row)
        if len(cases) == 5000 or place == size:
            _put(db, rows(CaseRow), cases)
            _put(db, rows(CaseEventRow), [_event(each) for each in cases])
            _put(db, rows(CaseReplyRow), [_reply(keys, each) for each in cases if each["turn"] == turns.REPLY])
            _put(db, rows(CaseCallRow), [_call(keys, each) for each in cases if each["turn"] == turns.CALL])
            cases = []
    found.sort(key=lambda row: (row["term"], row["department"], row["about"]))
    for start in range(0, len(found), 50_000):
        _put(db, rows(traces.CaseTraceRow), found[start : start + 50_000])


_BARE = sent()
_OTHERS = tuple(answer for answer in ANSWERS if answer.id not in {"name", "members"})


def _case(keys: Keys, at: tuple[str, int, int], in_work: float, chance: Random) -> tuple[dict[str, Any], Sent]:
    town, place, size = at
    who = person(chance)
    moment = BEGAN + SPAN * place // size
    id = f"{moment << 80 | 7 << 76 | 2 << 62 | chance.getrandbits(60):032x}"
    family, given = who.name.split("　")
    kana = who.kana.split("　")
    value = {"family": family, "given": given, "family_kana": kana[0], "given_kana": kana[1]}
    name = Answered("name", None, "person_name", "名前", "名前", (who.name,), value, {"family": family, "given": given})
    home = {"postcode": "", "town": f"{chance.randrange(400)}町", "street": f"{chance.randrange(90)}-1", "building": ""}
    address = Answered("home", None, "address", "住所", "住所", (home["town"],), home, home)
    one = replace(
        _BARE, municipality=town, key=id, applicant=who.name, kana=who.kana, birth_date=who.born, phone=who.phone,
        department=DEPARTMENTS[bisect((0.4, 0.7, 0.85, 0.95), chance.random())], answers=(name, address, *_OTHERS),
    )  # fmt: skip
    return _row(keys, one, (id, place, moment), in_work, chance), one


def _row(keys: Keys, one: Sent, at: tuple[str, int, int], in_work: float, chance: Random) -> dict[str, Any]:
    id, place, moment = at
    flagged = chance.random() < 0.08
    status, turn = ("accepted", turns.NOTHING)
    if chance.random() < in_work:
        status, turn = ("received", turns.of("received", flagged))
        if chance.random() < 0.3:
            status, turn = chance.choice(STATUSES)
    return {
        "municipality": one.municipality, "id": id, "place": place, "key": id,
        "number": _number(place), "received": moment, "status": status, "service": one.service,
        "department": one.department, "sealed": keys.town(one.municipality).seal(packed(one), f"case:{id}"),
        "someone": "", "seen": moment if turn != turns.NEW else None,
        "acknowledged": moment if turn != turns.NEW or place % 2 else None, "flagged": int(flagged and turn > 0),
        "turn": turn, "turned": moment, "revision": 0, "traced": traces.RULES,
        "assignee": f"s{chance.randrange(CLERKS)}" if status in {"checking", "asked"} else "",
    }  # fmt: skip


def _number(place: int) -> str:
    """A receipt number as the portal draws them, each once."""
    digits = checked(f"{place * 49_979_687 % 10**8:08}")
    return f"{digits[:4]}-{digits[4:8]}-{digits[8:]}"


def _event(row: dict[str, Any]) -> dict[str, Any]:
    here = {name: row[name] for name in ("municipality", "place", "department")}
    return {**here, "type": ARRIVED, "about": row["id"], "at": row["received"], "data": "{}"}


def _reply(keys: Keys, row: dict[str, Any]) -> dict[str, Any]:
    id = f"r{row['id']}"
    box = keys.town(row["municipality"]).seal(json.dumps({"text": "送りました。", "files": []}).encode(), f"reply:{id}")
    here = {"municipality": row["municipality"], "id": id, "about": row["id"], "at": row["received"]}
    return {**here, "read": None, "sealed": box}


def _call(keys: Keys, row: dict[str, Any]) -> dict[str, Any]:
    id, town = f"c{row['id']}", row["municipality"]
    told = {"phone": "09012345678", "day": "", "part": "any", "about": ""}
    moments = {"asked": row["received"], "due": row["received"], "done": None, "tries": 0}
    here = {"municipality": town, "id": id, "about": row["id"], "department": row["department"]}
    return {**here, **moments, "sealed": keys.town(town).seal(json.dumps(told).encode(), f"call:{id}")}


def _name(sounds: str, chance: Random) -> tuple[str, str]:
    """Two signs and how they are read; the first ones are the most frequent, as in life."""
    signs = [(part[0], part[1:]) for part in sounds.split()]
    one, two = (signs[min(int(chance.paretovariate(0.9)) - 1, len(signs) - 1)] for _ in range(2))
    return one[0] + two[0], one[1] + two[1]


def _put(db: Connection, table: Table, some: list[dict[str, Any]]) -> None:
    """Rows as the driver knows them, moments in milliseconds."""
    if not some:
        return
    driver: Any = db.connection.dbapi_connection
    names = [column.name for column in table.c]
    order = [[row[name] for name in names] for row in some]
    if db.dialect.name == "sqlite":
        marks = ", ".join("?" * len(names))
        driver.executemany(f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})", order)
        return
    with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({', '.join(names)}) FROM STDIN") as copy:
        for values in order:
            copy.write_row(values)


def _indexes(db: Connection) -> dict[str, str]:
    """What is quicker made at the end: name and statement of each index that is no rule."""
    if db.dialect.name == "sqlite":
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name LIKE 'case%'"
    else:
        query = "SELECT indexname, indexdef FROM pg_indexes WHERE tablename LIKE 'case%' AND indexdef LIKE 'CREATE I%'"
    return {row[0]: row[1] for row in db.execute(text(query))}


def people(cases: int) -> Iterator[tuple[str, Person]]:
    """People of the towns, as often as each town has cases: some applied, some only have the name of one who did."""
    chance = Random(8)
    ends = list(accumulate(sizes(cases)))
    while True:
        yield codes()[bisect(ends, chance.randrange(ends[-1]))], person(chance)
