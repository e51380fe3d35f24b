"""The portal on another day, or with something broken in it: answers that the running server cannot be brought to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from logging import getLogger
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from httpx2 import Response
from playwright.sync_api import Page
from starlette.testclient import TestClient

from portal.app import built, create
from portal.settings import Settings
from portal.storage.migrations import upgrade
from portal.web.house import Answer, Door, House
from portal.web.visit import Visit
from tests.serving import borrow_registries

TODAY = date(2026, 11, 24)


@contextmanager
def house(var: Path, day: date = TODAY) -> Iterator[House]:
    """The portal as it is on a day, with a database of its own."""
    borrow_registries(var)
    settings = Settings(var=var)
    upgrade(settings.database)
    made = built(settings, lambda: datetime.combine(day, time(1), UTC))
    try:
        yield made
    finally:
        made.database.close()


def answered(told: Mapping[str, Any], path: str, page: Page) -> Response:
    """What the portal answers this reader at a path on the `day`; with `broken`, where every door is broken; as the
    last to come after a `crowd`, where one may begin each minute.
    """
    comfort = {one["name"]: one["value"] for one in page.context.cookies()}
    with (
        TemporaryDirectory() as folder,
        house(Path(folder), told.get("day", TODAY)) as made,
        quiet("portal.web.endpoint"),
    ):
        if told.get("broken"):
            made.doors = dict.fromkeys(made.doors, Door(_broken))
        reader = TestClient(create(made), cookies=comfort)
        others = [TestClient(reader.app, client=(f"house {n}", 50_000)) for n in range(told.get("crowd", 0))]
        for one in [*others, *[reader] * ("crowd" in told)]:
            _begins(made, one, path)
        return reader.get(path)


def _begins(made: House, phone: TestClient, path: str) -> None:
    _, _, slug, service, _ = path.split("/")
    town = made.towns[slug]
    made.towns = {**made.towns, slug: town.model_copy(update={"begin_each_minute": 1})}
    phone.post(f"/ja/{slug}/{service}/", data={"do": "begin"}, headers={"Sec-Fetch-Site": "same-origin"})


@contextmanager
def quiet(room: str) -> Iterator[None]:
    """The log of a room need not tell what was broken on purpose."""
    log = getLogger(room)
    log.disabled = True
    try:
        yield
    finally:
        log.disabled = False


def _broken(_visit: Visit) -> Answer:
    raise RuntimeError("broken on purpose")
