"""After sending: the receipt on this phone, and where a case stands for whoever knows number and birth date."""

from __future__ import annotations

from typing import Any

from portal.answers.answer_type import Problem, Problems
from portal.cases import case as cases
from portal.cases.number import read_number
from portal.cases.status import NAMES
from portal.catalogue.conditions import Lookup
from portal.catalogue.published import recalled
from portal.catalogue.version import Version
from portal.language.dates import JAPAN, shown
from portal.language.words import say
from portal.resident import way
from portal.resident.later import slip_of
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
    version = _version(visit, case) or way.version(visit)
    told = version.told(visit.language).service
    return visit.page(
        "resident/done.html",
        service={"id": version.service, "title": told.title},
        number=case.number,
        name=case.helper.name if case.helper else case.applicant,
        applicant=case.applicant,
        helped=case.helper is not None,
        date_text=shown(case.received.astimezone(JAPAN).date(), visit.words),
        next=version.coming(visit.language, _value_in(case)),
        action=visit.here,
    )


def leave(visit: Visit) -> Answer:
    """Forget the receipt on this phone, for phones that several people use."""
    way.forget(visit)
    return visit.go("home")


def show_status(visit: Visit) -> Answer:
    """The page that asks number and birth date."""
    return _page(visit, {}, None)


def find(visit: Visit) -> Answer:
    """The state of the case, or kind words about what does not fit."""
    slip = slip_of(visit, "number", DIGITS, say("受付番号は10けたの数字です。番号をもう一度確かめてください。"))
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
    return _page(visit, {}, None, _shown(visit, case))


def _value_in(case: cases.Case) -> Lookup:
    return {answer.id: answer.value for answer in case.answers if answer.person is None}.get


def _version(visit: Visit, case: cases.Case) -> Version | None:
    """The version the case was asked with, even when its file is gone."""
    known = visit.house.catalogue.by_hash(visit.town.code, case.version)
    return known or recalled(visit.db, visit.town.code, case.version)


def _shown(visit: Visit, case: cases.Case) -> dict[str, Any]:
    version = _version(visit, case)
    told_service = version.told(visit.language).service if version else None
    return {
        "number": case.number,
        "title": told_service.title if told_service else case.title,
        "received": shown(case.received.astimezone(JAPAN).date(), visit.words),
        "state": visit.say(NAMES[case.status]),
        "next": version.coming(visit.language, _value_in(case)) if version else (),
    }


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
