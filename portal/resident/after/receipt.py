"""After sending: the receipt on this phone, and where a case stands for whoever knows number and birth date."""

from __future__ import annotations

from typing import Any

from portal.answers.answer_type import Problem, Problems
from portal.cases import case as cases
from portal.cases.number import read_number
from portal.cases.since.signing import About
from portal.consent import bundle
from portal.consent.inquiry.code import code_of
from portal.language.dates import JAPAN, shown
from portal.language.words import say
from portal.resident import way
from portal.resident.after import passkey
from portal.resident.after.keep import EVERYTHING, OPEN
from portal.resident.after.looked import looked
from portal.resident.after.proven import proven, unproven
from portal.resident.after.standing import arrived, coming, standing, state, version_of
from portal.resident.device import bell
from portal.resident.later import slip_of
from portal.resident.preferences import wished
from portal.resident.principal.told import offered
from portal.resident.talk import said
from portal.resident.talk.call import when
from portal.security.tokens import same
from portal.storage.tries import PER_ADDRESS, PER_NUMBER
from portal.web.house import Answer
from portal.web.visit import Visit

DIGITS = 10


def show(visit: Visit) -> Answer:
    """The receipt of what this phone has sent."""
    case = way.sent(visit)
    if case is None:
        draft = way.find(visit)
        return way.on(visit, draft) if draft else way.without_draft(visit)
    return _receipt(visit, case)


def _receipt(visit: Visit, case: cases.Case, amiss: str = "") -> Answer:
    version = version_of(visit, case) or way.version(visit)
    stands = standing(visit, case)
    return visit.page(
        "resident/done.html",
        status=422 if amiss else 200,
        amiss=amiss,
        service=way.context_of(version, visit.reads),
        number=case.number,
        name=case.helper.name if case.helper else case.applicant,
        applicant=case.applicant,
        helped=case.helper is not None,
        date_text=shown(case.received.astimezone(JAPAN).date(), visit.words),
        state=state(visit, case),
        next=coming(visit, case, version),
        standing=stands,
        file=_file(visit, case, EVERYTHING),
        file_open=_file(visit, case, OPEN),
        word=offered(visit, case),
        paper=_at(visit, case, "paper", EVERYTHING),
        code=code_of(case.consent),
        proven=proven(visit),
        unproven=unproven(visit),
        rung=bell.offer(visit, case),
        offer=passkey.offer(visit, About(case), stands.later),
        action=visit.here,
    )


def take(visit: Visit) -> Answer:
    """Sign once more; or forget the receipt on this phone, for phones that several people use."""
    if visit.form.do == "passkey":
        case = way.sent(visit)
        if case is None:
            return way.without_draft(visit)
        amiss = passkey.take(visit, About(case))
        return _receipt(visit, case, amiss) if amiss else visit.go("done")
    way.forget(visit)
    return visit.go("home")


def show_status(visit: Visit) -> Answer:
    """The page that asks number and birth date."""
    return _page(visit, {}, None)


def find(visit: Visit) -> Answer:
    """The state of the case, or kind words about what does not fit."""
    if visit.form.do == "leave":
        way.forget(visit)
        return visit.go("home")
    slip = slip_of(visit, "number", DIGITS, say("受付番号は10けたの数字です。番号をもう一度確かめてください。"))
    if wished(visit):
        return _page(visit, slip.typed, None)
    if slip.problems:
        return _page(visit, slip.typed, slip.problems)
    number = slip.number
    by_address, by_number = f"status:{visit.client}", f"status:{read_number(number) or number}"
    if not (visit.may_try(by_address, PER_ADDRESS) and visit.may_try(by_number, PER_NUMBER)):
        return visit.refuse(429)
    case = cases.by_number(visit.db, visit.house.keys, visit.town.code, number)
    if case is None or not same(case.birth_date or "", slip.birth):
        wrong = say("受付番号か生まれた日がちがうようです。控えの番号を、もう一度確かめてください。")
        return _page(visit, slip.typed, Problems(Problem("number", wrong)))
    visit.knew(by_address)
    visit.knew(by_number)
    way.remember(visit, case)
    way.shown(visit, case)
    return _page(visit, {}, None, _shown(visit, case))


def _shown(visit: Visit, case: cases.Case) -> dict[str, Any]:
    version = version_of(visit, case)
    told_service = version.told(visit.reads).service if version else None
    written, wish = said.written(visit, case), said.wish(visit, case)
    return {
        "number": case.number,
        "title": told_service.title if told_service else case.title,
        "received": shown(case.received.astimezone(JAPAN).date(), visit.words),
        "state": state(visit, case),
        "arrived": arrived(visit, case),
        "written": written,
        "ways": said.ways(visit, case, written),
        "wish": when(visit, wish.wish) if wish else "",
        "looked": looked(visit, case),
        "next": coming(visit, case, version),
        "contact": told_service.contact if told_service else "",
        "standing": standing(visit, case),
        "file": _file(visit, case, OPEN),
        "word": offered(visit, case),
        "paper": _at(visit, case, "paper", OPEN),
        "rung": bell.offer(visit, case),
    }


def _file(visit: Visit, case: cases.Case, what: str) -> str:
    """Where the file to keep is; "" for what was agreed to before there was a log."""
    if not bundle.records(case.consent):
        return ""
    return _at(visit, case, "bundle", what)


def _at(visit: Visit, case: cases.Case, page: str, what: str) -> str:
    return visit.url(page, service=case.service, number=case.number, what=what)


def _page(
    visit: Visit, typed: dict[str, str], problems: Problems | None, found: dict[str, Any] | None = None
) -> Answer:
    return visit.page(
        "resident/status.html",
        status=422 if problems else 200,
        found=found,
        typed=typed,
        problems=visit.told(problems),
        action=visit.here,
    )
