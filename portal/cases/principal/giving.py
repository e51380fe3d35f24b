"""Giving the word: a record in the log, the word beside the case, a letter to the office, in one transaction.

What is given here is the person's own: a yes is the mandate and the declarations over the very answers that were sent
(the same salt, so the same commitment), a no says that they did not ask for it. Both name the act they are about.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from portal.cases.case import Case
from portal.cases.course.events import ANSWERED, MANDATE_ENDED
from portal.cases.letters.channels import News, tell
from portal.cases.letters.department import of_principal, of_revoked
from portal.cases.principal import invitation as invitations
from portal.cases.principal import word as words
from portal.cases.principal.invitation import Invitation
from portal.cases.principal.word import NO, YES, Word
from portal.cases.sent import sealed
from portal.catalogue.version import Version
from portal.consent import bundle, record, wording
from portal.consent.record import Act, Subject
from portal.consent.wording import DECLARATION, MANDATE, Part
from portal.language.dates import JAPAN
from portal.language.words import SOURCE, Say, say, words_for
from portal.municipalities import Municipality
from portal.security.keys import Keys

LASTS = timedelta(days=180)
"""How long a mandate given here holds: until most cases are long decided, and not for ever."""
ACTIONS = ("apply", "talk", "hand-in")
"""What the other may do: send it, talk to the office about it, bring papers that are missing."""
ASKED = (
    say("この申し込みを、代わりの人に頼みました。"),
    say("代わりの人が送ってよい、という意味です。役所と話すことと、足りない書類を出すことも、してよいです。"),
)
NOT_ASKED = (
    say("この申し込みは、このとおりには頼んでいません。"),
    say("役所が、手続きを進める前に、あなたに聞きます。"),
)
BACK = say("代わりの人に頼むことを、やめます。")


@dataclass(frozen=True)
class Answering:
    """By which invitation, on which case and version; how it was done and read; whether on the other's telephone; the
    portal's public address.
    """

    case: Case
    version: Version
    invitation: Invitation
    town: Municipality
    act: Act
    language: str
    seen: tuple[str, ...]
    same_device: bool
    way_back: Mapping[str, str]
    portal: str


@dataclass(frozen=True)
class TakingBack:
    """Which mandate is ended (a word that was a yes), how it was done and read; the portal's public address."""

    case: Case
    town: Municipality
    word: Word
    act: Act
    language: str
    portal: str


def yes(db: Connection, keys: Keys, by: Answering) -> None:
    """The person has asked for it; a word that was given before stands."""
    until = (by.act.at.astimezone(JAPAN).date() + LASTS).isoformat()
    scope = {"services": [by.case.service], "actions": list(ACTIONS)}
    mandate = {"by": "principal", "scope": scope, "until": until}
    _give(db, keys, by, _Said(YES, promised(by.version, by.language), mandate, until=until))


def no(db: Connection, keys: Keys, by: Answering, message: str) -> None:
    """The person has not asked for it, or not like this; the office is told, and nothing is dropped."""
    _give(db, keys, by, _Said(NO, (_part(DECLARATION, "not-asked", NOT_ASKED, by.language),), message=message))


def promised(version: Version, language: str) -> tuple[Part, ...]:
    """What a yes says: that the other was asked, and what the service has everybody declare."""
    declared = (part for part in wording.parts(version, language) if part.type == DECLARATION)
    return (_part(MANDATE, "asked", ASKED, language), *declared)


@dataclass(frozen=True)
class _Said:
    said: str
    parts: tuple[Part, ...]
    mandate: Mapping[str, Any] = field(default_factory=dict)
    until: str = ""
    message: str = ""


def _give(db: Connection, keys: Keys, by: Answering, given: _Said) -> None:
    case, about = by.case, (by.case.municipality, by.case.id)
    if not words.begin(db, about, by.act.at):
        return
    subject = Subject(
        *(by.version, sealed(case.answers), (), case.applicant, by.way_back),
        salt=case.consent["salt"],
        mandate=given.mandate,
        beside={"confirms": bundle.act(case.consent), "seen": list(by.seen)},
    )
    made = bundle.give(db, keys, case.municipality, record.given(subject, given.parts, by.act))
    how = {"way": by.invitation.way, "same_device": by.same_device, "bundle": made}
    word = Word(given.said, by.act.at, **how, until=given.until, message=given.message)
    words.keep(db, keys, about, word)
    invitations.end(db, *about)
    letter = of_principal(case, by.town, word, _taken(db, case))
    tell(db, keys, News(case, by.town, ANSWERED, letter, by.portal, {"said": given.said}), by.act.at)


def last_day(word: Word) -> date:
    """The last day of the mandate a yes gave."""
    return date.fromisoformat(word.until)


def take_back(db: Connection, keys: Keys, by: TakingBack) -> None:
    """End a mandate from now on, and tell the office. Raises IndexError where there is none."""
    mandates = [one for one in bundle.records(by.word.bundle) if one["type"] == MANDATE]
    text, source = (words_for(language)(BACK) for language in (by.language, SOURCE))
    part = wording.withdrawal(text, source, by.language)
    bundle.add(db, keys, by.case.municipality, [record.withdrawn(mandates, part, by.act)])
    letter = of_revoked(by.case, by.town, by.act.at, by.word, _taken(db, by.case))
    tell(db, keys, News(by.case, by.town, MANDATE_ENDED, letter, by.portal), by.act.at)


def _taken(db: Connection, case: Case) -> list[bundle.Taken]:
    act = bundle.act(case.consent)
    return bundle.taken(db, case.municipality, [act])[act]


def _part(type: str, id: str, words: tuple[Say, Say], language: str) -> Part:
    text, meaning = words

    def told(language: str) -> dict[str, str]:
        said = words_for(language)
        return {"id": id, "kind": type, "text": said(text), "meaning": said(meaning)}

    return Part(type, language, (told(language),), (told(SOURCE),))
