"""Talking with the office about what was sent: an answer, a wish to be called, and what stands on the page then."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from httpx2 import Response
from playwright.sync_api import Page

from a11y.pages import Named, on, to
from a11y.problem import Came, shown
from a11y.sent import sent
from portal.cases.case import by_number
from portal.cases.course import messages
from portal.cases.course.messages import Message
from portal.cases.letters.resident import Writing
from portal.web.house import House
from tests.browser.resident import answer

PAGES = frozenset({"reply", "call"})
NO_NUMBER = "12"
QUESTION = "保険証の写真が、ぼやけていました。\n明るい所で、もう一度とって送ってください。"
Birth = Mapping[str, str]


def talked(page: Page, told: Mapping[str, Any], number: str, birth: Birth, home: str) -> Named:
    """From the page that tells where it stands to an answer, to a wish, and back; and where the office has asked."""
    yield from _reply(page, home, number)
    yield from _call(page, home, number)
    _stands(page, home, number, birth)
    yield "status", "answered, and to be called"
    to(page, f"{home}call/{number}")
    yield "call", "asked before"
    came, path = asked(page, told, birth, home)
    for name, answered in zip(("status", "reply"), came, strict=True):
        shown(page, path[name], Came.of(answered))
        yield name, "asked by the office"


def _reply(page: Page, home: str, number: str) -> Named:
    on(page, page.locator('main a[href*="/reply/"]'))
    yield "reply", "as it opens"
    on(page)
    yield "reply", "in error"
    to(page, f"{home}reply/{number}")
    answer(page, {"text": "電話番号が変わりました。", "paper": ""})
    page.locator("main form canvas").wait_for()  # the photo is made small, and shown
    yield "reply", "filled"
    on(page)
    yield "reply", "sent"


def _call(page: Page, home: str, number: str) -> Named:
    on(page, page.locator('main a[href*="/call/"]'))
    yield "call", "as it opens"
    answer(page, {"phone": NO_NUMBER})
    on(page)
    yield "call", "in error"
    to(page, f"{home}call/{number}")
    answer(page, {"day": "soon", "part": "morning", "about": "結果を、いつごろ知らせてもらえますか。"})
    yield "call", "filled"
    on(page)
    yield "call", "asked"


def _stands(page: Page, home: str, number: str, birth: Birth) -> None:
    to(page, f"{home}status")
    answer(page, {"number": number, **birth})
    on(page)


def asked(page: Page, told: Mapping[str, Any], birth: Birth, home: str) -> tuple[list[Response], dict[str, str]]:
    """The pages of an application about which the office has asked, in a portal of its own, and where they stand."""
    comfort = {one["name"]: one["value"] for one in page.context.cookies() if one["name"] == "yorisoi_comfort"}
    with sent(told["service"], told["picks"], cookies=comfort) as ours:
        _written(ours.house, ours.number)
        paths = {"status": f"{home}status", "reply": f"{home}reply/{ours.number}"}
        stands = ours.phone.post(paths["status"], data={"number": ours.number, **birth})
        return [stands, ours.phone.get(paths["reply"])], paths


def _written(house: House, number: str) -> None:
    with house.database.writing() as db:
        case = by_number(db, house.keys, "990019", number)
        assert case
        about = Writing(case, house.towns["kasumigahama"], None, "")
        messages.write(db, house.keys, about, Message("b" * 32, house.clock(), QUESTION))
