"""Sending: draft → consent record, case and envelope in one transaction, once per draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from sqlalchemy import Connection

from portal.answers import KINDS
from portal.answers.person_name import kana, written
from portal.cases import case as cases
from portal.cases import same_person
from portal.cases.case import Answered, Case, Helper, Sent
from portal.cases.letters import to_department
from portal.cases.sent import Flag
from portal.consent import record
from portal.consent.record import Act
from portal.consent.wording import wording
from portal.delivery import outbox
from portal.journey import doubts
from portal.journey import draft as drafts
from portal.journey.asking import applicant_name, asking
from portal.journey.doubts import Doubted
from portal.journey.draft import Draft
from portal.journey.path import Stop, next_stop, path
from portal.language.dates import JAPAN
from portal.language.words import SOURCE, words_for
from portal.municipalities import Municipality
from portal.security.keys import Keys
from portal.storage import files


class Unfinished(Exception):
    """A question on the way has no answer yet; `stop` is the first of them."""

    def __init__(self, stop: Stop) -> None:
        super().__init__(stop.key)
        self.stop = stop


@dataclass(frozen=True)
class Sending:
    """What an act of sending brings along: the town, the language read, the means of the act, the moment."""

    keys: Keys
    town: Municipality
    language: str
    means: str
    text_size: int
    now: datetime

    @property
    def today(self) -> date:
        """The day in Japan."""
        return self.now.astimezone(JAPAN).date()


def submit(db: Connection, draft: Draft, sending: Sending) -> Case:
    """The case of this draft, opened now or before. Raises Unfinished."""
    town = draft.version.municipality
    if sent_before := cases.by_key(db, sending.keys, town, draft.id):
        return sent_before
    stops = path(draft)
    if missing := next_stop(draft, stops):
        raise Unfinished(missing)
    answers = tuple(_answered(draft, stop, sending) for stop in stops)
    act = Act(role(draft), sending.means, sending.text_size, sending.now)
    sealed = [{"id": a.id, "person": a.person, "value": a.value} for a in answers]
    flags = tuple(_flag(found) for found in doubts.all_of(draft, stops, SOURCE, sending.today))
    consent = record.give(db, draft.version, wording(draft.version, sending.language), sealed, act)
    sent = replace(
        _sent(draft, answers, sending, consent.document, _files(db, draft, stops, sending.keys)),
        flags=flags,
        **_same_person(db, draft, sending.keys),
    )
    case = cases.opened(db, sending.keys, sent, sending.now)
    department = sending.town.departments[sent.department]
    outbox.post(db, sending.keys, to_department(case, sending.town, department), sending.now)
    drafts.drop(db, draft)
    return case


def whose(draft: Draft, keys: Keys) -> str:
    """The blind index of the applicant."""
    name = draft.of_role("applicant_name")
    read = (kana(name) or written(name)) if name else ""
    return same_person.index(keys, draft.version.municipality, read, draft.of_role("applicant_birth_date"))


def _same_person(db: Connection, draft: Draft, keys: Keys) -> dict[str, Any]:
    someone = whose(draft, keys)
    before = same_person.sent_before(db, draft.version.municipality, someone, draft.version.service)
    return {"someone": someone, "earlier": tuple(one.number for one in before)}


def _flag(found: Doubted) -> Flag:
    return Flag(found.doubt.code, found.stop.question.id, found.stop.person, words_for(SOURCE)(found.doubt.message))


def role(draft: Draft) -> str:
    """`proxy` when a helper's name stands on the way, else `self`."""
    on_the_way = {stop.question.role for stop in path(draft)}
    return "proxy" if "helper_name" in on_the_way else "self"


def _answered(draft: Draft, stop: Stop, sending: Sending) -> Answered:
    japanese = asking(draft, stop, SOURCE)
    shown = japanese if sending.language == SOURCE else asking(draft, stop, sending.language)
    kept = draft.answers[stop.key]
    return Answered(
        id=stop.question.id,
        person=stop.person,
        kind=stop.question.kind,
        label=japanese.question.short,
        asked=shown.question.ask,
        shown=japanese.shown(draft, sending.today),
        value=None if kept.value is None else KINDS[stop.question.kind].export(kept.value),
        typed=dict(kept.typed),
    )


def _sent(
    draft: Draft, answers: tuple[Answered, ...], sending: Sending, consent: dict[str, Any], files: tuple[str, ...]
) -> Sent:
    name = draft.of_role("applicant_name")
    return Sent(
        municipality=draft.version.municipality,
        key=draft.id,
        service=draft.version.service,
        effective=draft.version.effective.isoformat(),
        version=draft.version.hash,
        title=draft.version.source.title,
        department=draft.version.source.department,
        language=sending.language,
        applicant=applicant_name(draft),
        kana=kana(name) if name else "",
        birth_date=draft.of_role("applicant_birth_date"),
        phone=draft.of_role("applicant_phone") or "",
        answers=answers,
        files=files,
        consent=consent,
        helper=_helper(draft),
    )


def _helper(draft: Draft) -> Helper | None:
    name = draft.of_role("helper_name") if role(draft) == "proxy" else None
    if name is None:
        return None
    relation = next((stop for stop in path(draft) if stop.question.role == "helper_relation"), None)
    shown = asking(draft, relation, SOURCE).shown(draft, draft.version.effective) if relation else ()
    return Helper(written(name), draft.of_role("helper_phone") or "", "、".join(shown))


def _files(db: Connection, draft: Draft, stops: list[Stop], keys: Keys) -> tuple[str, ...]:
    """The files on the way, sealed anew with the town's key and named for its clerks; the rest goes with the draft."""
    town = draft.version.municipality
    told = [(page["file"], stop) for stop in stops for page in _pages(draft, stop)]
    for n, (id, stop) in enumerate(told, 1):
        file = files.read(db, draft.sealer, town, id)
        if file:
            files.drop(db, town, id)
            name = f"{n}-{asking(draft, stop, SOURCE).question.short}{PurePath(file.name).suffix}"
            files.keep(db, keys.town(town), replace(file, owner=f"case:{draft.id}", name=name))
    return tuple(id for id, _ in told)


def _pages(draft: Draft, stop: Stop) -> list[dict[str, Any]]:
    value = draft.answers[stop.key].value
    return list(value["pages"]) if stop.question.kind == "photo" and value is not None else []
