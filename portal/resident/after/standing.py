"""What holds now of an application, in words: what was taken back, and what can be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from portal.cases import withdrawal
from portal.cases.arrival import standing as arrival
from portal.cases.case import Case
from portal.cases.since import signing
from portal.cases.status import DECIDED, NAMES, OVER, WITHDRAWN
from portal.catalogue.conditions import Lookup
from portal.catalogue.published import recalled
from portal.catalogue.version import Version
from portal.consent import wording
from portal.consent.bundle import Later, Taken
from portal.consent.findings import PROVEN, SENTENCES
from portal.language.beside.signs import trimmed
from portal.language.dates import JAPAN, hour_shown, shown
from portal.language.words import say
from portal.web.visit import Visit

WHOLE = "all"
"""How an address names the application as a whole."""
WHOLE_TAKEN = say("この申し込みは、{date}に取りやめました。")
PART_TAKEN = say("「{words}」という同意は、{date}に取りやめました。")
TAKE_WHOLE = say("この申し込みを、取りやめる")
TAKE_PART = say("「{words}」という同意を、取りやめる")
STOOD_BY = SENTENCES["witness", PROVEN]
SIGNED = say("鍵（パスキー）でも、{date}に｜印《しるし》を付けました。")

# The portal has taken every application that has a page here: only of the department in charge is it said whether it
# has it. That it has come does not say that somebody has read it, nor that nobody has.
ARRIVAL = {
    arrival.ARRIVED: (say("担当の課に届きました（{when}）。"),),
    arrival.SENT: (say("担当の課に届けているところです。"),),
    arrival.AGAIN: (
        say("担当の課に、まだ届いていません。もう一度送っています。"),
        say("このまま待っていてください。"),
    ),
    arrival.LATE: (
        say("担当の課に、まだ届いていません。いつもより、時間がかかっています。"),
        say("あなたの申し込みは、なくなっていません。もう一度申し込まないでください。"),
        say("急ぐときは、{phone} に電話してください。"),
    ),
}


class Standing(NamedTuple):
    """Sentences about what was taken back; (label, address) of what can be; whether the office has not seen it yet;
    whether all was taken back; whether the office has decided; all that followed; sentences about what was signed or
    said of it besides.
    """

    taken: tuple[str, ...]
    ways: tuple[tuple[str, str], ...]
    unseen: bool
    whole: bool
    decided: bool
    later: tuple[Later, ...]
    besides: tuple[str, ...]


def version_of(visit: Visit, case: Case) -> Version | None:
    """The version the case was asked with, even when its file is gone."""
    known = visit.house.catalogue.by_hash(visit.town.code, case.version)
    return known or recalled(visit.db, visit.town.code, case.version)


def value_in(case: Case) -> Lookup:
    """The answers of a case that are about nobody in particular, by their ids."""
    return {answer.id: answer.value for answer in case.answers if answer.person is None}.get


def state(visit: Visit, case: Case) -> str:
    """Where the application stands."""
    return visit.say(NAMES[case.status])


def arrived(visit: Visit, case: Case) -> tuple[str, ...]:
    """Whether the office has it, and what to do; nothing after all was taken back."""
    department = visit.town.departments.get(case.department)
    if department is None or case.status == WITHDRAWN:
        return ()
    found = arrival.standing(visit.db, case, department, visit.now)
    when = hour_shown(case.acknowledged, visit.words) if case.acknowledged else ""
    return tuple(visit.say(line, when=when, phone=department.phone) for line in ARRIVAL[found])


def coming(visit: Visit, case: Case, version: Version | None) -> tuple[str, ...]:
    """What happens next; nothing after it was refused, or all of it taken back."""
    return version.coming(visit.reads, value_in(case)) if version and case.status not in OVER else ()


def until(version: Version | None) -> str:
    """How long a service lets the whole be taken back here."""
    return version.source.consent.take_back if version else ""


def words_of(version: Version | None, purpose: str, language: str) -> Mapping[str, str]:
    """The statement of a consent in a language; its purpose alone where the version is gone."""
    parts = wording.parts(version, language) if version else ()
    return next((part.shown[0] for part in parts if part.purpose == purpose), {"text": purpose, "meaning": ""})


def standing(visit: Visit, case: Case) -> Standing:
    """What holds now of a case."""
    version, later = version_of(visit, case), signing.since(visit.db, signing.About(case))
    taken = tuple(one for one in later if isinstance(one, Taken))
    parts = {"service": case.service, "number": case.number}
    ways = [
        (visit.say(TAKE_PART, words=bare(version, what, visit.reads)), visit.url("withdraw", what=what, **parts))
        for what in (str(each["purposes"][0]["id"]) for each in withdrawal.standing(case, taken))
    ]
    if withdrawal.possible(case, until(version)):
        ways.append((visit.say(TAKE_WHOLE), visit.url("withdraw", what=WHOLE, **parts)))
    told = tuple(_told(visit, version, taken))
    besides = (signed_words(visit, later), _witnessed(visit, later))
    now = (case.seen is None, case.status == WITHDRAWN, case.status in DECIDED)
    return Standing(told, tuple(ways), *now, later, tuple(filter(None, besides)))


def signed_words(visit: Visit, later: tuple[Later, ...]) -> str:
    """That it was signed once more, and when; "" where nobody did."""
    return next((visit.say(SIGNED, date=day(visit, one)) for one in later if one.signed), "")


def _witnessed(visit: Visit, later: tuple[Later, ...]) -> str:
    """That somebody of the staff says to have stood by, and what it proves; "" where nobody did."""
    return visit.say(STOOD_BY) if any(one.witnessed for one in later) else ""


def day(visit: Visit, one: Later) -> str:
    """The day something was taken back, or signed."""
    return shown(one.at.astimezone(JAPAN).date(), visit.words)


def _told(visit: Visit, version: Version | None, taken: tuple[Taken, ...]) -> Iterator[str]:
    for one in taken:
        words = PART_TAKEN if one.purpose else WHOLE_TAKEN
        yield visit.say(words, date=day(visit, one), words=bare(version, one.purpose, visit.reads))


def bare(version: Version | None, purpose: str, language: str) -> str:
    """The statement of a consent as it stands within another sentence."""
    return trimmed(words_of(version, purpose, language)["text"], "。.")
