"""Events: the feed of what happened to the cases a system reaches."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import Response

from portal.accounts.scope import READ_EVENTS
from portal.api.v1.answer import json_of
from portal.api.v1.asked import wanted
from portal.api.v1.asked.wanted import AFTER, LIMIT, LINK, cursor, following
from portal.api.v1.call import Call
from portal.api.v1.operation import Operation
from portal.api.v1.problems import Refused
from portal.api.v1.shapes.both import Both
from portal.api.v1.shapes.event import Event, EventData, Events
from portal.cases.course import feed
from portal.cases.course.events import Event as Happened
from portal.language.dates import JAPAN


def listing(call: Call) -> Response:
    """GET /events. Raises Refused."""
    query = call.request.query_params
    before, limit = query.get("after", ""), wanted.limit(query.get("limit", ""))
    reach = replace(call.reach, after=wanted.after(before), limit=limit)
    try:
        with call.house.database.reading() as db:
            page = feed.page(db, reach, again=bool(before))
    except feed.TooOld:
        raise Refused("OldAfter") from None
    onward = cursor(page.after)
    told = Events(events=[_told(event) for event in page.events], next=onward, more=page.more)
    link = {"Link": f'<{following(call.request, onward)}>; rel="next"'} if page.more else {}
    return json_of(call.request, told, link)


def _told(event: Happened) -> Event:
    return Event.model_validate(
        {
            "type": event.type,
            "at": event.at.astimezone(JAPAN).isoformat(timespec="milliseconds"),
            "case": event.about,
            "department": event.department,
            "path": f"/api/v1/cases/{event.about}",
            "data": EventData.model_validate(event.data),
        }
    )


OPERATIONS = (
    Operation(
        id="listEvents",
        method="GET",
        path="/api/v1/events",
        handler=listing,
        says=Both("申し込みに起きたことを、起きた順に受けとります", "What happened to applications, in order"),
        more=Both(
            "届いた、様子が変わった、知らせを送った、申し込んだ人が返事を書いた、電話してほしい、本人が取りやめた、"
            "代わりに申し込まれた人が返事をした、などです。"
            "人のことは入っていません。申し込みは path から受けとってください。\n"
            "next をとっておき、次に after として送ると、もれることも、二度出ることもありません。"
            f"起きてから{feed.DAYS}日たったことは、ここに出ません。それより長く読まなかったときは、"
            "OldAfter を返します。"
            "保存の期間が終わって消えた申し込みのことも、出ません。",
            "That one came, moved on, was written about or taken back, that whoever sent it wrote back or wants to be "
            "called, that the person somebody applied for answered. "
            "Nothing personal is in it: fetch the application at its path.\n"
            "Keep next and send it as after the next time: nothing is left out, nothing comes twice. "
            f"What happened more than {feed.DAYS} days ago is told no more; who did not read for longer is answered "
            "OldAfter. Nor is what happened to an application that was forgotten when its time was over.",
        ),
        scope=READ_EVENTS,
        query=(AFTER, LIMIT),
        gives=Events,
        gives_says=Both("起きたこと", "What happened"),
        headers=LINK,
        problems=("BadAfter", "OldAfter", "BadLimit"),
        tagged=True,
    ),
)
