"""The people of a household. One page reads one person; the kept answer is the list of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from portal.answers.answer_type import Ask, Assisted, Doubt, Example, Option, Problem, Problems, Typed, Value
from portal.answers.choice import label
from portal.answers.date import age_shown, birth_spoken, day_shown, doubts_about, doubts_as_typed
from portal.answers.kind import Kind, bounded, printable
from portal.answers.name_reading import offered, suggested
from portal.answers.person_name import kana, name_doubts, spoken, written
from portal.answers.relation import generation, read_relation
from portal.answers.typed_date import DATE_PARTS, read_date
from portal.answers.typed_name import NAME_PARTS, read_name
from portal.language.counting import JAPANESE
from portal.language.folding import folded
from portal.language.words import say

BIRTH = {"past": True, "age": True}
MOST = 30
"""People that are compared with each other; no household of the census has more."""


class Household(Kind):
    """`read` gives one person {"name", "birth_date", "relation"}; the others also take {"people": [{"id", …}]}.

    The question's options are the relations one may choose. One person is shown in lines, several one in a line each.
    """

    assists = ("find",)
    examples = (
        Example(
            {
                "family": "山田",
                "given": "花子",
                "family_kana": "やまだ",
                "given_kana": "はなこ",
                "era": "showa",
                "year": "15",
                "month": "5",
                "day": "20",
                "relation": "wife",
            },
            {
                "name": {"family": "山田", "given": "花子", "family_kana": "ヤマダ", "given_kana": "ハナコ"},
                "birth_date": "1940-05-20",
                "relation": "wife",
            },
            ("山田　花子（ヤマダ　ハナコ）", "妻", "昭和15年5月20日（1940年）生まれ、86歳"),
            "ヤマダ ハナコ、妻、ショウワ ジュウゴネン、ゴガツ ハツカ。"
            "センキュウヒャクヨンジュウネン。ハチジュウロクサイ",
            options=(Option("wife", "妻"), Option("child", "子")),
        ),
    )

    def parts(self, ask: Ask) -> tuple[str, ...]:
        return (*NAME_PARTS, *DATE_PARTS, *(("relation",) if ask.options else ()))

    def read(self, typed: Typed, ask: Ask, today: date) -> Value:
        bounded(typed, self.longest)
        plain = printable(typed)
        name, found = read_name(plain)
        problems = list(found)
        birth = None
        try:
            birth = _birth(plain, today)
        except Problems as error:
            problems.extend(error.found)
        relation = read_relation(plain.get("relation", ""), ask.options)
        if ask.options and not relation:
            problems.append(Problem("relation", say("この人との関係を選んでください。")))
        if problems or birth is None:
            raise Problems(*problems, help=offered(typed))
        person = {"name": name, "birth_date": birth.isoformat()}
        return {**person, "relation": relation} if ask.options else person

    def doubtful(self, value: Value, ask: Ask, today: date) -> tuple[Doubt, ...]:
        people = value.get("people", (value,))
        return (*(doubt for person in people for doubt in _about(person, today)), *_among(people))

    def unsure(self, value: Value, typed: Typed) -> tuple[Doubt, ...]:
        return tuple(doubts_as_typed(typed))

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        people = [person_lines(person, ask, today) for person in value.get("people", (value,))]
        return people[0] if len(people) == 1 else tuple(ask.words.listed(person) for person in people)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        people = [_person_spoken(person, ask, today) for person in value.get("people", (value,))]
        return ("。" if ask.words.language in JAPANESE else ". ").join(people)

    def data(self, value: Value) -> Value:
        return {"people": value["people"]} if "people" in value else value

    def assist(self, typed: Typed, ask: Ask, do: str) -> Assisted:
        return suggested(typed) if do == "find" else Assisted(typed)


def person_lines(person: Value, ask: Ask, today: date) -> tuple[str, ...]:
    """One person: name with reading, relation, birth date and age."""
    reading = kana(person["name"])
    name = written(person["name"])
    born = ask.words(
        say("{date}生まれ、{age}"),
        date=day_shown(person["birth_date"], ask.words),
        age=age_shown(person["birth_date"], today, ask.words),
    )
    relation = label(person["relation"], ask) if person.get("relation") else ""
    return tuple(line for line in (ask.words.in_brackets(name, reading), relation, born) if line)


def _person_spoken(person: Value, ask: Ask, today: date) -> str:
    relation = label(person["relation"], ask) if person.get("relation") else ""
    said = (spoken(person["name"], ask.words), relation, birth_spoken(person["birth_date"], today, ask.words))
    return ask.words.listed(said)


def _birth(typed: Typed, today: date) -> date:
    if not any(typed.get(part, "").strip() for part in DATE_PARTS[1:]):
        raise Problems(Problem("year", say("生まれた年、月、日を書いてください。")))
    return read_date(typed, BIRTH, today)


def _about(person: Value, today: date) -> Iterator[Doubt]:
    """What a clerk would ask about one of them, by name."""
    name = written(person["name"])
    for doubt in doubts_about(person["birth_date"], BIRTH, today):
        yield Doubt(doubt.part, say("{name}さんのことです。{doubt}", name=name, doubt=doubt.message), doubt.code)
    for doubt in name_doubts(person["name"]):
        if doubt.code != "kana-only":  # many children's names are
            yield Doubt(doubt.part, say("{name}さんのことです。{doubt}", name=name, doubt=doubt.message), doubt.code)


def _among(people: Sequence[Value]) -> Iterator[Doubt]:
    """What does not go together among them; a hint only, for families are of every kind."""
    for one, other in combinations(people[:MOST], 2):
        names = [written(person["name"]) for person in (one, other)]
        if one["birth_date"] != other["birth_date"] and _reading(one) == _reading(other):
            message = say(
                "{name}さんが、二回書いてあるようです。生まれた日がちがいます。確かめてください。", name=names[0]
            )
            yield Doubt("value", message, "person-alike")
        elif _upside_down(one, other):
            younger, older = names if generation(one) < generation(other) else names[::-1]
            message = say(
                "{younger}さんは、{older}さんより年上になります。関係と、生まれた日を、確かめてください。",
                younger=younger,
                older=older,
            )
            yield Doubt("value", message, "older-than-parent")


def _reading(person: Value) -> str:
    return folded(kana(person["name"]) or written(person["name"]))


def _upside_down(one: Value, other: Value) -> bool:
    """Whether somebody of a later generation is the elder."""
    apart = generation(one) - generation(other)
    earlier = bool(one["birth_date"] < other["birth_date"])
    return bool(apart) and earlier == (apart < 0) and one["birth_date"] != other["birth_date"]
