"""The resident asks to be called: at which number, when it suits them, and about what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from portal.answers.answer_type import Problem, Problems
from portal.answers.phone import grouped
from portal.answers.typed_phone import read_phone
from portal.cases.case import Case
from portal.cases.course.messages import legible
from portal.cases.status import WITHDRAWN
from portal.cases.talk import calls, days
from portal.cases.talk.calls import AFTERNOON, ANY, LONGEST, MORNING, Wish
from portal.cases.talk.waiting import Whose
from portal.language.dates import soon_shown
from portal.language.words import Say, say
from portal.resident.preferences import wished
from portal.resident.talk import said, ticket
from portal.storage.tries import PER_NUMBER
from portal.web.house import Answer
from portal.web.visit import Visit

NUMBER, PHONE, DAY, PART, ABOUT = "number", "phone", "day", "part", "about"
"""Parts of the form."""
HELPERS, OWN, OTHER, SOON = "helper", "own", "other", "soon"
"""Choices of a number, where OTHER is none of those in the application, and of a day."""
NUMBERS = {HELPERS: say("申し込みに書いた、代わりの人の番号"), OWN: say("申し込みに書いた、本人の番号")}
PARTS = {ANY: say("いつでも"), MORNING: say("午前"), AFTERNOON: say("午後")}
AS_SOON_AS_CAN_BE = say("できるだけ早く")
DAYS = 5
"""Days to choose from."""


class Told(NamedTuple):
    """What a form says, and what is amiss with it."""

    wish: Wish
    amiss: tuple[Problem, ...]


def show(visit: Visit) -> Answer:
    """Where and when; a wish that still waits stands above."""
    case = ticket.known(visit)
    return _page(visit, case) if case and case.status != WITHDRAWN else visit.go("status")


def take(visit: Visit) -> Answer:
    """Keep the wish, once for each showing of the page; the office is told."""
    case = ticket.known(visit)
    if case is None or case.status == WITHDRAWN:
        return visit.go("status")
    if wished(visit):
        return _page(visit, case)
    came = ticket.taken(visit, case)
    if came is None:
        return _page(visit, case)
    told = _read(visit, case, came.id)
    if told.amiss:
        return _page(visit, case, told.amiss)
    if not visit.may_try(f"calling:{case.id}", PER_NUMBER):
        return visit.refuse(429)
    calls.ask(visit.db, visit.house.keys, Whose(case, visit.town, visit.origin), told.wish)
    kept = next(one for one in calls.of_case(visit.db, visit.house.keys, case) if one.wish.id == came.id)
    ours = (visit.say("役所の電話番号"), (visit.town.departments[case.department].phone,))
    rows = [*shown(visit, case, kept.wish), ours]
    return visit.page("resident/call.html", asked=rows, ways=said.ways(visit, case), back=visit.url("status"))


def shown(visit: Visit, case: Case, wish: Wish) -> list[tuple[str, tuple[str, ...]]]:
    """A wish as the resident reads it. A number that stands in the application is not shown: the page is opened by
    whoever knows the receipt number and a birth date.
    """
    known = next((visit.say(NUMBERS[id]) for id, number in _numbers(case).items() if number == wish.phone), "")
    rows = [
        (visit.say("電話番号"), (known or grouped(wish.phone),)),
        (visit.say("いつ"), (when(visit, wish),)),
        (visit.say("話したいこと"), tuple(filter(None, wish.about.split("\n")))),
    ]
    return [(label, lines) for label, lines in rows if lines]


def when(visit: Visit, wish: Wish) -> str:
    """When somebody wants to be called, in the reader's language."""
    day: str | Say = soon_shown(wish.day, visit.words) if wish.day else AS_SOON_AS_CAN_BE
    if wish.part == ANY:
        return visit.say(day)
    return visit.say(say("{day} {part}"), day=day, part=PARTS[wish.part])


def _read(visit: Visit, case: Case, id: str) -> Told:
    """What is wished for."""
    typed = visit.form.typed
    amiss: list[Problem] = []
    phone = _phone(typed, _numbers(case), amiss)
    day, part = typed.get(DAY, ""), typed.get(PART, "")
    if day not in dict(_days(visit)):
        amiss.append(Problem(DAY, say("電話してほしい日を、選んでください。")))
    if part not in PARTS:
        amiss.append(Problem(PART, say("電話してほしい時間を、選んでください。")))
    about = legible(typed.get(ABOUT, ""))
    if len(about) > LONGEST:
        longer = say(
            "「話したいこと」が長すぎます。{most}文字までで書いてください。いまは{n}文字です。",
            most=LONGEST,
            n=len(about),
        )
        amiss.append(Problem(ABOUT, longer))
    chosen = date.fromisoformat(day) if not amiss and day != SOON else None
    return Told(Wish(id, visit.now, phone, chosen, part, about), tuple(amiss))


def _phone(typed: Mapping[str, str], known: Mapping[str, str], amiss: list[Problem]) -> str:
    """The number to call; who writes one means it, whatever is chosen above it."""
    other = typed.get(PHONE, "").strip()
    if not other and typed.get(NUMBER) in known:
        return known[typed[NUMBER]]
    if not other:
        missing = say("どの番号に電話すればよいか、教えてください。")
        amiss.append(Problem(PHONE if typed.get(NUMBER) == OTHER or not known else NUMBER, missing))
        return ""
    number, wrong = read_phone(other)
    if wrong:
        amiss.append(Problem(PHONE, wrong))
    return number


def _numbers(case: Case) -> dict[str, str]:
    """The numbers that stand in the application, each once; whoever wrote it first."""
    helpers = case.helper.phone if case.helper else None
    found = {HELPERS: helpers, OWN: case.phone if case.phone != helpers else None}
    return {id: number for id, number in found.items() if number}


def _days(visit: Visit) -> list[tuple[str, str]]:
    """The days to choose from, by id and in words."""
    coming = ((day.isoformat(), soon_shown(day, visit.words)) for day in days.coming(visit.town, visit.today, DAYS))
    return [(SOON, visit.say(AS_SOON_AS_CAN_BE)), *coming]


def _page(visit: Visit, case: Case, amiss: tuple[Problem, ...] = ()) -> Answer:
    known, waits = _numbers(case), said.wish(visit, case)
    numbers = [(id, visit.say(NUMBERS[id])) for id in known]
    first = {NUMBER: numbers[0][0] if len(numbers) == 1 else "", DAY: SOON, PART: ANY}
    context: dict[str, Any] = {
        "numbers": _options([*numbers, (OTHER, visit.say("ほかの番号"))]) if numbers else [],
        "days": _options(_days(visit)),
        "day_parts": _options([(id, visit.say(words)) for id, words in PARTS.items()]),
        "waits": shown(visit, case, waits.wish) if waits else [],
        "typed": first | visit.form.typed,
        "problems": visit.told(Problems(*amiss) if amiss else None),
    }
    return visit.page(
        "resident/call.html",
        status=422 if amiss else 200,
        asked=[],
        ways=said.ways(visit, case),
        ticket=ticket.taken(visit, case) or ticket.issued(visit, case),
        back=visit.url("status"),
        action=visit.here,
        **context,
    )


def _options(told: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"id": id, "label": label} for id, label in told]
