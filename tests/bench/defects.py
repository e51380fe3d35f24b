"""Faulty applications, driven through the real journey: what is mended, what staff are told of, what slips by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console
from rich.table import Table
from starlette.testclient import TestClient

from portal.app import built, create
from portal.settings import Settings
from portal.storage.migrations import upgrade
from portal.web.house import House
from tests.accounts.given import bearer
from tests.bench.applications import FAULTS, Application, corpus
from tests.journeys.benefit import SERVICE, pressing
from tests.resident.filling import receipt_number
from tests.serving import borrow_registries

SIZE = 300
MOST = 40
"""More pages than a way has."""
NOW = datetime(2026, 11, 24, 1, tzinfo=UTC)
UNTOLD = "unflagged"
Phone = Callable[[], TestClient]
Case = dict[str, Any]


def defects() -> dict[str, float]:
    """The shares of faulty applications that reach staff untold, and of good ones that are flagged."""
    outcomes: dict[str, Counter[str]] = {name: Counter() for name in FAULTS}
    made = corpus(SIZE)
    with town() as wrong, town() as right:
        for name, faulty, good in made:
            came, ought = wrong.applied(faulty, good), right.applied(good, good)
            outcomes[name][outcome(name, came, ought[0])] += 1
            outcomes[name]["flagged though right"] += bool(ought[0]["flags"])
    _show(outcomes)
    slipped, barked = (sum(told[what] for told in outcomes.values()) for what in (UNTOLD, "flagged though right"))
    return {
        "defects_applications": len(made),
        "defects_unflagged_percent": 100 * slipped / len(made),
        "defects_flagged_though_right_percent": 100 * barked / len(made),
    }


def outcome(name: str, came: list[Case], ought: Case) -> str:
    """What became of a faulty application."""
    if len(came) > 1:
        return "flagged" if all(case["earlier"] for case in came[1:]) else UNTOLD
    (case,) = came
    if _told(case) == _told(ought):
        return "mended on the way"
    codes = {flag["code"] for flag in case["flags"]}
    return "flagged" if codes & FAULTS[name].codes else UNTOLD


def _told(case: Case) -> dict[str, Any]:
    """What the town goes by: the values, and who does without the money."""
    values = {f"{it['id']}.{it['person'] or ''}": it["value"] for it in case["answers"]}
    asked = [key for key in values if key.startswith(("receives", "really-declines", "everybody"))]
    declined = [key for key in asked if key.startswith("really-declines") and values[key] == "decline"]
    return {key: value for key, value in values.items() if key not in asked} | {"declined": declined}


@dataclass
class Town:
    """A portal of its own, and an API client of its staff."""

    phone: Phone
    token: str
    after: dict[str, str] = field(default_factory=dict)

    def applied(self, one: Application, right: Application) -> list[Case]:
        """Send it as often as its maker does; the cases as staff have them."""
        return [self._case(self._sent(one, right)) for _ in range(one.times)]

    def _sent(self, one: Application, right: Application) -> str:
        phone = self.phone()
        page = phone.post(f"{SERVICE}/", data={"do": "begin"})
        for _ in range(MOST):
            step = page.url.path.removeprefix(f"{SERVICE}/")
            if step == "review":
                break
            page = self._members(phone, step, one) if step == "members" else self._answer(phone, step, one, right)
        act = phone.get(f"{SERVICE}/consent")
        return receipt_number(phone.post(f"{SERVICE}/consent", data=pressing(act.text)))

    def _answer(self, phone: TestClient, step: str, one: Application, right: Application) -> Any:
        """Insist once on what was typed; take it back only where one is told to."""
        path = f"{SERVICE}/{step}"
        typed = one.typed.get(step) or one.typed[step.partition(".")[0]]
        for _ in range(2):
            page = phone.post(path, data={**typed, "do": "next"})
            if page.url.path != path:
                return page
        if 'value="as-typed"' in page.text:
            return phone.post(path, data={**typed, "do": "as-typed"})
        return phone.post(path, data={**right.typed[step], "do": "next"})

    def _members(self, phone: TestClient, step: str, one: Application) -> Any:
        path = f"{SERVICE}/{step}"
        for member in one.members:
            form = phone.post(path, data={"do": "add"})
            phone.post(form.url.path, data={**member, "do": "next"})
        page = phone.post(path, data={"do": "done"})
        return page if page.url.path != path else phone.post(path, data={"do": "done"})

    def _case(self, receipt: str) -> Case:
        page = self.phone().get("/api/v1/cases", params=self.after, headers={"Authorization": f"Bearer {self.token}"})
        (case,) = page.json()["cases"]
        self.after = {"after": page.json()["next"]}
        assert case["number"] == receipt
        return dict(case)


@contextmanager
def town() -> Iterator[Town]:
    """A portal with an empty database; every application comes from a browser of its own."""
    with TemporaryDirectory() as folder, ExitStack() as closing:
        house = _house(Path(folder))
        closing.callback(house.database.close)
        with house.database.writing() as db:
            token = bearer(db, NOW, ["welfare"])
        app = create(house)

        def phone() -> TestClient:
            return TestClient(app, base_url="http://portal.test", headers={"Sec-Fetch-Site": "same-origin"})

        yield Town(phone, token)


def _house(var: Path) -> House:
    borrow_registries(var)
    settings = Settings(var=var)
    upgrade(settings.database)
    return built(settings, lambda: NOW)


def _show(outcomes: dict[str, Counter[str]]) -> None:
    columns = ("mended on the way", "flagged", UNTOLD, "flagged though right")
    table = Table("fault", "made", *columns, title="faulty applications")
    for name, told in outcomes.items():
        made = sum(told[what] for what in columns[:3])
        table.add_row(name, str(made), *(str(told[what]) for what in columns))
    Console().print(table)
