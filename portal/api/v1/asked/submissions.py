"""Submissions: a partner hands in what was written on paper; the same checks as on the web, problems by field."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections import defaultdict
from datetime import date

from starlette.responses import Response

from portal.accounts.scope import SUBMIT
from portal.api.v1.answer import json_of
from portal.api.v1.asked.services import is_open, offered
from portal.api.v1.call import Call
from portal.api.v1.entrance.amiss import pointer
from portal.api.v1.operation import Operation
from portal.api.v1.problems import Amiss, Refused
from portal.api.v1.shapes.both import Both
from portal.api.v1.shapes.submission import Receipt, Submission
from portal.cases import case as cases
from portal.cases.case import Case
from portal.catalogue.published import recalled
from portal.catalogue.version import Version
from portal.consent import wording
from portal.journey import agreed, attachment
from portal.journey.attachment import Opened
from portal.journey.paper import sheet as sheets
from portal.journey.paper.sheet import NO_PART, NOWHERE, Sheet, Unreadable
from portal.journey.submit import ON_PAPER, Paper, Sending, submit
from portal.language.dates import JAPAN
from portal.language.words import CODES, words_for
from portal.web.caller import origin

WORDS = {
    NOWHERE: Both(
        "この答えだと、この質問は聞きません。消すか、ほかの答えを確かめてください。",
        "With these answers this question is not asked. Remove it, or check the other answers.",
    ),
    NO_PART: Both("この質問に、この部分はありません。", "This question has no such part."),
}
LANGUAGE = Both("手続きの languages のうちの一つを書いてください。", "Write one of languages of the service.")
VERSION = Both("この手続きの version ではありません。", "This is no version of this service.")
DAY = Both("今日までの日を、2026-11-20 のように書いてください。", "Write a day up to today, like 2026-11-20.")
UNSIGNED = Both("紙に、次の文がありません: {ids}", "The paper lacks these statements: {ids}")
UNKNOWN = Both("この手続きに、次の文はありません: {ids}", "The service has no such statements: {ids}")
BASE64 = Both("Base64 で書いてください。", "Write it in Base64.")


def hand_in(call: Call) -> Response:
    """POST /services/{service}/submissions. Raises Refused: NotFound, Closed or BadBody."""
    told: Submission = call.body
    today = call.now.astimezone(JAPAN).date()
    version = _version(call, offered(call), told)
    if not is_open(version, call):
        raise Refused("Closed")
    chosen = _agreed(call, version, told)
    paper = Paper(call.client.name, _signed(call, told, today))
    sheet = Sheet(call.once, version, call.language, _answers(told), told.people, _files(call, told))
    sending = Sending(
        *(call.house.keys, call.town, told.language, ON_PAPER, 0, call.now),
        chosen=chosen,
        portal=origin(call.house.settings, call.request),
        paper=paper,
    )
    try:
        case = _kept(call, sheet, sending)
    except Unreadable as error:
        raise Refused("BadBody", errors=[_told(one, told, call.language).told for one in error.found]) from None
    path = f"/api/v1/cases/{case.id}"
    receipt = {
        "id": case.id,
        "number": case.number,
        "received_at": case.received.astimezone(JAPAN).isoformat(timespec="milliseconds"),
        "path": path,
        "flags": [vars(flag) for flag in case.flags],
        "earlier": list(case.earlier),
    }
    return json_of(call.request, Receipt.model_validate(receipt), {"Location": path}, 201)


def _kept(call: Call, sheet: Sheet, sending: Sending) -> Case:
    """The case of a sheet, opened now or before. Raises Unreadable; Refused where a statement is not on the paper."""
    with call.house.database.writing() as db:
        before = cases.by_key(db, call.house.keys, call.client.municipality, sheet.key)
        if before:
            return before
        draft = sheets.drafted(db, sheet, sending.today)
        needed = {words["id"] for part in agreed.parts(draft, sending.language) for words in part.shown}
        if missing := sorted(needed.difference(call.body.consent.statements)):
            raise _bad(call, UNSIGNED, "consent", "statements", ids=", ".join(missing))
        return submit(db, draft, sending)


def _version(call: Call, today: Version, told: Submission) -> Version:
    """The questions the paper was printed with. Raises Refused: BadBody."""
    if told.language not in CODES:
        raise _bad(call, LANGUAGE, "language")
    if told.version in {None, today.hash}:
        return today
    with call.house.database.reading() as db:
        found = call.house.catalogue.by_hash(today.municipality, told.version or "") or recalled(
            db, today.municipality, told.version or ""
        )
    if found is None or found.service != today.service:
        raise _bad(call, VERSION, "version")
    return found


def _agreed(call: Call, version: Version, told: Submission) -> frozenset[str]:
    """The optional consents the paper bears. Raises Refused: BadBody for what is no statement."""
    parts = wording.parts(version, told.language)
    there = {words["id"]: part for part in parts for words in part.shown}
    said = set(told.consent.statements)
    if unknown := sorted(said - there.keys()):
        raise _bad(call, UNKNOWN, "consent", "statements", ids=", ".join(unknown))
    return frozenset(part.id for part in parts if part.optional and part.id in said)


def _signed(call: Call, told: Submission, today: date) -> date:
    try:
        day = date.fromisoformat(told.consent.signed_on)
    except ValueError:
        day = date.max
    if day > today:
        raise _bad(call, DAY, "consent", "signed_on")
    return day


def _answers(told: Submission) -> dict[str, dict[str, str]]:
    return {key: {"value": typed} if isinstance(typed, str) else typed for key, typed in told.answers.items()}


def _files(call: Call, told: Submission) -> dict[str, list[Opened]]:
    """The files made safe, by question. Raises Refused: BadBody. Takes seconds."""
    found = defaultdict[str, list[Opened]](list)
    for n, file in enumerate(told.files):
        try:
            content = b64decode(file.content, validate=True)
        except (binascii.Error, ValueError):
            raise _bad(call, BASE64, "files", n, "content") from None
        found[file.question].append(attachment.opened(file.name, content, call.house.settings))
    return found


def _told(one: sheets.Amiss, told: Submission, language: str) -> Amiss:
    """What is amiss, at its place in the body."""
    words = WORDS[one.why].told(language) if isinstance(one.why, str) else words_for(language)(one.why)
    if one.person is not None:
        return Amiss(pointer("people", one.key, one.person, one.part), words)
    where = next((name for name in ("answers", "people") if one.key in getattr(told, name)), "answers")
    if where == "answers" and (n := _file(one.key, told)) is not None:
        return Amiss(pointer("files", n), words)
    whole = not one.part or one.key not in told.answers or isinstance(told.answers[one.key], str)
    return Amiss(pointer(where, one.key) if whole else pointer(where, one.key, one.part), words)


def _file(key: str, told: Submission) -> int | None:
    """The place of the first file of a question without other answers."""
    if key in told.answers:
        return None
    return next((n for n, file in enumerate(told.files) if file.question == key), None)


def _bad(call: Call, words: Both, *where: str | int, **values: str) -> Refused:
    return Refused("BadBody", errors=[Amiss(pointer(*where), words.told(call.language).format(**values)).told])


OPERATIONS = (
    Operation(
        id="handIn",
        method="POST",
        path="/api/v1/services/{service}/submissions",
        handler=hand_in,
        says=Both("紙で届いた申し込みを送ります", "Hands in an application that came on paper"),
        more=Both(
            "質問は `GET /api/v1/services/{service}` にあります。答えは、ページで書いたときと同じように読みます。"
            "読めないところがあれば 422 を返し、errors に場所と直し方を書きます。何も受けつけません。\n"
            "家族や口座の名前が合わないなど、確かめることがあるときは、受けつけて、課に伝えます（flags）。\n"
            "同意は、紙にそう書いてあると、このシステムが言ったこととして残ります（means は paper、role は partner）。",
            "The questions are at `GET /api/v1/services/{service}`. Answers are read as on the pages. What cannot be "
            "read is told with 422: errors says where and what to do, and nothing is received.\n"
            "What ought to be checked, like an account of somebody else, is received and told to the office (flags).\n"
            "The consent is kept as what this system declares to stand on the paper (means paper, role partner).",
        ),
        scope=SUBMIT,
        takes=Submission,
        gives=Receipt,
        gives_says=Both("受けつけました", "It was received"),
        status=201,
        headers={"Location": Both("申し込みの場所", "Where the application is")},
        problems=("Closed",),
        tagged=True,
        once=True,
        uploads=True,
    ),
)
