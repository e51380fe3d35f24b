"""The first pages: which town, and what can be done here today."""

from __future__ import annotations

from portal.web.house import Answer
from portal.web.visit import Visit


def show(visit: Visit) -> Answer:
    """Every service the town offers today."""
    versions = [
        version
        for id in visit.town.services
        if (version := visit.house.catalogue.version_on(visit.town.code, id, visit.today))
    ]
    services = []
    for version in versions:
        told = version.told(visit.language).service
        services.append(
            {"id": version.service, **{k: getattr(told, k) for k in ("title", "summary", "minutes", "ready")}}
        )
    return visit.page("resident/home.html", kept=tuple(v.hash for v in versions), services=services)
