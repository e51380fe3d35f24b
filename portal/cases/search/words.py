"""Words: what a case is found by, each in the one plain form of its kind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from portal.answers.person_name import kana, written
from portal.cases.sent import Answered, Sent
from portal.language.folding import folded

NAME, FAMILY, BIRTH, PHONE, PERSON, HOME, ACCOUNT = "name", "family", "birth", "phone", "person", "home", "account"
"""A whole name or a family name, written or read; a birth date; a telephone; somebody by reading and birth date; an
address; an account."""
EXTENSION = ";"
"""What follows in a kept telephone number is asked for by nobody."""

Word = tuple[str, str]
"""A kind, and a word of it in its plain form."""


def of(sent: Sent) -> frozenset[Word]:
    """Everything an application is found by: whoever it is for or from, those it names, their home and account."""
    found = {*_somebody(sent.applicant, sent.kana, sent.birth_date), *(_phone(sent.phone) if sent.phone else ())}
    if sent.helper:
        found |= {*_somebody(sent.helper.name, "", None), *(_phone(sent.helper.phone) if sent.helper.phone else ())}
    for answer in sent.answers:
        found |= {*_answer(answer)}
    return frozenset(word for word in found if word[1])


def named(text: str) -> frozenset[Word]:
    """What a typed name may be: a whole one or a family name, written or read."""
    plain = folded(text)
    return frozenset({(NAME, plain), (FAMILY, plain)}) if plain else frozenset()


def people(words: frozenset[Word]) -> frozenset[Word]:
    """The words that tell a person, a home or an account apart: who shares one may be the same household."""
    return frozenset(word for word in words if word[0] in {PERSON, HOME, ACCOUNT})


def own(sent: Sent) -> frozenset[Word]:
    """The word that tells whoever it is for apart; none where their birth date is not known."""
    return frozenset(one for one in _somebody(sent.applicant, sent.kana, sent.birth_date) if one[0] == PERSON)


def _answer(answer: Answered) -> Iterator[Word]:
    value: Any = answer.value
    if not value:
        return
    if answer.kind == "person_name":
        yield from _name(value, None)
    elif answer.kind == "household":
        for person in value["people"]:
            yield from _name(person["name"], person["birth_date"])
            yield BIRTH, person["birth_date"]
    elif answer.kind == "phone":
        yield from _phone(value)
    elif answer.kind == "address":
        yield HOME, folded("".join(value.get(part) or "" for part in ("town", "street", "building")))
    elif answer.kind in {"bank_account", "postal_account"}:
        told = {name: part for name, part in value.items() if name != "holder"}
        yield ACCOUNT, json.dumps(told, ensure_ascii=False, sort_keys=True)


def _name(name: Any, birth: str | None) -> Iterator[Word]:
    yield from _somebody(written(name), kana(name), birth)
    for part in ("family", "family_kana"):
        yield FAMILY, folded(name.get(part) or "")


def _somebody(name: str, reading: str, birth: str | None) -> Iterator[Word]:
    """By the whole name, and by its first part, which is the family's in Japan; of others nobody knows which is."""
    for text in (name, reading):
        yield NAME, folded(text)
        parts = text.split()
        for part in parts if text.isascii() else parts[:1]:
            yield FAMILY, folded(part)
    if birth:
        yield BIRTH, birth
        yield PERSON, f"{folded(reading or name)}:{birth}"


def _phone(number: str) -> Iterator[Word]:
    yield PHONE, number.partition(EXTENSION)[0]
