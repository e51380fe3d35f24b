"""`delivery show`: one page for the operator: what waits, what does not leave, why, and how it is mended."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from rich.console import Console

from portal.app import changed, served
from portal.cases.arrival import alarm
from portal.delivery.outbox import SET_ASIDE
from portal.delivery.watch import picture
from portal.delivery.watch.picture import Discarded, Place, Stuck
from portal.delivery.watch.reasons import reason
from portal.language.marks import plain
from portal.municipalities import Municipality
from portal.settings import Settings
from portal.storage.database import Database

LISTED = 20
"""Envelopes that are told one by one."""
Towns = Mapping[str, Municipality]


def add(verbs: Any) -> None:
    """The command's words."""
    example = "example: yorisoi delivery show"
    verbs.add_parser("show", help="how the outbox stands, on one page", epilog=example).set_defaults(run=_show)


def _show(settings: Settings, _wanted: argparse.Namespace) -> int:
    now, towns = datetime.now(UTC), {town.code: town for town in changed(settings, served(settings)).values()}
    database = Database(settings.database)
    with database.reading() as db:
        places, stuck = picture.places(db), picture.stuck(db, LISTED + 1)
        discarded = picture.discarded(db, LISTED)
        late = [(town, id, one) for town in towns.values() for id, one in alarm.late(db, town, now).items()]
    database.close()
    console = Console(highlight=False, soft_wrap=True)
    _places(console, towns, places, now)
    for place in late:
        _late(console, *place, now)
    _stuck(console, towns, stuck, now)
    _discarded(console, towns, discarded, now)
    if not (places or late):
        console.print("Nothing waits, and every case is with its office.")
    return 1 if late or any(place.set_aside for place in places) else 0


def _places(console: Console, towns: Towns, places: Iterable[Place], now: datetime) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table  # with what it brings a server would carry it for nothing

    table = Table(title="Letters", title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for name in ("town", "department"):
        table.add_column(name, overflow="fold")  # a name cut short may be another's
    table.add_column("channel", no_wrap=True)
    for name in ("waiting", "in vain", "oldest", "set aside"):
        table.add_column(name, justify="right", no_wrap=True)
    for place in places:
        oldest = _age(now - place.oldest) if place.oldest else ""
        figures = (place.waiting, place.retrying, oldest, place.set_aside)
        table.add_row(*_named(towns, place), *(str(figure or "") for figure in figures))
    if table.row_count:
        console.print(table)


def _late(console: Console, town: Municipality, department: str, late: alarm.Late, now: datetime) -> None:
    one = town.departments[department]
    where = f"{plain(town.name)}, {plain(one.name)} ({one.phone})"
    told = f"{late.count} cases have not come within {one.limit} hours; the oldest is {_age(now - late.oldest)} old."
    console.print(f"[bold]Alarm[/bold]  {where}: {told} {' '.join(late.numbers[:5])}")


def _stuck(console: Console, towns: Towns, stuck: list[Stuck], now: datetime) -> None:
    for one in stuck[:LISTED]:
        why = reason(one.last_error)
        next_try = f"next try in {_age(one.due - now)}" if one.due else ""
        state = "set aside" if one.state == SET_ASIDE else f"try {one.tries}, {next_try}"
        console.print(f"\n[bold]{one.id}[/bold]  {', '.join(filter(None, _named(towns, one)))}, {state}")
        console.print(f"    why: {why.english} ({one.last_error})\n    what to do: {why.mend}", markup=False)
    if len(stuck) > LISTED:
        console.print("\nThere are more; mend these first.")
    if any(one.state == SET_ASIDE for one in stuck):
        console.print("\nSend again what was set aside: yorisoi delivery resend ID, or yorisoi delivery resend --all")
        console.print("What need not go at all: yorisoi delivery discard ID --why …")


def _discarded(console: Console, towns: Towns, discarded: Iterable[Discarded], now: datetime) -> None:
    for one in discarded:
        where = ", ".join(filter(None, _named(towns, one)))
        console.print(f"\n[bold]{one.id}[/bold]  {where}, discarded {_age(now - one.ended)} ago")
        console.print(f"    {one.last_error}", markup=False)


def _named(towns: Towns, place: Place | Stuck | Discarded) -> tuple[str, str, str]:
    town = towns.get(place.municipality)
    department = town.departments.get(place.department) if town else None
    name = plain(department.name) if department else place.department
    return plain(town.name) if town else place.municipality, name, place.channel


def _age(span: timedelta) -> str:
    """A span in its largest unit: 3 days, 2 hours, 5 minutes."""
    seconds = max(int(span.total_seconds()), 0)
    for unit, size in (("day", 86400), ("hour", 3600), ("minute", 60)):
        if seconds >= size:
            count = seconds // size
            return f"{count} {unit}{'s' if count > 1 else ''}"
    return "under a minute"
