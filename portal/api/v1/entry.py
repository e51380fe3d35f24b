"""The entry: whoever wants to read shows a token; wrong ones are counted for each address."""

from __future__ import annotations

from starlette.requests import Request

from portal.accounts import api_client
from portal.accounts.api_client import ApiClient
from portal.api.v1.problems import Refused
from portal.security.tokens import fingerprint
from portal.storage.tries import PER_ADDRESS, tried
from portal.web.caller import caller
from portal.web.house import House


def client(house: House, request: Request) -> ApiClient:
    """The system that asks. Raises Refused: NoToken, UnknownToken or TooManyTries."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Refused("NoToken")
    with house.database.reading() as db:
        found = api_client.by_token(db, token.strip())
    if found and found.municipality in _served(house):
        return found
    raise Refused("UnknownToken" if _once_more(house, request, token) else "TooManyTries")


def _once_more(house: House, request: Request, token: str) -> bool:
    """Count a wrong token for its address; a right one is never kept out by others' mistakes."""
    served = _served(house)
    named = api_client.town_of(token)
    town = named if named in served else min(served, default="")
    who = fingerprint(house.keys.pepper, f"try:api:{caller(request)}")
    with house.database.writing() as db:
        return tried(db, town, who, PER_ADDRESS, house.clock())


def _served(house: House) -> set[str]:
    return {town.code for town in house.towns.values()}
