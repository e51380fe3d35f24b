"""The counter: a clerk opens what a resident has begun, by its number, or begins with them.

What is asked there are the resident's own pages, in the browser of the clerk, who reads them out.
"""

from __future__ import annotations

from typing import Any

from portal.accounts.staff.role import CLERK
from portal.accounts.staff.session import DAY
from portal.cases.search.typed import understood
from portal.catalogue.version import Version
from portal.desk.page import Page
from portal.desk.staff.roles import department_name
from portal.desk.visit import DeskVisit
from portal.desk.work.reach import reach
from portal.journey import draft as drafts
from portal.journey import resume as codes
from portal.journey.counter import sitting as sittings
from portal.journey.draft import Draft, Helped
from portal.journey.path import next_stop, path
from portal.journey.resume import Ticket
from portal.language.width import digits
from portal.language.words import Say, say
from portal.storage.tries import PER_ADDRESS
from portal.web.addresses import address
from portal.web.house import Answer

OPENED = "counter"
"""The kind of entry in the trail."""
DIGITS = 8
NO_CODE = say("続きの番号は、8けたの数字です。お客様の紙の番号を、もう一度確かめてください。")
NOT_BORN = say("お客様の生まれた日を、「昭和15年5月20日」のように書いてください。")
WRONG = say("続きの番号か生まれた日が、ちがうようです。お客様に、もう一度聞いてください。")
NO_SERVICE = say("手続きを選んでください。")


def show(visit: DeskVisit) -> Answer:
    """Both ways to begin, and what was begun in this browser."""
    return _page(visit)


def take(visit: DeskVisit) -> Answer:
    """Begin."""
    if visit.form.do == "begin":
        return _begin(visit)
    return _open(visit) if visit.form.do == "open" else visit.go("counter")


def where(visit: DeskVisit, draft: Draft) -> str:
    """The address of the resident's page that comes next."""
    stop, at = next_stop(draft, path(draft)), (visit.language, visit.town.slug)
    service = draft.version.service
    return address("step", *at, service=service, step=stop.key) if stop else address("review", *at, service=service)


def _begin(visit: DeskVisit) -> Answer:
    version = next((one for one in _offered(visit) if one.service == visit.form.typed.get("service")), None)
    if version is None:
        return _page(visit, {"service": NO_SERVICE})
    return _sit(visit, drafts.begin(visit.db, version, visit.now))


def _open(visit: DeskVisit) -> Answer:
    ticket = Ticket(digits(visit.form.typed.get("code", "")), born(visit))
    amiss = {} if len(ticket.code) == DIGITS else {"code": NO_CODE}
    if amiss or not ticket.birth_date:
        return _page(visit, amiss if ticket.birth_date else {**amiss, "born": NOT_BORN})
    by_address = f"resume:{visit.client}"
    if not visit.may_try(by_address, PER_ADDRESS):
        return visit.refuse(429)
    house, town = visit.house, visit.town.code
    token = codes.opened(visit.db, house.keys, town, ticket, visit.now)
    draft = drafts.hold(visit.db, house.catalogue, town, token, visit.now) if token else None
    if draft is None:
        return _page(visit, {"code": WRONG})
    visit.knew(by_address)
    department = draft.version.source.department
    if department not in reach(visit, CLERK).departments:
        name = department_name(visit, department)
        theirs = say("この申し込みは、{name}のものです。{name}の窓口に、案内してください。", name=name)
        return _page(visit, {"code": theirs})
    return _sit(visit, draft)


def born(visit: DeskVisit) -> str:
    """The birth date as typed in one box in any writing (ISO); "" where it is none."""
    return understood(visit.form.typed.get("born", "")).birth_date


def _sit(visit: DeskVisit, draft: Draft) -> Answer:
    """Open a draft in this browser, and in no other place of it."""
    assert visit.session is not None
    draft.helped = Helped(visit.person.id, draft.version.source.department)
    drafts.save(visit.db, draft, visit.now)
    sitting = sittings.begin(visit.db, draft, visit.session, visit.now)
    visit.tell(OPENED, department=sitting.department)
    visit.leave_counter()
    visit.cookie(sittings.cookie(visit.town.slug), sitting.held, int(DAY.total_seconds()))
    return Answer(status=303, to=where(visit, draft))


def _offered(visit: DeskVisit) -> list[Version]:
    """What can be applied for today in the departments of this clerk."""
    found = (visit.house.catalogue.version_on(visit.town.code, id, visit.today) for id in visit.town.services)
    mine = reach(visit, CLERK).departments
    return [one for one in found if one and one.source.department in mine and _is_open(visit, one)]


def _is_open(visit: DeskVisit, version: Version) -> bool:
    last = version.source.deadline
    return not version.source.consent.at_the_counter and (last is None or visit.today <= last)


def _page(visit: DeskVisit, amiss: dict[str, Say] | None = None) -> Answer:
    at = sittings.newest(visit.db, visit.session, visit.now) if visit.session else None
    typed: dict[str, Any] = {"code": visit.request.query_params.get("code", ""), **visit.typed}
    return visit.page(
        "desk/counter.html",
        status=422 if amiss else 200,
        typed=typed,
        problems={part: visit.say(words) for part, words in (amiss or {}).items()},
        services=[{"id": one.service, "label": one.told(visit.language).service.title} for one in _offered(visit)],
        under_way=visit.url("sitting", sitting=at.id) if at else "",
    )


PAGE = Page(name="counter", needs=CLERK, show=show, take=take, slow=True)
