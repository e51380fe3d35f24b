"""Every letter there is, in each of its forms."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from portal.cases.arrival.alarm import Late
from portal.cases.batch.mail import mail
from portal.cases.batch.mark import Mark, Office
from portal.cases.case import Case
from portal.cases.exports.table import Told
from portal.cases.letters import resident
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
from portal.cases.letters.wording import moment_shown
from portal.cases.principal.word import NO, YES, Word
from portal.cases.sent import Flag
from portal.cases.status import WITHDRAWN
from portal.catalogue.version import Version
from portal.consent.bundle import Taken
from portal.delivery.envelope import Envelope
from portal.municipalities.delivery import Batch, Email
from portal.templating import letter
from tests.cases.given import HELPED, KASUMIGAHAMA, TOWN, WELFARE, WORDS, answered, received, sent
from tests.catalogue.given import service

ODD = answered("memo", "text", "伝えたいこと", ("<b>太い</b>&\"'{{ 1 }}", "二行目"), "")
MANDATE = {"record_id": "1", "transaction": "2", "event": "given", "type": "mandate"}
ASKED = {"records": [{"index": 0, "record": MANDATE, "statements": {"shown": [WORDS], "source": []}, "proof": []}]}
REPLY = {"at": "令和8年11月24日", "text": "口座は <これ> です。\n送りました。", "files": []}
CALL = {"phone": "090-1234-5678", "wish": "午前", "words": "口座の <こと>"}
FLAGS = (Flag("holder-differs", "phone", None, "口座の名前が、山田 花子さんの名前とちがうようです。"),)
ADDRESS = "hanako@mail.example"
PORTAL = "https://portal.example"
VERSION = Version.of(
    TOWN, "cash", date(2026, 4, 1), service(next=["7日くらいで、確かめます。", {"text": "来てください。", "when": {}}])
)


def case(**changes: Any) -> Case:
    """A case as received."""
    return received(sent(**changes))


def writing(**changes: Any) -> Writing:
    """What a letter to the resident is about."""
    return Writing(case(**({"email": ADDRESS} | changes)), KASUMIGAHAMA, VERSION, PORTAL)


def notice(now: datetime) -> Envelope:
    """That there is something, to a department that wants no more in a mail."""
    wanting = WELFARE.model_copy(update={"delivery": (Email(style="notice"),)})
    town = KASUMIGAHAMA.model_copy(update={"departments": {"welfare": wanting}})
    (mail,) = envelopes(News(case(), town, ARRIVED, to_department(case(), town), PORTAL), now)
    return mail


def alarm(now: datetime, count: int, *, operator: bool) -> Envelope:
    """That cases have not come."""
    late = Late(count, now, ("c",), ("4827-1936-52",))
    reasons = [("順番を待っています。", count)]
    told = {"late": late, "oldest": moment_shown(now), "reasons": reasons, "operator": operator}
    written = letter("alarm", town=KASUMIGAHAMA, department=WELFARE, **told)
    return replace(notice(now), **written._asdict())


def batch(now: datetime, *cases: Case) -> Envelope:
    """The new cases of a day."""
    office = Office(KASUMIGAHAMA, "welfare", Batch(kind="batch"))
    return mail(office, Mark(now, 1, 1), [Told(one) for one in cases], {})


def every(now: datetime) -> Mapping[str, Envelope | None]:
    """One of each template that has HTML, by its name, and some of its variants."""
    record = {"act": {"at": now.isoformat()}, "record_id": "1", "purposes": []}
    purpose = record | {"purposes": [{"id": "news", "optional": True}]}
    whole, part = (Taken(one, {"shown": [WORDS], "source": []}, 1) for one in (record, purpose))
    word = Word(YES, now, "link", True, {"records": []}, until="2027-05-01")
    helped, told = case(**HELPED, consent=ASKED), {"ja": ["来てください。"], "en": ["Please come."]}
    return {
        "department": to_department(case(), KASUMIGAHAMA),
        "department, helped": to_department(replace(helped, flags=FLAGS, earlier=("1111-2222-33",)), KASUMIGAHAMA),
        "department, from the desk": to_department(case(), KASUMIGAHAMA, "https://portal.example"),
        "department, odd": to_department(case(answers=(ODD,), phone="", files=()), KASUMIGAHAMA),
        "withdrawal": of_withdrawal(case(), KASUMIGAHAMA, [whole]),
        "withdrawal, seen": of_withdrawal(replace(case(phone=""), seen=now), KASUMIGAHAMA, [whole]),
        "withdrawal, part": of_withdrawal(case(), KASUMIGAHAMA, [part]),
        "principal": of_principal(helped, KASUMIGAHAMA, word),
        "principal, no": of_principal(
            helped, KASUMIGAHAMA, Word(NO, now, "letter", False, {}, message="知らない <人>")
        ),
        "revoked": of_revoked(helped, KASUMIGAHAMA, now),
        "reply": of_reply(case(), KASUMIGAHAMA, REPLY, {}),
        "reply, paper alone": of_reply(
            helped, KASUMIGAHAMA, {**REPLY, "text": "", "files": [("f9", "<通帳>.jpg")]}, {}
        ),
        "call": of_call(case(), KASUMIGAHAMA, CALL, {}),
        "call, of few words": of_call(case(), KASUMIGAHAMA, {**CALL, "words": ""}, {}),
        "receipt": resident.receipt(writing()),
        "receipt, english": resident.receipt(writing(language="en", consent=ASKED)),
        "receipt, easy": resident.receipt(writing(language="ja-simple")),
        "message": resident.message(writing(language="en")),
        "decision": resident.decision(writing(language="en"), told),
        "notice": notice(now),
        "trial": replace(notice(now), **letter("trial", town=KASUMIGAHAMA, department=WELFARE)._asdict()),
        "alarm": alarm(now, 1, operator=False),
        "alarm, of many to the operator": alarm(now, 25, operator=True),
        "batch": batch(now, case()),
        "batch, one taken back": batch(now, case(), replace(case(), status=WITHDRAWN)),
    }
