"""The mail of a batch: how many cases there are of what, and the tables.

What was taken back before it came into a table is as if it had never been sent (see `withdrawal`): it stands in none,
where somebody might work on it, and the mail names its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from portal.cases.batch.mark import Mark, Office, about
from portal.cases.exports.sheet import Sheet
from portal.cases.exports.table import Table, Told
from portal.cases.letters.wording import moment_shown
from portal.cases.status import WITHDRAWN
from portal.catalogue.version import Version
from portal.delivery.envelope import Enclosure, Envelope
from portal.language.dates import JAPAN
from portal.security.tokens import new_id
from portal.templating import letter


def mail(office: Office, mark: Mark, some: Sequence[Told], versions: Mapping[str, Sequence[Version]]) -> Envelope:
    """The mail with these cases, which the department has once it is accepted; `versions` are those of each service."""
    department = office.town.departments[office.department]
    back = [told.case.number for told in some if told.case.status == WITHDRAWN]
    some = [told for told in some if told.case.status != WITHDRAWN]
    by_service = _by_service(some)
    day = f"{mark.due.astimezone(JAPAN):%Y-%m-%d}-{mark.part}"
    files = tuple(
        file
        for service, told in by_service.items()
        for file in _files(f"{service}-{day}", Table.of(versions.get(service, ())), told)
    )
    written = letter(
        "batch",
        town=office.town,
        department=department,
        every=office.batch.every,
        due=moment_shown(mark.due),
        part=mark.part,
        more=mark.more,
        count=len(some),
        back=back,
        services=[(told[0].case.title, len(told)) for told in by_service.values()],
        files=[file.name for file in files],
    )
    return Envelope(
        municipality=office.town.code,
        id=new_id(),
        about=about(office.department, office.batch.every),
        to=department.email,
        subject=written.subject,
        text=written.text,
        html=written.html,
        key=office.batch.certificate or "",
        department=office.department,
        hands_over=tuple(told.case.id for told in some),
        enclosures=files,
    )


def _by_service(some: Sequence[Told]) -> dict[str, list[Told]]:
    """Those of one service together, each in the order they came."""
    in_order = sorted(some, key=lambda told: told.case.service)
    return {service: list(told) for service, told in groupby(in_order, lambda told: told.case.service)}


def _files(name: str, table: Table, told: Sequence[Told]) -> Iterator[Enclosure]:
    """The cases, and where there are any the people they are about."""
    yield _file(f"{name}.csv", table.heads, map(table.row, told))
    if people := [row for one in told for row in table.people(one.case)]:
        yield _file(f"{name}-people.csv", table.people_heads, people)


def _file(name: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Enclosure:
    return Enclosure(name, "text/csv", Sheet(heads).file(rows))
