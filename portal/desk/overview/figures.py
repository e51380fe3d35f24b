"""The numbers of one service in pictures and tables: how many came, how, and what became of them; nobody is in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from portal.accounts.staff.role import READER
from portal.cases.figures import spread, tally
from portal.cases.figures.hidden import FEW
from portal.cases.figures.tally import ALOUD, ANSWERED, DOUBTED, LANGUAGE, RETURNED, SENT, TEXT, Period
from portal.catalogue.version import Version
from portal.desk.overview import names, services
from portal.desk.overview.period import NAMES, Days, chosen
from portal.desk.overview.section import Cell, Section, section
from portal.desk.page import Page
from portal.desk.visit import DeskVisit
from portal.desk.work.reach import reach
from portal.journey.leaving.left import left
from portal.language.dates import hour_shown
from portal.language.words import Say
from portal.web.house import Answer


def show(visit: DeskVisit) -> Answer:
    """All of it, for the days chosen."""
    version = services.mine(visit, visit.parts["service"])
    if version is None:
        return visit.refuse(404)
    days = chosen(visit.request.query_params, visit.today)
    numbers = read(visit, version, days)
    whole = numbers.sums[SENT].total()
    _, until = tally.counted(visit.db, visit.town.code)
    return visit.page(
        "desk/figures.html",
        service=services.title(visit, version),
        first=names.day(visit, days.first),
        last=names.day(visit, days.last),
        until=hour_shown(until, visit.words) if until else "",
        whole=whole if whole == 0 or whole >= FEW else None,
        few=FEW,
        choices=[{"id": id, "label": visit.say(name)} for id, name in NAMES.items()],
        days=days.id,
        sheet=f"{visit.url('sheet', service=version.service)}?days={days.id}",
        sections=[*sections(visit, version, days, numbers)],
        spread=_spread(visit, numbers),
    )


class Numbers(NamedTuple):
    """All that was counted in a period: what → of → count; how many came on each day, and left after each step."""

    sums: Mapping[str, Counter[str]]
    of_day: Counter[date]
    left: Counter[str]

    @property
    def answered(self) -> dict[int, int]:
        """How many had their answer after so many days."""
        return {int(day): count for day, count in self.sums[ANSWERED].items()}


def read(visit: DeskVisit, version: Version, days: Days) -> Numbers:
    """The numbers of a service, as far as this person reads its applications."""
    period = Period(
        municipality=visit.town.code,
        departments=reach(visit).departments,
        service=version.service,
        first=days.first,
        last=days.last,
    )
    sums = defaultdict[str, Counter[str]](Counter, tally.sums(visit.db, period))
    return Numbers(sums, tally.by_day(visit.db, period), left(visit.db, period))


def sections(visit: DeskVisit, version: Version, days: Days, numbers: Numbers) -> Iterator[Section]:
    """Every table with its picture."""
    sums = numbers.sums
    parts = [Cell(names.part(visit, *part), _within(numbers.of_day, *part)) for part in days.parts()]
    yield section(visit, names.DAYS, parts, days=True)
    yield section(visit, names.CHANNELS, [*_cells(visit, names.CHANNEL, sums[SENT])], share=True)
    waits = zip((visit.say(name) for name in names.WAITS), spread.groups(numbers.answered), strict=True)
    yield section(visit, names.ANSWERS, [Cell(*one) for one in waits])
    tongues = [Cell(visit.say(name), n) for code, name in names.LANGUAGE.items() if (n := sums[LANGUAGE][code])]
    yield section(visit, names.LANGUAGES, tongues, share=True)
    yield section(visit, names.TEXTS, [*_cells(visit, names.TEXT_SIZE, names.sizes(sums[TEXT]))], share=True)
    yield section(visit, names.ALOUD, [*_cells(visit, names.HEARD, sums[ALOUD])], share=True)
    yield section(visit, names.LEFT, [*names.steps(visit, version, numbers.left)])
    yield section(visit, names.RETURNS, [*_cells(visit, names.RETURN, sums[RETURNED])])
    yield section(visit, names.DOUBTS, [*names.questions(visit, version, sums[DOUBTED])])


def _cells(visit: DeskVisit, known: Mapping[str, Say], found: Mapping[str, int]) -> Iterator[Cell]:
    """The kinds there are; what nobody knows only where there is some."""
    return (Cell(visit.say(name), found.get(id, 0)) for id, name in known.items() if id or found.get(id))


def _within(of_day: Mapping[date, int], first: date, last: date) -> int:
    return sum(count for day, count in of_day.items() if first <= day <= last)


def _spread(visit: DeskVisit, numbers: Numbers) -> tuple[str, str] | None:
    """By when half of the people had their answer, and nine of ten, in words."""
    found = spread.spread(numbers.answered)
    return (names.waited(visit, found.half), names.waited(visit, found.most)) if found else None


PAGE = Page(name="figures", needs=READER, show=show)
