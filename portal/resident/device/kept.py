"""What a telephone keeps of a service for where there is no network: its published pages, and what is said of them.

Made for nobody: without a cookie, in the size and colours the address asks for. What is somebody's own is never in it.
"""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from starlette.requests import Request

from portal.preferences import from_cookie
from portal.resident import way
from portal.resident.device import questions
from portal.resident.listening import whole
from portal.resident.listening.listen import told_of
from portal.speech.script import NOTHING
from portal.web.house import Answer
from portal.web.visit import Page, Visit

PAGES = ("start", "offline", "waiting", "home")
"""Those heard first come first."""
OF_SERVICE = {"start", "waiting"}


def show(visit: Visit) -> Answer:
    """`stamp` is another one whenever anything in it is; `comfort` and `heard` in the address say how it is wanted.

    `shortest` and `line` let a question be told its place, and a draft be begun, before the server answers; `version`
    says later in which words a question was answered.
    """
    version = way.version(visit)
    heard = visit.request.query_params.get("heard") == "yes"
    pages = [_page(visit, name, {"service": version.service} if name in OF_SERVICE else {}) for name in PAGES]
    line = visit.town.begin_each_minute is not None
    seen = "".join(page["html"] for page in pages) + f"{version.hash}{line}{visit.house.assets.build}"
    stamp = sha256(seen.encode()).hexdigest()[:16]

    def made() -> str:
        told = [page | (_heard(visit, page["html"]) if heard else {}) for page in pages]
        whole: dict[str, Any] = {"stamp": stamp, "version": version.hash, "pages": told, "words": _words(visit)}
        whole |= {"questions": questions.all_of(visit, version), "shortest": version.shortest, "line": line}
        return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))

    accepted = visit.request.headers.get("accept-encoding", "")
    body, encoding = visit.house.kept.get(("kept", visit.here, heard, stamp), accepted, made)
    return Answer(body, media_type="application/json", encoding=encoding)


def _words(visit: Visit) -> dict[str, str]:
    """What is said on pages that are shown without the server."""
    return {
        "waiting": visit.say("まだ送っていません。電波が戻ったら送ります。"),
        "away": visit.say("まだ送っていません。つながったら送ります。"),
        "sent": visit.say("待っていた答えを、送りました。"),
        "passed": visit.say(
            "待っていた答えの中に、使わなかったものがあります。質問が変わったか、申し込みを前に送ってあるためです。"
        ),
        "unsent": visit.say(
            "待っていた答えは、送れませんでした。いまは、この手続きを申し込めません。答えは、このスマホに残っています。"
            "困ったときは、{phone} に電話してください。",
            phone=visit.town.phone,
        ),
        "half": visit.say("とちゅうまで書いたものがあります。"),
        "on": visit.say("続きから書く"),
        "anew": visit.say("はじめから書く"),
        "place": visit.say("{of}問のうち {n}問め", of="{of}", n="{n}"),
        "empty": visit.say("答えを書くか、選んでください。そのあとで、「次へ」を押してください。"),
    }


def _page(visit: Visit, name: str, parts: dict[str, str]) -> dict[str, str]:
    """A page as anybody sees it: its path and HTML."""
    nobody = Request({**visit.request.scope, "headers": []})
    page = Visit(visit.house, nobody, Page(name, parts))
    page.kept, page.phrases = True, visit.phrases
    page.preferences = from_cookie(visit.request.query_params.get("comfort"))
    with page:
        return {"path": page.here, "html": visit.house.doors[name].show(page).body.decode()}


def _heard(visit: Visit, html: str) -> dict[str, Any]:
    return {"script": told_of(visit, whole.spoken_of(html), NOTHING) | {"next": []}}
