"""The bundle: a file to keep, by which anybody may check what was agreed to, with the answers or without."""

from __future__ import annotations

import json

from portal.cases.sent import sealed
from portal.consent import bundle
from portal.resident import way
from portal.web.errors import Refused
from portal.web.house import Answer
from portal.web.visit import Visit

EVERYTHING, OPEN = "all", "open"
"""How an address asks for the file with the answers, and for the one that tells nothing of them."""
MEDIA_TYPE = "application/json; charset=utf-8"


def show(visit: Visit) -> Answer:
    """The file. Only who has sent the application from this very phone gets the answers with it."""
    case = way.numbered(visit)
    if case is None:
        return visit.go("status")
    if not bundle.records(case.consent):
        raise Refused(404)
    own = way.sent(visit)
    whole = own is not None and own.id == case.id and visit.parts["what"] != OPEN
    told = bundle.fresh(visit.db, visit.house.keys, visit.town.code, case.consent)
    told = told | {"answers": sealed(case.answers)} if whole else bundle.without_secrets(told)
    name = f"yorisoi-{case.number}{'' if whole else '-' + OPEN}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Answer(json.dumps(told, ensure_ascii=False, indent=1).encode(), media_type=MEDIA_TYPE, headers=headers)
