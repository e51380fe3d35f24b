"""Which services a town offers on a day, and the version of each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from portal.catalogue.version import Version


class Catalogue:
    """Every version of every service of every town, found by town, service and day, or by hash.

    `files` are the versions as files say, where towns have changed some of them. `earlier` ones are found by hash
    alone, so that nobody who began before a change waits for what is kept elsewhere.
    """

    def __init__(
        self, versions: Sequence[Version], files: Sequence[Version] | None = None, earlier: Sequence[Version] = ()
    ) -> None:
        self.versions = tuple(versions)
        self.files = self.versions if files is None else tuple(files)
        self._by_service: dict[tuple[str, str], list[Version]] = {}
        self._by_hash = {(version.municipality, version.hash): version for version in earlier}
        for version in sorted(versions, key=lambda v: v.effective):
            self._by_service.setdefault((version.municipality, version.service), []).append(version)
            self._by_hash[version.municipality, version.hash] = version

    def version_on(self, municipality: str, service: str, day: date) -> Version | None:
        """The version in force on a day, or None when the town does not offer the service then."""
        versions = self._by_service.get((municipality, service), ())
        return max((v for v in versions if v.effective <= day), key=lambda v: v.effective, default=None)

    def by_hash(self, municipality: str, hash: str) -> Version | None:
        """The version a draft began with, or None when its file is no longer here."""
        return self._by_hash.get((municipality, hash))
