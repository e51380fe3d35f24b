"""Sending: draft → consent record, case and envelope in one transaction, once per draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from sqlalchemy import Connection

from portal.answers import KINDS
from portal.answers.person_name import kana, written
from portal.cases import case as cases
from portal.cases import same_person
from portal.cases.case import Answered, Case, Helper, Sent
from portal.cases.course.events import ARRIVED
from portal.cases.letters.channels import News, tell
from portal.cases.letters.department import to_department
from portal.cases.letters.resident import Writing, receipt
from portal.cases.sent import COUNTER, PAPER, WEB, Flag, sealed
from portal.consent import bundle, record
from portal.consent.record import Act, Subject
from portal.delivery import outbox
from portal.journey import agreed, doubts
from portal.journey import draft as drafts
from portal.journey.agreed import role
from portal.journey.asking import applicant_name, asking
from portal.journey.counter import written as at_counter
from portal.journey.doubts import Doubted
from portal.journey.draft import Draft
from portal.journey.path import Stop, next_stop, path
from portal.language.dates import JAPAN
from portal.language.words import SOURCE, words_for
from portal.municipalities import Municipality
from portal.security.keys import Keys
from portal.storage import files

PARTNER, ON_PAPER = "partner", "paper"
"""The role and the means of a record that rests on paper somebody else has typed."""


@dataclass(frozen=True)
class Paper:
    """Who typed an application that was signed on paper (a system's name), and the day written on it."""

    by: str
    signed: date

    @property
    def told(self) -> dict[str, Any]:
        """What the record says of it: nobody pressed anything, and what it rests on is a sheet the town keeps."""
        return {"paper": {"signed_on": self.signed.isoformat(), "declared_by": "partner"}}


class Unfinished(Exception):
    """A question on the way has no answer yet; `stop` is the first of them."""

    def __init__(self, stop: Stop) -> None:
        super().__init__(stop.key)
        self.stop = stop


@dataclass(frozen=True)
class Sending:
    """What an act of sending brings along: the town, the language read, how it was done and read, the moment, the ids
    of the consents that were chosen though nothing asks for them, what came of the question about the statements, and
    the portal's public address; the paper it was typed from, where nobody pressed anything; and whether it was done on
    a clerk's screen.
    """

    keys: Keys
    town: Municipality
    language: str
    means: str
    text_size: int
    now: datetime
    aloud: str = ""
    also_in: str = ""
    chosen: frozenset[str] = frozenset()
    recall: Mapping[str, Any] = field(default_factory=record.ASKED_NOTHING.copy)
    portal: str = ""
    paper: Paper | None = None
    at_desk: bool = False

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
    flags = tuple(_flag(found) for found in doubts.all_of(draft, stops, SOURCE, sending.today))
    files = _files(db, draft, stops, sending.keys)
    consent = _consent(db, draft, answers, sending, tuple(files.values()))
    sent = replace(
        _sent(draft, answers, sending, consent, tuple(files)),
        flags=flags,
        email=_email(draft, stops),
        channel=PAPER if sending.paper else COUNTER if draft.helped else WEB,
        **_same_person(db, draft, sending.keys),
    )
    case = cases.opened(db, sending.keys, sent, sending.now)
    letter = to_department(case, sending.town, sending.portal)
    tell(db, sending.keys, News(case, sending.town, ARRIVED, letter, sending.portal), sending.now)
    if mail := receipt(Writing(case, sending.town, draft.version, sending.portal)):
        outbox.post(db, sending.keys, mail, sending.now)
    at_counter.keep(db, sending.keys, draft, case)
    drafts.drop(db, draft)
    return case


def _consent(
    db: Connection, draft: Draft, answers: tuple[Answered, ...], sending: Sending, attachments: tuple[str, ...]
) -> dict[str, Any]:
    """Keep what was agreed to, over these answers and attachments (SHA-256); the bundle of it."""
    paper = sending.paper
    act = Act(
        PARTNER if paper else role(draft),
        *(sending.means, sending.text_size, sending.now, sending.aloud, sending.also_in, sending.recall),
    )
    subject = Subject(
        *(draft.version, sealed(answers), attachments),
        paper.by if paper else agreed.presser(draft),
        _way_back(sending),
        beside=paper.told if paper else at_counter.told(draft, sending.at_desk),
    )
    parts = agreed.parts(draft, sending.language, sending.chosen)
    given: dict[str, Any] = bundle.give(db, sending.keys, draft.version.municipality, record.given(subject, parts, act))
    return given


def _way_back(sending: Sending) -> dict[str, str]:
    """How what was agreed to is taken back: a page of the portal, or the town's telephone."""
    return {"page": f"/{sending.language}/{sending.town.slug}/status", "phone": sending.town.phone}


def whose(draft: Draft, keys: Keys) -> str:
    """The blind index of the applicant."""
    name = draft.of_role("applicant_name")
    read = (kana(name) or written(name)) if name else ""
    return same_person.index(keys, draft.version.municipality, read, draft.of_role("applicant_birth_date"))


def _same_person(db: Connection, draft: Draft, keys: Keys) -> dict[str, Any]:
    someone = whose(draft, keys)
    before = same_person.sent_before(db, draft.version.municipality, someone, draft.version.service)
    return {"someone": someone, "earlier": tuple(one.number for one in before)}


def _email(draft: Draft, stops: list[Stop]) -> str:
    """The address that was given on the way, "" for none."""
    asked = (stop for stop in stops if stop.question.role == "applicant_email")
    return next((str(address) for stop in asked if (address := draft.value(stop.key))), "")


def _flag(found: Doubted) -> Flag:
    return Flag(found.doubt.code, found.stop.question.id, found.stop.person, words_for(SOURCE)(found.doubt.message))


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
        told=() if shown is japanese else shown.shown(draft, sending.today),
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


def _files(db: Connection, draft: Draft, stops: list[Stop], keys: Keys) -> dict[str, str]:
    """The files on the way and their SHA-256, sealed anew with the town's key and named for its clerks; the rest goes
    with the draft.
    """
    town, found = draft.version.municipality, dict[str, str]()
    told = [(page["file"], stop) for stop in stops for page in _pages(draft, stop)]
    for n, (id, stop) in enumerate(told, 1):
        file = files.read(db, draft.sealer, town, id)
        if file:
            files.drop(db, town, id)
            name = f"{n}-{asking(draft, stop, SOURCE).question.short}{PurePath(file.name).suffix}"
            files.keep(db, keys.town(town), replace(file, owner=f"case:{draft.id}", name=name))
        found[id] = sha256(file.content).hexdigest() if file else ""
    return found


def _pages(draft: Draft, stop: Stop) -> list[dict[str, Any]]:
    value = draft.answers[stop.key].value
    return list(value["pages"]) if stop.question.kind == "photo" and value is not None else []
