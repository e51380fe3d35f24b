"""A field: one value of a part of a town, as a box to write in and as the town's file would have it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from portal.language.width import narrow
from portal.language.words import OTHERS, SOURCE, InLanguages, Say, say
from portal.language.written_date import WrittenDate, month_day, whole
from portal.municipalities.text import written

LINE, PHONE, WORDS, NUMBER, DAY, DAYS, CHANNELS = "line", "phone", "words", "number", "day", "days", "channels"
"""Kinds: a number or address of one line; the number of a telephone; words that residents read, in their languages; a
whole number; a day or none; days; the channels of a department, which have boxes of their own.
"""
NOT_A_NUMBER = say("「{label}」は、数だけを書いてください。例えば、24 と書きます。")
NOT_A_DAY = say("「{text}」が、いつかわかりません。12月28日 のように書いてください。")
NO_JAPANESE = say("「{label}」を、日本語でも書いてください。")
TOO_LONG = say("長すぎます。{most}文字までで書いてください。")
LONGEST = 500
MOST_DAYS = 60
"""Days of a stretch from one day to another."""
_STRETCH = re.compile("から|[〜～~]")
_BETWEEN = re.compile("[\n、,]")


class Amiss(Exception):
    """What was written cannot be read; `words` say why and what to do, `box` where of several boxes it stands."""

    def __init__(self, words: Say, box: str = "") -> None:
        super().__init__()
        self.words = words
        self.box = box


@dataclass(frozen=True)
class Field:
    """`name` is that of the file and of the box; `unit` stands behind a number."""

    name: str
    label: Say
    hint: Say | None = None
    kind: str = LINE
    unit: Say | None = None

    @property
    def first(self) -> str:
        """The box a mistake of the whole stands at."""
        return self.name

    def typed(self, value: Any) -> dict[str, str]:
        """A value as the boxes of a form hold it."""
        if self.kind in {DAY, DAYS}:
            days = ([value] if value else []) if self.kind == DAY else sorted(value)
            return {self.name: "\n".join(map(as_written, days))}
        beside = value.beside if isinstance(value, InLanguages) else {}
        return {self.name: str(value), **{f"{self.name}.{code}": text for code, text in beside.items()}}

    def read(self, typed: Mapping[str, str], today: date) -> Any:
        """What was typed, as the file would have it. Raises Amiss."""
        text = typed.get(self.name, "").strip()
        if len(text) > LONGEST and self.kind != DAYS:
            raise Amiss(Say(TOO_LONG.text, {"most": LONGEST}))
        if self.kind == DAY:
            return _day(text, today).isoformat() if text else None
        if self.kind == DAYS:
            return sorted({day.isoformat() for line in _BETWEEN.split(text) for day in _days(line.strip(), today)})
        if self.kind == WORDS:
            beside = {code: typed.get(f"{self.name}.{code}", "").strip()[:LONGEST] for code in OTHERS}
            told = {code: words for code, words in beside.items() if words}
            if told and not text:
                raise Amiss(Say(NO_JAPANESE.text, {"label": self.label}))
            return {SOURCE: text, **told} if told else text
        text = narrow(text)
        if self.kind == NUMBER and not (text.isdecimal() and text.isascii()):
            raise Amiss(Say(NOT_A_NUMBER.text, {"label": self.label}))
        return int(text) if self.kind == NUMBER else text

    def kept(self, value: Any) -> Any:
        """A value of a town as the file would have it, to be held against what was read."""
        if self.kind == DAY:
            return value.isoformat() if value else None
        if self.kind == DAYS:
            return sorted(day.isoformat() for day in value)
        if self.kind == CHANNELS:
            return [{"kind": one.kind, **one.model_dump(exclude_defaults=True)} for one in value]
        return written(value) if self.kind == WORDS else value


def as_written(day: date) -> str:
    """A day as the boxes of a form hold it, in every language of the desk: 2026年12月28日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _days(line: str, today: date) -> Iterator[date]:
    """The day a line tells, or every day from one to another."""
    if not line:
        return
    ends = [part.removesuffix("まで").strip() for part in _STRETCH.split(line, maxsplit=1)]
    first = _day(ends[0], today)
    last = _day(ends[-1], first)
    if not 0 <= (last - first).days < MOST_DAYS:
        raise Amiss(Say(NOT_A_DAY.text, {"text": line}))
    yield from (first + timedelta(days=n) for n in range((last - first).days + 1))


def _day(text: str, after: date) -> date:
    """A day; without a year it is the next one, from a day on."""
    try:
        if found := whole(text):
            return _dated(found)
        if short := month_day(text):
            this = date(after.year, *short)
            return this if this >= after else date(after.year + 1, *short)
    except ValueError:
        pass
    raise Amiss(Say(NOT_A_DAY.text, {"text": text}))


def _dated(found: WrittenDate) -> date:
    if found.western is None:
        raise ValueError
    return date(found.western, found.month, found.day)
