"""The trail, for auditors: who looked at which case and did what with the staff, the newest first."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from portal.accounts.staff import person as people
from portal.accounts.staff import trail
from portal.accounts.staff.role import AUDITOR, EVERYWHERE
from portal.accounts.staff.trail import Placed
from portal.cases.case import by_id
from portal.desk.counter.write import OPENED as AT_COUNTER
from portal.desk.page import Page
from portal.desk.staff.roles import department_name
from portal.desk.visit import DeskVisit
from portal.journey.counter.written import SENT
from portal.language.words import say
from portal.web.house import Answer

A_PAGE = 50
KINDS = {
    trail.LOOKED: say("申し込みを見た"),
    trail.LISTED: say("申し込みの一覧を見た"),
    "came": say("入った"),
    "joined": say("招待のリンクで、はじめて入った"),
    "left": say("終わった"),
    "stolen": say("ちがうブラウザーから使われたので、終わらせた"),
    "invited": say("職員を加えた"),
    "link": say("招待のリンクを作った"),
    "roles": say("役割を変えた"),
    "revoked": say("使えなくした"),
    "key added": say("パスキーを足した"),
    "key removed": say("パスキーを消した"),
    "others left": say("ほかのブラウザーを終わらせた"),
    "wording read": say("訳を読んで、よいと決めた"),
    "wording proposed": say("訳の、別の言い方を出した"),
    "linked": say("役所のアカウントをつないだ"),
    AT_COUNTER: say("窓口で、書きかけの申し込みを開いた"),
    SENT: say("窓口で、いっしょに書いた申し込みが届いた"),
    "unlinked": say("役所のアカウントを外した"),
    "delivery tried": say("届け方を試した"),
    "town changed": say("まちの設定を変えた"),
    "town changed back": say("まちの設定を、前に戻した"),
}
"""Each kind of entry in words."""
OPENED = {"file": say("ファイルを見た"), "picture": say("写真を見た"), "paper": say("申し込みをPDFにした")}
"""What was looked at of a case on some pages."""
GONE = say("（消えた申し込み）")
VERSION = say("{n}番の変更")
OPERATOR = say("システムの担当")


class Line(NamedTuple):
    """One entry in words; `about` is whose, or which, it was."""

    at: datetime
    who: str
    what: str
    about: str
    department: str


def show(visit: DeskVisit) -> Answer:
    """A page of it."""
    before = visit.request.query_params.get("before", "")
    place = int(before) if before.isascii() and before.isdecimal() and len(before) < 16 else None
    found = trail.newest(visit.db, visit.town.code, visit.reach, place, A_PAGE + 1)
    whole = EVERYWHERE in visit.reach
    return visit.page(
        "desk/looks.html",
        lines=_lines(visit, found[:A_PAGE]),
        older=f"{visit.here}?before={found[A_PAGE - 1].place}" if len(found) > A_PAGE else "",
        newest=visit.here if place is not None else "",
        asked=visit.form.do == "check",
        broken=trail.broken(visit.db, visit.house.keys, visit.town.code) if visit.form.do == "check" else None,
        whole=whole,
    )


def _lines(visit: DeskVisit, found: list[Placed]) -> list[Line]:
    names = {one.id: one.name for one in people.everybody(visit.db, visit.house.keys, visit.town.code)}
    return [_line(visit, entry, names) for entry in found]


def _line(visit: DeskVisit, entry: Placed, names: dict[str, str]) -> Line:
    about = visit.count(entry.shown, entry.shown + 1) if entry.shown else names.get(entry.other, "")
    if entry.other.isdecimal():
        about = visit.say(VERSION, n=entry.other)
    if entry.case:
        case = by_id(visit.db, visit.house.keys, visit.town.code, entry.case)
        about = case.number if case else visit.say(GONE)
    who = names.get(entry.staff) or visit.say(OPERATOR)
    department = department_name(visit, entry.department) if entry.department else ""
    what = OPENED.get(entry.page) or KINDS[entry.kind]
    return Line(entry.at, who, visit.say(what), about, department)


PAGE = Page(name="looks", needs=AUDITOR, show=show, take=show)
