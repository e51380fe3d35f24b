"""Where every page stands: /{language}/{municipality}/…"""

from __future__ import annotations

import re
from urllib.parse import quote

DESK = "/desk"
"""Where the staff's pages begin; desk/addresses has the rest."""
PATTERNS = {
    "home": "/{language}/{town}/",
    "resume": "/{language}/{town}/resume",
    "status": "/{language}/{town}/status",
    "preferences": "/{language}/{town}/preferences",
    "reading": "/{language}/{town}/reading",
    "voice": "/{language}/{town}/voice",
    "accessibility": "/{language}/{town}/accessibility",
    "install": "/{language}/{town}/install",
    "device": "/{language}/{town}/device",
    "offline": "/{language}/{town}/offline",
    "manifest": "/{language}/{town}/app.webmanifest",
    "sign": "/{language}/{town}/sign",
    "object": "/{language}/{town}/object",
    "signed": "/{language}/{town}/signed",
    "posted": "/{language}/{town}/posted",
    "own": "/{language}/{town}/own/{token}",
    "ask": "/{language}/{town}/ask/{number}",
    "revoke": "/{language}/{town}/revoke/{number}",
    "reply": "/{language}/{town}/reply/{number}",
    "call": "/{language}/{town}/call/{number}",
    "listen": "/{language}/{town}/listen",
    "heard": "/{language}/{town}/listen.mp3",
    "sentence": "/{language}/{town}/listen/{ticket}",
    "verify": "/{language}/{town}/verify",
    "checked": "/{language}/{town}/verify/{code}",
    "start": "/{language}/{town}/{service}/",
    "review": "/{language}/{town}/{service}/review",
    "consent": "/{language}/{town}/{service}/consent",
    "done": "/{language}/{town}/{service}/done",
    "later": "/{language}/{town}/{service}/later",
    "notice": "/{language}/{town}/{service}/notice",
    "turn": "/{language}/{town}/{service}/turn",
    "waiting": "/{language}/{town}/{service}/waiting",
    "kept": "/{language}/{town}/{service}/kept.json",
    "code": "/{language}/{town}/{service}/notice.svg",
    "withdraw": "/{language}/{town}/{service}/withdraw/{number}/{what}",
    "bundle": "/{language}/{town}/{service}/bundle/{number}/{what}",
    "paper": "/{language}/{town}/{service}/paper/{number}/{what}",
    "bell": "/{language}/{town}/{service}/bell/{number}/{what}",
    "step": "/{language}/{town}/{service}/{step}",
    "person": "/{language}/{town}/{service}/{step}/{person}",
    "recap": "/{language}/{town}/{service}/{step}/recap",
    "picture": "/{language}/{town}/{service}/{step}/picture/{file}",
}
NO_PAGES = frozenset({"listen", "heard", "sentence", "picture", "code", "bundle", "paper", "manifest", "kept", "bell"})
"""What is looked at in no browser window: sounds, pictures, documents, data."""
NAMED = {name: pattern.rsplit("/", 1)[1] for name, pattern in PATTERNS.items() if not pattern.endswith(("/", "}"))}
PLAIN = re.compile(r"[A-Za-z0-9_-]+")
OF_TOWN = {word: name for name, word in NAMED.items() if "{service}" not in PATTERNS[name]}
WITH_KEY = {
    "listen": ("sentence", "ticket"),
    "verify": ("checked", "code"),
    "own": ("own", "token"),
    "ask": ("ask", "number"),
    "revoke": ("revoke", "number"),
    "reply": ("reply", "number"),
    "call": ("call", "number"),
}
"""Pages of a town with a key behind their word: the word → the page and what its key is called."""
OF_SERVICE = {word: name for name, word in NAMED.items() if f"{{service}}/{word}" in PATTERNS[name]}
OF_CASE = {pattern.split("/")[4]: name for name, pattern in PATTERNS.items() if "{number}/{what}" in pattern}
"""Pages about what was sent: the word before its receipt number."""
OF_STEP = {word: name for name, word in NAMED.items() if f"{{step}}/{word}" in PATTERNS[name]}


def address(name: str, language: str, town: str, **parts: str) -> str:
    """The path of a page. Raises KeyError for an unknown page or a missing part."""
    safe = {key: part if PLAIN.fullmatch(part) else quote(part, safe="") for key, part in parts.items()}
    return PATTERNS[name].format(language=language, town=town, **safe)


def at_desk(town: str, sitting: str) -> str:
    """Where a clerk goes on with a sitting at the counter, or begins one."""
    return f"{DESK}/{town}/counter/{sitting}".rstrip("/")


def rest_of_desk(town: str) -> str:
    """Where a script asks how long the desk stays open, and goes on."""
    return f"{DESK}/{town}/rest"


def page_at(rest: str) -> tuple[str, dict[str, str]] | None:
    """The page behind /{language}/{town}/ and the parts of its address; None when there is none."""
    parts = rest.split("/")
    if len(parts) == 1:
        name = OF_TOWN.get(rest) if rest else "home"
        return (name, {}) if name else None
    if not all(parts[:-1]) or len(parts) > 4:
        return None
    service, step = parts[0], parts[1]
    if (name := OF_CASE.get(step)) and len(parts) > 2:
        found = {"service": service, "number": parts[2], "what": parts[-1]}
        return (name, found) if len(parts) == 4 and parts[-1] else None
    if len(parts) == 4:
        found = {"service": service, "step": step, "file": parts[3]}
        return ("picture", found) if parts[2] == "picture" and parts[3] else None
    if len(parts) == 3 and (name := OF_STEP.get(parts[2])):
        return name, {"service": service, "step": step}
    if len(parts) == 3:
        return ("person", {"service": service, "step": step, "person": parts[2]}) if parts[2] else None
    if service in WITH_KEY:
        name, key = WITH_KEY[service]
        return (name, {key: step}) if step else None
    if not step:
        return "start", {"service": service}
    if name := OF_SERVICE.get(step):
        return name, {"service": service}
    return "step", {"service": service, "step": step}
