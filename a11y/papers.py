"""What a resident is told outside of the pages of their way: mails, notes, papers, refusals, pages that stand alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from unittest.mock import patch

from httpx2 import Response

from a11y.elsewhen import quiet
from a11y.finished import receipt
from a11y.pages import FOR_PROGRAMMERS, PAGES, TOWN
from a11y.sent import Piece, Sent, words, written
from portal.cases.course import bell, messages
from portal.cases.course.bell import Browser
from portal.cases.course.messages import Message
from portal.cases.letters import resident
from portal.cases.letters.resident import Writing
from portal.cases.talk import questions
from portal.delivery import outbox
from portal.delivery.envelope import PUSH, Envelope
from portal.language.words import AT_THE_DESK
from portal.templating import BETWEEN, marked
from portal.web.house import Answer, Door
from portal.web.visit import Visit
from tests.delivery.push.given import Telephone

LETTERS: Mapping[str, Callable[[Writing], Envelope | None]] = {
    "receipt": resident.receipt,
    "message": resident.message,
    "decision": resident.decision,
}


def to_resident(sent: Sent) -> Iterator[Piece]:
    """All of it, for an application in a language."""
    language = sent.about.case.language
    for name, write in LETTERS.items():
        letter = write(sent.about)
        assert letter
        yield Piece("mails", name, _mail(letter, language))
    ready = [questions.about_doubts(sent.doubted), *questions.by_name(sent.about)]
    yield Piece("mails", "questions", _told((one.text for one in ready), language))
    yield Piece("notes", "rung", _told(_rung(sent), language))
    for what in ("all", "open"):
        yield Piece("papers", f"receipt, {what}", _told(_printed(sent, what), language))
    yield from _alone(sent, language)
    yield from _kept(sent, language)
    for reason, told in PAGES["problems"].items():
        page = _refused(sent, told, told["path"].format(language=language))
        assert page.status_code >= 400 or reason in {"expired", "invitation"}, reason
        yield Piece("refusals", reason, page.text)


def _mail(letter: Envelope, language: str) -> str:
    """A mail's words in the resident's language, as text and as HTML; below them the same stands in Japanese."""
    text, html = letter.text.partition(BETWEEN)[0], letter.html.partition("<hr>")[0]
    return _told([letter.subject, letter.sender, text], language) + html


def _rung(sent: Sent) -> list[str]:
    """What a telephone is told when the office has written."""
    house, now, case = sent.house, sent.house.clock(), sent.about.case
    place = Browser("https://push.example/1", **Telephone().given, known="ours", language=case.language)
    with house.database.writing() as db:
        bell.hang(db, house.keys, case, place)
        messages.write(db, house.keys, sent.about, Message("m1", now, "OK"))
        (note,) = (each.opened(house.keys) for each in outbox.lease(db, now, 99, PUSH))
    told = json.loads(note.text)
    return [told["title"], told["body"]]


def _printed(sent: Sent, what: str) -> Iterator[str]:
    """The words of the receipt on paper, but for the answers themselves and the Japanese beside them."""
    own = {line for one in sent.about.case.answers for line in one.shown}
    told = words(receipt(sent, what).data)
    return (line for line in told if line not in own and not (line.startswith("（") and "：" in line))


def _alone(sent: Sent, language: str) -> Iterator[Piece]:
    """Pages that stand by themselves."""
    for name, told in PAGES["alone"].items():
        ours = name not in FOR_PROGRAMMERS or language in AT_THE_DESK
        if ours and not {"unsent", "page"} & told.keys():
            page = sent.phone.get(told["path"].format(language=language))
            assert page.status_code == 200, name
            yield Piece("pages", name, page.text)


def _kept(sent: Sent, language: str) -> Iterator[Piece]:
    """What a telephone keeps for where there is no network, and what it is called on the first screen."""
    home = f"/{language}/{TOWN}/"
    kept = sent.phone.get(f"{home}{sent.about.case.service}/kept.json").json()
    yield Piece("notes", "kept", _told(kept["words"].values(), language))
    first = sent.phone.get(f"{home}app.webmanifest").json()
    yield Piece("notes", "on the first screen", _told([first["name"], first["short_name"]], language))


def _refused(sent: Sent, told: Mapping[str, Any], path: str) -> Response:
    if "broken" in told:
        doors = dict.fromkeys(sent.house.doors, Door(_broken))
        with patch.object(sent.house, "doors", doors), quiet("portal.web.endpoint"):
            return sent.phone.get(path)
    if "body" not in told:
        return sent.phone.get(path)
    headers = {"content-type": "application/x-www-form-urlencoded", **told.get("headers", {})}
    tried = [sent.phone.post(path, content=told["body"] * told.get("times", 1), headers=headers)]
    while len(tried) < told.get("tries", 1):
        tried.append(sent.phone.post(path, content=told["body"], headers=headers))
    return tried[-1]


def _broken(_visit: Visit) -> Answer:
    raise RuntimeError("broken on purpose")


def _told(lines: Iterable[str], language: str) -> str:
    """Lines as HTML, their Japanese words marked as on a page."""
    return marked(written(lines), language)
