"""A case's answers as a new draft: what was typed is read anew, so that it can be corrected and sent again.

The draft has a key of its own, as every draft; files are sealed with it, and those of the case stay where they are.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from portal.answers import KINDS
from portal.answers.answer_type import Problems
from portal.cases.case import Answered, Case
from portal.catalogue.version import Version
from portal.journey import attachment, doubts
from portal.journey import draft as drafts
from portal.journey.asking import asking
from portal.journey.draft import Draft, Kept
from portal.journey.path import Stop
from portal.language.dates import JAPAN
from portal.language.words import SOURCE
from portal.security.keys import Keys
from portal.security.tokens import new_id
from portal.storage import files


def restored(db: Connection, keys: Keys, case: Case, version: Version, now: datetime) -> Draft:
    """A new draft of the version the case was asked with; what can be read no more is asked again."""
    draft = drafts.begin(db, version, now)
    today = now.astimezone(JAPAN).date()
    for answer in case.answers:
        if question := next((one for one in version.source.questions if one.id == answer.id), None):
            stop = Stop(question, answer.person)
            typed = _copied(db, keys, draft, answer) if answer.kind == "photo" else answer.typed
            draft.answers[stop.key] = _kept(draft, stop, replace(answer, typed=typed), _Read(case, today))
            draft.way = None
    drafts.save(db, draft, now)
    return draft


class _Read:
    """Of which case, and on which day."""

    def __init__(self, case: Case, today: date) -> None:
        self._case, self.today = case, today

    def doubted(self, answer: Answered) -> tuple[str, ...]:
        """The doubts that were told about an answer and stayed with."""
        of = (answer.id, answer.person)
        return tuple(flag.code for flag in self._case.flags if (flag.answer, flag.person) == of)


def _kept(draft: Draft, stop: Stop, answer: Answered, read: _Read) -> Kept:
    doubted = read.doubted(answer)
    if answer.kind == "household" or doubts.AS_TYPED in doubted:
        return Kept(answer.typed, answer.value, answered=True, doubted=doubted)
    try:
        value: Any = KINDS[answer.kind].read(answer.typed, asking(draft, stop, SOURCE).ask, read.today)
    except Problems:
        return Kept(answer.typed)
    return Kept(answer.typed, value, answered=True, doubted=doubted)


def _copied(db: Connection, keys: Keys, draft: Draft, answer: Answered) -> dict[str, str]:
    """What stands for the photos of an answer, each copied under the draft's key; one that is gone is left out."""
    town, pages = draft.version.municipality, []
    for page in attachment.pages(answer.typed):
        file, id = files.read(db, keys.town(town), town, page["file"]), new_id()
        if file:
            files.keep(db, draft.sealer, replace(file, id=id, owner=draft.id, name=page["name"]))
            pages.append({**page, "file": id})
    return {"value": json.dumps(pages, ensure_ascii=False, separators=(",", ":")) if pages else ""}
