"""The resident answers the office, or sends it a paper, from the page that tells where their application stands."""

from __future__ import annotations

from portal.answers.answer_type import Problem, Problems
from portal.cases.case import Case
from portal.cases.course.messages import LONGEST, legible
from portal.cases.status import WITHDRAWN
from portal.cases.talk import replies
from portal.cases.talk.replies import Refused, Reply
from portal.cases.talk.waiting import Whose
from portal.journey import attachment
from portal.journey.attachment import Opened
from portal.language.words import say
from portal.preferences import is_wish
from portal.resident.preferences import wished
from portal.resident.talk import said, ticket
from portal.resident.talk.ticket import Ticket
from portal.security.allowance import Allowance
from portal.security.tokens import new_id
from portal.storage.files import File
from portal.web import errors
from portal.web.house import Answer
from portal.web.visit import Visit

PAPERS = Allowance(60, 600)
"""Papers one caller may send in ten minutes: each costs a second; an office behind one address sends many."""
TEXT, PAPER = "text", "paper"
NOTHING = say("役所に伝えたいことを書くか、写真や書類を選んでください。")
PICK_AGAIN = say("写真や書類は、もう一度選んでください。")


def show(visit: Visit) -> Answer:
    """What was said so far, and a box for more."""
    case = ticket.known(visit)
    return _page(visit, case) if case and case.status != WITHDRAWN else visit.go("status")


def take(visit: Visit) -> Answer:
    """Keep what was sent, once for each showing of the page. Raises Refused for too many papers."""
    paper = None if is_wish(visit.form.do) else _opened(visit)
    case = ticket.known(visit)
    if case is None or case.status == WITHDRAWN:
        return visit.go("status")
    if wished(visit):
        return _page(visit, case, again=visit.form.upload is not None)
    came = ticket.taken(visit, case)
    if came is None:
        return _page(visit, case, again=visit.form.upload is not None)
    amiss = _amiss(visit.form.typed.get(TEXT, ""), paper)
    return _page(visit, case, amiss) if amiss else _kept(visit, case, came, paper)


def _opened(visit: Visit) -> Opened | None:
    """The file of this form, before the visit's transaction begins: others must not wait for a picture."""
    upload = visit.form.upload
    if upload is None:
        return None
    if not PAPERS.take(visit.client):
        raise errors.Refused(429)
    return attachment.opened(upload.name, upload.content, visit.house.settings)


def _amiss(typed: str, paper: Opened | None) -> tuple[Problem, ...]:
    """What has to be mended before it can be sent. A browser forgets the file of a form that comes back."""
    text = legible(typed)
    found = []
    if len(text) > LONGEST:
        longer = say(
            "書いたことが長すぎます。{most}文字までで書いてください。いまは{n}文字です。", most=LONGEST, n=len(text)
        )
        found.append(Problem(TEXT, longer))
    if paper and isinstance(paper.found, Problems):
        found += [Problem(PAPER, one.message) for one in paper.found.found]
    elif paper and found:
        found.append(Problem(PAPER, PICK_AGAIN))
    if not text and not paper:
        found.append(Problem(TEXT, NOTHING))
    return tuple(found)


def _kept(visit: Visit, case: Case, came: Ticket, paper: Opened | None) -> Answer:
    """It is kept, and the office is told."""
    reply = Reply(came.id, visit.now, visit.form.typed.get(TEXT, ""))
    try:
        kept = replies.write(visit.db, visit.house.keys, Whose(case, visit.town, visit.origin), reply, _files(paper))
    except Refused:
        phone = visit.town.departments[case.department].phone
        full = say("ここからは、もう送れません。{phone} に電話してください。", phone=phone)
        return _page(visit, case, (Problem(TEXT, full),))
    return visit.page("resident/reply.html", sent=said.ours(visit, kept), ways=said.ways(visit, case))


def _files(paper: Opened | None) -> tuple[File, ...]:
    if paper is None or isinstance(paper.found, Problems):
        return ()
    return (File(new_id(), "", "", paper.name, paper.found.media_type, paper.found.content),)


def _page(visit: Visit, case: Case, amiss: tuple[Problem, ...] = (), *, again: bool = False) -> Answer:
    written = said.written(visit, case)
    return visit.page(
        "resident/reply.html",
        status=422 if amiss else 200,
        sent=None,
        written=written,
        ways=said.ways(visit, case, written),
        ticket=ticket.taken(visit, case) or ticket.issued(visit, case),
        typed=visit.form.typed.get(TEXT, ""),
        problems=visit.told(Problems(*amiss) if amiss else None),
        again=again,
        back=visit.url("status"),
        action=visit.here,
    )
