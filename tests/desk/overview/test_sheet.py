"""The tables as a file: the same numbers, the same hidden."""

from __future__ import annotations

import csv

from tests.desk.given import TownHall
from tests.desk.overview.given import FIGURES, READER, counted, offered

AT = f"{FIGURES}/kyufukin/sheet"


def test_a_row_for_each_number_and_none_that_is_hidden(hall: TownHall) -> None:
    counted(
        offered(hall), {"sent": {"web": 20, "counter": 6}, "language": {"ja": 23, "en": 3}, "returned": {"asked": 2}}
    )
    answer = hall.inside(hall.person(READER)).get(f"{AT}?days=7")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"].endswith("kyufukin-2026-11-18-2026-11-24.csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = [*csv.reader(answer.content.decode("utf-8-sig").splitlines())]
    assert rows[0] == ["表", "何の数か", "件数"]
    assert ["どう来たか", "ネットから", "20"] in rows
    assert ["ことば", "英語", "非公開"] in rows
    assert ["ことば", "日本語", "非公開"] in rows
    assert ["そのまま進まなかったもの", "", "数が少ないので、出しません。"] in rows
    assert len([row for row in rows if row[0] == "いつ来たか"]) == 7
