"""A key once more, before what could do harm: whoever sits down at another's open desk does not get further."""

from __future__ import annotations

from portal.accounts.staff import linked
from portal.accounts.staff import session as sessions
from portal.desk.coming_in import ceremony
from portal.desk.coming_in.entry import wanted
from portal.desk.coming_in.sign_in import ELSEWHERE
from portal.desk.page import ANY_STAFF, Page
from portal.desk.visit import DeskVisit
from portal.language.words import say
from portal.web.house import Answer

NOT_SHOWN = {
    "cancelled": say("役所のアカウントでは、確かめられませんでした。もう一度選ぶか、パスキーで確かめてください。"),
    "unreachable": ELSEWHERE["unreachable"],
}
"""Why an account elsewhere did not show who it is."""


def show(visit: DeskVisit) -> Answer:
    """The button; and why an account elsewhere has not shown who it is."""
    why = visit.request.query_params.get("why", "")
    return _page(visit, visit.say(NOT_SHOWN.get(why, "")))


def take(visit: DeskVisit) -> Answer:
    """Back to what was being done, if the key is this person's."""
    key = ceremony.shown(visit)
    if key is None or key.staff != visit.person.id or visit.session is None:
        return _page(visit, visit.say(ceremony.AMISS))
    sessions.prove(visit.db, visit.session, visit.now)
    return Answer(status=303, to=wanted(visit))


def _page(visit: DeskVisit, amiss: str = "") -> Answer:
    wish = ceremony.to_sign(visit, visit.person)
    status, back = (422 if amiss and visit.form_came else 200), wanted(visit)
    account = visit.town.staff_accounts is not None and linked.linked(visit.db, visit.person)
    return visit.page("desk/again.html", status=status, wish=wish, amiss=amiss, to=back, account=account)


PAGE = Page(name="again", needs=ANY_STAFF, show=show, take=take, slow=True, lent=True)
