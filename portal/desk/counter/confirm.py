"""Confirming: the resident reads what was written and presses, on their own telephone or on the clerk's screen.

While a resident has the screen, it shows nothing of the desk: whoever wants to go back shows a key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from portal.accounts.staff import session as sessions
from portal.accounts.staff.role import CLERK, within
from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.since.signing import About, since
from portal.cases.since.witnessing import possible
from portal.desk.counter.write import NOT_BORN, born, where
from portal.desk.page import Page
from portal.desk.visit import DeskVisit
from portal.journey import draft as drafts
from portal.journey import resume as codes
from portal.journey.asking import applicant_name
from portal.journey.counter import sitting as sittings
from portal.journey.counter.sitting import ENDED, HANDED, LENT, OPEN, Sitting
from portal.journey.draft import Draft
from portal.journey.path import next_stop, path
from portal.journey.resume import AT_ONCE, Made
from portal.language.words import CODES, LANGUAGES, SOURCE
from portal.typesetting.camera_code import picture
from portal.web.addresses import address
from portal.web.house import Answer

SENT = "sent"
NOTHING_LEFT = {"Clear-Site-Data": '"cache", "storage"'}
"""The next one in the queue finds nothing in this browser."""


def show(visit: DeskVisit) -> Answer:
    """How it stands, and what can be done."""
    sitting = mine(visit)
    if visit.lent:
        return _lent(visit, sitting)
    if sitting is None or sitting.stage == ENDED:
        return _left(visit, visit.go("counter"))
    case = case_of(visit, sitting)
    if case:
        return _left(visit, _page(visit, sitting, stage=SENT, case=case, **_after(visit, sitting, case)))
    if sitting.stage == LENT:
        sittings.stand(visit.db, sitting, OPEN, visit.now)
        visit.__dict__.pop("counter", None)
    return _before(visit, sitting)


def take(visit: DeskVisit) -> Answer:
    """Hand it over, or leave it."""
    sitting = mine(visit)
    if visit.lent or sitting is None:
        return show(visit)
    if visit.form.do == "end":
        sittings.stand(visit.db, sitting, ENDED, visit.now)
        return _left(visit, visit.go("counter"))
    draft = _draft(visit, sitting)
    if draft is None or sitting.stage != OPEN:
        return visit.go("sitting", sitting=sitting.id)
    if visit.form.do == "phone":
        return _hand(visit, sitting, draft)
    return _lend(visit, sitting) if visit.form.do == "screen" else visit.go("sitting", sitting=sitting.id)


def _after(visit: DeskVisit, sitting: Sitting, case: Case) -> dict[str, Any]:
    """Where to go once it is sent; to say that one stood by only who did."""
    later = since(visit.db, About(case))
    stood_by = visit.url("witness", sitting=sitting.id) if possible(case, later, visit.person) else ""
    said = any(one.witnessed for one in later)
    return {"open_case": visit.url("case", case=case.id), "stood_by": stood_by, "witnessed": said}


def state(visit: DeskVisit) -> Answer:
    """How it stands in one word, for the script of the page that waits."""
    sitting = mine(visit)
    stage = "" if sitting is None else SENT if case_of(visit, sitting) else sitting.stage
    return Answer(stage.encode(), media_type="text/plain; charset=utf-8")


def mine(visit: DeskVisit) -> Sitting | None:
    """The sitting of this address, if it is this clerk's own."""
    found = sittings.by_id(visit.db, visit.town.code, visit.parts["sitting"], visit.now)
    own = found is not None and found.staff == visit.person.id
    return found if found and own and within(visit.person.reach(CLERK), found.department) else None


def case_of(visit: DeskVisit, sitting: Sitting) -> Case | None:
    """The case that came of it."""
    return cases.by_key(visit.db, visit.house.keys, visit.town.code, sitting.draft)


def _draft(visit: DeskVisit, sitting: Sitting) -> Draft | None:
    """The draft, as far as this browser holds it."""
    at = visit.counter
    if at is None or at.id != sitting.id:
        return None
    return drafts.find(visit.db, visit.house.catalogue, visit.town.code, at.token, visit.now)


def _before(visit: DeskVisit, sitting: Sitting) -> Answer:
    """Before it is sent: still being written, or waiting for the resident's telephone."""
    draft = _draft(visit, sitting)
    if draft:
        return _writing(visit, sitting, draft)
    if sitting.stage in {OPEN, LENT}:  # another browser holds it, or none any more
        return _left(visit, visit.go("counter"))
    code = visit.held(_code(visit)) or ""
    waiting = sitting.stage == HANDED and code
    language, _, number = code.partition(".")
    link = f"{visit.origin}{address('resume', language, visit.town.slug)}?code={number}" if waiting else ""
    return _page(
        visit,
        sitting,
        stage=sitting.stage,
        code=f"{number[:4]}-{number[4:]}" if waiting else "",
        camera=picture(link).decode() if link else "",
        at=visit.origin + address("resume", language, visit.town.slug) if waiting else "",
        minutes=int(AT_ONCE.total_seconds() // 60),
        state=visit.url("sitting_state", sitting=sitting.id),
    )


def _writing(visit: DeskVisit, sitting: Sitting, draft: Draft, problems: dict[str, str] | None = None) -> Answer:
    return _page(
        visit,
        sitting,
        problems,
        stage=OPEN,
        name=applicant_name(draft),
        finished=next_stop(draft, path(draft)) is None,
        onward=where(visit, draft),
        ask_birth=draft.of_role("applicant_birth_date") is None,
        languages_there=[*_languages(visit)],
    )


def _languages(visit: DeskVisit) -> Iterator[dict[str, str]]:
    """Each by its own name, and what the clerk calls it."""
    for one in LANGUAGES:
        called = visit.tongue(one.code)
        yield {"id": one.code, "label": one.own_name, "hint": called if called != one.own_name else ""}


def _hand(visit: DeskVisit, sitting: Sitting, draft: Draft) -> Answer:
    """Make a code for the resident's telephone; from now on this browser opens the draft no more."""
    birth = draft.of_role("applicant_birth_date") or born(visit)
    if not birth:
        return _writing(visit, sitting, draft, {"born": visit.say(NOT_BORN)})
    code = codes.hand(visit.db, visit.house.keys, draft, str(birth), Made(sitting.id, visit.now))
    sittings.stand(visit.db, sitting, HANDED, visit.now)
    visit.leave_counter()
    visit.cookie(_code(visit), f"{_language(visit)}.{code}", int(AT_ONCE.total_seconds()))
    return visit.go("sitting", sitting=sitting.id)


def _lend(visit: DeskVisit, sitting: Sitting) -> Answer:
    """The screen is the resident's: the desk closes behind it."""
    assert visit.session is not None
    sittings.stand(visit.db, sitting, LENT, visit.now)
    sessions.lend(visit.db, visit.session)
    return Answer(status=303, to=f"{visit.url('sitting', sitting=sitting.id)}?in={_language(visit)}")


def _lent(visit: DeskVisit, sitting: Sitting | None) -> Answer:
    """What stands on a screen that is the resident's: where to turn it, and no word of anybody."""
    wished = visit.request.query_params.get("in", "")
    language = wished if wished in CODES else SOURCE
    sent = sitting is not None and case_of(visit, sitting) is not None
    theirs = address("review", language, visit.town.slug, service=sitting.service) if sitting and not sent else ""
    again = f"{visit.url('again')}?to={visit.here}"
    return visit.page("desk/lent.html", sent=sent, theirs=theirs, again=again)


def _left(visit: DeskVisit, answer: Answer) -> Answer:
    """An answer after which this browser knows nothing of it."""
    if not visit.at_counter:
        return answer
    visit.leave_counter()
    return replace(answer, headers=NOTHING_LEFT)


def _page(visit: DeskVisit, sitting: Sitting, problems: dict[str, str] | None = None, **told: Any) -> Answer:
    version = visit.house.catalogue.version_on(visit.town.code, sitting.service, visit.today)
    title = version.told(visit.language).service.title if version else sitting.service
    status = 422 if problems else 200
    return visit.page(
        "desk/sitting.html", status=status, service_title=title, problems=problems or {}, typed=visit.typed, **told
    )


def _language(visit: DeskVisit) -> str:
    wished = visit.form.typed.get("language", "")
    return wished if wished in CODES else SOURCE


def _code(visit: DeskVisit) -> str:
    """The cookie that keeps a code on the screen it was made for, as long as it is good."""
    return f"yorisoi_{visit.town.slug}_code"


PAGES = (
    Page(name="sitting", needs=CLERK, show=show, take=take, writes=True, slow=True, lent=True),
    Page(name="sitting_state", needs=CLERK, show=state, silent=True),
)
