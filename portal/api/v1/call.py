"""A call: one request of a system that came in, with what its operation needs to answer it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.requests import Request

from portal.accounts.api_client import ApiClient
from portal.api.v1.problems import language_of
from portal.cases.inbox import Wanted
from portal.municipalities import Municipality
from portal.web.house import House


@dataclass(frozen=True)
class Entrant:
    """The system that asks, and what it may do by what it showed."""

    client: ApiClient
    scopes: frozenset[str]


@dataclass(frozen=True)
class Call:
    """`body` is the model that was sent, or the bytes where the operation reads them itself; `once` is an id that is
    the same whenever the same is sent again under its Idempotency-Key.
    """

    house: House
    request: Request
    now: datetime
    entrant: Entrant | None = None
    body: Any = None
    once: str = ""

    @property
    def client(self) -> ApiClient:
        """The system that asks. Raises AssertionError where anybody may."""
        assert self.entrant is not None
        return self.entrant.client

    @property
    def town(self) -> Municipality:
        """Its town."""
        return next(town for town in self.house.towns.values() if town.code == self.client.municipality)

    @property
    def language(self) -> str:
        """The language problems and words are told in."""
        return language_of(self.request)

    @property
    def reach(self) -> Wanted:
        """The cases it reaches."""
        return Wanted(municipality=self.client.municipality, departments=self.client.departments)

    def part(self, name: str) -> str:
        """A part of the address."""
        return str(self.request.path_params[name])
