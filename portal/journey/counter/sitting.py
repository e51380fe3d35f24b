"""A sitting: one resident at a counter, one draft, and who of the staff writes what they are told.

The clerk's browser holds the draft by its sitting alone. It holds it no more when the clerk goes out, when the time is
over, when the draft was handed to the resident's own telephone, or when the next one begins; what is in the database
opens no draft.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Index, Row, delete, insert, select, update
from sqlmodel import Field, SQLModel

from portal.accounts.staff import person as people
from portal.accounts.staff import session as sessions
from portal.accounts.staff.session import Session
from portal.journey import draft as drafts
from portal.journey.draft import Draft
from portal.security.keys import Keys
from portal.security.tokens import new_id, same
from portal.storage.columns import Moment
from portal.storage.database import rows

OPEN, LENT, HANDED, TAKEN, ENDED = "open", "lent", "handed", "taken", "ended"
"""The clerk writes; the screen is the resident's; a code for their telephone was made; it was used; it is over."""
LASTS = timedelta(hours=2)


class SittingRow(SQLModel, table=True):
    """One sitting of one session of the staff, about one draft."""

    __tablename__ = "sittings"
    __table_args__ = (
        Index("sittings_session", "municipality", "session"),
        Index("sittings_expires", "municipality", "expires"),
    )
    municipality: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    staff: str
    session: str
    department: str
    service: str
    draft: str
    stage: str
    expires: datetime = Field(sa_type=Moment)


@dataclass(frozen=True)
class Sitting:
    """A sitting as it stands; `token` opens its draft, and is empty where nobody has shown it."""

    municipality: str
    id: str
    staff: str
    session: str
    department: str
    service: str
    draft: str
    stage: str
    expires: datetime
    token: str = field(default="", repr=False)

    @property
    def held(self) -> str:
        """What a browser holds of it."""
        return f"{self.id}.{self.token}"


_sittings = rows(SittingRow)
_s = _sittings.c


def cookie(town: str) -> str:
    """The name of the cookie by which a browser of a town (its slug) holds a sitting."""
    return f"yorisoi_{town}_counter"


def begin(db: Connection, draft: Draft, session: Session, now: datetime) -> Sitting:
    """A sitting about a draft; the one before in the same session is over."""
    town = draft.version.municipality
    end_all(db, session)
    row: dict[str, Any] = {
        "municipality": town,
        "id": new_id(),
        "staff": session.staff,
        "session": session.id,
        "department": draft.version.source.department,
        "service": draft.version.service,
        "draft": draft.id,
        "stage": OPEN,
        "expires": now + LASTS,
    }
    db.execute(insert(_sittings), row)
    return Sitting(**row, token=draft.token)


def shown(db: Connection, keys: Keys, municipality: str, held: str, now: datetime) -> Sitting | None:
    """The sitting a browser holds, while the draft may be opened by it there: as long as the clerk is in, or, once the
    screen is the resident's, to its end.
    """
    id, _, token = held.partition(".")
    found = by_id(db, municipality, id, now)
    if found is None or found.stage not in {OPEN, LENT} or not same(found.draft, drafts.named(token)):
        return None
    if found.stage == OPEN and not _inside(db, keys, found, now):
        return None
    return replace(found, token=token)


def by_id(db: Connection, municipality: str, id: str, now: datetime) -> Sitting | None:
    """The sitting with this id, until its time is over."""
    row = db.execute(select(_sittings).where(*_this(municipality, id), _s.expires > now)).one_or_none()
    return _sitting(row) if row else None


def newest(db: Connection, session: Session, now: datetime) -> Sitting | None:
    """What a session is at, where that is not over."""
    mine = (_s.municipality == session.municipality, _s.session == session.id, _s.stage != ENDED, _s.expires > now)
    row = db.execute(select(_sittings).where(*mine).order_by(_s.id.desc()).limit(1)).one_or_none()
    return _sitting(row) if row else None


def stand(db: Connection, sitting: Sitting, stage: str) -> None:
    """Say how it stands with a sitting from now on."""
    db.execute(update(_sittings).where(*_this(sitting.municipality, sitting.id)).values(stage=stage))


def take(db: Connection, municipality: str, id: str) -> None:
    """Keep that the resident has opened the draft on a telephone of their own."""
    db.execute(update(_sittings).where(*_this(municipality, id), _s.stage == HANDED).values(stage=TAKEN))


def end_all(db: Connection, session: Session) -> None:
    """Whatever a session is at is over."""
    mine = (_s.municipality == session.municipality, _s.session == session.id)
    db.execute(update(_sittings).where(*mine).values(stage=ENDED))


def sweep(db: Connection, municipality: str, now: datetime) -> None:
    """Forget those whose time is over."""
    db.execute(delete(_sittings).where(_s.municipality == municipality, _s.expires < now))


def _inside(db: Connection, keys: Keys, sitting: Sitting, now: datetime) -> bool:
    session = sessions.by_id(db, sitting.municipality, sitting.session)
    somebody = people.by_id(db, keys, sitting.municipality, sitting.staff)
    return bool(session and session.holds(now) and somebody and not somebody.revoked)


def _this(municipality: str, id: str) -> tuple[Any, ...]:
    return _s.municipality == municipality, _s.id == id


def _sitting(row: Row[Any]) -> Sitting:
    return Sitting(**row._mapping)
