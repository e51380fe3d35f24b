"""Editing a part: the form, the preview, and keeping it; two who change the same part never write over each other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from portal.accounts.staff import person as people
from portal.accounts.staff.role import EVERYWHERE, within
from portal.catalogue import overrides, published
from portal.desk.town.editing import preview
from portal.desk.town.editing.field import DAYS, NUMBER, PHONE, WORDS, Field
from portal.desk.town.editing.listed import SOME, WHEN, Listed
from portal.desk.town.editing.part import Part
from portal.desk.visit import DeskVisit
from portal.language.counting import JAPANESE
from portal.language.words import LANGUAGES, SOURCE, Say, say
from portal.municipalities import Municipality
from portal.municipalities.own import changes
from portal.municipalities.own.changes import Change, Overtaken
from portal.municipalities.own.overlay import text_of
from portal.municipalities.own.standing import one
from portal.web.house import Answer
from portal.web.towns.renewal import renew

CHANGED, BACK = "town changed", "town changed back"
"""Kinds of entries in the trail; they tell which version it became."""
SEEN = "seen"
LONGEST_NUMBER = 16
ROWS = {DAYS: 4, WORDS: 2}
MOST_ROWS, A_ROW = 10, 15
"""Rows of a box at most; letters of a row on a telephone."""
OPERATOR = say("システムの担当")
IN_FILE, OF_FILE = say("いまは、もとの設定です。"), say("もとの設定は、「{value}」です。")
SAME = say("変わるところが、ありません。変えるところを書いてから、押してください。")


def may(visit: DeskVisit, department: str) -> bool:
    """Whether a part of this department, or of the whole town (""), is this administrator's to change."""
    return within(visit.reach, department) if department else EVERYWHERE in visit.reach


def show(visit: DeskVisit, part: Part | None, **more: Any) -> Answer:
    """The form, as the part stands now, where there is one; `more` is what its template takes besides."""
    if part is None or not may(visit, part.department):
        return visit.refuse(404)
    now = standing(visit)
    return _form(visit, part, visit.typed or part.typed(now), **more)


def take(visit: DeskVisit, part: Part | None, **more: Any) -> Answer:
    """Show what would be read by what was typed, or keep it where it has been seen."""
    if part is None or not may(visit, part.department):
        return visit.refuse(404)
    file, now = visit.house.files[visit.town.slug], standing(visit)
    values, problems = part.read(file, visit.form.typed, visit.today)
    after = None
    if not problems:
        after, problems = part.checked(file, changes.parts(visit.db, file.code).values(), values)
    if after is None or visit.form.do == "mend":
        return _form(visit, part, visit.form.typed, problems, **more)
    what = preview.seen(part, now, after, visit.words)
    if not what:
        return _form(visit, part, visit.form.typed, {(part.boxes or part.fields)[0].first: SAME}, **more)
    if visit.form.do != "apply":
        return visit.page("desk/part_seen.html", **_frame(visit, part), what=what, typed=_carried(visit))
    try:
        kept = keep(visit, part, values, _seen(visit))
    except Overtaken as other:
        return _overtaken(visit, part, other.newest, **more)
    return visit.ask("town", {"changed": str(kept.version)})


def keep(visit: DeskVisit, part: Part, values: Mapping[str, Any], seen: int, kind: str = CHANGED) -> Change:
    """Keep a change, told in the trail; and the words it makes of a service, by which people may begin from now on.

    Raises Overtaken.
    """
    change = Change(part.id, values, at=visit.now, staff=visit.person.id)
    kept = changes.keep(visit.db, visit.town.code, change, seen)
    if text_of(part.id):
        town = one(visit.db, visit.house.files[visit.town.slug], kept.version)
        published.keep(visit.db, overrides.of_town(visit.house.catalogue, town))
    visit.tell(kind, department=part.department, other=f"{kept.version}")
    return kept


def standing(visit: DeskVisit) -> Municipality:
    """The town as it stands this very moment, taken up by this process where it had not been."""
    renew(visit.house)
    visit.town = visit.house.towns[visit.town.slug]
    return visit.town


def who(visit: DeskVisit, change: Change) -> str:
    """Who made a change, by name."""
    found = people.by_id(visit.db, visit.house.keys, visit.town.code, change.staff) if change.staff else None
    return found.name if found else visit.say(OPERATOR)


def _frame(visit: DeskVisit, part: Part) -> dict[str, Any]:
    """What both pages are told: the part's name, and the version that is changed."""
    seen = visit.form.typed.get(SEEN) or f"{changes.newest(visit.db, visit.town.code, part.id).version}"
    return {"title": visit.say(part.title), "lead": visit.say(part.lead), "seen": seen}


def _seen(visit: DeskVisit) -> int:
    """The version of the part that the form was filled in with; one that never was where that cannot be read."""
    told = visit.form.typed.get(SEEN, "")
    return int(told) if told.isascii() and told.isdecimal() and len(told) < LONGEST_NUMBER else -1


def _form(
    visit: DeskVisit,
    part: Part,
    typed: Mapping[str, str],
    problems: Mapping[str, Say] | None = None,
    **more: Any,
) -> Answer:
    told = {field: visit.say(words) for field, words in (problems or {}).items()}
    file, now = visit.house.files[visit.town.slug], visit.town
    boxes = [
        box | {"error": told.get(box["name"], "")}
        for field in part.fields
        for box in _boxes(visit, field, typed, _note(visit, field, part.value(file, field), part.value(now, field)))
    ]
    frame = _frame(visit, part) | {"other": None, "status": 422 if told else 200, "problems": told, "boxes": boxes}
    return visit.page(part.template, **frame | {"typed": typed} | more)


def _boxes(visit: DeskVisit, field: Field, typed: Mapping[str, str], note: Say) -> list[dict[str, Any]]:
    """A field as the form shows it: one box; of a list, one for each text, the first with what is said of all."""
    if not isinstance(field, Listed):
        return [_box(visit, field, typed, field.hint, note)]
    boxes = []
    for n, box in enumerate(field.offered(typed)):
        some = SOME if typed.get(f"{box.name}.{WHEN}") else None
        boxes.append(_box(visit, box, typed, *([field.hint, note] if n == 0 else []), some))
    return boxes


def _note(visit: DeskVisit, field: Field, file: Any, now: Any) -> Say:
    """What the file says of a field."""
    value = visit.say("、").join(preview.lines(field, file, visit.words))
    return IN_FILE if field.kept(file) == field.kept(now) else Say(OF_FILE.text, {"value": value})


def _box(visit: DeskVisit, field: Field, typed: Mapping[str, str], *notes: Say | None) -> dict[str, Any]:
    between = "" if visit.language in JAPANESE else " "
    return {
        "name": field.name,
        "label": visit.say(field.label),
        "hint": between.join(visit.say(note) for note in notes if note),
        "value": typed.get(field.name, ""),
        "when": typed.get(f"{field.name}.{WHEN}", ""),
        "unit": visit.say(field.unit) if field.unit else "",
        "rows": _rows(field, typed.get(field.name, "")),
        "numeric": field.kind == NUMBER,
        "keys": {NUMBER: "numeric", PHONE: "tel"}.get(field.kind),
        "languages": _languages(field, typed) if field.kind == WORDS else [],
    }


def _rows(field: Field, text: str) -> int:
    """Rows of a box in which all of a text is in sight; 0 for a box of one line."""
    wanted = sum(1 + len(line) // A_ROW for line in text.splitlines())
    least = ROWS.get(field.kind, 0)
    return min(max(least, wanted), MOST_ROWS) if least else 0


def _languages(field: Field, typed: Mapping[str, str]) -> list[dict[str, str]]:
    """A box for each further language."""
    return [
        {
            "name": f"{field.name}.{language.code}",
            "label": language.own_name,
            "lang": language.html_lang,
            "value": typed.get(f"{field.name}.{language.code}", ""),
        }
        for language in LANGUAGES
        if language.code != SOURCE
    ]


def _carried(visit: DeskVisit) -> dict[str, str]:
    """What was typed, to be sent once more from the preview."""
    return {name: text for name, text in visit.form.typed.items() if text and name != SEEN}


def _overtaken(visit: DeskVisit, part: Part, newest: Change, **more: Any) -> Answer:
    """The form with what was typed, and beside it what somebody else has made of the part meanwhile."""
    now = standing(visit)
    told = [(visit.say(one.label), preview.lines(one, part.value(now, one), visit.words)) for one in part.fields]
    other = {"who": who(visit, newest), "at": visit.moment(newest.at) if newest.at else "", "told": told}
    return _form(visit, part, visit.form.typed, status=409, other=other, seen=f"{newest.version}", **more)
