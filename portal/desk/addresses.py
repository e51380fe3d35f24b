"""Where a page of the desk stands: /desk/{town}/…; and which addresses somebody may be sent back to."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from portal.web.addresses import DESK

ROOT = DESK
LOOPBACK = ("127.0.0.1", "[::1]")
PATHS = {
    "home": "/",
    "sign_in": "/sign-in",
    "invitation": "/invitation/{token}",
    "again": "/again",
    "rest": "/rest",
    "leave": "/leave",
    "elsewhere": "/elsewhere",
    "account": "/account",
    "link": "/account/link",
    "inbox": "/cases",
    "calls": "/calls",
    "search": "/search",
    "approve": "/approve",
    "news": "/news",
    "case": "/cases/{case}",
    "file": "/cases/{case}/files/{file}",
    "picture": "/cases/{case}/files/{file}/picture",
    "paper": "/cases/{case}/paper",
    "counter": "/counter",
    "sitting": "/counter/{sitting}",
    "witness": "/counter/{sitting}/witness",
    "sitting_state": "/counter/{sitting}/state",
    "services": "/figures",
    "figures": "/figures/{service}",
    "sheet": "/figures/{service}/sheet",
    "staff": "/staff",
    "person": "/staff/{person}",
    "looks": "/looks",
    "town": "/town",
    "town_history": "/town/history",
    "contacts": "/town/contacts",
    "days": "/town/days",
    "department": "/town/departments/{department}",
    "delivery": "/town/departments/{department}/delivery",
    "delivery_try": "/town/departments/{department}/try",
    "translations": "/translations",
    "translation": "/translations/{language}",
    "message": "/translations/{language}/{message}",
    "message_picture": "/translations/{language}/{message}/picture",
    "texts": "/town/texts/{service}/{day}",
    "preferences": "/preferences",
}
"""What follows /desk/{town}, by the name of the page."""


def address(name: str, town: str, **parts: str) -> str:
    """The address of a page. Raises KeyError for an unknown page or a missing part."""
    safe = {key: quote(part, safe="") for key, part in parts.items()}
    return f"{ROOT}/{town}{PATHS[name].format(**safe)}"


def named(origin: str) -> str:
    """An origin as browsers make keys for it: on this machine alone it has a name, numbers have none."""
    for number in LOOPBACK:
        origin = origin.replace(f"://{number}", "://localhost")
    return origin.rstrip("/")


def own(town: str, wished: str) -> str:
    """The address if it is one of this town's desk, else the desk's first page."""
    first = f"{ROOT}/{town}/"
    plain = wished.isascii() and wished.isprintable() and "\\" not in wished and "/../" not in f"{wished}/"
    if not (plain and wished.startswith(first)):
        return first
    split = urlsplit(wished)
    return first if split.scheme or split.netloc else wished
