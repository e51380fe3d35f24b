"""The page to come in by: one button, for any passkey of the town's staff."""

from __future__ import annotations

from portal.accounts.staff import person as people
from portal.desk.coming_in import ceremony
from portal.desk.coming_in.entry import enter, wanted
from portal.desk.page import ANYBODY, Page
from portal.desk.visit import DeskVisit
from portal.language.words import Say, say
from portal.web.house import Answer

OVER = say(
    "しばらく操作がなかったので、安全のため終わりました。もう一度、入ってください。書きかけの言葉は残っています。"
)
ELSEWHERE = {
    "cancelled": say("役所のアカウントでは、入りませんでした。もう一度、選んでください。"),
    "unknown": say(
        "この役所のアカウントは、まだつながっていません。パスキーで入り、「あなたのこと」の画面でつないでください。"
    ),
    "unreachable": say(
        "役所のアカウントの窓口に、つながりませんでした。少したってから試すか、パスキーで入ってください。"
    ),
}
"""Why somebody did not come in by an account elsewhere."""


def show(visit: DeskVisit) -> Answer:
    """The button; whoever is in already goes on."""
    if visit.somebody:
        return Answer(status=303, to=wanted(visit))
    why = visit.request.query_params.get("why", "")
    return _page(visit, OVER if why == "over" else None, ELSEWHERE.get(why))


def take(visit: DeskVisit) -> Answer:
    """Let in whoever the key belongs to."""
    key = ceremony.shown(visit)
    somebody = people.by_id(visit.db, visit.house.keys, visit.town.code, key.staff) if key else None
    if somebody is None or somebody.revoked:
        return _page(visit, None, ceremony.AMISS)
    return enter(visit, somebody)


def _page(visit: DeskVisit, note: Say | None, amiss: Say | None) -> Answer:
    return visit.page(
        "desk/sign_in.html",
        status=422 if amiss and visit.form_came else 200,
        note=visit.say(note) if note else "",
        amiss=visit.say(amiss) if amiss else "",
        wish=ceremony.to_sign(visit),
        able=ceremony.place(visit).able,
        elsewhere=ceremony.elsewhere(visit),
        to=wanted(visit),
        account=visit.town.staff_accounts is not None,
    )


PAGE = Page(name="sign_in", needs=ANYBODY, show=show, take=take, slow=True)
