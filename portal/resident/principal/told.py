"""What the pages of the person's word are told: whose telephone it is, how it stands, which answers are shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from portal.answers import KINDS
from portal.answers.answer_type import Problems
from portal.cases import case as cases
from portal.cases.case import Answered, Case
from portal.cases.principal import standing as standings
from portal.cases.principal.standing import NAMES, WAITING, Standing
from portal.cases.principal.word import YES
from portal.catalogue.published import recalled
from portal.catalogue.version import Version
from portal.journey.asking import TYPISTS
from portal.language.dates import JAPAN
from portal.language.words import SOURCE, say
from portal.resident import way
from portal.security.tokens import fingerprint
from portal.web.errors import Refused
from portal.web.visit import Visit

APPLICANT = "a"
"""The person id of answers about the applicant."""
AS_SHOWN = frozenset({"household", "photo", "bank_account", "postal_account"})
"""Kinds of answer whose value does not come of one page alone."""
OFFERS = {WAITING: (say("本人に確かめてもらう"), "ask"), YES: (say("頼むことをやめる"), "revoke")}
"""What can be done where it stands so, and the page for it."""
REMEMBERED = 30 * 24 * 3600
"""Seconds a telephone is known to be the other's."""


class Row(NamedTuple):
    """One answer read back: what was asked in a few words, and its lines."""

    short: str
    lines: tuple[str, ...]


def known(visit: Visit) -> Case | None:
    """The case of this address, if this telephone has sent it or was just shown it, and somebody is to be asked."""
    case = cases.by_number(visit.db, visit.house.keys, visit.town.code, visit.parts["number"])
    return case if case and way.holds(visit, case) and standings.asked(case) else None


def standing(visit: Visit, case: Case) -> Standing:
    """How it stands with a case whose person is to be asked. Raises Refused for any other."""
    found = standings.of(visit.db, visit.house.keys, case)
    if found is None:
        raise Refused(404)
    return found


def state(visit: Visit, standing: Standing) -> str:
    """The state in words."""
    return visit.say(NAMES[standing.state])


def offered(visit: Visit, case: Case) -> dict[str, str] | None:
    """What receipt and status say of it, and what can be done; None where nobody needs to be asked."""
    found = standings.of(visit.db, visit.house.keys, case)
    if found is None:
        return None
    label, page = OFFERS.get(found.state, (None, ""))
    url = visit.url(page, number=case.number) if page else ""
    return {"state": state(visit, found), "label": visit.say(label) if label else "", "url": url}


def remember_asking(visit: Visit, case: Case) -> None:
    """Let this telephone be known as the other's; the mark names no case to anybody else."""
    marks = [mark for mark in _asking(visit) if mark != _mark(visit, case)][-way.REMEMBERED + 1 :]
    visit.cookie(_cookie(visit), ".".join([*marks, _mark(visit, case)]), REMEMBERED)


def is_the_others(visit: Visit, case: Case) -> bool:
    """Whether this telephone sent the application or made a link for it."""
    return _mark(visit, case) in _asking(visit) or way.has_sent(visit, case)


def version(visit: Visit, case: Case) -> Version:
    """The version the case was asked with. Raises Refused where nobody knows it any more."""
    found = visit.house.catalogue.by_hash(case.municipality, case.version)
    found = found or recalled(visit.db, case.municipality, case.version)
    if found is None:
        raise Refused(404)
    return found


def rows(visit: Visit, case: Case, version: Version) -> list[Row]:
    """The answers about the person, in the reader's language as far as that can be."""
    return [Row(_short(visit, case, version, one), _lines(visit, case, version, one)) for one in seen(case, version)]


def seen(case: Case, version: Version) -> Iterator[Answered]:
    """The answers the person is shown: not those about the one who sent it, and not those about each of the others."""
    roles = {question.id: question.role or "" for question in version.source.questions}
    for one in case.answers:
        if one.person in {None, APPLICANT} and not roles.get(one.id, "").startswith(TYPISTS):
            yield one


def _short(visit: Visit, case: Case, version: Version, one: Answered) -> str:
    question = version.told(visit.reads).questions.get(one.id)
    words = question.short if question else one.label
    return words.replace("{applicant}", case.applicant).replace("{name}", case.applicant)


def _lines(visit: Visit, case: Case, version: Version, one: Answered) -> tuple[str, ...]:
    ask, seen = (version.told(words).asks.get(one.id) for words in (visit.language, visit.reads))
    if visit.language != SOURCE and one.kind not in AS_SHOWN and ask is not None and seen is not None:
        day, kind = case.received.astimezone(JAPAN).date(), KINDS[one.kind]
        try:
            if lines := tuple(kind.show(kind.read(one.typed, ask, day), seen, day)):
                return lines
        except Problems:
            pass  # an answer nobody could read is shown as it came
    return one.shown or (visit.say("（答えていません）"),)


def _asking(visit: Visit) -> list[str]:
    return [mark for mark in (visit.held(_cookie(visit)) or "").split(".") if mark]


def _mark(visit: Visit, case: Case) -> str:
    return fingerprint(visit.house.keys.pepper, f"asking:{case.id}")[:16]


def _cookie(visit: Visit) -> str:
    return f"yorisoi_{visit.town.slug}_asking"
