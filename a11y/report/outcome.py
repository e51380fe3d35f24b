"""What an audit means for each criterion, and which degree of conformance may be stated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from a11y.criteria import Criterion, Remark, criteria
from a11y.report.audited import Audited, Excused, Finding

FOUND = Remark(ja="機械が、基準に合っていないところを見つけました。", en="A machine found places that do not meet it.")
DOUBTED = Remark(
    ja="機械では決められないところがあります。人が確かめます。",
    en="A machine was not sure of some places; a person has to look.",
)
NOT_RUN = Remark(ja="この試験では、調べていません。", en="This was not looked at in this test.")
FAILED, OPEN, UNTESTED, PASSED, INAPPLICABLE = "failed", "open", "untested", "passed", "inapplicable"


@dataclass(frozen=True)
class Outcome:
    """A criterion, its result, and the findings that speak against it or are excused."""

    criterion: Criterion
    result: str
    against: tuple[Finding, ...] = ()
    excused: tuple[Excused, ...] = ()

    @property
    def remark(self) -> Remark:
        """How the result came about; the criterion's own remark when all went as it expects."""
        row = self.criterion
        if row.notes and self.result == row.notes[-1].result:
            last = row.notes[-1]
            day = f"{last.date.year}年{last.date.month}月{last.date.day}日"
            return Remark(ja=f"{day}に、{last.by}が確かめました。", en=f"A person looked at this on {last.date}.")
        if self.result == FAILED and row.judged != "unmet":
            return FOUND
        if self.result == UNTESTED:
            return NOT_RUN
        return DOUBTED if self.result == OPEN and row.judged != "person" else row.remark


def outcomes(audited: Audited) -> list[Outcome]:
    """The outcome of every criterion of this house, in its order."""
    return [
        Outcome(row, _result(row, audited), audited.against(number), audited.excused_from(number))
        for number, row in criteria().items()
    ]


def _result(row: Criterion, audited: Audited) -> str:
    """What is certain goes before what is open: a fault found, then what nobody has looked at yet."""
    against = audited.against(row.number)
    if any(not one.undecided for one in against) or any(note.result == FAILED for note in row.notes):
        return FAILED
    if row.judged == "unmet":
        return FAILED
    if row.judged == "person":
        return PASSED if row.notes and not against else OPEN
    if not audited.has_run(row.number):
        return UNTESTED
    if against or audited.excused_from(row.number):
        return OPEN
    return INAPPLICABLE if row.judged == "inapplicable" else PASSED


def degree(found: Iterable[Outcome]) -> str:
    """What may be stated of level AA of JIS X 8341-3:2016, by the committee WAIC's guideline of April 2021.

    "fully" (準拠) when every criterion is met or does not apply; "partly" (一部準拠) when the test is finished and some
    are not met; "considered" (配慮) as long as any is open or untested, however few.
    """
    results = {one.result for one in found if one.criterion.jis and one.criterion.level != "AAA"}
    if not results or results & {OPEN, UNTESTED}:
        return "considered"
    return "partly" if FAILED in results else "fully"
