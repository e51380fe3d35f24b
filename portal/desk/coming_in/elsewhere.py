"""By an account elsewhere: sent to the town's provider, and back; to come in, to link the account first, or to show
once more who it is, where a key would be shown.

An account comes in only when its holder has linked it from inside: nobody is known by a name or an address of mail.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace

from portal.accounts.staff import linked
from portal.accounts.staff import person as people
from portal.accounts.staff import session as sessions
from portal.accounts.staff.elsewhere import LASTS, Pending, Provider, Unproven, Unreachable, begin, finish, pending
from portal.desk.coming_in import ceremony
from portal.desk.coming_in.entry import enter, wanted
from portal.desk.page import ANY_STAFF, ANYBODY, Page
from portal.desk.visit import DeskVisit
from portal.security.allowance import Allowance
from portal.security.sealing import Unreadable
from portal.web.errors import Refused
from portal.web.fields import Form
from portal.web.house import Answer

COME_IN, LINK, AGAIN = "in", "link", "again"
_starts = Allowance(120, 60)
"""An office behind one address comes in at half past eight; nobody else sends so many to the provider."""
COOKIE, SEAL = "yorisoi_desk_elsewhere", "staff elsewhere"


def leave_to_come_in(visit: DeskVisit) -> Answer:
    """To the provider, to come in; whoever is in already shows by it once more who it is."""
    if visit.session and visit.somebody:
        return _leave(visit, pending(f"{AGAIN}:{visit.session.id}", wanted(visit), visit.now, strict=True))
    return _leave(visit, pending(COME_IN, wanted(visit), visit.now))


def leave_to_link(visit: DeskVisit) -> Answer:
    """To the provider, to link the account of whoever is in."""
    return _leave(visit, pending(f"{LINK}:{visit.person.id}", visit.url("account"), visit.now))


def back(visit: DeskVisit) -> Answer:
    """From the provider: who was it?"""
    provider, wish = _provider(visit), _wish(visit)
    visit.cookie(_cookie(visit), "", 0)
    if wish is None:
        return _not_in(visit, "cancelled")
    try:
        subject = finish(provider, wish, dict(visit.request.query_params), visit.now)
    except Unproven:
        return _not_in(visit, "cancelled", wish)
    except Unreachable:
        return _not_in(visit, "unreachable", wish)
    visit.begin_to_write()
    known = linked.subject_of(visit.house.keys, provider.issuer, subject)
    if wish.purpose == COME_IN:
        return _let_in(visit, known, wish)
    return (_shown_again if wish.purpose.startswith(AGAIN) else _linked)(visit, known, wish)


def _let_in(visit: DeskVisit, subject: str, wish: Pending) -> Answer:
    id = linked.whose(visit.db, visit.town.code, subject)
    somebody = people.by_id(visit.db, visit.house.keys, visit.town.code, id) if id else None
    if somebody is None or somebody.revoked:
        return _not_in(visit, "unknown")
    visit.form = Form({"to": wish.to})
    return enter(visit, somebody)


def _shown_again(visit: DeskVisit, subject: str, wish: Pending) -> Answer:
    """The session goes on, if it is the account of whoever is in."""
    here, me = visit.session, visit.somebody
    whose = linked.whose(visit.db, visit.town.code, subject)
    if here is None or me is None or wish.purpose != f"{AGAIN}:{here.id}" or whose != me.id:
        return _not_in(visit, "cancelled", wish)
    sessions.prove(visit.db, here, visit.now)
    return Answer(status=303, to=wish.to)


def _linked(visit: DeskVisit, subject: str, wish: Pending) -> Answer:
    if visit.somebody is None or wish.purpose != f"{LINK}:{visit.somebody.id}":
        return _not_in(visit, "cancelled", wish)
    try:
        linked.link(visit.db, visit.person, subject, visit.now)
    except linked.Taken:
        return _not_in(visit, "taken", wish)
    visit.tell("linked")
    return visit.go("account")


def _leave(visit: DeskVisit, wish: Pending) -> Answer:
    if not _starts.take(visit.client):
        return visit.refuse(429)
    try:
        to = begin(_provider(visit), wish)
    except Unreachable:
        return _not_in(visit, "unreachable", wish)
    box = visit.house.keys.town(visit.town.code).seal(wish.told(), SEAL)
    visit.cookie(_cookie(visit), urlsafe_b64encode(box).decode(), int(LASTS.total_seconds()))
    # A form may only lead to ourselves (form-action), also by way of a redirect: so a page leads on, by itself.
    return replace(visit.page("desk/onward.html", to=to), headers={"Refresh": f"0; url={to}"})


def _not_in(visit: DeskVisit, why: str, wish: Pending | None = None) -> Answer:
    """Told why, where it was wished for: whoever is in already never loses their place."""
    if visit.somebody and wish and wish.purpose.startswith(LINK):
        return visit.ask("account", {"why": why})
    if visit.somebody and wish:
        return visit.ask("again", {"to": wish.to, "why": why})
    return visit.ask("sign_in", {"why": why})


def _wish(visit: DeskVisit) -> Pending | None:
    try:
        box = urlsafe_b64decode(visit.request.cookies.get(_cookie(visit), ""))
        return Pending.read(visit.house.keys.town(visit.town.code).open(box, SEAL))
    except (Unreadable, ValueError, TypeError, IndexError):
        return None


def _provider(visit: DeskVisit) -> Provider:
    told = visit.town.staff_accounts
    if told is None:
        raise Refused(404)
    back = f"{ceremony.place(visit).origin}{visit.url('elsewhere')}"
    return Provider(told.issuer, told.client, visit.house.settings.secrets_at / told.secret, back)


def _cookie(visit: DeskVisit) -> str:
    return f"__Host-{COOKIE}" if visit.house.settings.secure else COOKIE


PAGES = (
    Page(
        name="elsewhere",
        needs=ANYBODY,
        show=back,
        take=leave_to_come_in,
        abroad=True,
    ),
    Page(
        name="link",
        needs=ANY_STAFF,
        show=lambda visit: visit.go("account"),
        take=leave_to_link,
        proven=True,
        abroad=True,
    ),
)
