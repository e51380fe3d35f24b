"""The calls: everybody who wants to be called, whoever is due first before the others, and what came of each call."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from portal.accounts.staff.role import CLERK, READER
from portal.answers.phone import grouped
from portal.cases import inbox
from portal.cases.case import Case
from portal.cases.talk import calls
from portal.cases.talk.calls import After, Call
from portal.cases.talk.script import script
from portal.cases.work.hold import Overtaken, Unknown
from portal.desk.page import Page
from portal.desk.staff.roles import department_name
from portal.desk.visit import DeskVisit
from portal.desk.work.acts import Amiss, call_open, called
from portal.desk.work.history import OUTCOMES
from portal.desk.work.line import waited
from portal.desk.work.reach import A_PAGE, act, may, reach, writing
from portal.language.dates import JAPAN, soon_shown
from portal.language.words import say
from portal.storage.columns import milliseconds
from portal.web.house import Answer

TRIED = say("出なかった回数：{n}回")
AGAIN = say("{time}から、もう一度かけてください")
DONE = {"called": say("電話のことを残しました。"), "call-open": say("電話を待っている人に戻しました。")}
OVERTAKEN = {
    "called": say("この電話は、ほかの人が先にすませました。"),
    "call-open": say("この電話は、もう待っている人の中にあります。"),
}
PART = "outcome-{call}"
"""The round buttons of one of the calls of a page."""


class Line(NamedTuple):
    """Somebody to call, in words; `address` and `number` are of their case, `able` is who may say what came of it."""

    id: str
    case: str
    address: str
    name: str
    kana: str
    title: str
    number: str
    department: str
    phone: str
    shown: str
    when: str
    waits: str
    tried: str
    about: str
    script: str
    able: bool
    later: bool


def show(visit: DeskVisit) -> Answer:
    """Whom to call."""
    return _page(visit, visit.say(DONE.get(visit.request.query_params.get("done", ""), "")))


def take(visit: DeskVisit) -> Answer:
    """Keep what came of a call, or that it is not done after all."""
    typed, do = visit.form.typed, visit.form.do
    if do not in PAGE.acts:
        return visit.go("calls")
    wanted = act(visit, typed.get("case", ""), 0)
    case = inbox.one(visit.db, visit.house.keys, wanted.reach, wanted.id)
    if case is None:
        return visit.refuse(404)
    try:
        if do == "called":
            called(visit, wanted, case, PART.format(call=typed.get("call", "")))
        else:
            call_open(visit, wanted, case)
    except Unknown:
        return visit.refuse(404)
    except Overtaken:
        return _page(visit, amiss=visit.say(OVERTAKEN[do]), status=409)
    except Amiss as amiss:
        return _page(visit, status=422, **{amiss.part: visit.say(amiss.words)})
    return visit.ask("calls", {"done": do, "case": case.id})


def line(visit: DeskVisit, case: Case, call: Call) -> Line:
    """A call as a clerk reads it, with what to say."""
    later, about = call.due > visit.now, writing(visit, case)
    tried = [visit.say(TRIED, n=call.tries)] if call.tries else []
    tried += [visit.say(AGAIN, time=_time(visit, call.due))] if tried and later else []
    return Line(
        call.wish.id,
        case.id,
        visit.url("case", case=case.id),
        case.applicant,
        case.kana,
        case.title,
        case.number,
        department_name(visit, case.department),
        call.wish.phone,
        grouped(call.wish.phone),
        calls.wish_shown(call.wish),
        waited(visit, call.wish.at),
        visit.say("、").join(tried),
        call.wish.about,
        script(about, call),
        may(visit, case, CLERK),
        later,
    )


def outcomes(visit: DeskVisit) -> list[dict[str, str]]:
    """What can come of a call, as round buttons."""
    return [{"id": id, "label": visit.say(words)} for id, words in OUTCOMES.items()]


def after(text: str) -> After | None:
    """A place in the queue, as an address tells it; None for what is none."""
    due, _, id = text.partition(".")
    if not (id and due.isascii() and due.isdecimal() and len(due) < 16):
        return None
    return After(datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=int(due)), id[:60])


def _page(visit: DeskVisit, said: str = "", *, status: int = 200, amiss: str = "", **problems: str) -> Answer:
    keys, mine = visit.house.keys, reach(visit)
    behind = after(visit.request.query_params.get("behind", ""))
    waiting = calls.queue(visit.db, keys, replace(mine, limit=A_PAGE + 1), behind)
    shown = waiting[:A_PAGE]
    found = [(inbox.one(visit.db, keys, mine, call.case), call) for call in shown]
    done = _done(visit)
    visit.listed([case for case, _ in found if case] + ([done[0]] if done else []))
    told = [line(visit, case, call) for case, call in found if case]
    last = shown[-1] if len(waiting) > A_PAGE else None
    return visit.page(
        "desk/calls.html",
        status=status,
        said=said,
        undo={"case": done[0].id, "call": done[1], "name": done[0].applicant} if done else None,
        amiss=amiss,
        now=[one for one in told if not one.later],
        later=[one for one in told if one.later],
        several=len(mine.departments) > 1,
        outcomes=outcomes(visit),
        more=f"{visit.here}?behind={milliseconds(last.due)}.{last.wish.id}" if last else "",
        start=visit.here if behind else "",
        problems=problems,
    )


def _done(visit: DeskVisit) -> tuple[Case, str] | None:
    """The case whose call was just said to be done, and the call, for whoever may say that it is not."""
    if visit.form_came or visit.request.query_params.get("done") != "called":
        return None
    wanted = visit.request.query_params.get("case", "")
    case = inbox.one(visit.db, visit.house.keys, reach(visit, CLERK), wanted)
    call = calls.over(calls.of_case(visit.db, visit.house.keys, case)) if case else ""
    return (case, call) if case and call else None


def _time(visit: DeskVisit, due: datetime) -> str:
    there = due.astimezone(JAPAN)
    day = "" if there.date() == visit.today else f"{soon_shown(there.date(), visit.words)} "
    return f"{day}{there:%H:%M}"


PAGE = Page(name="calls", needs=READER, show=show, take=take, acts=dict.fromkeys(DONE, CLERK))
