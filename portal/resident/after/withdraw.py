"""Taking back: what it is about, what follows from it, one act, and the answers once more where nobody read them."""

from __future__ import annotations

from portal.cases import withdrawal
from portal.cases.case import Case
from portal.cases.status import WITHDRAWN
from portal.cases.withdrawal import Wish
from portal.catalogue.version import Version
from portal.consent import wording
from portal.consent.record import Act
from portal.consent.wording import Part
from portal.journey.again.restored import restored
from portal.language.words import SOURCE, say, words_for
from portal.resident import way
from portal.resident.after.standing import WHOLE, bare, day, until, version_of, words_of
from portal.web.errors import Refused
from portal.web.house import Answer
from portal.web.visit import Visit

TAKE_WHOLE = say("この申し込みを、取りやめます。")
TAKE_PART = say("「{words}」という同意を、取りやめます。")
MAY, DONE, LATE = "may", "done", "late"


def show(visit: Visit) -> Answer:
    """What can be taken back, or that it was, or what to do where it is too late."""
    case = way.numbered(visit)
    if case is None:
        return visit.go("status")
    version, what = version_of(visit, case), _purpose(visit)
    taken = next((one for one in withdrawal.taken(visit.db, case) if one.purpose in {what, ""}), None)
    if not taken and what and not _holds(visit, case, what):
        raise Refused(404)
    state = DONE if taken else MAY if what or withdrawal.possible(case, until(version)) else LATE
    return visit.page(
        "resident/withdraw.html",
        service={"id": case.service, "title": version.told(visit.reads).service.title if version else case.title},
        case={"number": case.number, "unseen": case.seen is None},
        state=state,
        what=bare(version, what, visit.reads) if what else "",
        meaning=words_of(version, what, visit.reads)["meaning"] if what else "",
        date_text=day(visit, taken) if taken else "",
        own=way.sent(visit) is not None,
        again=_again(visit, case, version),
        action=visit.here,
    )


def take(visit: Visit) -> Answer:
    """The act; done twice it is one."""
    case = way.numbered(visit)
    if case is None:
        return visit.go("status")
    if visit.form.do == "again":
        return _correct(visit, case)
    if visit.form.do == "withdraw":
        version, chosen = version_of(visit, case), visit.preferences
        beside = chosen.also_in(visit.language)
        act = Act("proxy" if case.helper else "self", "button", chosen.text, visit.now, chosen.aloud, beside)
        wish = Wish(_part(visit, version, _purpose(visit)), act, until(version), visit.origin)
        withdrawal.take_back(visit.db, visit.house.keys, visit.town, case.id, wish)
        visit.case = None
    return visit.go("withdraw", number=visit.parts["number"], what=visit.parts["what"])


def _again(visit: Visit, case: Case, version: Version | None) -> bool:
    """Whether the answers can be had back: nobody has read them, and this is the phone that sent them."""
    return case.seen is None and version is not None and way.has_sent(visit, case)


def _correct(visit: Visit, case: Case) -> Answer:
    """The answers of what was taken back, as a draft on this phone."""
    version = version_of(visit, case)
    if version is None or case.status != WITHDRAWN or not _again(visit, case, version):
        return visit.go("withdraw", number=visit.parts["number"], what=visit.parts["what"])
    if visit.at_counter:
        return way.to_desk(visit)
    way.shown(visit, case)
    visit.case = None
    way.give_key(visit, restored(visit.db, visit.house.keys, case, version, visit.now))
    return visit.go("review")


def _purpose(visit: Visit) -> str:
    """The purpose in the address; "" for the application as a whole."""
    what = visit.parts["what"]
    return "" if what == WHOLE else what


def _holds(visit: Visit, case: Case, purpose: str) -> bool:
    records = withdrawal.standing(case, withdrawal.taken(visit.db, case))
    return any(each["purposes"][0]["id"] == purpose for each in records)


def _part(visit: Visit, version: Version | None, purpose: str) -> Part:
    """What is agreed to by taking it back, as the page said it and in Japanese."""
    told, japanese = (
        words_for(language)(TAKE_PART if purpose else TAKE_WHOLE, words=bare(version, purpose, language))
        for language in (visit.language, SOURCE)
    )
    return wording.withdrawal(told, japanese, visit.language, purpose)
