"""A house with two towns and two systems that read, and what they are told."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient
from starlette_compress import CompressMiddleware

from portal.accounts import secret
from portal.accounts.api_client import ApiClient
from portal.accounts.scope import SCOPES
from portal.api.v1 import routes
from portal.cases.case import Case, opened
from portal.cases.course import events
from portal.catalogue.offered import Catalogue
from portal.security.keys import Keys
from portal.settings import Settings
from portal.speech.published import Published
from portal.speech.sounds import Sounds
from portal.speech.speaker import Speaker
from portal.storage import files
from portal.storage.database import Database
from portal.storage.files import File
from portal.web.guards import Guards
from portal.web.house import House
from tests.accounts.given import system
from tests.cases.given import KASUMIGAHAMA, sent

HERE, THERE = "990019", "990027"
BOTH = ("welfare", "residents")
HOSHINO = KASUMIGAHAMA.model_copy(update={"code": THERE, "slug": "hoshino", "name": "ほしの村"})


@dataclass
class Office:
    """The portal as other systems see it, with a clock set by hand."""

    database: Database
    keys: Keys
    now: datetime
    house: House = field(init=False)
    web: TestClient = field(init=False)

    def __post_init__(self) -> None:
        towns = {town.slug: town for town in (KASUMIGAHAMA, HOSHINO)}
        settings = Settings(address="https://portal.example")
        sounds = Sounds(lambda: Speaker(settings), Published(Catalogue({}), ()))
        self.house = House(settings, self.keys, self.database, towns, Catalogue({}), sounds, lambda: self.now, {})
        middleware = [
            Middleware(Guards, refuse=Starlette(), address=settings.address),
            Middleware(CompressMiddleware),
        ]
        app = Starlette(routes=routes(self.house), middleware=middleware)
        self.web = TestClient(app, base_url="https://portal.example", raise_server_exceptions=False)

    def client(
        self,
        departments: Iterable[str] = BOTH,
        town: str = HERE,
        scopes: Iterable[str] = SCOPES,
        *,
        bearer: bool = False,
    ) -> tuple[ApiClient, str]:
        """A new system and its secret."""
        with self.database.writing() as db:
            client = system(db, self.now, departments, town, scopes)
            return client, secret.issue(db, client, self.now, bearer=bearer)

    def token(self, departments: Iterable[str] = BOTH, town: str = HERE, scopes: Iterable[str] = SCOPES) -> str:
        """A new system's token, good until it is revoked."""
        return self.client(departments, town, scopes, bearer=True)[1]

    def case(self, **changes: Any) -> Case:
        """A new case, sent just now."""
        with self.database.writing() as db:
            case = opened(db, self.keys, sent(**changes), self.now)
            events.tell(db, case, events.ARRIVED, self.now)
            return case

    def file(self, id: str, name: str = "通帳.jpg", media_type: str = "image/jpeg", town: str = HERE) -> None:
        """A file sealed for a town."""
        with self.database.writing() as db:
            files.keep(db, self.keys.town(town), File(id, town, "case", name, media_type, b"\xff\xd8photo"))

    def get(self, path: str, token: str = "", **headers: str) -> Any:
        """The answer to a system that shows its token."""
        given = {"Authorization": f"Bearer {token}"} if token else {}
        return self.web.get(f"/api/v1{path}", headers=given | {k.replace("_", "-"): v for k, v in headers.items()})


def kind_of(answer: Any) -> str:
    """Which problem an answer is."""
    assert answer.headers["content-type"] == "application/problem+json"
    told = json.loads(answer.text)
    assert told["status"] == answer.status_code
    return str(told["type"].rpartition("/")[2])
