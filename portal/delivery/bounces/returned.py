"""A letter that came back is set aside with its code, and whoever thought it delivered is told that it is not."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, select, update

from portal.delivery.bounces import report
from portal.delivery.bounces.mailbox import opened
from portal.delivery.bounces.report import AUTOMATIC, BOUNCED, OTHER, Report
from portal.delivery.envelope import EMAIL, Envelope, seal_of, unpacked
from portal.delivery.outbox import DELIVERED, SET_ASIDE, EnvelopeRow
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.storage.database import Database, rows

CLOCKS_AGREE = timedelta(hours=1)
"""The mail server's clock and ours agree at least this well; what came back before a letter left is about an earlier
try of it."""

log = logging.getLogger(__name__)
_envelopes = rows(EnvelopeRow)
_e = _envelopes.c
Back = Callable[[Connection, Envelope], None]
"""Who wants to know that an envelope came back, in the transaction that notes it."""


@dataclass
class Returns:
    """Whoever looks through the mailbox for the towns served; `known` are mails of other people, left as they are."""

    database: Database
    keys: Keys
    url: str
    towns: Collection[str]
    back: Back
    known: set[str] = field(default_factory=set)

    def look(self) -> Counter[str]:
        """Deal with what is new; how many mails of each kind it was. Raises Unreachable."""
        found: Counter[str] = Counter()
        with opened(self.url) as mailbox:
            for arrived in mailbox.unseen(self.known):
                read = report.report(arrived.mail)
                mine = read.kind == AUTOMATIC or (read.kind == BOUNCED and self._returned(read, arrived.at))
                found[read.kind if mine else OTHER] += 1
                if mine:
                    mailbox.done(arrived.uid)
                else:
                    self.known.add(arrived.uid)  # somebody's mail to somebody: it stays unread for them
        return found

    def _returned(self, read: Report, at: datetime) -> bool:
        """Whether it was about one of our letters."""
        for id in read.ids:
            for town in self.towns:
                with self.database.reading() as db:
                    mine = (_e.municipality == town, _e.id == id, _e.channel == EMAIL)
                    known = db.execute(select(_e.state).where(*mine)).first()
                if known:
                    with self.database.writing() as db:
                        came_back(db, self.keys, (town, id), read.code, (at, self.back))
                    return True
        return False


def came_back(db: Connection, keys: Keys, which: tuple[str, str], code: str, told: tuple[datetime, Back]) -> bool:
    """Set aside a mail (town, id) that seemed delivered and came back at a moment; whether it was so.

    Other channels tell their systems an envelope's id, too; nothing of theirs comes back by mail.
    """
    (municipality, id), (at, back) = which, told
    mine = and_(_e.municipality == municipality, _e.id == id, _e.state == DELIVERED, _e.channel == EMAIL)
    row = db.execute(select(_e.ended, _e.sealed).where(mine)).one_or_none()
    if row is None or at < row.ended - CLOCKS_AGREE:
        return False
    why = f"bounced {code}".strip()
    db.execute(update(_envelopes).where(mine).values(state=SET_ASIDE, ended=max(at, row.ended), last_error=why))
    log.warning("envelope %s: %s", id, why)
    try:
        back(db, unpacked(municipality, id, keys.town(municipality).open(row.sealed, seal_of(id))))
    except (Unreadable, ValueError, KeyError, TypeError):
        log.error("envelope %s came back and cannot be opened any more", id)
    return True
