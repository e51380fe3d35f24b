"""The page where anybody checks a receipt: a number leads to what the log holds, a file is checked here and not kept.

With our script the file is checked in the browser and goes nowhere; without it, it is sent here. Both say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from portal.answers.answer_type import Problem, Problems
from portal.consent.checkpoint import Verifier, signed_by
from portal.consent.findings import CHANGED, LIMITS, NEXT, SENTENCES, VERDICTS, Finding, verdict
from portal.consent.inquiry.code import read_code
from portal.consent.record import GIVEN, SIGNED, WITHDRAWN
from portal.consent.signing_keys import history
from portal.consent.verify import Beside, read, verify
from portal.language.dates import minute_shown
from portal.language.words import Say, say
from portal.resident.checking import older
from portal.security.allowance import Allowance
from portal.web.errors import Refused
from portal.web.house import Answer
from portal.web.visit import Visit

FILES = Allowance(60, 600)
"""How many files one caller may have checked in ten minutes; an office behind one address checks many."""
CHAIN = "/api/v1/logs/{town}/proof"
"""Where the browser's own check asks for the hashes between two heads."""
TOLD: Mapping[str, Say] = {
    "at": say("押した日"),
    "name": say("｜印《しるし》の名前"),
    "words": say("読んだことば"),
    "back": say("取りやめた日"),
    "passkey": say("鍵で｜印《しるし》を付けた日"),
    "since": say("署名した鍵を、使い始めた日"),
    "until": say("署名した鍵を、使い終わった日"),
}
"""What is told of a file that fits."""


class Proof(NamedTuple):
    """What components/proof shows: verdicts by id, findings by what and state, rows by id, each in words."""

    verdicts: Sequence[tuple[str, str]]
    found: Sequence[tuple[str, str, str]]
    rows: Sequence[tuple[str, str, Sequence[str]]]
    limits: Sequence[str]
    next: str


def show(visit: Visit) -> Answer:
    """The page with both ways."""
    keys = _keys(visit)
    return visit.kept_page("resident/verify.html", keys, lambda: _asked(visit, keys))


def take(visit: Visit) -> Answer:
    """A file that was sent, or a number that was typed. Raises Refused for too many files."""
    if visit.form.do != "file":
        typed = visit.form.typed.get("number", "")
        code = read_code(typed)
        amiss = say("控えの紙にある番号を、もう一度見て書いてください。")
        return visit.go("checked", code=code.text) if code else asked_again(visit, Problem("number", amiss), typed)
    if visit.form.upload is None:
        return asked_again(visit, Problem("file", say("保存した控えを選んでください。")))
    head = older.typed(visit)
    if problem := older.amiss(head):
        return asked_again(visit, problem)
    if not FILES.take(visit.client):
        raise Refused(429)
    told = read(visit.form.upload.content)
    keys = _verifiers(visit)
    found = verify(told, keys, Beside(older.beside(visit, told, head)))
    return visit.page("resident/verify.html", proof=_proof(visit, told, found, keys))


def unknown(visit: Visit, typed: str) -> Answer:
    """No record has this number."""
    wrong = say(
        "この番号の記録は、見つかりません。番号をもう一度確かめてください。合っているときは、電話してください。"
    )
    return asked_again(visit, Problem("number", wrong), typed, 404)


def asked_again(visit: Visit, problem: Problem, typed: str = "", status: int = 422) -> Answer:
    """The page with both ways, and what is amiss."""
    told = _asked(visit, _keys(visit)) | {"problems": visit.told(Problems(problem)), "typed": typed}
    told |= {"head": visit.form.typed.get("older", "")}
    return visit.page("resident/verify.html", status=status, **told)


def _verifiers(visit: Visit) -> Sequence[Verifier]:
    return history.verifiers(visit.db, visit.house.keys, visit.town.code)


def _keys(visit: Visit) -> str:
    return "\n".join(one.told for one in _verifiers(visit))


def _asked(visit: Visit, keys: str) -> dict[str, Any]:
    """`whole` has every sentence there is: the browser's own check keeps those that fit."""
    every = [Finding(what, state) for what, state in SENTENCES]
    rows = [(id, visit.say(label), [""]) for id, label in TOLD.items()]
    whole = Proof(_verdicts(visit, VERDICTS), _found(visit, every), rows, _limits(visit), visit.say(NEXT))
    chain = CHAIN.format(town=visit.town.slug)
    return {
        "keys": keys,
        "chain": chain,
        "whole": whole,
        "action": visit.url("verify"),
        "problems": {},
        "typed": "",
        "head": "",
        "proof": None,
    }


def _proof(visit: Visit, told: Any, found: Sequence[Finding], keys: Sequence[Verifier]) -> Proof:
    came = verdict(found)
    ids = [id for id, sentence in VERDICTS.items() if sentence == came]
    rows = _rows(visit, told, keys) if came != CHANGED else []
    return Proof(_verdicts(visit, ids), _found(visit, found), rows, _limits(visit), visit.say(NEXT))


def _verdicts(visit: Visit, ids: Iterable[str]) -> list[tuple[str, str]]:
    return [(id, visit.say(VERDICTS[id])) for id in ids]


def _found(visit: Visit, found: Iterable[Finding]) -> list[tuple[str, str, str]]:
    return [(one.what, one.state, visit.say(one.sentence)) for one in found]


def _limits(visit: Visit) -> list[str]:
    return [visit.say(one) for one in LIMITS]


def _rows(visit: Visit, bundle: Any, keys: Sequence[Verifier]) -> list[tuple[str, str, Sequence[str]]]:
    """What is written in a bundle that fits."""
    of = {
        event: [one for one in bundle["records"] if one["record"]["event"] == event]
        for event in (GIVEN, WITHDRAWN, SIGNED)
    }
    acts = {event: [datetime.fromisoformat(one["record"]["act"]["at"]) for one in of[event][:1]] for event in of}
    signing = signed_by(bundle["checkpoint"], keys)[1]
    old = signing[:1] if all(one.until for one in signing) else []
    lines = {
        "at": [minute_shown(at, visit.words) for at in acts[GIVEN]],
        "name": [name] if isinstance(name := bundle.get("name"), str) else [],
        "words": [told["text"] for one in of[GIVEN] for told in one["statements"]["shown"]],
        "back": [minute_shown(at, visit.words) for at in acts[WITHDRAWN]],
        "passkey": [minute_shown(at, visit.words) for at in acts[SIGNED]],
        "since": [minute_shown(datetime.fromisoformat(one.since), visit.words) for one in old],
        "until": [minute_shown(datetime.fromisoformat(one.until), visit.words) for one in old],
    }
    return [(id, visit.say(label), lines[id]) for id, label in TOLD.items() if lines[id]]
