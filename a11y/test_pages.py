"""No page, refusal, service or size of letters is left out: what there is comes from the portal itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from inspect import getsource
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from httpx2 import Response
from starlette.routing import Match, Route
from starlette.testclient import TestClient

from a11y.asked import typed
from a11y.confirmed import PAGES as CONFIRMED
from a11y.pages import PAGES, questions
from a11y.talked import PAGES as TALKED
from a11y.walk import walks
from portal.answers import KINDS
from portal.answers.kind import Kind
from portal.api.v1.operations import OPERATIONS
from portal.app import create, routes
from portal.catalogue.document import Question
from portal.catalogue.load import SERVICES
from portal.desk import addresses as desk
from portal.journey import crosschecks, doubts
from portal.resident import DOORS
from portal.templating import TEMPLATES
from portal.web.addresses import PATTERNS, page_at
from portal.web.errors import WORDS
from portal.web.house import House
from tests.house.tree import files
from tests.journeys.walker import Walker

ON_EVERY_WAY = {"start", "step", "review", "consent", "done", "later"}
"""Pages that every journey comes through; the audit says so when one does not."""
WITHIN = {
    "picture": "an image; it stands on the page of its question, which is walked with a photo kept",
    "code": "an image; it stands on the notice",
    "kept": "what a telephone keeps of a service for where there is no network",
    "manifest": "what a telephone is told that puts the portal on its first screen",
    "bundle": "a file; the receipt links to it",
    "paper": "a PDF; the receipt links to it",
    "bell": "nothing to see; the script of the receipt sends there that its telephone is to be told",
    "listen": "what is said of a page, for its player",
    "heard": "the sound of a page, for its player",
    "sentence": "the sound of a sentence, for its player",
}
FORMS_ONLY = {
    "news": "a number for a script",
    "rest": "numbers for a script",
    "sitting_state": "a word for a script",
    "sheet": "a file; the page of the figures links to it",
    "file": "what was sent with a case, as it is",
    "paper": "a case as PDF",
    "message_picture": "an image; it stands on the page of its message",
    "preferences": "takes a wish and leads back",
    "link": "leads to a provider",
    "delivery_try": "its answer is desk/tried",
}
"""Addresses of the desk that are no pages."""
NO_PAGES = ("/sw.js", "/healthz", "/metrics", "/static/", "/speech/")
ONLY_LEADING_ON = {"negotiate", "slashed"}
"""Endpoints that answer with another address."""


def entered() -> Iterator[str]:
    """The address of every page that stands by itself, and of one journey's start."""
    for told in (*PAGES["alone"].values(), *PAGES["problems"].values()):
        yield told["path"].format(language="ja")
    for told in PAGES["desk"].values():
        parts = dict.fromkeys(("person", "token", "case", "settled", "clean", "decided", "sitting", "message"), "x")
        yield told["path"].format(**parts)
    yield from (f"/desk/kasumigahama{desk.PATHS[name]}" for name in FORMS_ONLY)
    yield "/ja/kasumigahama/kyufukin/"


def named() -> set[str]:
    """The names in web/addresses of the pages that have an entry."""
    found = [page_at(path.removeprefix("/ja/kasumigahama/")) for path in entered() if "kasumigahama" in path]
    together = {"recap"} if any(told.get("together") for told in PAGES["journeys"].values()) else set()
    after = {"withdrawn": {"withdraw"}, "checked": {"checked"}, "confirmed": CONFIRMED, "talked": TALKED}
    seen = {page for told in PAGES["journeys"].values() for key in after if told.get(key) for page in after[key]}
    households = {told["service"] for told in PAGES["journeys"].values() if told.get("people")}
    return {it[0] for it in found if it} | ON_EVERY_WAY | ({"person"} if households else set()) | together | seen


@pytest.mark.parametrize("page", [page for page in PATTERNS if page not in WITHIN])
def test_a_page_has_an_entry(page: str) -> None:
    assert page in DOORS
    assert page in named(), "tell a11y/pages.yaml how to get there"


@pytest.mark.parametrize("name", [name for name in desk.PATHS if name not in FORMS_ONLY])
def test_a_page_of_the_desk_has_an_entry(name: str) -> None:
    assert f"desk/{name}" in PAGES["desk"]


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("desk/*.html")), ids=lambda path: path.stem)
def test_a_template_of_the_desk_has_an_entry(template: Path) -> None:
    others = {"left", "onward"}  # the pages of "leave" and of "elsewhere"
    others |= {"part", "part_seen"}  # what every page of a part of the town looks like
    assert template.stem in others or f"desk/{template.stem}" in PAGES["desk"]


@pytest.mark.parametrize("template", files("templates/resident/*.html"), ids=lambda path: path.stem)
def test_a_template_has_an_entry(template: Path) -> None:
    kinds = {one["kind"] for service in services() for one in questions(service).values()}
    others = {"problem", "towns"} | ({"household"} & kinds)
    others |= {"pressed"}  # the page of the act, pressed once
    others |= {"again"} if any(told.get("again") for told in PAGES["journeys"].values()) else set()
    assert template.stem in named() | others


def test_a_route_has_an_entry(house: House) -> None:
    pages = [it for it in routes(house) if isinstance(it, Route) and not it.path.startswith(NO_PAGES)]
    scopes = [{"type": "http", "method": "GET", "path": path} for path in entered()]
    left = [
        route.path
        for route in pages
        if route.name not in ONLY_LEADING_ON and not any(route.matches(scope)[0] == Match.FULL for scope in scopes)
    ]
    assert not left


@pytest.mark.parametrize("path", [it.path for it in OPERATIONS if it.given_as == "text/html"])
def test_a_page_for_people_who_build_on_the_api_has_an_entry(path: str) -> None:
    assert path in {entry.partition("?")[0] for entry in entered()}


@pytest.mark.parametrize("reason", WORDS)
def test_a_refusal_has_an_entry(reason: str) -> None:
    assert reason in {name.partition(",")[0] for name in PAGES["problems"]}


def services() -> set[str]:
    """Every service that is shipped and can be applied for here."""
    return {path.name for path in SERVICES.iterdir() if path.is_dir() and questions(path.name)}


def test_what_is_done_at_the_counter_has_an_entry() -> None:
    at_the_counter = {path.name for path in SERVICES.iterdir() if path.is_dir()} - services()
    assert at_the_counter == at_the_counter & {part for path in entered() for part in path.split("/")}
    assert at_the_counter


def test_every_service_has_a_way_and_no_other_has() -> None:
    assert {told["service"] for told in PAGES["journeys"].values()} == services()


@pytest.mark.parametrize("service", sorted(services()))
def test_every_question_is_on_some_way(house: House, service: str) -> None:
    version = house.catalogue.version_on("990019", service, date(2026, 11, 24))
    assert version
    seen = set[str]()
    for told in (told for told in PAGES["journeys"].values() if told["service"] == service):
        picks = {id: pick for id, pick in told["picks"].items() if isinstance(pick, str)}
        people = "花子" if told.get("people") else ""
        with TestClient(create(house), follow_redirects=True) as phone:
            walker = Walker(phone, version, picks | {"members": people})
            walker.to_review()
        seen |= {step.partition(".")[0] for step in walker.seen}
    assert not questions(service).keys() - seen


def test_every_walk_has_a_name_of_its_own() -> None:
    assert len({walk.name for walk in walks()}) == len(walks())


def test_what_is_picked_is_asked() -> None:
    for told in PAGES["journeys"].values():
        asked = questions(told["service"])
        assert told["picks"].keys() <= asked.keys()
        for id, pick in told["picks"].items():
            if "options" in asked[id]:
                assert pick in {option["id"] for option in asked[id]["options"]}, f"{id}: {pick}"


def test_every_kind_that_asks_once_more_has_an_entry() -> None:
    asked = {one["kind"] for service in services() for one in questions(service).values()}
    asking = {kind for kind in asked if type(KINDS[kind]).doubtful is not Kind.doubtful}
    assert {*PAGES["doubted"]} == asking - {"photo", "household"}


@dataclass
class Told(Walker):
    """Types what a journey of pages.yaml does, and sends on what nobody can read."""

    told: Mapping[str, Any] = field(default_factory=dict)

    def answer(self, step: str) -> Response:
        page = super().answer(step)
        again = {**self._typed(self.version.source.question(step.partition(".")[0]), step), "do": "as-typed"}
        return self.phone.post(page.url.path, data=again) if page.status_code == 422 else page

    def _typed(self, question: Question, step: str) -> dict[str, str]:
        return {} if question.kind == "photo" else dict(typed(self.told, step))

    def _people(self, path: str, question: Question) -> Response:
        for told in self.told.get("people", ()) if self.seen.count(question.id) == 1 else ():
            form = self.phone.post(path, data={"do": "add"})
            words = {**KINDS["household"].examples[0].typed, "relation": question.options[0].id, **told}
            self.phone.post(form.url.path, data={**words, "do": "next"})
        return self.phone.post(path, data={"do": "done"})


def test_everything_a_review_can_doubt_is_on_some_way(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    met = set[str]()

    def about(*given: Any) -> Any:
        found = was(*given)
        met.update(doubt.code for doubt in found)
        return found

    was = doubts.about
    monkeypatch.setattr(doubts, "about", about)
    for told in PAGES["journeys"].values():
        version = house.catalogue.version_on("990019", told["service"], date(2026, 11, 24))
        assert version
        with TestClient(create(house), follow_redirects=True) as phone:
            Told(phone, version, told["picks"], told=told).to_review()
    assert codes(crosschecks) | {doubts.EMPTY, doubts.AS_TYPED} <= met


def codes(module: ModuleType) -> set[str]:
    """The codes of the doubts that a module tells."""
    calls = [it for it in ast.walk(ast.parse(getsource(module))) if isinstance(it, ast.Call)]
    doubting = [it for it in calls if isinstance(it.func, ast.Name) and it.func.id == "Doubt"]
    return {ast.literal_eval(it.args[2]) for it in doubting}
