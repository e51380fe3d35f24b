"""The entry: whoever wants in shows a token; wrong ones are counted for each address."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from sqlalchemy import Connection
from starlette.requests import Request

from portal.accounts import access, api_client, secret
from portal.accounts.secret import Secret, town_of
from portal.api.v1.call import Entrant
from portal.api.v1.problems import Refused
from portal.security.tokens import fingerprint
from portal.storage.database import Unavailable
from portal.storage.tries import PER_ADDRESS, tried
from portal.web.caller import caller
from portal.web.house import House


def entrant(house: House, request: Request) -> Entrant:
    """The system that asks. Raises Refused: NoToken, UnknownToken or TooManyTries."""
    scheme, _, rest = request.headers.get("authorization", "").partition(" ")
    token = rest.strip()
    if scheme.lower() != "bearer" or not token:
        raise Refused("NoToken")
    now = house.clock()
    if town_of(token) in served(house):
        with house.database.reading() as db:
            found = _shown(db, house, token, now)
        if found:
            used(house, found[0], now)
            return found[1]
    raise Refused("UnknownToken" if once_more(house, request, token) else "TooManyTries")


def used(house: House, shown: Secret, now: datetime) -> None:
    """Keep that a secret was used, now and then; a busy database is no reason to keep its system out."""
    if secret.rested(shown, now):
        with suppress(Unavailable), house.database.writing(patient=False) as db:
            secret.use(db, shown, now)


def once_more(house: House, request: Request, shown: str) -> bool:
    """Count something wrong for its address; what is right is never kept out by others' mistakes."""
    towns = served(house)
    named = town_of(shown)
    town = named if named in towns else min(towns, default="")
    who = fingerprint(house.keys.pepper, f"try:api:{caller(request)}")
    with house.database.writing() as db:
        return tried(db, town, who, PER_ADDRESS, house.clock())


def served(house: House) -> set[str]:
    """The codes of the towns that are served."""
    return {town.code for town in house.towns.values()}


def _shown(db: Connection, house: House, token: str, now: datetime) -> tuple[Secret, Entrant] | None:
    """The secret behind a token, and who holds it with which scopes."""
    bought = access.opened(house.keys, token, now)
    found = secret.by_id(db, bought.municipality, bought.secret, now) if bought else secret.by_words(db, token, now)
    if found is None or not (bought or found.bearer):
        return None
    client = api_client.by_id(db, found.municipality, found.client)
    if client is None:
        return None
    return found, Entrant(client, client.scopes & bought.scopes if bought else client.scopes)
