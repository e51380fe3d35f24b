"""The people of a household. One page reads one person; the kept answer is the list of all."""

from __future__ import annotations

from datetime import date

from portal.answers.answer_type import Ask, Example, Option, Problem, Problems, Typed, Value
from portal.answers.choice import label
from portal.answers.date import DATE_PARTS, age_shown, birth_spoken, read_date
from portal.answers.kind import Kind, printable
from portal.answers.person_name import NAME_PARTS, kana, read_name, spoken, written
from portal.language import dates
from portal.language.counting import JAPANESE
from portal.language.words import say

BIRTH = {"past": True, "age": True}


class Household(Kind):
    """`read` gives one person {"name", "birth_date", "relation"}; the others also take {"people": [{"id", …}]}.

    The question's options are the relations one may choose. One person is shown in lines, several one in a line each.
    """

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
        typed = printable(typed)
        name, found = read_name(typed)
        problems = list(found)
        birth = None
        try:
            birth = _birth(typed, today)
        except Problems as error:
            problems.extend(error.found)
        relation = typed.get("relation", "")
        if ask.options and relation not in {option.id for option in ask.options}:
            problems.append(Problem("relation", say("この方との関係を選んでください。")))
        if problems or birth is None:
            raise Problems(*problems)
        person = {"name": name, "birth_date": birth.isoformat()}
        return {**person, "relation": relation} if ask.options else person

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        people = [person_lines(person, ask, today) for person in value.get("people", (value,))]
        between = "、" if ask.words.language in JAPANESE else ", "
        return people[0] if len(people) == 1 else tuple(between.join(person) for person in people)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        return "。".join(_person_spoken(person, ask, today) for person in value.get("people", (value,)))

    def data(self, value: Value) -> Value:
        return {"people": value["people"]} if "people" in value else value


def person_lines(person: Value, ask: Ask, today: date) -> tuple[str, ...]:
    """One person: name with reading, relation, birth date and age."""
    reading = kana(person["name"])
    name = written(person["name"])
    birth = date.fromisoformat(person["birth_date"])
    born = ask.words(
        say("{date}生まれ、{age}"),
        date=dates.shown(birth, ask.words),
        age=age_shown(birth, today, ask.words),
    )
    relation = label(person["relation"], ask) if person.get("relation") else ""
    return tuple(line for line in (f"{name}（{reading}）" if reading else name, relation, born) if line)


def _person_spoken(person: Value, ask: Ask, today: date) -> str:
    birth = date.fromisoformat(person["birth_date"])
    relation = label(person["relation"], ask) if person.get("relation") else ""
    said = (spoken(person["name"], ask.words), relation, birth_spoken(birth, today, ask.words))
    return ("、" if ask.words.language in JAPANESE else ", ").join(part for part in said if part)


def _birth(typed: Typed, today: date) -> date:
    if not any(typed.get(part, "").strip() for part in DATE_PARTS[1:]):
        raise Problems(Problem("year", say("生まれた年、月、日を書いてください。")))
    return read_date(typed, BIRTH, today)
