"""`delivery resend`: an envelope that was set aside, or has left, goes out once more, to the address of now."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from portal.app import changed, served
from portal.delivery.envelope import EMAIL, WEBHOOK, Envelope
from portal.delivery.watch import mending
from portal.delivery.watch.mending import Gone
from portal.municipalities import Department, Municipality
from portal.municipalities.delivery import Batch, Email, Webhook, hands_over
from portal.security.keys import Keys
from portal.security.sealing import Unreadable
from portal.settings import Settings
from portal.storage.database import Database


def add(verbs: Any) -> None:
    """The command's words."""
    example = "example: yorisoi delivery resend 019ab…, or with --all whatever was set aside"
    parser = verbs.add_parser("resend", help="send once more, to the address of now", epilog=example)
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("id", nargs="?", help="an envelope's id, as `delivery show` tells it")
    which.add_argument("--all", action="store_true", help="whatever was set aside")
    parser.set_defaults(run=_resend)


def _resend(settings: Settings, wanted: argparse.Namespace) -> int:
    database, keys = Database(settings.database), Keys.load(settings.var / "keys")
    towns = list(changed(settings, served(settings)).values())
    try:
        return _everything(database, keys, towns) if wanted.all else _one(database, keys, towns, wanted.id)
    finally:
        database.close()


def _everything(database: Database, keys: Keys, towns: list[Municipality]) -> int:
    sent = failed = 0
    for town in towns:
        with database.reading() as db:
            ids = mending.aside(db, town.code)
        for id in ids:
            try:
                _again(database, keys, town, id)
                sent += 1
            except (Gone, Unreadable, ValueError, KeyError, TypeError) as error:
                failed += 1
                _amiss(id, error)
    print(f"{sent} envelopes are sent again.")
    return 1 if failed else 0


def _one(database: Database, keys: Keys, towns: list[Municipality], id: str) -> int:
    by_code = {town.code: town for town in towns}
    try:
        with database.reading() as db:
            town = by_code[mending.town_of(db, by_code, id)]
        _again(database, keys, town, id)
    except (Gone, Unreadable, ValueError, KeyError, TypeError) as error:
        return _amiss(id, error)
    print(f"{id} is sent again.")
    return 0


def _amiss(id: str, error: Exception) -> int:
    """Only Gone has words for people; the others would tell of what is inside."""
    print(f"{id}: {error if isinstance(error, Gone) else type(error).__name__}", file=sys.stderr)
    return 1


def _again(database: Database, keys: Keys, town: Municipality, id: str) -> None:
    with database.writing() as db:
        mending.send_again(db, keys, (town.code, id), _addressed(town), datetime.now(UTC))


def _addressed(town: Municipality) -> Callable[[Envelope], Envelope]:
    """A letter to a department goes to the address it has now: a wrong one was the reason, more often than not. It is
    sealed as the department wants it now.
    """

    def now(envelope: Envelope) -> Envelope:
        department = town.departments.get(envelope.department)
        if department and envelope.channel == EMAIL:
            key = _sealed_by(envelope, department)
            # What is sealed only now had its subject in the clear: the road learns the number and no more.
            subject = envelope.subject.partition(" ")[0] if key and not envelope.key else envelope.subject
            return replace(envelope, to=department.email, key=key, subject=subject)
        for hook in department.delivery if department else ():
            if isinstance(hook, Webhook) and envelope.channel == WEBHOOK:
                return replace(envelope, to=hook.url, key=hook.signed_by(town.code, envelope.department))
        return envelope

    return now


def _sealed_by(envelope: Envelope, department: Department) -> str:
    """The certificate of now for such a letter: one with answers in it, or a mere notice. What was sealed stays so."""
    mails = [one for one in department.delivery if isinstance(one, Email | Batch)]
    wanted = [one.certificate or "" for one in mails if hands_over(one) == bool(envelope.enclosures)]
    if envelope.key in wanted:
        return envelope.key
    return next(filter(None, wanted), envelope.key)
