"""A section of the numbers: one table with its picture; numbers that are too small are hidden in both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from portal.cases.figures.hidden import FEW, shown
from portal.desk.overview.picture import Bar, Column, lying, standing
from portal.desk.visit import DeskVisit
from portal.language.words import Say, say

HIDDEN, MANY, SHARE = say("非公開"), say("{n}件"), say("{n}件（{share}%）")
MOST, NO_MOST = say("いちばん多いのは、{label}で{count}です。"), say("数が少ないので、くらべられません。")


class Cell(NamedTuple):
    """What is counted, in words, and how many there are."""

    label: str
    many: int


class Row(NamedTuple):
    """A row of the table: the number in words, and bare; and its bar, where the picture has lying ones."""

    label: str
    told: str
    number: str
    bar: Bar


class Section(NamedTuple):
    """`head` is the table's first column, `most` the largest in words. Without rows there is none, or too
    little (`few`). `ends` are the first and the last day where columns stand side by side.
    """

    id: str
    heading: str
    head: str
    note: str
    rows: tuple[Row, ...] = ()
    most: str = ""
    columns: tuple[Column, ...] = ()
    ends: tuple[str, str] = ("", "")
    few: bool = False


class Head(NamedTuple):
    """What a section is about: its id, heading, the table's first column, and what one has to know."""

    id: str
    heading: Say
    column: Say
    note: Say | None = None


def section(visit: DeskVisit, head: Head, cells: Sequence[Cell], *, share: bool = False, days: bool = False) -> Section:
    """The section of some numbers: with `share` also in percent of all, with `days` as columns side by side."""
    whole = sum(cell.many for cell in cells)
    bare = Section(head.id, visit.say(head.heading), visit.say(head.column), visit.say(head.note) if head.note else "")
    found = shown([cell.many for cell in cells]) if whole >= FEW else None
    if found is None:
        return bare._replace(few=whole > 0)
    told = (_told(visit, n, whole if share else 0) for n in found)
    rows = tuple(Row(cell.label, *two, bar) for cell, two, bar in zip(cells, told, lying(found), strict=True))
    bare = bare._replace(columns=standing(found), ends=(cells[0].label, cells[-1].label)) if days else bare
    return bare._replace(rows=rows, most=_most(visit, rows, found))


def _told(visit: DeskVisit, count: int | None, whole: int) -> tuple[str, str]:
    """A number in words, with its share of a whole other than 0, and bare."""
    if count is None:
        return visit.say(HIDDEN), visit.say(HIDDEN)
    share = round(100 * count / whole) if whole else 0
    return visit.say(SHARE if whole else MANY, n=f"{count:,}", share=share), str(count)


def _most(visit: DeskVisit, rows: Sequence[Row], found: Sequence[int | None]) -> str:
    most = max((n for n, count in enumerate(found) if count), key=lambda n: found[n] or 0, default=None)
    return visit.say(NO_MOST) if most is None else visit.say(MOST, label=rows[most].label, count=rows[most].told)
