"""A sitting: one resident at a counter, one draft, and who of the staff writes what they are told.

The clerk's browser holds the draft by its sitting alone. It holds it no more when the clerk goes out, when the time is
over, when the draft was handed to the resident's own telephone, or when the next one begins; what is in the database
opens no draft. Where the desk closed meanwhile, the same clerk goes on once they have come in anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Index, Row, delete, insert, select, update
from sqlmodel import Field, SQLModel

from portal.accounts.staff import person as people
from portal.accounts.staff import session as sessions
from portal.accounts.staff.session import DAY, Session
from portal.journey import draft as drafts
from portal.journey.draft import Draft
from portal.security.keys import Keys
from portal.security.tokens import new_id, same
from portal.storage.columns import Moment
from portal.storage.database import rows

OPEN, LENT, HANDED, TAKEN, ENDED = "open", "lent", "handed", "taken", "ended"
"""The clerk writes; the screen is the resident's; a code for their telephone was made; it was used; it is over."""
CLOSED = "closed"
"""Never kept: how an open one is shown when the desk has closed over it, until its clerk comes in anew."""
LASTS = timedelta(hours=2)
"""How long it can be gone on with once the clerk writes no more; while they write, as long as a day at the desk."""


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
        "expires": now + DAY,
    }
    db.execute(insert(_sittings), row)
    return Sitting(**row, token=draft.token)


def shown(db: Connection, keys: Keys, municipality: str, held: str, now: datetime) -> Sitting | None:
    """The sitting a browser holds, while the draft may be opened by it there: as long as the clerk is in, or, once the
    screen is the resident's, to its end. CLOSED, it opens nothing to look at.
    """
    id, _, token = held.partition(".")
    found = by_id(db, municipality, id, now)
    if found is None or found.stage not in {OPEN, LENT} or not same(found.draft, drafts.named(token)):
        return None
    stage = _opens(db, keys, found, now) if found.stage == OPEN else LENT
    return replace(found, token=token, stage=stage) if stage else None


def by_id(db: Connection, municipality: str, id: str, now: datetime) -> Sitting | None:
    """The sitting with this id, until its time is over."""
    row = db.execute(select(_sittings).where(*_this(municipality, id), _s.expires > now)).one_or_none()
    return _sitting(row) if row else None


def newest(db: Connection, session: Session, now: datetime) -> Sitting | None:
    """What a session is at, where that is not over."""
    mine = (_s.municipality == session.municipality, _s.session == session.id, _s.stage != ENDED, _s.expires > now)
    row = db.execute(select(_sittings).where(*mine).order_by(_s.id.desc()).limit(1)).one_or_none()
    return _sitting(row) if row else None


def stand(db: Connection, sitting: Sitting, stage: str, now: datetime) -> None:
    """Say how it stands with a sitting from now on."""
    expires = now + (DAY if stage == OPEN else LASTS)
    here = _this(sitting.municipality, sitting.id)
    db.execute(update(_sittings).where(*here).values(stage=stage, expires=expires))


def go_on(db: Connection, before: Session, session: Session) -> None:
    """What a clerk was at in a session goes on in the one they came in anew by."""
    mine = (_s.municipality == before.municipality, _s.session == before.id)
    db.execute(update(_sittings).where(*mine).values(session=session.id))


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


def _opens(db: Connection, keys: Keys, sitting: Sitting, now: datetime) -> str:
    """OPEN while the clerk is in; CLOSED when only their time is over; "" where somebody ended it."""
    session = sessions.by_id(db, sitting.municipality, sitting.session)
    somebody = people.by_id(db, keys, sitting.municipality, sitting.staff)
    if session is None or session.ended or somebody is None or somebody.revoked:
        return ""
    return OPEN if session.holds(now) else CLOSED


def _this(municipality: str, id: str) -> tuple[Any, ...]:
    return _s.municipality == municipality, _s.id == id


def _sitting(row: Row[Any]) -> Sitting:
    return Sitting(**row._mapping)
