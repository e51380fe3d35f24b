"""The first link of a town: whoever has it looks after the staff and invites all others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection

from portal.accounts.staff import invitation, trail
from portal.accounts.staff import person as people
from portal.accounts.staff.person import Person
from portal.accounts.staff.role import ADMINISTRATOR, AUDITOR, EVERYWHERE
from portal.accounts.staff.trail import Entry
from portal.app import served
from portal.desk.addresses import address, named
from portal.municipalities import Municipality
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database

FIRST = {EVERYWHERE: frozenset({ADMINISTRATOR, AUDITOR})}
NAME = "はじめの管理者"
FEW = 5
"""Towns whose links are printed at a start; with more, each is made when its town is ready."""


def first_links(settings: Settings) -> None:
    """Print a link for each town that has no staff; once, as the first start makes somebody."""
    database, keys = Database(settings.database), Keys.load(settings.var / "keys")
    with database.reading() as db:
        without = [town for town in served(settings).values() if not people.anybody(db, town.code)]
    if len(without) > FEW:
        print(f"{len(without)} towns have no staff yet: yorisoi desk invite TOWN NAME --role administrator", flush=True)
    for town in without if len(without) <= FEW else ():
        with database.writing() as db:
            link = invited(db, keys, settings, town, people.new(town.code, NAME, FIRST, _now()))
        print(f"Desk of {town.name}, for its first administrator (once, within 72 hours):\n  {link}", flush=True)
    database.close()


def invited(db: Connection, keys: Keys, settings: Settings, town: Municipality, person: Person) -> str:
    """Keep somebody new; gives the whole address of the link."""
    people.add(db, keys, person)
    trail.add(db, keys, town.code, Entry(_now(), "invited", "", other=person.id))
    origin = named(settings.address or f"http://{settings.host}:{settings.port}")
    return origin + address("invitation", town.slug, token=invitation.invite(db, person, _now()))


def held(departments: list[str], roles: list[str]) -> Mapping[str, frozenset[str]]:
    """Each role in each department; in all where none is named."""
    return {one: frozenset(roles) for one in departments or [EVERYWHERE]}


def _now() -> datetime:
    return datetime.now(UTC)
