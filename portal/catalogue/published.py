"""Versions once served, kept so that a draft finishes on the version it began with."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select
from sqlmodel import Field, SQLModel

from portal.catalogue.offered import Catalogue
from portal.catalogue.version import Version, frozen
from portal.storage.database import rows


class VersionRow(SQLModel, table=True):
    """One version as it was served: its YAML tree as JSON."""

    __tablename__ = "versions"
    municipality: str = Field(primary_key=True)
    hash: str = Field(primary_key=True)
    service: str
    effective: str
    document: str


_versions = rows(VersionRow)


def keep(db: Connection, catalogue: Catalogue) -> None:
    """Keep every version of the catalogue that is not kept yet."""
    kept = {tuple(row) for row in db.execute(select(_versions.c.municipality, _versions.c.hash))}
    for version in catalogue.versions:
        if (version.municipality, version.hash) not in kept:
            db.execute(
                insert(_versions).values(
                    municipality=version.municipality,
                    hash=version.hash,
                    service=version.service,
                    effective=version.effective.isoformat(),
                    document=frozen(version.data),
                )
            )


def recalled(db: Connection, municipality: str, hash: str) -> Version | None:
    """A version that is no longer among the files, or None when it never was served here."""
    where = (_versions.c.municipality == municipality, _versions.c.hash == hash)
    row = db.execute(select(_versions).where(*where)).one_or_none()
    return _version(row) if row else None


def owner(db: Connection, municipality: str, hash: str) -> tuple[str, str] | None:
    """The department and the service of a version once served, without reading all of it."""
    where = (_versions.c.municipality == municipality, _versions.c.hash == hash)
    row = db.execute(select(_versions.c.service, _versions.c.document).where(*where)).one_or_none()
    return (json.loads(row.document)["department"], row.service) if row else None


def every(db: Connection, municipality: str) -> dict[str, list[Version]]:
    """All versions a town ever served, by their services."""
    found = defaultdict[str, list[Version]](list)
    for row in db.execute(select(_versions).where(_versions.c.municipality == municipality)):
        found[row.service].append(_version(row))
    return found


def _version(row: Row[Any]) -> Version:
    return Version.of(row.municipality, row.service, date.fromisoformat(row.effective), json.loads(row.document))
