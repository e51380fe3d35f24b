"""The way in for the person: a link that opens once, or the code of a letter; their birth date opens it, few times."""

from __future__ import annotations

from portal.answers.answer_type import Problem, Problems
from portal.cases import case as cases
from portal.cases.case import Case
from portal.cases.principal import invitation as invitations
from portal.cases.principal.invitation import DIGITS, LINK, SLOWED, Invitation
from portal.cases.principal.standing import WAITING
from portal.language.words import say
from portal.resident.later import BIRTH, birth_ask, slip_of
from portal.resident.preferences import wished
from portal.resident.principal import told
from portal.security.tokens import same
from portal.storage.tries import PER_ADDRESS
from portal.web.house import Answer
from portal.web.visit import Visit

GONE = "invitation"
"""The reason of a refusal: what should lead in leads nowhere any more."""


def show(visit: Visit) -> Answer:
    """Before anything is told: whose telephone it is, and the birth date. Looking at it uses nothing up."""
    found = _at(visit)
    if isinstance(found, Answer):
        return found
    return _page(visit, *found, {}, None)


def take(visit: Visit) -> Answer:
    """The telephone was handed over, or the birth date was written."""
    found = _at(visit)
    if isinstance(found, Answer):
        return found
    invitation, case = found
    if visit.form.do == "handed":
        invitations.hand(visit.db, invitation)
        return visit.go("own", token=visit.parts["token"])
    typed = {part: visit.form.typed.get(part, "") for part in BIRTH.parts(birth_ask(visit))}
    if wished(visit):
        return _page(visit, invitation, case, typed, None)
    try:
        birth = BIRTH.read(typed, birth_ask(visit), visit.today)
    except Problems as problems:
        return _page(visit, invitation, case, typed, problems)
    if _strange(visit, invitation, case):
        return _page(visit, invitation, case, typed, None)
    refused = let_in(visit, invitation, case, birth)
    return _page(visit, invitation, case, typed, refused) if isinstance(refused, Problems) else refused


def show_posted(visit: Visit) -> Answer:
    """The page that takes the code of a letter."""
    return _posted(visit, {}, None)


def take_posted(visit: Visit) -> Answer:
    """The code of a letter and a birth date open the same page as a link."""
    slip = slip_of(visit, "code", DIGITS, say("手紙の番号は9けたの数字です。番号をもう一度確かめてください。"))
    if wished(visit):
        return _posted(visit, slip.typed, None)
    if slip.problems:
        return _posted(visit, slip.typed, slip.problems)
    by_address = f"posted:{visit.client}"
    if not visit.may_try(by_address, PER_ADDRESS):
        return visit.refuse(429)
    invitation = invitations.opening(visit.db, visit.house.keys, visit.town.code, slip.number, visit.now)
    case = _case(visit, invitation) if invitation and invitation.way != LINK and not invitation.held else None
    wrong = say("手紙の番号か生まれた日がちがうようです。手紙を、もう一度確かめてください。")
    if invitation is None or case is None:
        return _posted(visit, slip.typed, Problems(Problem("code", wrong)))
    refused = let_in(visit, invitation, case, slip.birth)
    if isinstance(refused, Problems):
        return _posted(visit, slip.typed, Problems(Problem("code", wrong)))
    visit.knew(by_address)
    return refused


def let_in(visit: Visit, invitation: Invitation, case: Case, birth: str) -> Problems | Answer:
    """To the page of the word for a right birth date (ISO); from now on this telephone alone may go there."""
    of_it, by_address = f"own:{invitation.id}", f"own:{visit.client}"
    if not (visit.may_try(by_address, PER_ADDRESS) and visit.may_try(of_it, SLOWED)):
        return visit.refuse(429)
    if not same(case.birth_date or "", birth):
        invitations.wrong(visit.db, invitation)
        return Problems(Problem("year", say("生まれた日が、申し込みとちがいます。もう一度確かめてください。")))
    visit.knew(by_address)
    visit.knew(of_it)
    key = invitations.hold(visit.db, visit.house.keys, invitation)
    if key is None:
        return gone(visit)
    visit.cookie(_cookie(visit), key, int((invitation.expires - visit.now).total_seconds()))
    return visit.go("sign")


def held(visit: Visit) -> tuple[Invitation, Case] | Answer:
    """What this telephone may give a word on, or why it may not."""
    key = visit.held(_cookie(visit))
    found = invitations.held(visit.db, visit.house.keys, visit.town.code, key, visit.now) if key else None
    look = cases.held if visit.writes else cases.by_id
    case = look(visit.db, visit.house.keys, visit.town.code, found.about) if found else None
    return (found, case) if found and case else gone(visit)


def gone(visit: Visit) -> Answer:
    """The link is past its days, was used, or never was one."""
    return visit.refuse(404, GONE)


def _at(visit: Visit) -> tuple[Invitation, Case] | Answer:
    invitation = invitations.opening(visit.db, visit.house.keys, visit.town.code, visit.parts["token"], visit.now)
    if invitation is None or invitation.way != LINK:
        return gone(visit)
    if invitation.held:
        ours = held(visit)
        mine = not isinstance(ours, Answer) and ours[0].id == invitation.id
        return visit.go("sign") if mine else gone(visit)
    case = _case(visit, invitation)
    return (invitation, case) if case else gone(visit)


def _case(visit: Visit, invitation: Invitation) -> Case | None:
    """The case, while its person's word is waited for."""
    case = cases.by_id(visit.db, visit.house.keys, visit.town.code, invitation.about)
    return case if case and told.standing(visit, case).state == WAITING else None


def _strange(visit: Visit, invitation: Invitation, case: Case) -> bool:
    """Whether this is the telephone of the one who applied, and nobody said that it was handed over."""
    return told.is_the_others(visit, case) and not invitation.handed


def _cookie(visit: Visit) -> str:
    return f"yorisoi_{visit.town.slug}_own"


def _page(visit: Visit, invitation: Invitation, case: Case, typed: dict[str, str], problems: Problems | None) -> Answer:
    return visit.page(
        "resident/own.html",
        status=422 if problems else 200,
        strange=_strange(visit, invitation, case),
        handed=invitation.handed,
        typed=typed,
        problems=visit.told(problems),
        action=visit.here,
    )


def _posted(visit: Visit, typed: dict[str, str], problems: Problems | None) -> Answer:
    return visit.page(
        "resident/posted.html",
        status=422 if problems else 200,
        typed=typed,
        problems=visit.told(problems),
        action=visit.here,
    )
