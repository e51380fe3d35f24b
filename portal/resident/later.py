"""Going on later or on another phone: a code to write down, and the page that takes it."""

from __future__ import annotations

from typing import NamedTuple

from portal.answers import KINDS
from portal.answers.answer_type import Ask, Problem, Problems
from portal.journey import draft as drafts
from portal.journey import resume as codes
from portal.journey.draft import KEPT_FOR
from portal.journey.resume import Ticket
from portal.language.dates import shown
from portal.language.width import digits
from portal.language.words import Say, say
from portal.resident import way
from portal.resident.preferences import wished
from portal.storage.tries import PER_ADDRESS
from portal.web.house import Answer
from portal.web.visit import Visit

BIRTH = KINDS["date"]
DIGITS = 8


def birth_ask(visit: Visit) -> Ask:
    """The birth date as these pages ask it."""
    return Ask("birth", "date", visit.say("生まれた日"), True, (), {"past": True}, visit.words)


class Slip(NamedTuple):
    """What somebody reads off a slip of paper: a number, and the birth date (ISO) that goes with it."""

    typed: dict[str, str]
    number: str
    birth: str
    problems: Problems | None


def slip_of(visit: Visit, part: str, length: int, amiss: Say) -> Slip:
    """Number and birth date as typed in the form, in any width and with any dashes; or what is amiss with them."""
    ask = birth_ask(visit)
    typed = {name: visit.form.typed.get(name, "") for name in (part, *BIRTH.parts(ask))}
    number, birth = digits(typed[part]), ""
    found = [] if len(number) == length else [Problem(part, amiss)]
    try:
        birth = BIRTH.read(typed, ask, visit.today)
    except Problems as problems:
        found += problems.found
    return Slip(typed, number, birth, Problems(*found) if found else None)


def show(visit: Visit) -> Answer:
    """Before the code: asks the birth date only when the draft does not hold it yet."""
    draft = way.find(visit)
    return way.without_draft(visit) if draft is None else _page(visit, known=_known(draft) is not None)


def issue(visit: Visit) -> Answer:
    """Make the code and show it."""
    draft = way.find(visit)
    if draft is None:
        return way.without_draft(visit)
    birth = _known(draft)
    typed = {part: visit.form.typed.get(part, "") for part in BIRTH.parts(birth_ask(visit))}
    if wished(visit):
        return _page(visit, known=birth is not None, typed=typed)
    if birth is None:
        try:
            birth = BIRTH.read(typed, birth_ask(visit), visit.today)
        except Problems as problems:
            return _page(visit, known=False, typed=typed, problems=problems)
    code = codes.issue(visit.db, visit.house.keys, draft, birth, visit.now)
    drafts.save(visit.db, draft, visit.now)
    return _page(visit, known=True, code=f"{code[:4]}-{code[4:]}")


def show_resume(visit: Visit) -> Answer:
    """The page that takes a code and a birth date; the code may have come from a clerk's screen, by the camera."""
    return _resume_page(visit, {"code": digits(visit.request.query_params.get("code", ""))[:DIGITS]}, None)


def resume(visit: Visit) -> Answer:
    """Open the draft of a code on this phone."""
    if visit.at_counter:
        return way.to_desk(visit)
    slip = slip_of(visit, "code", DIGITS, say("続きの番号は8けたの数字です。番号をもう一度確かめてください。"))
    if wished(visit):
        return _resume_page(visit, slip.typed, None)
    if slip.problems:
        return _resume_page(visit, slip.typed, slip.problems)
    by_address = f"resume:{visit.client}"
    if not visit.may_try(by_address, PER_ADDRESS):
        return visit.refuse(429)
    token = codes.opened(visit.db, visit.house.keys, visit.town.code, Ticket(slip.number, slip.birth), visit.now)
    draft = drafts.find(visit.db, visit.house.catalogue, visit.town.code, token, visit.now) if token else None
    if draft is None:
        wrong = say("続きの番号か生まれた日がちがうようです。書きとめた番号を、もう一度確かめてください。")
        return _resume_page(visit, slip.typed, Problems(Problem("code", wrong)))
    visit.knew(by_address)
    visit.parts["service"] = draft.version.service
    way.give_key(visit, draft)
    return way.on(visit, draft)


def _known(draft: drafts.Draft) -> str | None:
    found = draft.of_role("applicant_birth_date")
    return str(found) if found else None


def _page(
    visit: Visit, *, known: bool, typed: dict[str, str] | None = None, problems: Problems | None = None, code: str = ""
) -> Answer:
    return visit.page(
        "resident/later.html",
        status=422 if problems else 200,
        ask_birth=not known,
        code=code,
        until=shown((visit.now + KEPT_FOR).date(), visit.words),
        typed=typed or {},
        problems=visit.told(problems),
        back=visit.url("start"),
        action=visit.here,
    )


def _resume_page(visit: Visit, typed: dict[str, str], problems: Problems | None) -> Answer:
    return visit.page(
        "resident/resume.html",
        status=422 if problems else 200,
        typed=typed,
        problems=visit.told(problems),
        action=visit.here,
    )
