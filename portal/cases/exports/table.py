"""The table of a service: a row for each case with a column for each question, and one for each person of a household.

The columns are those of every version the service had, so that cases of many years stand in one table; a question is
known by its id and called as it was last. A cell is what a clerk reads of an answer, in one line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from portal.cases.case import Case
from portal.cases.letters.department import tongue
from portal.cases.letters.wording import APPLICANT, dashed, flagged
from portal.cases.principal.standing import OFFICE, Standing
from portal.cases.sent import Answered
from portal.cases.status import NAMES
from portal.catalogue.version import Version
from portal.consent import bundle
from portal.consent.bundle import Taken
from portal.consent.record import GIVEN
from portal.language.dates import JAPAN
from portal.language.marks import plain

HEADS = (
    *("受付番号", "届いた日時", "様子", "手続き", "係", "申し込んだことば"),
    *("本人の名前", "本人のフリガナ", "本人の生まれた日", "本人の電話", "メールアドレス"),
    *("代理の人の名前", "代理の人の電話", "代理の人と本人の関係", "本人の確認"),
    *("確かめてほしいこと", "前の受付番号", "選んだ同意", "取りやめた同意"),
)
PEOPLE = ("受付番号", "人", "名前", "フリガナ", "生まれた日", "関係")
REST = "そのほかの答え"
"""Answers to questions that no known version asks."""
BETWEEN = "／"
"""Between the lines of one answer: a row of the table is always one line of the file."""


@dataclass(frozen=True)
class Told:
    """A case with what was said about it since."""

    case: Case
    taken: Sequence[Taken] = ()
    principal: Standing | None = None


@dataclass(frozen=True)
class Table:
    """The columns, question id → its name; `relations` names what people of a household are to each other."""

    questions: Mapping[str, str]
    of_people: Mapping[str, str]
    relations: Mapping[str, str]

    @classmethod
    def of(cls, versions: Iterable[Version]) -> Table:
        """The table of a service, from every version of it that is known."""
        newest_first = sorted(versions, key=attrgetter("effective"), reverse=True)
        asked = [question for version in newest_first for question in version.source.questions]
        options = (option for question in asked if question.kind == "household" for option in question.options)
        relations: dict[str, str] = {}
        for option in options:
            relations.setdefault(option.id, plain(option.label))
        return cls(
            _named((q.id, q.short) for q in asked if not q.each),
            _named((q.id, q.short) for q in asked if q.each),
            relations,
        )

    @property
    def heads(self) -> tuple[str, ...]:
        """The names of a case's columns."""
        return (*HEADS, *self.questions.values(), REST)

    @property
    def people_heads(self) -> tuple[str, ...]:
        """The names of a person's columns."""
        return (*PEOPLE, *self.of_people.values())

    def row(self, told: Told) -> tuple[str, ...]:
        """One case, a text for each of `heads`."""
        answers = {answer.id: _cell(answer) for answer in told.case.answers if answer.person is None}
        known = (answers.get(id, "") for id in self.questions)
        return (*_about(told), *known, BETWEEN.join(self._rest(told.case)))

    def people(self, case: Case) -> Iterator[tuple[str, ...]]:
        """Everybody the case is about who was asked about by name, a text for each of `people_heads`."""
        mine: dict[str, dict[str, str]] = {}
        for answer in case.answers:
            if answer.person:
                mine.setdefault(answer.person, {})[answer.id] = _cell(answer)
        for id, (name, kana, born, relation) in self._listed(case, APPLICANT in mine):
            known = (mine.get(id, {}).get(question, "") for question in self.of_people)
            yield (case.number, id, name, kana, born, relation, *known)

    def _listed(self, case: Case, applicant: bool) -> Iterator[tuple[str, tuple[str, str, str, str]]]:
        if applicant:
            yield APPLICANT, (case.applicant, case.kana, case.birth_date or "", "本人")
        for answer in case.answers:
            for one in answer.value["people"] if answer.kind == "household" and answer.value else ():
                name = one["name"]
                written, kana = (
                    _joined(name, *parts) for parts in (("family", "given"), ("family_kana", "given_kana"))
                )
                relation = one.get("relation") or ""
                yield one["id"], (written, kana, one["birth_date"], self.relations.get(relation, relation))

    def _rest(self, case: Case) -> Iterator[str]:
        """Nothing that was answered is left out."""
        for answer in case.answers:
            known = self.of_people if answer.person else self.questions
            if answer.id not in known and (cell := _cell(answer)):
                yield f"{answer.label}：{cell}"


def _about(told: Told) -> tuple[str, ...]:
    case, helper = told.case, told.case.helper
    return (
        case.number,
        f"{case.received.astimezone(JAPAN):%Y-%m-%d %H:%M:%S}",
        plain(NAMES[case.status].text),
        case.title,
        case.department,
        tongue(case.language) or "日本語",
        *(case.applicant, case.kana, case.birth_date or "", dashed(case, case.phone), case.email),
        *((helper.name, dashed(case, helper.phone), helper.relation) if helper else ("", "", "")),
        OFFICE[told.principal.state] if told.principal else "",
        BETWEEN.join(f"{flagged(case, flag)}：{flag.message}" for flag in case.flags),
        "、".join(case.earlier),
        "、".join(_chosen(case)),
        "、".join(_taken(told.taken)),
    )


def _chosen(case: Case) -> Iterator[str]:
    """The purposes of the consents that were given though nothing asks for them."""
    for record in bundle.records(case.consent):
        if record["event"] == GIVEN:
            yield from (str(purpose["id"]) for purpose in record.get("purposes", ()) if purpose["optional"])


def _taken(taken: Sequence[Taken]) -> Iterator[str]:
    for one in taken:
        yield f"{one.purpose or '全部'}（{one.at.astimezone(JAPAN):%Y-%m-%d}）"


def _named(asked: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Each question once, as it was last called; two of one name are told apart by their ids."""
    names: dict[str, str] = {}
    for id, short in asked:
        names.setdefault(id, plain(short))
    often = Counter(names.values())
    return {id: f"{name}（{id}）" if often[name] > 1 else name for id, name in names.items()}


def _cell(answer: Answered) -> str:
    return BETWEEN.join(answer.shown)


def _joined(name: Mapping[str, Any], *parts: str) -> str:
    return "　".join(name[part] for part in parts if name.get(part))
