"""Links: accounts elsewhere (OpenID Connect) by which somebody of the staff may come in.

Known by issuer and subject alone, which the issuer has signed; a name or an address of mail links nobody.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Index, delete, insert, select
from sqlmodel import Field, SQLModel

from portal.accounts.staff.person import Person
from portal.security.keys import Keys
from portal.security.tokens import fingerprint
from portal.storage.columns import Moment
from portal.storage.database import rows


class StaffLinkRow(SQLModel, table=True):
    """One account; `subject` is a fingerprint of issuer and subject."""

    __tablename__ = "staff_links"
    __table_args__ = (Index("staff_links_staff", "municipality", "staff"),)
    municipality: str = Field(primary_key=True)
    subject: str = Field(primary_key=True)
    staff: str
    made: datetime = Field(sa_type=Moment)


class Taken(Exception):
    """This account is linked with somebody else."""


_links = rows(StaffLinkRow)
_l = _links.c


def subject_of(keys: Keys, issuer: str, subject: str) -> str:
    """What is kept of an account elsewhere."""
    return fingerprint(keys.pepper, f"subject:{issuer}\n{subject}")


def link(db: Connection, person: Person, subject: str, now: datetime) -> None:
    """Link an account with a person, instead of the one before. Raises Taken."""
    holder = whose(db, person.municipality, subject)
    if holder not in {None, person.id}:
        raise Taken
    unlink(db, person)
    db.execute(insert(_links).values(municipality=person.municipality, subject=subject, staff=person.id, made=now))


def whose(db: Connection, municipality: str, subject: str) -> str | None:
    """The id of the person an account is linked with."""
    mine = (_l.municipality == municipality, _l.subject == subject)
    found = db.execute(select(_l.staff).where(*mine)).one_or_none()
    return found.staff if found else None


def linked(db: Connection, person: Person) -> bool:
    """Whether a person has an account elsewhere."""
    mine = (_l.municipality == person.municipality, _l.staff == person.id)
    return db.execute(select(_l.staff).where(*mine)).one_or_none() is not None


def unlink(db: Connection, person: Person) -> bool:
    """Forget a person's account; whether there was one."""
    mine = (_l.municipality == person.municipality, _l.staff == person.id)
    return db.execute(delete(_links).where(*mine)).rowcount == 1
