"""What a resident sent, complete in itself: the answers with the words they were asked with."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

WEB, COUNTER, PAPER = "web", "counter", "paper"
"""How an application came: written by the resident, with the staff at a counter, or on paper a partner has typed."""
Json = Any
"""Plain JSON: None, bool, int, str, lists and dicts of these."""


@dataclass(frozen=True)
class Answered:
    """One answer. `label` and `shown` are Japanese, `asked` is the question in the resident's language,
    `value` is the answer for machines, `typed` is what was typed, form part by form part. `told` is the answer as it
    was shown to the resident, where that was not in Japanese.
    """

    id: str
    person: str | None
    kind: str
    label: str
    asked: str
    shown: tuple[str, ...]
    value: Json
    typed: Mapping[str, str]
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Helper:
    """Somebody who applied in the applicant's place; `relation` in Japanese, empty when not asked."""

    name: str
    phone: str = ""
    relation: str = ""


@dataclass(frozen=True)
class Flag:
    """What a clerk should check: a doubt the resident was told, in Japanese, and stayed with. `answer` and `person`
    name the answer, `code` the doubt."""

    code: str
    answer: str
    person: str | None
    message: str


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One application as sent. `key` (the draft's id) lets it be opened once only; `effective` is the
    ISO date and `version` the hash of the service's questions; `language` is the resident's;
    `birth_date` is an ISO date; `files` are ids of files sealed with the town's key; `someone` is the blind index
    of the applicant, and `earlier` are the receipt numbers of what the same person sent before for this service;
    `email` is where whoever sent it wants to be written to, "" for nowhere; `channel` is how it came.
    """

    municipality: str
    key: str
    service: str
    effective: str
    version: str
    title: str
    department: str
    language: str
    applicant: str
    kana: str
    birth_date: str | None
    phone: str
    answers: tuple[Answered, ...]
    files: tuple[str, ...] = ()
    consent: Json = None
    helper: Helper | None = None
    flags: tuple[Flag, ...] = ()
    someone: str = ""
    earlier: tuple[str, ...] = ()
    email: str = ""
    channel: str = WEB


def sealed(answers: Iterable[Answered]) -> list[dict[str, Json]]:
    """The answers as an act of consent seals them: what machines read, without words of ours."""
    return [{"id": each.id, "person": each.person, "value": each.value} for each in answers]


def packed(sent: Sent) -> bytes:
    """Everything that is not a column, as JSON, ready to be sealed."""
    helper = sent.helper
    words = {
        "effective": sent.effective,
        "version": sent.version,
        "title": sent.title,
        "language": sent.language,
        "applicant": sent.applicant,
        "kana": sent.kana,
        "birth_date": sent.birth_date,
        "phone": sent.phone,
        "answers": [_packed(answer) for answer in sent.answers],
        "files": sent.files,
        "consent": sent.consent,
        "helper": (helper.name, helper.phone, helper.relation) if helper else None,
        "flags": [(flag.code, flag.answer, flag.person, flag.message) for flag in sent.flags],
        "earlier": sent.earlier,
        "email": sent.email,
        "channel": sent.channel,
    }
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()


def _packed(a: Answered) -> tuple[Json, ...]:
    fields = (a.id, a.person, a.kind, a.label, a.asked, a.shown, a.value, dict(a.typed))
    return (*fields, a.told) if a.told else fields


def unpacked(plain: bytes) -> dict[str, Any]:
    """The fields of Sent that `packed` took."""
    words: dict[str, Any] = json.loads(plain)
    answers = tuple(
        Answered(id, person, kind, label, asked, tuple(shown), value, typed, tuple(told[0]) if told else ())
        for id, person, kind, label, asked, shown, value, typed, *told in words["answers"]
    )
    helper = Helper(*words["helper"]) if words["helper"] else None
    return {
        **words,
        "answers": answers,
        "files": tuple(words["files"]),
        "helper": helper,
        "flags": tuple(Flag(*flag) for flag in words.get("flags", ())),
        "earlier": tuple(words.get("earlier", ())),
        "channel": words.get("channel") or _came(words["consent"]),
    }


def _came(consent: Json) -> str:
    """How an application came that was kept before that was said: a record that rests on paper says so."""
    records = (entry["record"] for entry in (consent or {}).get("records", ()))
    return PAPER if any("paper" in record for record in records) else WEB
