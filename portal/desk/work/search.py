"""Search: one box for a number, a name, a birth date or a telephone; what was typed never stands in an address."""

from __future__ import annotations

from portal.accounts.staff.role import READER
from portal.cases.search.found import Found, search
from portal.cases.search.typed import Sought, understood
from portal.desk.page import Page
from portal.desk.visit import DeskVisit
from portal.desk.work.line import lines
from portal.desk.work.reach import reach
from portal.language.words import Say, say
from portal.web.house import Answer

NOTHING_TYPED = say("受付番号、名前、生まれた日、電話番号のどれかを書いてください。")
NO_CASE = say("見つかりませんでした。書き方を変えて、もう一度さがしてください。名字だけでも、さがせます。")
NONE, SOME, EARLIER = say("見つかりませんでした"), say("見つかった申し込み：{many}"), say("その前の申し込み：{many}")
"""What came of it, told in the page's title too: the first that a screen reader tells."""


def show(visit: DeskVisit) -> Answer:
    """The box."""
    return _page(visit, Found(()))


def take(visit: DeskVisit) -> Answer:
    """What fits, as far as it may be seen."""
    sought = understood(visit.form.typed.get("q", ""))
    if sought == Sought():
        return _page(visit, Found(()), amiss=NOTHING_TYPED)
    before = visit.form.do.removeprefix("before:") if visit.form.do.startswith("before:") else ""
    return _page(visit, search(visit.db, visit.house.keys, reach(visit), sought, before), EARLIER if before else SOME)


def _page(visit: DeskVisit, found: Found, heading: Say | None = None, amiss: Say | None = None) -> Answer:
    n = len(found.cases)
    many = visit.count(n, n if found.more else n + 1)
    visit.listed(found.cases)
    return visit.page(
        "desk/search.html",
        status=422 if amiss else 200,
        lines=lines(visit, found.cases, len(reach(visit).departments) > 1),
        heading=visit.say(heading if n else NONE, many=many) if heading else "",
        nothing=visit.say(NO_CASE) if heading and not n else "",
        before=found.before if found.more else "",
        typed=visit.typed,
        problems={"q": visit.say(amiss)} if amiss else {},
    )


PAGE = Page(name="search", needs=READER, show=show, take=take, reads=True)
