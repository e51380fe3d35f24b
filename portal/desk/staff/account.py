"""One's own account: roles, passkeys, an account elsewhere, other browsers one is in with."""

from __future__ import annotations

from portal.accounts.staff import key as staff_keys
from portal.accounts.staff import linked
from portal.accounts.staff import session as sessions
from portal.desk.coming_in import ceremony
from portal.desk.coming_in.sign_in import ELSEWHERE
from portal.desk.page import ANY_STAFF, Page
from portal.desk.staff.key_name import read_name
from portal.desk.staff.roles import held
from portal.desk.visit import DeskVisit
from portal.language.dates import JAPAN, shown
from portal.language.words import Say, say
from portal.web.house import Answer

LAST = say("これは、ただ一つのパスキーです。先に、別のパスキーを足してください。")
FULL = say("パスキーは{most}個までです。使わないものを、先に消してください。")

NOT_LINKED = {
    "cancelled": say("役所のアカウントは、つながりませんでした。もう一度、押してください。"),
    "taken": say("この役所のアカウントは、ほかの職員がつないでいます。自分のアカウントを選んでください。"),
    "unreachable": ELSEWHERE["unreachable"],
}
"""Why an account elsewhere was not linked."""


def show(visit: DeskVisit) -> Answer:
    """All of it, and why an account elsewhere was not linked; keys are added by whoever has just shown one."""
    return _page(visit, NOT_LINKED.get(visit.request.query_params.get("why", "")))


def take(visit: DeskVisit) -> Answer:
    """Add or remove a key, end other sessions, or forget the account elsewhere."""
    what, _, which = visit.form.do.partition(":")
    amiss = _done(visit, what, which)
    return _page(visit, amiss) if amiss else visit.go("account")


def _done(visit: DeskVisit, what: str, which: str) -> Say | None:
    keys, me = visit.house.keys, visit.person
    if what == "remove":
        try:
            if staff_keys.remove(visit.db, me, which):
                visit.tell("key removed")
        except staff_keys.LastKey:
            return LAST
    elif what == "add":
        credential = ceremony.brought(visit)
        if credential is None:
            return ceremony.AMISS
        try:
            staff_keys.keep(visit.db, keys, me, (credential, read_name(visit)), visit.now)
        except staff_keys.Taken:
            return say(FULL.text, most=staff_keys.MOST)
        visit.tell("key added")
    elif what == "others" and visit.session:
        sessions.end_all(visit.db, me, visit.now, but=visit.session.id)
        visit.tell("others left")
    elif what == "unlink" and linked.unlink(visit.db, me):
        visit.tell("unlinked")
    return None


def _page(visit: DeskVisit, amiss: Say | None = None) -> Answer:
    me, held_keys = visit.person, staff_keys.of_person(visit.db, visit.house.keys, visit.person)
    fresh = visit.session is not None and visit.session.fresh(visit.now)
    return visit.page(
        "desk/account.html",
        status=422 if amiss and visit.form_came else 200,
        amiss=visit.say(amiss) if amiss else "",
        name=me.name,
        roles=held(visit, me),
        keys=[(one.id, one.name, _day(visit, one.made), _day(visit, one.used)) for one in held_keys],
        wish=ceremony.to_make(visit, me) if fresh else None,
        able=ceremony.place(visit).able,
        account=visit.town.staff_accounts is not None,
        linked=linked.linked(visit.db, me),
        typed=visit.typed,
    )


def _day(visit: DeskVisit, moment: object) -> str:
    return shown(moment.astimezone(JAPAN).date(), visit.words) if moment else ""  # type: ignore[attr-defined]


PAGE = Page(name="account", needs=ANY_STAFF, show=show, take=take, proven=True, slow=True)
