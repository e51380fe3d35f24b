"""What a town may change, in its files or at its desk: only what the service names in `overridable`, as `deadline` or
`figures.amount`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from portal.catalogue.checks import mistakes
from portal.catalogue.offered import Catalogue
from portal.catalogue.version import Version
from portal.municipalities import Municipality
from portal.municipalities.own.overlay import TEXTS, laid_over, of
from portal.municipalities.source import Place

log = logging.getLogger(__name__)


def not_allowed(base: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    """Every value a town changes without being allowed to, with its place."""
    allowed = set(base.get("overridable", ()))
    for place in _leaves(own):
        if not any(".".join(map(str, place[:n])) in allowed for n in range(1, len(place) + 1)):
            name = ".".join(map(str, place))
            yield place, f"a town may not change '{name}'; the service allows {', '.join(sorted(allowed)) or 'nothing'}"


def _leaves(own: Mapping[str, Any], place: Place = ()) -> Iterator[Place]:
    for key, value in own.items():
        if isinstance(value, Mapping) and value:
            yield from _leaves(value, (*place, key))
        else:
            yield (*place, key)


def called(version: Version) -> str:
    """How a town's own words for a version are called among its changes: `juminhyo@2027-04-01`."""
    return f"{version.service}@{version.effective}"


def amiss(version: Version, own: Mapping[str, Any]) -> list[tuple[Place, str]]:
    """What is amiss with a town's own words for a version of the files, by the checks that a file gets."""
    return [*not_allowed(version.data, own)] or mistakes(laid_over(version.data, own))


def standing(catalogue: Catalogue, towns: Iterable[Municipality]) -> Catalogue:
    """The catalogue with what these towns have changed; what does not fit is as files say, and the log tells why."""
    own = {town.code: town.texts for town in towns}
    versions = [
        _standing(version, own.get(version.municipality, {}).get(called(version), {}), catalogue)
        for version in catalogue.files
    ]
    return Catalogue(versions, catalogue.files, (*catalogue.files, *catalogue.versions))


def of_town(catalogue: Catalogue, town: Municipality) -> Catalogue:
    """The same for one town alone."""
    return standing(Catalogue([one for one in catalogue.files if one.municipality == town.code]), [town])


def unfit(catalogue: Catalogue, town: Municipality) -> frozenset[str]:
    """The parts of a town's changes that do not fit the files any more."""
    return frozenset(
        of(TEXTS, called(version))
        for version in catalogue.files
        if version.municipality == town.code and (own := town.texts.get(called(version))) and amiss(version, own)
    )


def _standing(version: Version, own: Mapping[str, Any], before: Catalogue) -> Version:
    """A version with a town's own words; the very one of before where nothing of it is new."""
    if not own:
        return version
    if found := amiss(version, own):
        for place, message in found:
            log.error(
                "%s changed %s, which does not fit its file: %s: %s",
                *(version.municipality, called(version), place, message),
            )
        return version
    made = Version.of(version.municipality, version.service, version.effective, laid_over(version.data, own))
    return before.by_hash(made.municipality, made.hash) or made
