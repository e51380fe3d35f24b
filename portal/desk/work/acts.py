"""What the buttons of a case do; which role each takes stands with the page (`case.PAGE`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from portal.accounts.staff import person as people
from portal.accounts.staff.person import Person
from portal.accounts.staff.role import CLERK, EVERYWHERE
from portal.cases.case import Case
from portal.cases.course.change import Impossible
from portal.cases.course.messages import LONGEST, Message
from portal.cases.status import DECIDED, by_office
from portal.cases.talk import calls, replies
from portal.cases.work import acts, notes
from portal.cases.work.hold import Act
from portal.cases.work.notes import Empty
from portal.desk.visit import DeskVisit
from portal.desk.work.reach import writing
from portal.language.words import Say, say

NO_WAY, NO_END = say("進める先を選んでください。"), say("結果を選んでください。")
NO_OUTCOME = say("電話は、どうでしたか。一つ選んでください。")
NO_NOTE = say("メモを、{most}字までで書いてください。", most=LONGEST)
NO_TEXT = say("書くことを、{most}字までで書いてください。", most=LONGEST)
NOBODY = say("担当する人を選んでください。")


@dataclass(frozen=True)
class Amiss(Exception):
    """The form cannot be taken as it is: which box, and what to do about it."""

    part: str
    words: Say


def take_over(visit: DeskVisit, act: Act, _case: Case) -> None:
    """Make it one's own. Raises Unknown or Overtaken, as all of these do."""
    acts.assign(visit.db, visit.house.keys, act, visit.person.id)


def assign(visit: DeskVisit, act: Act, case: Case) -> None:
    """Give it to a clerk of its department, or to nobody. Raises Amiss."""
    to = visit.form.typed.get("assignee", "")
    if to and to not in {one.id for one in clerks(visit, case)}:
        raise Amiss("assignee", NOBODY)
    acts.assign(visit.db, visit.house.keys, act, to)


def check(visit: DeskVisit, act: Act, _case: Case) -> None:
    """Its doubts are settled."""
    acts.check(visit.db, visit.house.keys, act)


def move(visit: DeskVisit, act: Act, case: Case) -> None:
    """On along the table of moves, where nothing is decided yet. Raises Amiss or Impossible."""
    _move(visit, act, case, "to", by_office(case.status) - DECIDED)


def decide(visit: DeskVisit, act: Act, case: Case) -> None:
    """To the end of it. Raises Amiss or Impossible."""
    _move(visit, act, case, "end", by_office(case.status) & DECIDED)


def note(visit: DeskVisit, act: Act, _case: Case) -> None:
    """A word for the colleagues, once for each that was begun. Raises Amiss."""
    typed = visit.form.typed
    try:
        notes.write(visit.db, visit.house.keys, act, typed.get("note", ""), typed.get("new-note", "")[:40])
    except Empty:
        raise Amiss("note", NO_NOTE) from None


def read(visit: DeskVisit, act: Act, _case: Case) -> None:
    """What the resident wrote is read."""
    replies.read(visit.db, visit.house.keys, act)


def called(visit: DeskVisit, act: Act, _case: Case, part: str = "outcome") -> None:
    """They spoke, nobody answered, or it has settled itself: `part` says which."""
    typed = visit.form.typed
    outcome = typed.get(part, "")
    if outcome not in (calls.TALKED, calls.AWAY, calls.NO_NEED):
        raise Amiss(part, NO_OUTCOME)
    calls.called(visit.db, visit.house.keys, act, typed.get("call", ""), outcome)


def call_open(visit: DeskVisit, act: Act, _case: Case) -> None:
    """The call is not done after all: it waits again."""
    calls.reopen(visit.db, visit.house.keys, act, visit.form.typed.get("call", ""))


def write(visit: DeskVisit, act: Act, case: Case) -> None:
    """A message to the resident, once for each that was begun. Raises Amiss."""
    keys, typed = visit.house.keys, visit.form.typed
    message = Message(typed.get("message", "")[:40], visit.now, typed.get("text", ""))
    try:
        acts.write(visit.db, keys, act, writing(visit, case), message)
    except Empty:
        raise Amiss("text", NO_TEXT) from None


def so_already(visit: DeskVisit, case: Case) -> bool:
    """Whether a case is what a button would make it: who presses twice is told that it is done."""
    do, typed = visit.form.do, visit.form.typed
    if do in ("move", "decide"):
        return case.status == typed.get("to" if do == "move" else "end")
    if do in ("take-over", "assign"):
        return case.assignee == (visit.person.id if do == "take-over" else typed.get("assignee"))
    return do == "check" and not case.flagged


def clerks(visit: DeskVisit, case: Case) -> list[Person]:
    """Whom a case can be given to."""
    everybody = people.everybody(visit.db, visit.house.keys, visit.town.code)
    return [one for one in everybody if not one.revoked and {case.department, EVERYWHERE} & one.reach(CLERK)]


def _move(visit: DeskVisit, act: Act, case: Case, part: str, possible: frozenset[str]) -> None:
    to = visit.form.typed.get(part, "")
    if not to:
        raise Amiss(part, NO_END if part == "end" else NO_WAY)
    if to not in possible:
        raise Impossible(possible)
    acts.move(visit.db, visit.house.keys, act, writing(visit, case), to)


ACTS: Mapping[str, Callable[[DeskVisit, Act, Case], None]] = {
    "take-over": take_over,
    "assign": assign,
    "check": check,
    "move": move,
    "decide": decide,
    "note": note,
    "read": read,
    "called": called,
    "call-open": call_open,
    "write": write,
}
