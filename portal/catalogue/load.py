"""From a folder of YAML files to a catalogue; every mistake of every file is found before any is told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from portal.catalogue.checks import mistakes
from portal.catalogue.offered import Catalogue
from portal.catalogue.overrides import not_allowed
from portal.catalogue.version import Version
from portal.municipalities import Municipality
from portal.municipalities.own.overlay import laid_over
from portal.municipalities.source import Fault, Faulty, Source

SERVICES = Path(__file__).parent / "services"
FILE = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})(@(?P<municipality>\d{6}))?\.yaml")


def load(towns: Iterable[Municipality], folder: Path = SERVICES) -> Catalogue:
    """The catalogue of all services for these towns. Raises Faulty with every mistake."""
    reading = _Reading({town.code: town for town in towns})
    for path in sorted(folder.glob("*/*.yaml")):
        reading.take(path)
    return reading.catalogue(folder)


class _Reading:
    """One pass over the folder: base files by service and day, overrides beside them, mistakes so far."""

    def __init__(self, towns: Mapping[str, Municipality]) -> None:
        self.towns = towns
        self.sources: dict[tuple[str, date, str], Source] = {}
        self.found: list[Fault] = []

    def take(self, path: Path) -> None:
        name = FILE.fullmatch(path.name)
        try:
            day = date.fromisoformat(name["day"]) if name else None
        except ValueError:
            day = None
        if name is None or day is None:
            self.found.append(Fault(path, 1, "name the file <date>.yaml or <date>@<municipality code>.yaml"))
            return
        try:
            source = Source(path)
        except Faulty as error:
            self.found += error.faults
            return
        self.found += source.faults
        self.sources[path.parent.name, day, name["municipality"] or ""] = source

    def catalogue(self, folder: Path) -> Catalogue:
        bases = {(service, day): source for (service, day, town), source in self.sources.items() if not town}
        for (service, day, code), source in self.sources.items():
            if code:
                self._check_override(source, code, bases.get((service, day)))
        for source in bases.values():
            self.found += _mistakes(source, source.data)
        for town in self.towns.values():
            for service in town.services:
                if not any(name == service for name, _ in bases):
                    self.found.append(Fault(folder, 1, f"{town.name} offers '{service}', which has no file"))
        if self.found:
            raise Faulty(sorted(self.found, key=lambda fault: (str(fault.path), fault.line)))
        return Catalogue(list(self._versions(bases)))

    def _check_override(self, source: Source, town: str, base: Source | None) -> None:
        if base is None:
            self.found.append(Fault(source.path, 1, "there is no file of this date without @ to lay this over"))
            return
        if town not in self.towns:
            self.found.append(Fault(source.path, 1, f"no municipality has the code {town}; see municipalities/data"))
        refused = list(not_allowed(base.data, source.data))
        self.found += [source.fault(place, message) for place, message in refused]
        if not refused:
            self.found += _mistakes(source, laid_over(base.data, source.data))

    def _versions(self, bases: Mapping[tuple[str, date], Source]) -> Iterator[Version]:
        for (service, day), base in bases.items():
            for town in self.towns.values():
                if service in town.services:
                    own = self.sources.get((service, day, town.code))
                    yield Version.of(town.code, service, day, laid_over(base.data, own.data) if own else base.data)


def _mistakes(source: Source, data: Mapping[str, Any]) -> list[Fault]:
    return [source.fault(place, message) for place, message in mistakes(data)]
