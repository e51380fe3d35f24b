"""Staff: the people of a town hall, what each may do in which departments, how they come in, and the trail they leave.

May import storage, security and settings; no other room on its step.
"""

from datetime import datetime

from sqlalchemy import Connection

from portal.accounts.staff import challenge, invitation, session


def sweep(db: Connection, municipality: str, now: datetime) -> None:
    """Forget what is past its days: links, sessions, answered challenges."""
    for one in (challenge, invitation, session):
        one.sweep(db, municipality, now)
