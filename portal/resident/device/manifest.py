"""What a telephone is told when the portal is put on its first screen: name, icons, colours, the services.

The same for everybody who reads a town in one language and one choice of colours, which stands in the address.
"""

from __future__ import annotations

import json
from typing import Any

from portal.web.house import Answer
from portal.web.visit import Visit

MEDIA_TYPE = "application/manifest+json"
AN_HOUR = "public, max-age=3600"
COLOURS = {"standard": ("#fff", "#f4f3ef"), "high": ("#fff", "#fff"), "dark": ("#121316", "#1e2026")}
"""By choice of colours: what the page is written on, and what its header is; the same as --paper and --wash."""
SHORTCUTS = 4
"""More are shown by no telephone."""
ICONS = (
    ("icons/icon-192.png", "192x192", "any"),
    ("icons/icon-512.png", "512x512", "any"),
    ("icons/maskable-512.png", "512x512", "maskable"),
)


def show(visit: Visit) -> Answer:
    """The manifest (W3C Web Application Manifest) of a town in a language."""
    wished = visit.request.query_params.get("contrast", "")
    paper, frame = COLOURS.get(wished, COLOURS["standard"])
    town = visit.say(visit.town.name)
    told = {
        "id": f"/{visit.town.slug}/",  # one app a town, whichever language it was put there in
        "name": visit.say("{town}の手続き", town=town),
        "short_name": town,
        "lang": visit.language,
        "start_url": visit.url("home"),
        "scope": "/",  # another language stands beside this one
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],  # with the way back in sight, where there is one
        "theme_color": frame,
        "background_color": paper,
        "icons": [_icon(visit, *icon) for icon in ICONS],
        "shortcuts": _shortcuts(visit),
    }
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
    return Answer(body, media_type=MEDIA_TYPE, headers={"Cache-Control": AN_HOUR})


def _icon(visit: Visit, name: str, sizes: str, purpose: str) -> dict[str, str]:
    return {"src": visit.house.assets.path(name), "sizes": sizes, "type": "image/png", "purpose": purpose}


def _shortcuts(visit: Visit) -> list[dict[str, Any]]:
    """The services that can be applied for here today."""
    found = [visit.house.catalogue.version_on(visit.town.code, id, visit.today) for id in visit.town.services]
    told = [(version.service, version.told(visit.language).service) for version in found if version]
    here = [(id, service.title) for id, service in told if not service.consent.at_the_counter]
    return [{"name": title, "url": visit.url("start", service=id)} for id, title in here[:SHORTCUTS]]
