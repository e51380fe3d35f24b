"""Standing by: a clerk says that the resident pressed on their screen, and by what they made sure who it was."""

from __future__ import annotations

from portal.accounts.staff.role import CLERK
from portal.cases.case import Case
from portal.cases.since.signing import About, since
from portal.cases.since.witnessing import IDENTITY, Witnessing, possible, witness
from portal.cases.work import deeds
from portal.consent import wording
from portal.consent.record import BY_SESSION, WITNESS, Act
from portal.desk.counter.confirm import case_of, mine
from portal.desk.page import Page
from portal.desk.visit import DeskVisit
from portal.desk.work.reach import act
from portal.language.words import SOURCE, Say, say
from portal.web.house import Answer

SAID = "この申し込みの同意は、窓口で、本人が自分で押しました。職員が、そばで見ていました。"
"""What is said, in Japanese: nobody is shown it in another language."""
WAYS = dict(
    zip(
        IDENTITY,
        (
            say("マイナンバーカードを見ました"),
            say("運転免許証など、顔写真のあるものを見ました"),
            say("健康保険証など、2点を見ました"),
            say("前から知っている人です"),
            say("確かめていません（面識もありません）"),
        ),
        strict=True,
    )
)
NO_WAY = say("本人を何で確かめたかを、選んでください。")


def may(visit: DeskVisit, case: Case) -> bool:
    """Whether this clerk stood by, and has not said so yet."""
    return possible(case, since(visit.db, About(case)), visit.person)


def show(visit: DeskVisit) -> Answer:
    """The question; nothing where nobody may answer it."""
    case = _case(visit)
    return _page(visit, case) if case else visit.go("sitting", sitting=visit.parts["sitting"])


def take(visit: DeskVisit) -> Answer:
    """The answer, a record of its own."""
    case, way = _case(visit), visit.form.typed.get("identity", "")
    if case is None:
        return visit.go("sitting", sitting=visit.parts["sitting"])
    if way not in WAYS:
        return _page(visit, case, NO_WAY)
    seen = {"method": BY_SESSION, "factor": "passkey", "identity": way}
    done = Act(WITNESS, "button", visit.preferences.text, visit.now, verification=seen)
    by = Witnessing(visit.person, wording.witness(SAID, SAID, SOURCE), done)
    if witness(visit.db, visit.house.keys, case, by):
        deeds.note(visit.db, act(visit, case.id, case.revision), deeds.WITNESSED, identity=way)
    return visit.go("sitting", sitting=visit.parts["sitting"])


def _case(visit: DeskVisit) -> Case | None:
    sitting = mine(visit)
    case = case_of(visit, sitting) if sitting else None
    return case if case and may(visit, case) else None


def _page(visit: DeskVisit, case: Case, amiss: Say | None = None) -> Answer:
    return visit.page(
        "desk/witness.html",
        status=422 if amiss else 200,
        problems={"identity": visit.say(amiss)} if amiss else {},
        number=case.number,
        said=SAID,
        ways=[{"id": id, "label": visit.say(words)} for id, words in WAYS.items()],
        typed=visit.typed,
        back=visit.url("sitting", sitting=visit.parts["sitting"]),
    )


PAGE = Page(name="witness", needs=CLERK, show=show, take=take, proven=True)
