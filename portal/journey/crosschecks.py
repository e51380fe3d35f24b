"""Cross checks: answers that are right each by itself and do not go together, told in words a person can act on.

They look at roles, not at services, so that every service has them: the account, the applicant, the helper, the
household. Each is a doubt, never a refusal: a holder's name may have changed, twins share a birth date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from portal.answers.answer_type import Doubt
from portal.answers.person_name import kana, written
from portal.journey.asking import applicant_name, helper_name
from portal.journey.draft import Draft
from portal.journey.path import Stop
from portal.language.dates import age
from portal.language.kana import bank_form
from portal.language.words import say

Finding = Iterator[Doubt]
YOUNGEST = 15
"""Years; whoever is younger seldom applies alone (at 15 one may make a will: Civil Code, article 961)."""
ONE_ONLY = {"spouse", "head"}
"""Relations that one person of a household has."""
HEAD = "head"
"""Who is the household's head is its applicant, never one of the others."""


def crosschecks(draft: Draft, stop: Stop, today: date) -> Finding:
    """What does not go together with the answer of this stop."""
    value = draft.value(stop.key)
    if value is None:
        return
    if stop.question.kind == "household":
        yield from _household(draft, value["people"], stop)
    elif check := _BY_ROLE.get(stop.question.role or ""):
        yield from check(draft, value, today)


def _holder(draft: Draft, account: Any, _today: date) -> Finding:
    """Cities of 2020 sent back accounts of a spouse or child; money goes to the applicant's own account."""
    name = draft.of_role("applicant_name")
    if name is None or not kana(name) or _printed(account["holder"]) in _both_ways(name):
        return
    message = say(
        "口座の名前「{holder}」が、{name}さんの名前とちがうようです。{name}さんの口座かどうか、通帳で確かめてください。",
        holder=account["holder"],
        name=written(name),
    )
    yield Doubt("holder", message, "holder-differs")


def _helper(draft: Draft, helper: Any, _today: date) -> Finding:
    """A helper who wrote the applicant's name into their own box, or the other way round."""
    name = draft.of_role("applicant_name")
    if name and _person(helper) == _person(name):
        message = say(
            "代わりの人の名前と、{name}さんの名前が同じです。二人の名前を、確かめてください。",
            name=written(name),
        )
        yield Doubt("family", message, "helper-is-applicant")


def _applicant(draft: Draft, _name: Any, today: date) -> Finding:
    if helper_name(draft):
        yield from _helper(draft, draft.of_role("helper_name"), today)


def _birth(draft: Draft, born: Any, today: date) -> Finding:
    years = age(date.fromisoformat(born), today)
    name = applicant_name(draft)
    if years < YOUNGEST:
        message = say(
            "{name}さんは{age}歳になります。申し込む本人の生まれた日か、確かめてください。", name=name, age=years
        )
        yield Doubt("year", message, "very-young")


def _household(draft: Draft, people: list[Any], stop: Stop) -> Finding:
    applicant, born = draft.of_role("applicant_name"), draft.of_role("applicant_birth_date")
    seen: set[Any] = set()
    for person in people:
        who = (_person(person["name"]), person["birth_date"])
        name = written(person["name"])
        if who in seen:
            yield Doubt("value", say("{name}さんが、二回書いてあるようです。", name=name), "person-twice")
        elif applicant and who == (_person(applicant), born):
            message = say(
                "{name}さんは、申し込む本人として、もう書いてあります。ここには、書かなくて大丈夫です。", name=name
            )
            yield Doubt("value", message, "applicant-twice")
        seen.add(who)
        if applicant and person.get("relation") == HEAD:
            yield _elsewhere(name, written(applicant))
    yield from _relations(people, stop)


def _elsewhere(head: str, applicant: str) -> Doubt:
    """In 2020 many who were not their household's head applied for it."""
    message = say(
        "{name}さんが、世帯主なのですね。"
        "「世帯主の名前」には、{applicant}さんと書いてあります。"
        "世帯主は、住民票で家族の代表になっている人です。もどって、世帯主の名前を確かめてください。",
        name=head,
        applicant=applicant,
    )
    return Doubt("value", message, "head-elsewhere")


def _relations(people: list[Any], stop: Stop) -> Finding:
    labels = {option.id: option.label for option in stop.question.options}
    for relation in ONE_ONLY & labels.keys():
        if sum(person.get("relation") == relation for person in people) > 1:
            message = say("「{relation}」が二人います。関係を、確かめてください。", relation=say(labels[relation]))
            yield Doubt("value", message, "relation-twice")


def _both_ways(name: Mapping[str, Any]) -> set[str]:
    """The name as a passbook may print it: family name first, given name first, either alone for mononyms."""
    family, given = _printed(name["family_kana"]), _printed(name["given_kana"])
    return {family + given, given + family}


def _printed(reading: str) -> str:
    """A reading as passbooks print it, without spaces: small kana are large there, and spaces come and go."""
    return (bank_form(reading) or reading).replace(" ", "").upper()


def _person(name: Mapping[str, Any]) -> str:
    return _printed(kana(name)) or "".join(written(name).split())


_BY_ROLE: Mapping[str, Callable[[Draft, Any, date], Finding]] = {
    "account": _holder,
    "helper_name": _helper,
    "applicant_name": _applicant,
    "applicant_birth_date": _birth,
}
