"""What staff get of an application, in Japanese: mails, tables, papers, its page at the desk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from starlette.testclient import TestClient

from a11y.desk import AGENT, PLACE, entered
from a11y.sent import Piece, Sent, words, written
from portal.app import create
from portal.cases.batch.mail import mail as batch
from portal.cases.batch.mark import Mark, Office
from portal.cases.case import Case
from portal.cases.exports.table import Told
from portal.cases.letters import paper
from portal.cases.letters.channels import ARRIVED, News, envelopes
from portal.cases.letters.department import (
    of_call,
    of_principal,
    of_reply,
    of_revoked,
    of_withdrawal,
    to_department,
)
from portal.cases.letters.resident import Writing
from portal.cases.principal.word import NO, YES, Word
from portal.cases.talk import questions
from portal.cases.talk.script import script
from portal.cases.talk.waiting import known
from portal.consent.bundle import Taken
from portal.delivery.envelope import Envelope
from portal.municipalities.delivery import Batch, Email

JSON = "application/json"
"""Another system has it in both languages."""


def to_staff(sent: Sent) -> Iterator[Piece]:
    """All of it, for an application in a language."""
    about = sent.about
    with sent.house.database.reading() as db:
        machine = known(db, sent.house.keys, about.case)
    for name, letter in _letters(sent.doubted, machine, sent.house.clock()).items():
        tables = (one.content.decode() for one in letter.enclosures if one.media_type != JSON)
        yield Piece("staff", name, written([letter.subject, letter.text, *tables]) + letter.html)
    yield Piece("staff", "paper", written(words(paper.of(about.case, about.town, machine).data)))
    ready = [questions.about_doubts(sent.doubted), *questions.by_name(about)]
    yield Piece("staff", "what to ask and to say", written([*(one.japanese for one in ready), script(about)]))
    yield Piece("staff", "the page at the desk", _at_the_desk(sent))


def _letters(about: Writing, machine: Any, now: datetime) -> Mapping[str, Envelope]:
    case, town = about.case, about.town
    told = to_department(case, town)
    department = town.departments[case.department]
    short = department.model_copy(update={"delivery": (Email(style="notice"),)})
    brief = town.model_copy(update={"departments": {**town.departments, case.department: short}})
    taken = [Taken(entry["record"], entry["statements"], 1) for entry in case.consent["records"][:1]]
    office = Office(town, case.department, Batch(kind="batch"))
    return {
        "department": told,
        "notice": next(envelopes(News(case, brief, ARRIVED, told, about.portal), now)),
        "withdrawal": of_withdrawal(case, town, taken),
        "reply": of_reply(case, town, {"at": "令和8年11月24日", "text": "OK", "files": []}, machine),
        "call": of_call(case, town, {"phone": case.phone, "wish": "午前", "words": "OK"}, machine),
        "batch": batch(office, Mark(now, 1, 1), [Told(case)], {}),
        **(_of_principal(case, about, now) if case.helper else {}),
    }


def _of_principal(case: Case, about: Writing, now: datetime) -> Mapping[str, Envelope]:
    yes = Word(YES, now, "link", True, {"records": []}, until="2027-05-01")
    no = Word(NO, now, "letter", False, {})
    return {
        "principal": of_principal(case, about.town, yes),
        "principal, no": of_principal(case, about.town, no),
        "revoked": of_revoked(case, about.town, now),
    }


def _at_the_desk(sent: Sent) -> str:
    """The page of the case, as an approver sees it."""
    headers = {"user-agent": AGENT, "sec-fetch-site": "same-origin"}
    clerk = TestClient(create(sent.house), base_url=PLACE, headers=headers)
    clerk.cookies.set("yorisoi_desk", entered(sent.house, frozenset({"approver"})))
    with clerk:
        page = clerk.get(f"/desk/kasumigahama/cases/{sent.about.case.id}")
    assert page.status_code == 200
    return page.text
