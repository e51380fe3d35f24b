"""The history of a town's changes: who made what of which part and when; one press makes a part what it was before."""

from __future__ import annotations

from typing import Any

from portal.accounts.staff.role import ADMINISTRATOR
from portal.desk.page import Page
from portal.desk.town import parts
from portal.desk.town.editing import edit, preview
from portal.desk.town.editing.part import Part
from portal.desk.visit import DeskVisit
from portal.language.words import Say, say
from portal.municipalities.own import changes
from portal.municipalities.own.changes import Change, Overtaken
from portal.web.house import Answer

A_PAGE = 20
OVERTAKEN = say("ほかの人が、先に変えました。記録を見て、もう一度押してください。")
FITS_NO_MORE = say("この変更の前の内容は、もとの設定と合わなくなったので、戻せません。理由：{why}")
SAME = say("いまも、この変更の前と同じ内容です。")


def show(visit: DeskVisit) -> Answer:
    """The newest changes, or those before one."""
    return _page(visit)


def take(visit: DeskVisit) -> Answer:
    """Make a part what it was before a change."""
    number, seen = _number(visit.form.typed.get("version", "")), _number(visit.form.typed.get("seen", ""))
    change = next(iter(changes.history(visit.db, visit.town.code, 1, number + 1)), None)
    part = parts.named(visit, change.part) if change and change.version == number else None
    if part is None or visit.form.do != "back":
        return _page(visit)
    now = edit.standing(visit)
    wanted = changes.before(visit.db, visit.town.code, part.id, number)
    others = changes.parts(visit.db, visit.town.code).values()
    after, amiss = part.checked(visit.house.files[now.slug], others, dict(wanted.values))
    if after is None:
        return _page(visit, Say(FITS_NO_MORE.text, {"why": next(iter(amiss.values()))}))
    if not preview.seen(part, now, after, visit.words):
        return _page(visit, SAME)
    try:
        kept = edit.keep(visit, part, wanted.values, seen, edit.BACK)
    except Overtaken:
        return _page(visit, OVERTAKEN, 409)
    return visit.ask("town", {"changed": f"{kept.version}"})


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < edit.LONGEST_NUMBER else -1


def _page(visit: DeskVisit, amiss: Say | None = None, status: int = 422) -> Answer:
    edit.standing(visit)
    before = _number(visit.request.query_params.get("before", ""))
    found = changes.history(visit.db, visit.town.code, A_PAGE + 1, before if before > 0 else None)
    mine = {part.id: part for part, _ in parts.mine(visit)}
    now = changes.parts(visit.db, visit.town.code)
    shown = [change for change in found[:A_PAGE] if change.part in mine]
    return visit.page(
        "desk/town_history.html",
        status=status if amiss else 200,
        amiss=visit.say(amiss) if amiss else "",
        told=[_told(visit, change, mine[change.part], now[change.part]) for change in shown],
        older=f"{visit.here}?before={found[A_PAGE - 1].version}" if len(found) > A_PAGE else "",
        newest=visit.here if before > 0 else "",
    )


def _told(visit: DeskVisit, change: Change, part: Part, now: Change) -> dict[str, Any]:
    """A change in words; what it changed is told as far as it can be laid over the file of today."""
    file = visit.house.files[visit.town.slug]
    earlier = changes.before(visit.db, visit.town.code, part.id, change.version)
    before, _ = part.checked(file, (), dict(earlier.values))
    after, _ = part.checked(file, (), dict(change.values))
    return {
        "version": f"{change.version}",
        "seen": f"{now.version}",
        "part": visit.say(part.title),
        "who": edit.who(visit, change),
        "at": change.at,
        "what": preview.seen(part, before, after, visit.words) if before and after else [],
    }


PAGE = Page(name="town_history", needs=ADMINISTRATOR, show=show, take=take, proven=True)
