"""A case as a clerk reads it: the answers in Japanese by whom they are about, doubts, files, who lies beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from portal.answers.phone import grouped
from portal.cases.case import Case
from portal.cases.letters.department import tongue
from portal.cases.letters.wording import flagged, people
from portal.cases.search.words import ACCOUNT, HOME, PERSON
from portal.cases.sent import COUNTER, PAPER, Answered
from portal.cases.status import NAMES
from portal.cases.work.beside import WHY, Neighbour, beside
from portal.desk.papers.attached import Paper, papers
from portal.desk.visit import DeskVisit
from portal.desk.work.reach import reach
from portal.language.dates import JAPAN, shown
from portal.language.words import say

WHOLE, MORE, OF_SOMEBODY = say("答え"), say("答え（つづき）"), say("{name}さんについての答え")
FAMILY = say("家族")
EMPTY = say("（答えなし）")
CAME = {COUNTER: say("窓口で、職員といっしょに"), PAPER: say("紙に書いて、ほかのシステムから")}
SHARES = {PERSON: say("同じ人"), ACCOUNT: say("同じ口座"), HOME: say("同じ住所")}


class Row(NamedTuple):
    """An answer: what it is called, its lines (none where they would only name each paper once more), how it was asked
    in another language, and what was sent with it.
    """

    label: str
    lines: Sequence[str]
    asked: str
    told: Sequence[str]
    papers: Sequence[Paper]


class Beside(NamedTuple):
    """Another case: its address, whose, what it shares, of what procedure, where it stands, its receipt number."""

    address: str
    name: str
    shares: str
    title: str
    state: str
    number: str


def groups(visit: DeskVisit, case: Case) -> list[tuple[str, list[Row]]]:
    """The answers as they were given; those about one person under that person's name."""
    names, found = people(case), list[tuple[str, list[Row]]]()
    for person, answers in groupby(case.answers, attrgetter("person")):
        heading = visit.say(MORE if found else WHOLE)
        if person:
            parts = names.get(person, visit.say(FAMILY)).split()
            heading = visit.say(OF_SOMEBODY, name=" ".join(parts))  # a wide space at a line's end widens the page
        found.append((heading, [_row(visit, case, answer) for answer in answers]))
    return found


def about(visit: DeskVisit, case: Case) -> list[tuple[str, list[str]]]:
    """Who it is from, and how to reach them."""
    there = case.received.astimezone(JAPAN)
    told = [
        (say("手続き"), case.title),
        (say("受付番号"), case.number),
        (say("受けつけた日"), f"{shown(there.date(), visit.words)} {there:%H:%M}"),
        (say("様子"), visit.say(NAMES[case.status])),
        (say("ふりがな"), case.kana),
        (say("生まれた日"), shown(date.fromisoformat(case.birth_date), visit.words) if case.birth_date else ""),
        (say("電話"), grouped(case.phone) if case.phone else ""),
        (say("メール"), case.email),
        (say("書いた人"), _helper(case)),
        (say("書いたことば"), visit.tongue(case.language) if tongue(case.language) else ""),
        (say("書いた所"), visit.say(CAME[case.channel]) if case.channel in CAME else ""),
    ]
    return [(visit.say(label), [text]) for label, text in told if text]


def doubts(case: Case) -> list[tuple[str, list[str]]]:
    """What is to be checked: (what the answer is called, what is doubtful)."""
    return [(flagged(case, flag), [flag.message]) for flag in case.flags]


def neighbours(visit: DeskVisit, case: Case) -> dict[str, list[Beside]]:
    """Cases of the same person, home or account, as far as they may be seen, by why they should be (`WHY`)."""
    found = beside(visit.db, visit.house.keys, reach(visit), case)
    return {why: [_beside(visit, one) for one in found if one.why == why] for why in WHY}


def _beside(visit: DeskVisit, one: Neighbour) -> Beside:
    return Beside(
        visit.url("case", case=one.case.id),
        one.case.applicant,
        visit.say("、").join(visit.say(words) for kind, words in SHARES.items() if kind in one.shares),
        one.case.title,
        visit.say(NAMES[one.case.status]),
        one.case.number,
    )


def _row(visit: DeskVisit, case: Case, answer: Answered) -> Row:
    foreign = bool(tongue(case.language))
    asked, told = (answer.asked, answer.told) if foreign else ("", ())
    sent = papers(visit, case, _pages(answer, frozenset(case.files)))
    lines = () if sent and len(sent) == len(answer.shown) else answer.shown or (visit.say(EMPTY),)
    return Row(answer.label, lines, asked, told, sent)


def _pages(answer: Answered, known: frozenset[str]) -> Iterator[tuple[str, str]]:
    for page in answer.value.get("pages", ()) if isinstance(answer.value, dict) else ():
        if page["file"] in known:
            yield page["file"], page["name"]


def _helper(case: Case) -> str:
    if case.helper is None:
        return ""
    phone = grouped(case.helper.phone) if case.helper.phone else ""
    return "、".join(part for part in (case.helper.name, case.helper.relation, phone) if part)
