"""What the office does to a case by its own system: move it on, write to the resident, say that it has it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from starlette.responses import Response

from portal.accounts.scope import READ_CASES, WRITE_CASES
from portal.api.v1.answer import json_of, names, plain, tag_of
from portal.api.v1.asked.cases import case_of, shaped
from portal.api.v1.call import Call
from portal.api.v1.operation import JSON, Operation
from portal.api.v1.problems import Amiss, Refused
from portal.api.v1.shapes.both import Both
from portal.api.v1.shapes.case import Case as Shape
from portal.api.v1.shapes.office import CaseChange, Message, Messages, NewMessage
from portal.cases import case as cases
from portal.cases.arrival.acknowledgement import API, acknowledge
from portal.cases.case import Case
from portal.cases.course import change, messages
from portal.cases.course.change import Impossible
from portal.cases.letters.resident import Writing
from portal.catalogue.published import recalled
from portal.language.dates import JAPAN
from portal.web.caller import origin

MERGE = "application/merge-patch+json"
SEEN = Both("今の申し込み", "The application as it is now")


@contextmanager
def held(call: Call) -> Iterator[tuple[Connection, Case]]:
    """A transaction with the case of the address, which nobody else changes meanwhile. Raises Refused: NotFound."""
    id = case_of(call).id
    with call.house.database.writing() as db:
        case = cases.held(db, call.house.keys, call.client.municipality, id)
        if case is None:
            raise Refused("NotFound")
        yield db, case


def move(call: Call) -> Response:
    """PATCH /cases/{id}. Raises Refused: NoIfMatch, Changed or NoSuchMove."""
    wish = call.request.headers.get("if-match", "")
    with held(call) as (db, case):
        if not wish:
            raise Refused("NoIfMatch")
        (before,) = shaped(db, call, [case])
        if not names(wish, tag_of(plain(before)), strong=True):
            raise Refused("Changed")
        try:
            moved = change.move(db, call.house.keys, _writing(call, db, case), call.body.status.id, call.now)
        except Impossible as error:
            raise Refused("NoSuchMove", moves=sorted(error.moves)) from None
        (after,) = shaped(db, call, [_had(db, call, moved)])
    return json_of(call.request, after)


def acknowledged(call: Call) -> Response:
    """PUT /cases/{id}/acknowledgement. Raises Refused."""
    with held(call) as (db, case):
        (after,) = shaped(db, call, [_had(db, call, case)])
    return json_of(call.request, after)


def write(call: Call) -> Response:
    """POST /cases/{id}/messages. Raises Refused."""
    text = messages.legible(call.body.text)
    if not text:
        raise Refused("BadBody", errors=[Amiss("#/text", EMPTY.told(call.language)).told])
    with held(call) as (db, case):
        message = messages.Message(call.once, call.now, text)
        kept = messages.write(db, call.house.keys, _writing(call, db, _had(db, call, case)), message)
    headers = {"Location": f"/api/v1/cases/{case.id}/messages"}
    return json_of(call.request, _told(kept), headers, 201)


def written(call: Call) -> Response:
    """GET /cases/{id}/messages. Raises Refused."""
    case = case_of(call)
    with call.house.database.reading() as db:
        found = messages.of_case(db, call.house.keys, case)
    return json_of(call.request, Messages(messages=[_told(message) for message in found]))


EMPTY = Both("読める文字がありません。", "There is nothing to read in it.")


def _told(message: messages.Message) -> Message:
    at = message.at.astimezone(JAPAN).isoformat(timespec="milliseconds")
    return Message(id=message.id, at=at, text=message.text)


def _had(db: Connection, call: Call, case: Case) -> Case:
    """The case as it is now that a system has shown that the office has it: nobody works on what has not come."""
    acknowledge(db, case.municipality, case.id, API, call.now)
    return cases.by_id(db, call.house.keys, case.municipality, case.id) or case


def _writing(call: Call, db: Connection, case: Case) -> Writing:
    town = call.town
    version = call.house.catalogue.by_hash(town.code, case.version) or recalled(db, town.code, case.version)
    return Writing(case, town, version, origin(call.house.settings, call.request))


OPERATIONS = (
    Operation(
        id="changeCase",
        method="PATCH",
        path="/api/v1/cases/{id}",
        handler=move,
        says=Both("申し込みの様子を変えます", "Moves an application on"),
        more=Both(
            "前に読んだ ETag を If-Match で送ります。"
            "そのあと本人が取りやめたときなどは、412 を返して、何も変えません。\n"
            "進める先: received → checking → asked、accepted、refused。asked → checking。"
            "本人は「申し込みの様子を見る」で、すぐに読めます。",
            "Send the ETag that you read as If-Match. When the resident took it back meanwhile, the answer is 412 and "
            "nothing changes.\n"
            "Moves: received → checking → asked, accepted, refused; asked → checking. The resident reads it at once.",
        ),
        scope=WRITE_CASES,
        takes=CaseChange,
        taken_as=(MERGE, JSON),
        gives=Shape,
        gives_says=SEEN,
        problems=("NoIfMatch", "Changed", "NoSuchMove"),
        tagged=True,
        changes=True,
    ),
    Operation(
        id="acknowledgeCase",
        method="PUT",
        path="/api/v1/cases/{id}/acknowledgement",
        handler=acknowledged,
        says=Both("課が申し込みを受けとったと答えます", "Says that the office has an application"),
        more=Both(
            "自分のシステムに入れ終わってから送ってください。何度送ってもかまいません。"
            "これがあるまで、本人のページには「まだ」と出ます。",
            "Send it once the application is safe in your own system; again does no harm. "
            "Until then the resident reads that it has not arrived yet.",
        ),
        scope=WRITE_CASES,
        gives=Shape,
        gives_says=SEEN,
        tagged=True,
    ),
    Operation(
        id="listMessages",
        method="GET",
        path="/api/v1/cases/{id}/messages",
        handler=written,
        says=Both("本人に送った知らせを受けとります", "Messages that were sent to the resident"),
        scope=READ_CASES,
        gives=Messages,
        gives_says=Both("知らせ", "The messages"),
        tagged=True,
    ),
    Operation(
        id="writeMessage",
        method="POST",
        path="/api/v1/cases/{id}/messages",
        handler=write,
        says=Both("本人に知らせを送ります", "Sends a message to the resident"),
        more=Both(
            "本人は「申し込みの様子を見る」で読みます。メールの住所を書いた人には、知らせがあることだけをメールで送ります。",
            "The resident reads it on the status page. Who gave a mail address is told that there is one, no more.",
        ),
        scope=WRITE_CASES,
        takes=NewMessage,
        gives=Message,
        gives_says=Both("送った知らせ", "The message that was sent"),
        status=201,
        headers={"Location": Both("知らせの場所", "Where the messages are")},
        tagged=True,
        once=True,
    ),
)
