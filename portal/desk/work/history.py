"""What happened to a case, in words: when, by whom, what was said."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from portal.cases.arrival import acknowledgement
from portal.cases.case import Case
from portal.cases.course import events
from portal.cases.status import NAMES
from portal.cases.talk import calls
from portal.cases.work import deeds, timeline
from portal.cases.work.timeline import Entry
from portal.delivery.envelope import WEBHOOK
from portal.desk.counter.witness import WAYS
from portal.desk.visit import DeskVisit
from portal.desk.work.line import GONE, names
from portal.language.words import Say, say

WHAT: Mapping[str, Say] = {
    events.ARRIVED: say("申し込みが来ました"),
    events.STATUS: say("「{status}」に進めました"),
    events.TAKEN_BACK: say("本人が、申し込みを取りやめました"),
    events.CONSENT_TAKEN_BACK: say("本人が、同意の一つを取りやめました"),
    events.SIGNED: say("申し込みに、鍵（パスキー）でも印が付きました"),
    events.ANSWERED: say("頼んだ本人が、返事をしました"),
    events.MANDATE_ENDED: say("頼んだ本人が、頼むことをやめました"),
    deeds.ASSIGNED: say("担当：{to}"),
    deeds.CHECKED: say("確かめることを、確かめました"),
    deeds.READ: say("返事を読みました"),
    deeds.CALLED: say("電話：{outcome}"),
    deeds.CALL_OPEN: say("電話：まだすんでいません。待っている人に戻しました"),
    deeds.WITNESSED: say("窓口で、そばで見ていたことを記録しました：{identity}"),
    timeline.MESSAGE: say("本人に書きました"),
    timeline.REPLY: say("本人が書きました"),
    timeline.NOTE: say("職員のメモ"),
    timeline.CALL: say("本人が、電話を待っています"),
    timeline.ARRIVED: say("役所に届きました：{channel}"),
    timeline.LETTER: say("メールを送りました（{to}）"),
}
"""Each kind of entry."""
NOBODY, OFFICE = say("なし"), say("役所へ")
CHANNELS = {
    acknowledgement.DESK: say("この画面"),
    acknowledgement.API: say("ほかのシステム"),
    WEBHOOK: say("ほかのシステム"),
}
BY_MAIL = say("メール")
TO_RESIDENT = say("本人へ")
NOT_YET = say("メールは、まだ届いていません（{to}）")
OUTCOMES = {
    calls.TALKED: say("話しました"),
    calls.AWAY: say("出ませんでした"),
    calls.NO_NEED: say("もう要りません"),
}
OF_ITSELF = (timeline.ARRIVED, timeline.LETTER)
"""What follows by itself from what somebody does."""
DELIVERED = "delivered"


class Told(NamedTuple):
    """One entry in words; `text` are the lines somebody wrote."""

    at: datetime
    who: str
    what: str
    text: tuple[str, ...]


def history(visit: DeskVisit, case: Case) -> list[Told]:
    """Everything, the newest first."""
    return _told(visit, timeline.timeline(visit.db, visit.house.keys, case))


def since(visit: DeskVisit, case: Case, seen: datetime) -> list[Told]:
    """What others did since somebody saw it, the newest first."""
    entries = timeline.timeline(visit.db, visit.house.keys, case)
    theirs = (one for one in entries if one.by != visit.person.id and one.kind not in OF_ITSELF)
    return _told(visit, [one for one in theirs if one.at >= seen])


def _told(visit: DeskVisit, entries: list[Entry]) -> list[Told]:
    clerks = names(visit)
    return [
        Told(
            one.at,
            clerks.get(one.by, visit.say(GONE)) if one.by else "",
            _what(visit, one, clerks),
            tuple(line for line in one.text.split("\n") if line.strip()),
        )
        for one in reversed(entries)
    ]


def _what(visit: DeskVisit, one: Entry, clerks: Mapping[str, str]) -> str:
    data = one.data
    if one.kind == timeline.LETTER:
        to = TO_RESIDENT if data["to"] == "resident" else OFFICE
        there = data["state"] == DELIVERED
        return visit.say(WHAT[one.kind] if there else NOT_YET, to=to)
    told: dict[str, object] = {
        "status": NAMES.get(str(data.get("status")), ""),
        "to": clerks.get(str(data.get("to")), "") or NOBODY,
        "outcome": OUTCOMES.get(str(data.get("outcome")), ""),
        "identity": WAYS.get(str(data.get("identity")), ""),
        "channel": CHANNELS.get(str(data.get("channel")), BY_MAIL),
    }
    return visit.say(WHAT[one.kind], **told)
