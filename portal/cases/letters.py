"""The letters about a case: from what was sent to envelopes a tired clerk reads at a glance."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from portal.cases.case import Case
from portal.cases.document import about_file, document, file_path
from portal.cases.principal.standing import asked, first
from portal.cases.principal.word import Word
from portal.cases.sent import Answered, Flag, Json
from portal.consent.bundle import Taken
from portal.delivery.envelope import Enclosure, Envelope
from portal.language.dates import JAPAN, shown
from portal.language.words import words_for
from portal.municipalities import Municipality
from portal.security.tokens import new_id
from portal.templating import letter

LANGUAGES = {"ja": "", "ja-simple": "やさしい日本語", "en": "英語"}
"""What Japanese clerks call the languages of the portal; their own needs no word."""
WEEKDAYS = "月火水木金土日"
APPLICANT = "a"
"""The person id of answers about the applicant."""
NOTHING = ("（答えなし）",)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Group = tuple[str, list[tuple[str, tuple[str, ...]]]]


def to_department(case: Case, town: Municipality) -> Envelope:
    """The letter by which a department learns of a case: all answers, the same as JSON, and the files."""
    told = {
        "received": _moment(case.received),
        "birth_date": _day(date.fromisoformat(case.birth_date)) if case.birth_date else "",
        "language": LANGUAGES.get(case.language, case.language),
        "groups": _groups(case),
        "files": [_file(case, id) for id in case.files],
        "principal": asked(case),
        "flags": [(_flagged(case, flag), flag.message) for flag in case.flags],
    }
    enclosed = _enclosed(case, document(case, principal=first(case)))
    return _letter(case, town, "department", told, enclosed, files=case.files)


def of_withdrawal(case: Case, town: Municipality, taken: Sequence[Taken]) -> Envelope:
    """The letter by which a department learns that the last of what was `taken` back holds no more."""
    last = taken[-1]
    words = next(iter(last.words["source"] or last.words["shown"]))
    told = {"moment": _moment(last.at), "what": words["text"], "whole": not last.purpose}
    return _letter(case, town, "withdrawal", told, _enclosed(case, document(case, taken, first(case))))


def of_principal(case: Case, town: Municipality, word: Word) -> Envelope:
    """The letter by which the department learns what the person said of an application somebody else sent."""
    until = _day(date.fromisoformat(word.until)) if word.until else ""
    return _letter(case, town, "principal", {"word": word, "at": _moment(word.at), "until": until})


def of_revoked(case: Case, town: Municipality, at: datetime) -> Envelope:
    """The letter by which the department learns that a mandate has ended."""
    return _letter(case, town, "revoked", {"at": _moment(at)})


def _letter(
    case: Case, town: Municipality, name: str, told: Mapping[str, Any], *enclosed: Enclosure, files: Sequence[str] = ()
) -> Envelope:
    """A letter to the department of a case."""
    department = town.departments[case.department]
    subject, text = letter(name, case=case, town=town, department=department, phones=_phones(case), **told)
    return Envelope(
        municipality=case.municipality,
        id=new_id(),
        about=case.id,
        to=department.email,
        subject=subject,
        text=text,
        enclosures=enclosed,
        files=tuple(files),
    )


def _enclosed(case: Case, told: Json) -> Enclosure:
    """A case for machines, as a file."""
    return Enclosure(f"case-{case.number}.json", "application/json", _encode(told).encode())


def _moment(moment: datetime) -> str:
    there = moment.astimezone(JAPAN)
    half = "午前" if there.hour < 12 else "午後"
    return f"{_day(there.date())} {WEEKDAYS[there.weekday()]}曜日 {half}{there.hour % 12}時{there.minute:02}分"


def _day(day: date) -> str:
    return shown(day, words_for("ja"))


def _phones(case: Case) -> list[tuple[str, str]]:
    """Numbers to call, the one who wrote first, and whose they are when there are two people."""
    found = []
    if case.helper and case.helper.phone:
        found.append((_spaced(case, case.helper.phone), "代理の人"))
    if case.phone:
        found.append((_spaced(case, case.phone), "本人" if case.helper else ""))
    return found


def _spaced(case: Case, phone: str) -> str:
    """The number as its answer showed it, with dashes."""
    return next((a.shown[0] for a in case.answers if a.value == phone and a.shown), phone)


def _groups(case: Case) -> list[Group]:
    """The answers in the order they were given; those about one person under that person's name."""
    names = _names(case)
    groups: list[Group] = []
    for person, answers in groupby(case.answers, attrgetter("person")):
        ours = "答え（つづき）" if groups else "答え"
        heading = f"{names.get(person, '家族')} さんの答え" if person else ours
        groups.append((heading, [(answer.label, answer.shown or NOTHING) for answer in answers]))
    return groups


def _names(case: Case) -> dict[str, str]:
    names = {APPLICANT: case.applicant}
    for answer in case.answers:
        if answer.kind == "household" and answer.value:
            names |= {person["id"]: _name(person["name"]) for person in answer.value["people"]}
    return names


def _name(name: dict[str, Any]) -> str:
    return "　".join(part for part in (name.get("family"), name.get("given")) if part)


def _flagged(case: Case, flag: Flag) -> str:
    about = (a for a in case.answers if (a.id, a.person) == (flag.answer, flag.person))
    return _label(next(about, None))


def _file(case: Case, id: str) -> tuple[str, str, str]:
    answer, known = about_file(case, id)
    return _label(answer), known.get("name") or "", file_path(case, id)


def _label(answer: Answered | None) -> str:
    return answer.label if answer else "ファイル"
