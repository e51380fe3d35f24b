"""An application somebody has sent in a language, and its words as they are looked at: HTML, whatever it came as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from starlette.testclient import TestClient

from a11y import elsewhen
from a11y.pages import TOWN
from portal.app import create
from portal.cases.case import by_number
from portal.cases.letters.resident import Writing
from portal.cases.sent import Flag
from portal.language.words import SOURCE
from portal.web.house import House
from tests.journeys.benefit import NUMBER
from tests.journeys.walker import Walker

CODE = "990019"
ADDRESS = "hanako@mail.example"
FLAGS = (Flag("reading-differs", "applicant-name", None, "名前の読み方が、ちがうようです。"),)
"""What is to be checked about it."""
APART = frozenset({"language", "svg", "template"})
"""What of a paper's data nobody reads."""


class Piece(NamedTuple):
    """Something that is told: of which kind, what it is, and its words as HTML."""

    kind: str
    name: str
    html: str


@dataclass(frozen=True)
class Sent:
    """At which portal, by which telephone, under which number."""

    house: House
    phone: TestClient
    number: str

    @cached_property
    def about(self) -> Writing:
        """The case, with what a letter about it needs; somebody wrote an address in it."""
        house = self.house
        with house.database.reading() as db:
            case = by_number(db, house.keys, CODE, self.number)
        assert case
        version = house.catalogue.version_on(CODE, case.service, house.clock().date())
        return Writing(replace(case, email=case.email or ADDRESS), house.towns[TOWN], version, "https://portal.example")

    @cached_property
    def doubted(self) -> Writing:
        """The same, with something in it that is to be checked."""
        return replace(self.about, case=replace(self.about.case, flags=FLAGS))


@contextmanager
def sent(
    service: str, picks: Mapping[str, Any], language: str = SOURCE, cookies: Mapping[str, str] | None = None
) -> Iterator[Sent]:
    """An application for a service, in a portal of its own; picks that are no choices are typed as in an example."""
    with TemporaryDirectory() as folder, elsewhen.house(Path(folder)) as house:
        version = house.catalogue.version_on(CODE, service, elsewhen.TODAY)
        assert version
        chosen = {id: pick for id, pick in picks.items() if isinstance(pick, str)}
        headers = {"Sec-Fetch-Site": "same-origin"}
        with TestClient(create(house), follow_redirects=True, headers=headers, cookies=dict(cookies or {})) as phone:
            walker = Walker(phone, version, chosen, language)
            walker.to_review()
            number = NUMBER.search(walker.send().text)
            assert number
            yield Sent(house, phone, number.group())


def written(lines: Iterable[str]) -> str:
    """Lines as HTML."""
    return "".join(f"<p>{escape(line)}</p>" for text in lines for line in text.split("\n") if line.strip())


def words(data: Any, name: str = "", apart: Set[str] = APART) -> Iterator[str]:
    """Everything somebody reads of a paper's data, but for what is called by the names apart."""
    if isinstance(data, str) and name not in apart:
        yield data
    for key, one in data.items() if isinstance(data, dict) else ():
        yield from words(one, key, apart)
    for one in data if isinstance(data, list | tuple) else ():
        yield from words(one, apart=apart)
