"""A case on paper: one document with everything a clerk needs, what to check first; set when the letter leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from portal.cases.case import Case
from portal.cases.letters.wording import day_shown, file_told, flagged, groups, moment_shown, phones
from portal.catalogue.checks import ACT
from portal.delivery.envelope import Paper
from portal.municipalities import Municipality

POINTS = 11
WORDS = {
    "checks": "確かめてほしいこと",
    "files": "送られたファイル",
    "agreed": "押す前に読んだことと、同意の様子",
}
KINDS = {
    "declaration": "約束したこと",
    "consent": "同意したこと",
    "acknowledgement": "知ったこと",
    "mandate": "代わりにすること",
}
"""What clerks call each kind of what was agreed to."""
Rows = Iterator[tuple[str, list[str]]]


def of(case: Case, town: Municipality, told: Mapping[str, Any]) -> Paper:
    """The document of a case as it is `told` to machines (see `cases.document`)."""
    data = {
        "language": "ja",
        "size": POINTS,
        "town": town.name,
        "title": case.title,
        "number": case.number,
        "office": f"{town.name}　{town.departments[case.department].name}",
        "words": WORDS,
        "facts": list(_facts(case, told)),
        "checks": list(_checks(case)),
        "groups": groups(case),
        "files": [f"{label}（{name}）" for label, name, _ in (file_told(case, id) for id in case.files)],
        "agreed": list(_agreed(case, told)),
    }
    return Paper(f"case-{case.number}.pdf", "case", data)


def _facts(case: Case, told: Mapping[str, Any]) -> Rows:
    yield "受付番号", [case.number]
    yield "届いた日", [moment_shown(case.received)]
    yield "様子", [told["status"]["label"]]
    born = f"{day_shown(date.fromisoformat(case.birth_date))}生まれ" if case.birth_date else ""
    yield "本人", [line for line in (_read(case.applicant, case.kana), born) if line]
    if case.helper:
        yield "代理の人", [_read(case.helper.name, case.helper.relation)]
    for phone, whose in phones(case):
        yield "電話", [_read(phone, whose)]
    if told["principal"]:
        yield "本人の確認", [told["principal"]["label"]]


def _checks(case: Case) -> Iterator[str]:
    if case.earlier:
        yield f"同じ人から、この手続きが前にも届いています。受付番号　{'、'.join(case.earlier)}"
    for flag in case.flags:
        yield f"{flagged(case, flag)}：{flag.message}"


def _agreed(case: Case, told: Mapping[str, Any]) -> Rows:
    """The words in Japanese, kind by kind, and what was taken back of them."""
    for entry in case.consent.get("records", ()) if case.consent else ():
        for one in entry["statements"]["source"] or entry["statements"]["shown"]:
            kind = "したこと" if one["id"] == ACT else KINDS.get(one["kind"], one["kind"])
            yield kind, [text for text in (one["text"], one["meaning"]) if text]
    for one in told["withdrawn"]:
        yield "取りやめたこと", [one["purpose"] or "申し込みの全部", moment_shown(datetime.fromisoformat(one["at"]))]


def _read(name: str, beside: str) -> str:
    return f"{name}（{beside}）" if beside else name
