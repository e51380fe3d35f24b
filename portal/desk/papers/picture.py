"""A picture that came with a case: seen whole or larger, turned by quarters, the next one, and the way back.

How it is seen stands in the address, so that it works without a script, and the focus stays on the
link that was pressed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from portal.accounts.staff.role import READER
from portal.cases.case import Case
from portal.cases.document import about_file
from portal.desk.page import Page
from portal.desk.papers.attached import attached, is_picture
from portal.desk.visit import DeskVisit
from portal.desk.work.reach import found
from portal.language.words import say
from portal.web.house import Answer

QUARTER, ROUND = 90, 360
"""Degrees, by the clock."""
SIZES = {1: say("全体を見る"), 2: say("2倍"), 3: say("3倍"), 4: say("4倍")}
TURNS = {"on": (QUARTER, say("時計まわりに回す")), "back": (-QUARTER, say("反対まわりに回す"))}


class Seen(NamedTuple):
    """How it is seen: turned by so many degrees, so many times as large as the whole fits."""

    turn: int = 0
    size: int = 1

    @property
    def query(self) -> str:
        """It in an address; "" as it opens."""
        told = {name: value for name, value in self._asdict().items() if value != Seen._field_defaults[name]}
        return f"?{urlencode(told)}" if told else ""


class Way(NamedTuple):
    """A link: what it does, its id, its address, whether it is how the picture is seen now."""

    label: str
    id: str
    address: str
    here: bool = False


def show(visit: DeskVisit) -> Answer:
    """The picture, with the ways to see it otherwise."""
    case, id = found(visit), visit.parts["file"]
    pictures = {one: name for one, name in attached(visit, case).items() if is_picture(name)} if case else {}
    if case is None or id not in pictures:
        return visit.refuse(404)
    visit.looked(case)
    params = visit.request.query_params
    seen = read(params.get("turn", ""), params.get("size", ""))
    return visit.page(
        "desk/picture.html",
        case=case,
        name=pictures[id],
        label=about_file(case, id)[0],
        image=visit.url("file", case=case.id, file=id),
        seen=seen,
        turns=[(Way(visit.say(words), one, _at(visit, seen, one, by)), by) for one, (by, words) in TURNS.items()],
        sizes=[(_sized(visit, seen, size), size) for size in SIZES],
        others=_others(visit, case, id, [*pictures]),
    )


def read(turn: str, size: str) -> Seen:
    """How an address wants it seen; what there is not is as it opens."""
    turned = int(turn) % ROUND if turn.isascii() and turn.isdecimal() and len(turn) < 4 else 0
    sized = int(size) if size.isascii() and size.isdecimal() and len(size) < 2 else 1
    return Seen(turned - turned % QUARTER, sized if sized in SIZES else 1)


def _at(visit: DeskVisit, seen: Seen, id: str, by: int) -> str:
    return f"{visit.here}{seen._replace(turn=(seen.turn + by) % ROUND).query}#{id}"


def _sized(visit: DeskVisit, seen: Seen, size: int) -> Way:
    address = f"{visit.here}{seen._replace(size=size).query}#size-{size}"
    return Way(visit.say(SIZES[size]), f"size-{size}", address, size == seen.size)


def _others(visit: DeskVisit, case: Case, id: str, ids: Sequence[str]) -> list[Way]:
    """The picture before and the one after."""
    at = ids.index(id)
    near = [(say("前の写真"), ids[at - 1] if at else ""), (say("次の写真"), ids[at + 1] if at + 1 < len(ids) else "")]
    return [Way(visit.say(words), one, visit.url("picture", case=case.id, file=one)) for words, one in near if one]


PAGE = Page(name="picture", needs=READER, show=show)
