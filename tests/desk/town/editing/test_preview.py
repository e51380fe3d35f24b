"""A preview: only what becomes another, in all twelve languages, honest about what stays Japanese."""

from __future__ import annotations

from datetime import date

from portal.desk.town import contacts, days
from portal.desk.town.editing.field import Field
from portal.desk.town.editing.preview import lines, seen
from portal.language.words import InLanguages, say, words_for
from portal.municipalities import load
from tests.cases.given import KASUMIGAHAMA as BEFORE

JA = words_for("ja")


def test_what_stays_is_not_told() -> None:
    assert seen(contacts.PART, BEFORE, BEFORE, JA) == []
    [one] = seen(contacts.PART, BEFORE, BEFORE.model_copy(update={"phone": "1"}), JA)
    assert (one.label, one.before, one.after, one.languages) == ("電話番号", ("0000-00-0000",), ("1",), ())


def test_each_language_says_where_its_words_are_from() -> None:
    known = load()["hoshino"].hours
    hours = InLanguages(known, {"en": "Weekdays"})
    [one] = seen(contacts.PART, BEFORE, BEFORE.model_copy(update={"hours": hours}), JA)
    origins = {told.lang: told.origin for told in one.languages}
    assert (origins["ja"], origins["en"], origins["ko"]) == ("", "ここに書いた訳", "前からある訳")
    [one] = seen(contacts.PART, BEFORE, BEFORE.model_copy(update={"hours": "新しい時間"}), JA)
    assert {(told.lang, told.text) for told in one.languages} == {("ja", "新しい時間")}


def test_days_are_told_one_by_one() -> None:
    after = BEFORE.model_copy(update={"closed": frozenset({date(2026, 12, 28)})})
    [one] = seen(days.PART, BEFORE, after, JA)
    assert (one.before, one.after) == (("（なし）",), ("令和8年12月28日（2026年）",))


def test_a_number_and_its_unit_are_two_words_where_words_stand_apart() -> None:
    hours = Field("limit", say("何時間たったら知らせるか"), unit=say("時間"))
    assert lines(hours, 48, JA) == ("48時間",)
    assert lines(hours, 48, words_for("en")) == ("48 hours",)
