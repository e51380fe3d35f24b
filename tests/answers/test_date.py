"""Days in every calendar and writing."""

from __future__ import annotations

from typing import Any

import pytest

from portal.answers import KINDS
from tests.answers.given import TODAY, ask, read, refused, shown, spoken, told

BIRTH = {"past": True, "age": True}


def parts(era: str = "", year: str = "", month: str = "", day: str = "") -> dict[str, str]:
    """The four boxes."""
    return {"era": era, "year": year, "month": month, "day": day}


READ = {
    "three boxes": (parts("showa", "10", "4", "1"), "1935-04-01"),
    "wide digits": (parts("showa", "１０", "４", "１"), "1935-04-01"),
    "kanji numerals": (parts("showa", "十", "四", "一"), "1935-04-01"),
    "with signs": (parts("showa", "10年", "4月", "1日"), "1935-04-01"),
    "with noughts": (parts("showa", "10", "04", "01"), "1935-04-01"),
    "western": (parts("western", "1935", "4", "1"), "1935-04-01"),
    "western without choosing": (parts("", "1935", "4", "1"), "1935-04-01"),
    "western though an era is chosen": (parts("heisei", "1935", "4", "1"), "1935-04-01"),
    "era in the year's box": (parts("", "昭和10", "4", "1"), "1935-04-01"),
    "letter in the year's box": (parts("", "S10", "4", "1"), "1935-04-01"),
    "written era before chosen era": (parts("heisei", "昭和10", "4", "1"), "1935-04-01"),
    "first year": (parts("showa", "元", "12", "25"), "1926-12-25"),
    "first year of Reiwa": (parts("reiwa", "1", "5", "1"), "2019-05-01"),
    "whole date by letter": (parts(year="S10.4.1"), "1935-04-01"),
    "whole date in full": (parts(year="昭和１０年４月１日"), "1935-04-01"),
    "whole date short": (parts(year="昭10-4-1"), "1935-04-01"),
    "whole western date": (parts(year="1935/4/1"), "1935-04-01"),
    "whole date without era": (parts("showa", "10.4.1"), "1935-04-01"),
    "eight digits": (parts(year="19350401"), "1935-04-01"),
    "six digits and an era": (parts("showa", "100401"), "1935-04-01"),
    "Meiji by its name": (parts(year="明治45年7月29日"), "1912-07-29"),
    "leap day": (parts("reiwa", "6", "2", "29"), "2024-02-29"),
}


@pytest.mark.parametrize(("typed", "kept"), READ.values(), ids=READ.keys())
def test_reads_what_people_type(typed: dict[str, str], kept: str) -> None:
    assert read("date", typed) == kept


AMISS: dict[str, tuple[dict[str, str], dict[str, Any], str, str]] = {
    "Showa 64 in February": (parts("showa", "64", "2", "1"), {}, "era", "「平成」に、年を「元」に"),
    "Heisei too early": (parts("heisei", "1", "1", "7"), {}, "era", "同じ日は、昭和64年です"),
    "Heisei 32": (parts("heisei", "32", "3", "31"), {}, "era", "同じ日は、令和2年です"),
    "Taisho 64": (parts("taisho", "64", "5", "5"), {}, "era", "同じ日は、昭和50年です"),
    "no era": (parts("", "10", "4", "1"), {}, "era", "年号を選んで"),
    "short western year": (parts("western", "35", "4", "1"), {}, "year", "4けた"),
    "no year": (parts("showa", "", "4", "1"), {}, "year", "年を数字で"),
    "no month": (parts("showa", "10", "", "1"), {}, "month", "1から12"),
    "a word": (parts("showa", "10", "はる", "1"), {}, "month", "1から12"),
    "month 13": (parts("showa", "10", "13", "1"), {}, "month", "1から12"),
    "30 February": (parts("showa", "10", "2", "30"), {}, "day", "2月は、28日まで"),
    "day nought": (parts("showa", "10", "4", "0"), {}, "day", "30日まで"),
    "a future birth": (parts("reiwa", "9", "1", "1"), {"past": True}, "year", "まだ来ていない"),
    "a past wish": (parts("reiwa", "8", "11", "23"), {"future": True}, "year", "もう過ぎた"),
    "an age nobody has": (parts("western", "1890", "1", "1"), BIRTH, "year", "136歳"),
    "before the calendar": (parts("western", "1850", "1", "1"), {}, "year", "明治6年"),
    "Meiji 5": (parts("", "明治5", "1", "1"), {}, "era", "明治6年"),
    "a year of five digits": (parts("western", "19350", "1", "1"), {}, "year", "年を数字で"),
}


@pytest.mark.parametrize(("typed", "limits", "part", "said"), AMISS.values(), ids=AMISS.keys())
def test_says_what_to_mend(typed: dict[str, str], limits: dict[str, Any], part: str, said: str) -> None:
    messages = told(refused("date", typed, limits=limits))
    assert list(messages) == [part]
    assert said in messages[part]


def test_every_empty_box_is_named_at_once() -> None:
    assert list(told(refused("date", parts("showa", "", "", "1")))) == ["year", "month"]


def test_today_is_neither_past_nor_future() -> None:
    today = parts("reiwa", "8", "11", "24")
    assert read("date", today, limits={"past": True}) == read("date", today, limits={"future": True}) == "2026-11-24"


def test_the_age_is_shown_and_heard_where_it_is_asked_for() -> None:
    assert shown("date", "1935-04-01", limits=BIRTH) == ("昭和10年4月1日（1935年）、91歳",)
    assert spoken("date", "2006-11-24", limits=BIRTH).endswith("ハタチ")
    assert shown("date", "1935-04-01") == ("昭和10年4月1日（1935年）",)


def test_english_names_both_calendars() -> None:
    (line,) = shown("date", "1935-04-01", language="en")
    assert "1935" in line
    assert "April" in line
    assert "10" in line


def test_the_age_of_somebody_whose_birthday_is_not_known() -> None:
    limits = BIRTH | {"unknown": True}
    assert shown("date", "1935", limits=limits) == ("昭和10年（1935年）、月日はわからない、90歳か91歳",)
    assert shown("date", "1935-04", limits=limits) == ("昭和10年4月（1935年）、日はわからない、91歳",)
    assert spoken("date", "1935", limits=limits).endswith("。キュウジュッサイか キュウジュウイッサイ")


DOUBTED = {
    "an age hardly anybody has": ("1915-01-01", BIRTH, ["very-old"]),
    "an age many have": ("1926-11-24", BIRTH, []),
    "a wish for the far future": ("2045-01-01", {"future": True}, ["far-ahead"]),
    "a wish for next year": ("2027-01-01", {"future": True}, []),
}


@pytest.mark.parametrize(("day", "limits", "codes"), DOUBTED.values(), ids=DOUBTED.keys())
def test_what_a_clerk_would_ask_about(day: str, limits: dict[str, Any], codes: list[str]) -> None:
    assert [doubt.code for doubt in KINDS["date"].doubts(day, ask("date", limits=limits), TODAY)] == codes
