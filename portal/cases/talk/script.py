"""The script of a call: what to say, in which order, so that nobody else learns what it is about."""

from __future__ import annotations

from datetime import date

from portal.answers.phone import grouped
from portal.cases.letters.department import tongue
from portal.cases.letters.resident import Writing
from portal.cases.letters.wording import day_shown, flagged
from portal.cases.talk.calls import Call, wish_shown
from portal.language.marks import plain
from portal.language.words import SOURCE
from portal.templating import LETTERS


def script(about: Writing, call: Call | None = None) -> str:
    """What a clerk reads out, in Japanese: to somebody who wants to be called, or whom the office wants to ask."""
    case, town = about.case, about.town
    return LETTERS.get_template("scripts/call.txt").render(
        language=SOURCE,
        town=plain(town.name),
        department=town.departments[case.department],
        case=case,
        phone=grouped(call.wish.phone if call else case.phone),
        wish=wish_shown(call.wish) if call else "",
        words=call.wish.about if call else "",
        born=day_shown(date.fromisoformat(case.birth_date)) if case.birth_date else "",
        tongue=tongue(case.language),
        flags=[(flagged(case, flag), flag.message) for flag in case.flags] if case.flagged else [],
    )
