"""A case: everything a clerk needs to act on it on one page; what was changed meanwhile is shown, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from portal.accounts.staff.role import APPROVER, CLERK, READER
from portal.cases import withdrawal
from portal.cases.case import Case
from portal.cases.course.change import Impossible
from portal.cases.principal import standing
from portal.cases.principal.standing import VOID
from portal.cases.principal.word import YES
from portal.cases.since import checked
from portal.cases.status import DECIDED, MOVES, NAMES, by_office
from portal.cases.talk import calls, questions, replies
from portal.cases.talk.script import script
from portal.cases.turn import ASKED
from portal.cases.work import acts as work
from portal.cases.work.hold import Overtaken, Unknown
from portal.desk.page import Page
from portal.desk.papers.attached import Paper, papers
from portal.desk.staff.roles import department_name
from portal.desk.visit import DeskVisit
from portal.desk.work import history, told
from portal.desk.work.acts import ACTS, Amiss, clerks, so_already
from portal.desk.work.calls import line, outcomes
from portal.desk.work.line import names, waits, whose
from portal.desk.work.reach import act, found, may, writing
from portal.language.words import say
from portal.security.tokens import new_id
from portal.storage.columns import milliseconds
from portal.web.house import Answer

CONSENT = "consent"
DONE = {
    "take-over": say("あなたの担当にしました。"),
    "assign": say("担当を変えました。"),
    "check": say("確かめたことにしました。"),
    "move": say("次に進めました。本人は、様子のページで読めます。"),
    "decide": say("決めました。本人は、様子のページで読めます。"),
    "note": say("メモを残しました。"),
    "read": say("読んだことにしました。"),
    "called": say("電話のことを残しました。"),
    "call-open": say("電話を待っている人に戻しました。"),
    "write": say("本人に送りました。"),
}
NO_CONSENT = say("記録が始まる前の申し込みです。確かめるものがありません。")
CHANGED = say("この申し込みは、まだ決めないでください。職員を管理している人に、受付番号を知らせてください。")


@dataclass(frozen=True)
class Back:
    """How a form came back: with words about a box, overtaken since a moment, or with what the consent came to."""

    amiss: Amiss | None = None
    overtaken: datetime | None = None
    consent: tuple[str, ...] = ()

    @property
    def status(self) -> int:
        """The HTTP status."""
        return 409 if self.overtaken else 422 if self.amiss else 200


def show(visit: DeskVisit) -> Answer:
    """The case, as far as it may be seen."""
    case = found(visit)
    return _page(visit, case) if case else visit.refuse(404)


def take(visit: DeskVisit) -> Answer:
    """Press a button of it."""
    case = found(visit)
    if case is None:
        return visit.refuse(404)
    if visit.form.do == CONSENT:
        return _page(visit, case, Back(consent=_consent(visit, case)))
    press = ACTS.get(visit.form.do)
    if press is None:
        return visit.go("case", case=case.id)
    try:
        press(visit, act(visit, case.id, _number("revision", visit)), case)
    except Unknown:
        return visit.refuse(403, "role")
    except Amiss as amiss:
        return _page(visit, case, Back(amiss=amiss))
    except (Overtaken, Impossible):
        since = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=_number("at", visit))
        now = found(visit) or case
        if not so_already(visit, now) or history.since(visit, now, since):
            return _page(visit, now, Back(overtaken=since))
    return Answer(status=303, to=f"{visit.here}?done={visit.form.do}")


def _page(visit: DeskVisit, case: Case, back: Back | None = None) -> Answer:
    back = back or Back()
    visit.looked(case)
    able, keys = may(visit, case), visit.house.keys
    if able:
        case = work.opened(visit.db, keys, act(visit, case.id, case.revision))
    params = visit.request.query_params
    word = standing.of(visit.db, keys, case)
    problems = {back.amiss.part: visit.say(back.amiss.words)} if back.amiss else {}
    return visit.page(
        "desk/case.html",
        status=back.status,
        case=case,
        done=visit.say(DONE.get(params.get("done", ""), "")) if not visit.form_came else "",
        overtaken=back.overtaken is not None,
        meanwhile=history.since(visit, case, back.overtaken) if back.overtaken else [],
        problems=problems,
        typed=visit.typed,
        department=department_name(visit, case.department),
        waits=waits(visit, case),
        whose=whose(visit, case, names(visit)),
        mine=case.assignee == visit.person.id,
        about=told.about(visit, case),
        doubts=told.doubts(case),
        groups=told.groups(visit, case),
        beside=told.neighbours(visit, case),
        taken=bool(withdrawal.taken(visit.db, case)),
        principal=visit.say(standing.NAMES[word.state]) if word else "",
        unanswered=word is not None and word.state not in (YES, VOID),
        consent=back.consent,
        answered=_answered(visit, case),
        **_calls(visit, case),
        outcomes=outcomes(visit),
        history=history.history(visit, case),
        able=able,
        hidden={"revision": case.revision, "at": milliseconds(visit.now)},
        **(_for_clerks(visit, case) if able else {}),
    )


def _for_clerks(visit: DeskVisit, case: Case) -> dict[str, Any]:
    """What a clerk may do here."""
    possible = [status for status in MOVES if status in by_office(case.status)]
    options = [{"id": one, "label": visit.say(NAMES[one])} for one in possible]
    about = writing(visit, case)
    ready = [("doubts", visit.say(say("確かめることを聞く")), questions.about_doubts(about))] if case.flags else []
    ready += [(str(n), one.name, one) for n, one in enumerate(questions.by_name(about))]
    wished = visit.request.query_params.get("words", "")
    chosen = next((one for id, _, one in ready if id == wished), None)
    return {
        "moves": [one for one in options if one["id"] not in DECIDED],
        "ends": [one for one in options if one["id"] in DECIDED],
        "approver": may(visit, case, APPROVER),
        "clerks": [{"id": one.id, "label": one.name} for one in clerks(visit, case)],
        "ready": [(label, f"{visit.here}?words={id}#text") for id, label, _ in ready],
        "spoken": script(about) if case.turn == ASKED else "",
        "calling": wished == "call",
        "letter": visit.typed.get("text", chosen.text if chosen else ""),
        "japanese": chosen.japanese if chosen and chosen.japanese != chosen.text else "",
        "message": visit.typed.get("message") or new_id(),
        "new_note": visit.typed.get("new-note") or new_id(),
    }


def _consent(visit: DeskVisit, case: Case) -> tuple[str, ...]:
    found = checked.state(visit.db, visit.house.keys, case)
    if not found.own:
        return (visit.say(NO_CONSENT),)
    return tuple(visit.say(one) for one in (*found.sentences, *(() if found.genuine else (CHANGED,))))


def _answered(visit: DeskVisit, case: Case) -> list[tuple[tuple[str, ...], list[Paper], bool]]:
    """What the resident wrote: its lines, what was sent with it, whether it was read."""
    return [
        (tuple(one.text.split("\n")), papers(visit, case, one.files), one.read is not None)
        for one in replies.of_case(visit.db, visit.house.keys, case)
    ]


def _calls(visit: DeskVisit, case: Case) -> dict[str, Any]:
    """The wish to be called that still waits, and the one that is done and can wait again."""
    wished = calls.of_case(visit.db, visit.house.keys, case)
    waiting = next((one for one in reversed(wished) if one.done is None), None)
    return {"call": line(visit, case, waiting) if waiting else None, "over": calls.over(wished)}


def _number(name: str, visit: DeskVisit) -> int:
    text = visit.form.typed.get(name, "")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else 0


PAGE = Page(
    name="case", needs=READER, show=show, take=take, writes=True, acts=dict.fromkeys(ACTS, CLERK) | {"decide": APPROVER}
)
