"""The letters to the department of a case, which a tired clerk reads at a glance."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from portal.cases.case import Case
from portal.cases.document import desk_path, document
from portal.cases.letters.wording import day_shown, file_told, flagged, groups, moment_shown, phones
from portal.cases.principal.standing import REVOKED, Standing, asked, first
from portal.cases.principal.word import Word
from portal.cases.sent import COUNTER, PAPER, Json
from portal.consent.bundle import Taken
from portal.delivery.envelope import Enclosure, Envelope
from portal.language.words import CODES
from portal.municipalities import Municipality
from portal.security.tokens import new_id
from portal.templating import letter

CAME = {
    COUNTER: "窓口で、職員といっしょに書きました。",
    PAPER: "紙に書いたものを、ほかのシステムから受けとりました。",
}
"""How it came, where the resident did not write it alone."""
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_department(case: Case, town: Municipality, portal: str = "") -> Envelope:
    """The letter by which a department learns of a case: all answers, the same as JSON, and the files; and where a
    clerk acts on it, if the address of the `portal` is known.
    """
    told = {
        "received": moment_shown(case.received),
        "birth_date": day_shown(date.fromisoformat(case.birth_date)) if case.birth_date else "",
        "came": CAME.get(case.channel, ""),
        "groups": groups(case),
        "files": [file_told(case, id) for id in case.files],
        "principal": asked(case),
        "desk": f"{portal}{desk_path(case, town)}" if portal else "",
        "flags": [(flagged(case, flag), flag.message) for flag in case.flags],
    }
    enclosed = _enclosed(case, document(case, principal=first(case)))
    return replace(_letter(case, town, "department", told, enclosed), files=case.files, hands_over=(case.id,))


def of_withdrawal(
    case: Case, town: Municipality, taken: Sequence[Taken], principal: Standing | None = None
) -> Envelope:
    """The letter by which a department learns that the last of what was `taken` back holds no more; `principal` is how
    it stands with the word of the person.
    """
    last = taken[-1]
    words = next(iter(last.words["source"] or last.words["shown"]))
    told = {"moment": moment_shown(last.at), "what": words["text"], "whole": not last.purpose}
    return _letter(case, town, "withdrawal", told, _enclosed(case, document(case, taken, principal or first(case))))


def of_principal(case: Case, town: Municipality, word: Word, taken: Sequence[Taken] = ()) -> Envelope:
    """The letter by which the department learns what the person said of an application somebody else sent."""
    until = day_shown(date.fromisoformat(word.until)) if word.until else ""
    told = {"word": word, "at": moment_shown(word.at), "until": until}
    return _letter(case, town, "principal", told, _enclosed(case, document(case, taken, Standing(word.said, word))))


def of_revoked(
    case: Case, town: Municipality, at: datetime, word: Word | None = None, taken: Sequence[Taken] = ()
) -> Envelope:
    """The letter by which the department learns that the mandate of a word has ended."""
    enclosed = _enclosed(case, document(case, taken, Standing(REVOKED, word, at)))
    return _letter(case, town, "revoked", {"at": moment_shown(at)}, enclosed)


def of_signed(case: Case, town: Municipality, taken: Sequence[Taken], principal: Standing | None) -> Envelope:
    """That it was signed once more: the case for systems, and no words, as nobody has to do anything about it."""
    known = _enclosed(case, document(case, taken, principal))
    return Envelope(
        municipality=case.municipality,
        id=new_id(),
        about=case.id,
        to=town.departments[case.department].email,
        subject="",
        text="",
        department=case.department,
        enclosures=(known,),
    )


def of_reply(case: Case, town: Municipality, told: Mapping[str, Any], known: Json) -> Envelope:
    """The letter by which the department learns what whoever applied has written; `told` are `text` and `files` (id and
    name of each), `known` is the case as a document.
    """
    letter = _letter(case, town, "reply", told, _enclosed(case, known))
    return replace(letter, files=tuple(id for id, _ in told["files"]))


def of_call(case: Case, town: Municipality, told: Mapping[str, Any], known: Json) -> Envelope:
    """The letter by which the department learns that somebody wants to be called; `told` are the `phone`, `wish`
    (when) and `words`, `known` is the case as a document.
    """
    return _letter(case, town, "call", told, _enclosed(case, known))


def tongue(code: str) -> str:
    """What Japanese clerks call a language of the portal, "" for their own; its code where it is gone."""
    return CODES[code].in_japanese if code in CODES else code


def _letter(case: Case, town: Municipality, name: str, told: Mapping[str, Any], *enclosed: Enclosure) -> Envelope:
    """A letter to the department of a case."""
    department = town.departments[case.department]
    about = {"phones": phones(case), "tongue": tongue(case.language)}
    written = letter(name, case=case, town=town, department=department, **about, **told)
    return Envelope(
        municipality=case.municipality,
        id=new_id(),
        about=case.id,
        to=department.email,
        subject=written.subject,
        text=written.text,
        html=written.html,
        department=case.department,
        enclosures=enclosed,
    )


def _enclosed(case: Case, told: Json) -> Enclosure:
    """A case for machines, as a file."""
    return Enclosure(f"case-{case.number}.json", "application/json", _encode(told).encode())
