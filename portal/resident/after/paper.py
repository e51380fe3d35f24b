"""The receipt on paper: a PDF that can be read aloud as well, in letters of the size the reader chose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal.cases.case import Case
from portal.cases.sent import Answered
from portal.catalogue.checks import ACT
from portal.consent.inquiry.code import code_of
from portal.language.counting import CHINESE, JAPANESE
from portal.language.dates import JAPAN, shown
from portal.language.words import SOURCE, say
from portal.resident import way
from portal.resident.after.keep import OPEN
from portal.resident.after.proven import proven, unproven
from portal.resident.after.standing import coming, standing, version_of
from portal.resident.consent import KINDS
from portal.typesetting.camera_code import picture
from portal.typesetting.pdf import pdf
from portal.web.house import Answer
from portal.web.visit import Visit

POINTS = 13
"""Letters at the usual size; readers of 70 need 12 points at arm's length."""
ROUND = 6
"""Signs of a name that fit into the circle."""
NOTHING = say("（答えていません）")
Part = dict[str, Any]


def show(visit: Visit) -> Answer:
    """The file. Only who has sent the application from this very phone gets the answers with it."""
    case = way.numbered(visit)
    if case is None:
        return visit.go("status")
    own = way.sent(visit)
    whole = own is not None and own.id == case.id and visit.parts["what"] != OPEN
    headers = {"Content-Disposition": f'inline; filename="yorisoi-{case.number}.pdf"'}
    return Answer(pdf("receipt", _data(visit, case, whole)), media_type="application/pdf", headers=headers)


def _data(visit: Visit, case: Case, whole: bool) -> dict[str, Any]:
    version, stands = version_of(visit, case), standing(visit, case)
    who = case.helper.name if case.helper else case.applicant
    name = who if whole else visit.say(visit.town.name)
    day = shown(case.received.astimezone(JAPAN).date(), visit.words)
    return {
        "language": visit.language,
        "size": POINTS * visit.preferences.text / 100,
        "town": visit.say(visit.town.name),
        "title": visit.say("申し込みの控え"),
        "service": version.told(visit.language).service.title if version else case.title,
        "marked": not stands.whole,
        "long": len(name) > ROUND or visit.language not in {*JAPANESE, *CHINESE},
        "mark": [visit.say("同意"), *_lines(day), case.number, name],
        "standing": [*stands.taken, *stands.besides],
        "facts": [
            (visit.say("受付番号"), [case.number]),
            (visit.say("受けつけた日"), [day]),
            *_people(visit, case, whole),
        ],
        "parts": list(_parts(visit, case, whole)),
    }


def _lines(day: str) -> list[str]:
    """The day as it stands in the mark: in two lines, what is in brackets kept together."""
    head, opens, tail = day.partition("（")
    inside, closes, rest = tail.partition("）")
    if rest:
        return [head + opens + inside + closes, rest]
    return [head.rstrip(), opens + tail] if opens else [day]


def _people(visit: Visit, case: Case, whole: bool) -> Iterator[tuple[str, list[str]]]:
    if whole:
        yield visit.say("本人の名前"), [case.applicant]
    if whole and case.helper:
        yield visit.say("代わりに押した人"), [case.helper.name]


def _parts(visit: Visit, case: Case, whole: bool) -> Iterator[Part]:
    version = version_of(visit, case)
    if lines := coming(visit, case, version):
        yield {"heading": visit.say("このあと"), "steps": list(lines)}
    if whole:
        yield {"heading": visit.say("送った答え"), "rows": [_row(visit, case, answer) for answer in case.answers]}
    if agreed := list(_agreed(visit, case)):
        yield {"heading": visit.say("押す前に読んだこと"), "rows": agreed}
    if number := code_of(case.consent):
        yield _check(visit, number)
        yield {"heading": visit.say("確かめると、わかること"), "lines": list(proven(visit))}
        yield {"heading": visit.say("確かめても、わからないこと"), "lines": list(unproven(visit))}
    rows = [(visit.say("電話"), [visit.town.phone, visit.say(visit.town.hours)])]
    yield {"heading": visit.say("わからないときは、電話してください。"), "rows": rows}


def _check(visit: Visit, number: str) -> Part:
    """The number to check by, and the code that opens the page of it."""
    address = visit.origin + visit.url("checked", code=number)
    lines = (say("だれでも、この番号で確かめられます。"), say("スマホのカメラを、このもように向けてください。"))
    image = {"svg": picture(address).decode(), "alt": visit.say("スマホのカメラで読むもよう")}
    return {"heading": visit.say("確かめる番号"), "said": [number, *map(visit.say, lines), address], "picture": image}


def _row(visit: Visit, case: Case, answer: Answered) -> tuple[str, list[str]]:
    """An answer as it was shown to whoever gave it, with the Japanese that the office reads beside it."""
    label = answer.label if visit.language == SOURCE else answer.asked
    if visit.language != case.language or not answer.told or answer.told == answer.shown:
        return label, list(answer.shown) or [visit.say(NOTHING)]
    return label, [*answer.told, f"（{answer.label}：{'、'.join(answer.shown)}）"]


def _agreed(visit: Visit, case: Case) -> Iterator[tuple[str, list[str]]]:
    """The words as they were shown, in the language they were shown in."""
    for entry in case.consent.get("records", ()) if case.consent else ():
        for one in entry["statements"]["shown"]:
            if one["id"] == ACT:
                yield visit.say("したこと"), [one["text"]]
            else:
                kind = KINDS[one["kind"]]
                yield visit.say(kind), [text for text in (one["text"], one["meaning"]) if text]
