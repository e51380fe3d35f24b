"""A case as a document for machines: stable English keys, Japanese labels. The API and the mails carry the same.

A key is never renamed or given another meaning within one schema version; new keys may come.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from portal.cases.case import Case
from portal.cases.principal import standing
from portal.cases.principal.standing import Standing
from portal.cases.sent import Answered, Json
from portal.cases.status import NAMES
from portal.consent.bundle import Taken
from portal.language.dates import JAPAN
from portal.language.marks import plain
from portal.municipalities import Municipality

SCHEMA_VERSION: Final = "1"


def document(case: Case, taken: Sequence[Taken] = (), principal: Standing | None = None) -> dict[str, Json]:
    """The case and what was taken back of it, all in plain JSON; `path`s are below the portal's address.

    `principal` is how it stands with the word of the person, where somebody else sent it.
    """
    return {
        "schema_version": SCHEMA_VERSION,
        "id": case.id,
        "number": case.number,
        "municipality": case.municipality,
        "received_at": _moment(case.received),
        "status": {"id": case.status, "label": plain(NAMES[case.status].text)},
        "service": {
            "id": case.service,
            "title": case.title,
            "effective": case.effective,
            "version": case.version,
        },
        "department": case.department,
        "language": case.language,
        "channel": case.channel,
        "applicant": {
            "name": case.applicant,
            "kana": case.kana,
            "birth_date": case.birth_date,
            "phone": case.phone,
        },
        "helper": _helper(case),
        "answers": [_answer(each) for each in case.answers],
        "files": [_file(case, id) for id in case.files],
        "flags": [{**vars(flag)} for flag in case.flags],
        "earlier": list(case.earlier),
        "consent": case.consent,
        "seen_at": _moment(case.seen) if case.seen else None,
        "acknowledged_at": _moment(case.acknowledged) if case.acknowledged else None,
        "withdrawn": [_withdrawn(one) for one in taken],
        "principal": standing.document(principal),
    }


def path(case: Case) -> str:
    """Where other systems fetch a case."""
    return f"/api/v1/cases/{case.id}"


def desk_path(case: Case, town: Municipality) -> str:
    """Where the town's staff look at a case."""
    return f"/desk/{town.slug}/cases/{case.id}"


def file_path(case: Case, id: str) -> str:
    """Where other systems fetch one file of a case."""
    return f"{path(case)}/files/{id}"


def about_file(case: Case, id: str) -> tuple[Answered | None, dict[str, Any]]:
    """The answer a file was given for, and what that answer says of it: name, media_type, size (bytes)."""
    for answer in case.answers:
        pages = answer.value.get("pages", ()) if isinstance(answer.value, dict) else ()
        if page := next((page for page in pages if page["file"] == id), None):
            return answer, page
    return None, {}


def _moment(moment: datetime) -> str:
    return moment.astimezone(JAPAN).isoformat(timespec="milliseconds")


def _withdrawn(one: Taken) -> Json:
    """What was taken back: the purpose of a consent, or null for the application as a whole."""
    return {"purpose": one.purpose or None, "at": _moment(one.at), "record_id": one.record["record_id"]}


def _helper(case: Case) -> Json:
    if case.helper is None:
        return None
    return {"name": case.helper.name, "phone": case.helper.phone, "relation": case.helper.relation}


def _answer(answer: Answered) -> dict[str, Json]:
    return {
        "id": answer.id,
        "person": answer.person,
        "kind": answer.kind,
        "label": answer.label,
        "asked": answer.asked,
        "shown": list(answer.shown),
        "value": answer.value,
        "typed": dict(answer.typed),
    }


def _file(case: Case, id: str) -> dict[str, Json]:
    answer, known = about_file(case, id)
    return {
        "id": id,
        "answer": answer.id if answer else None,
        "person": answer.person if answer else None,
        "name": known.get("name"),
        "media_type": known.get("media_type"),
        "size": known.get("size"),
        "path": file_path(case, id),
    }
