"""What was done so that everybody can use these pages, what was tested, and what is still open."""

from __future__ import annotations

import logging
from collections import Counter
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from portal.language.dates import shown
from portal.language.words import Words, say
from portal.municipalities import Municipality
from portal.web.house import Answer, House
from portal.web.visit import Visit

log = logging.getLogger(__name__)
SHIPPED = Path(__file__).with_name("accessibility.json")
"""The result of the audit that this release went through; `make statement` writes it."""
OWN = "accessibility.json"
"""An operator's own result, in the var folder, comes before the shipped one."""
Text = Annotated[str, Field(min_length=1)]
Result = Literal["passed", "failed", "inapplicable", "open", "untested"]

RESULTS = {
    "passed": (say("適合"), say("基準に合っていることを、確かめました。")),
    "failed": (say("不適合"), say("基準に合っていません。直しているところです。")),
    "inapplicable": (say("非適用"), say("この基準が求めるものが、ページにありません。")),
    "open": (say("人手で要確認"), say("機械では決められません。人が確かめるのは、これからです。")),
    "untested": (say("未試験"), say("試験は、これからです。")),
}
DEGREES = {
    "considered": say("JIS X 8341-3:2016 の適合レベルAAに配慮し、試験中"),
    "partly": say("JIS X 8341-3:2016 の適合レベルAAに一部準拠"),
    "fully": say("JIS X 8341-3:2016 の適合レベルAAに準拠"),
}

KINDS = {
    "api": say("プログラムを作る人の画面"),
    "counter": say("窓口でする手続きの画面"),
    "desk": say("役所の人が使う画面"),
    "listening": say("読み上げているときの画面"),
    "notice": say("手続きのお知らせ（紙）"),
    "problem": say("うまくいかなかったときの画面"),
    "service": say("手続き"),
}
"""What pages are called in a test whose own headings do not say where they belong."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Remark(_Strict):
    """How a result was found, or what is left to do."""

    ja: Text
    en: Text


class Criterion(_Strict):
    """One success criterion and what came of testing it."""

    number: Text
    level: Literal["A", "AA", "AAA"]
    jis: bool
    wcag22: bool
    ja: Text
    en: Text
    result: Result
    remark: Remark


class Tested(_Strict):
    """Pages of the test that go by one name, which is Japanese, and the number of states they were tested in."""

    name: Text
    pages: int
    states: int


class Statement(_Strict):
    """The result of one audit. `address` is the installation that was visited, "" for one with fictional towns.

    The three degrees are those of the committee WAIC (対応度表記ガイドライン, April 2021): "fully" asks for every
    criterion to be met, "partly" for a finished test, "considered" for neither. Raises ValueError for a degree that
    the results do not bear out.
    """

    stated: date
    began: date
    ended: date
    version: Text
    address: str
    degree: Literal["considered", "partly", "fully"]
    tools: tuple[Text, ...]
    agents: tuple[Text, ...]
    aids: tuple[Text, ...]
    pages: tuple[Tested, ...]
    criteria: tuple[Criterion, ...]

    @model_validator(mode="after")
    def _claims_no_more_than_was_found(self) -> Statement:
        results = {row.result for row in self.criteria if row.jis and row.level != "AAA"}
        unfinished = results & {"open", "untested"} or not results
        too_much = (self.degree != "considered" and unfinished) or (self.degree == "fully" and "failed" in results)
        if too_much:
            raise ValueError(f"{self.degree} is more than the results say")
        return self


def statement(house: House) -> Statement:
    """The operator's own result where there is one that can be read, else the shipped one."""
    own = house.settings.var / OWN
    try:
        return _read(own, own.stat().st_mtime_ns)
    except FileNotFoundError:
        pass
    except (OSError, ValidationError) as error:
        log.error("%s is not shown: %s", own, error)
    return _read(SHIPPED, 0)


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> Statement:
    return Statement.model_validate_json(path.read_bytes())


def show(visit: Visit) -> Answer:
    """The statement of a town."""
    stated = statement(visit.house)
    return visit.kept_page("resident/accessibility.html", stated, lambda: told(stated, [visit.town], visit.words))


def told(stated: Statement, towns: list[Municipality], words: Words) -> dict[str, Any]:
    """What resident/accessibility.html is told; the towns are those to turn to."""
    rows = [_row(row, words) for row in stated.criteria]
    counted = Counter[str](row.result for row in stated.criteria if row.level != "AAA")
    return {
        "stated": stated,
        "to_ask": towns,
        "degree": words(DEGREES[stated.degree]),
        "untested": bool(counted["untested"]),
        "day": {name: shown(getattr(stated, name), words) for name in ("stated", "began", "ended")},
        "counts": [(words(name), words(what), counted[key]) for key, (name, what) in RESULTS.items()],
        "required": [row for row in rows if row["level"] != "AAA"],
        "beyond": [row for row in rows if row["level"] == "AAA"],
        "tested": [_tested(one, words) for one in stated.pages],
        "pages": sum(one.pages for one in stated.pages),
        "states": words.figure(sum(one.states for one in stated.pages)),
    }


def _tested(one: Tested, words: Words) -> str:
    """A page in how many states; several that go by one name are counted."""
    states = words.figure(one.states)
    several = say("{n}ページ、{states}とおり", n=one.pages, states=states)
    return words.in_brackets(words(one.name), words(several if one.pages > 1 else say("{n}とおり", n=states)))


def _row(row: Criterion, words: Words) -> dict[str, Any]:
    own = "ja" if words.language.startswith("ja") else "en"
    standards = (("JIS", row.jis), ("WCAG 2.2", row.wcag22))
    return {
        "number": row.number,
        "name": getattr(row, own),
        "level": row.level,
        "standards": words.listed(name for name, has in standards if has),
        "result": row.result,
        "word": words(RESULTS[row.result][0]),
        "remark": getattr(row.remark, own),
        "lang": "" if words.language.startswith(own) else own,
    }
