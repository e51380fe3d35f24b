"""Cases of a service that keeps them for some days, in every state, with all that can be about one."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from portal.cases import case as cases
from portal.cases.arrival.acknowledgement import acknowledge
from portal.cases.case import Case, opened
from portal.catalogue import published
from portal.catalogue.offered import Catalogue
from portal.catalogue.version import Version
from portal.delivery import outbox
from portal.delivery.envelope import EMAIL
from portal.security.keys import Keys
from portal.storage import files
from portal.storage.files import File
from tests.cases.given import TOWN, sent
from tests.catalogue.given import service
from tests.consent.given import sealed
from tests.delivery.given import envelope

DAYS = 100


def version(service_id: str, **retention: Any) -> Version:
    """A version of a service that keeps its cases so long."""
    return Version.of(TOWN, service_id, date(2026, 4, 1), service(title=service_id, retention=retention))


DELETING, COUNTING = version("kyufukin", days=DAYS), version("juminhyo", days=2 * DAYS, then="anonymise")


def kept(db: Connection) -> None:
    """Keep the versions, as a server does."""
    published.keep(db, Catalogue([DELETING, COUNTING]))


def case(db: Connection, keys: Keys, received: datetime, *, of: Version = DELETING, **changes: Any) -> Case:
    """A case that was decided, and arrived, unless told otherwise; its letter has left, unless `waiting`."""
    status, arrived, waiting = (
        changes.pop(name, usual) for name, usual in (("status", "accepted"), ("arrived", True), ("waiting", False))
    )
    key = f"draft-{received.timestamp()}-{of.service}-{changes}-{status}"
    words = {"key": key, "service": of.service, "version": of.hash, "consent": sealed(db, keys), "files": ("f1",)}
    made = opened(db, keys, sent(**(words | changes)), received)
    cases.stands(db, made, status, received)
    if arrived:
        acknowledge(db, TOWN, made.id, EMAIL, received)
    letters = [envelope(about=about) for about in (made.id, f"resident:{made.id}")]
    for letter in letters:
        outbox.post(db, keys, letter, received)
    if not waiting:
        for one in outbox.lease(db, received, 99):
            outbox.delivered(db, one, received)
    files.keep(db, keys.town(TOWN), File(made.id, TOWN, f"case:{key}", "a.jpg", "image/jpeg", b"picture"))
    return made


def over(received: datetime, of: Version = DELETING) -> datetime:
    """The first moment at which the time of a case is over."""
    return received + timedelta(days=(of.source.retention.days or 0) + 1)
