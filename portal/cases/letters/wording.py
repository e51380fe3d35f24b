"""What letters to staff have in common: moments, days, telephones, people and answers as a clerk reads them."""

from __future__ import annotations

from datetime import date, datetime
from itertools import groupby
from operator import attrgetter
from typing import Any

from portal.cases.case import Case
from portal.cases.document import about_file, file_path
from portal.cases.sent import Answered, Flag
from portal.language.dates import JAPAN, clock_shown, shown
from portal.language.words import SOURCE, words_for

WEEKDAYS = "月火水木金土日"
APPLICANT = "a"
"""The person id of answers about the applicant."""
NOTHING = ("（答えなし）",)

Group = tuple[str, list[tuple[str, tuple[str, ...]]]]


def moment_shown(moment: datetime) -> str:
    """A moment in Japan, to the minute."""
    there = moment.astimezone(JAPAN)
    return f"{day_shown(there.date())} {WEEKDAYS[there.weekday()]}曜日 {clock_shown(there)}"


def day_shown(day: date) -> str:
    """A day in both calendars."""
    return shown(day, words_for(SOURCE))


def phones(case: Case) -> list[tuple[str, str]]:
    """Numbers to call, the one who wrote first, and whose they are when there are two people."""
    found = []
    if case.helper and case.helper.phone:
        found.append((dashed(case, case.helper.phone), "代理の人"))
    if case.phone:
        found.append((dashed(case, case.phone), "本人" if case.helper else ""))
    return found


def dashed(case: Case, phone: str) -> str:
    """The number as its answer showed it, with dashes: of bare digits a spreadsheet makes a figure without its zero."""
    return next((a.shown[0] for a in case.answers if a.value == phone and a.shown), phone)


def groups(case: Case) -> list[Group]:
    """The answers in the order they were given; those about one person under that person's name."""
    names = people(case)
    found: list[Group] = []
    for person, answers in groupby(case.answers, attrgetter("person")):
        ours = "答え（つづき）" if found else "答え"
        heading = f"{names.get(person, '家族')} さんの答え" if person else ours
        found.append((heading, [(answer.label, answer.shown or NOTHING) for answer in answers]))
    return found


def people(case: Case) -> dict[str, str]:
    """The names of those the case is about, by their ids."""
    names = {APPLICANT: case.applicant}
    for answer in case.answers:
        if answer.kind == "household" and answer.value:
            names |= {person["id"]: _name(person["name"]) for person in answer.value["people"]}
    return names


def flagged(case: Case, flag: Flag) -> str:
    """What the answer a flag is about is called."""
    about = (a for a in case.answers if (a.id, a.person) == (flag.answer, flag.person))
    return _label(next(about, None))


def file_told(case: Case, id: str) -> tuple[str, str, str]:
    """What a file was sent for, its name, and where other systems fetch it."""
    answer, known = about_file(case, id)
    return _label(answer), known.get("name") or "", file_path(case, id)


def _name(name: dict[str, Any]) -> str:
    return "　".join(part for part in (name.get("family"), name.get("given")) if part)


def _label(answer: Answered | None) -> str:
    return answer.label if answer else "ファイル"
