"""One message: the Japanese, its translation and terms, where it is seen; it is right, or is put otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from portal.accounts.staff import person as people
from portal.accounts.staff.role import TRANSLATOR
from portal.desk.page import Page
from portal.desk.translations.book import ENGLISH, LEFT, STATES, Book, book, language, shown, standing
from portal.desk.translations.picture import pictured
from portal.desk.translations.place import place
from portal.desk.visit import DeskVisit
from portal.language.marks import plain
from portal.language.translating import said
from portal.language.translating.messages import Told
from portal.language.translating.said import Overtaken, Said
from portal.language.words import Say, say
from portal.web.house import Answer

EMPTY = say("新しい言い方を書いてください。")
SAME = say("新しい言い方は、いまの訳と同じです。これでよいときは、「この訳でよい」を押してください。")
OVERTAKEN = say("ほかの人が、先に読みました。「様子」を見て、新しい言い方をもう一度決めてください。")
FAULTS = {
    "values": say("新しい言い方の｛｝の中は、日本語の文と同じことばを、そのまま書いてください。"),
    "button": say("新しい言い方の「」の中のボタンの名前は、そのボタンの訳と同じに書いてください。"),
    "glossary": say("新しい言い方でも、役所の言葉は「決まった言い方」のとおりに書いてください。"),
    "lines": say("新しい言い方の行の数と、行のはじめの「・」は、日本語の文と同じにしてください。"),
    "marks": say("新しい言い方に、読み方の印（｜《》）は書かないでください。"),
    "spaces": say("新しい言い方のはじめと終わりの空きや、続いた空きを消してください。"),
    "markup": say("新しい言い方の＜＞＆の記号は、日本語の文にあるときだけ書いてください。"),
    "signs": say("新しい言い方に、見えない文字があるか、文が長すぎます。書き直してください。"),
}
"""What to do about each kind of fault."""


def show(visit: DeskVisit) -> Answer:
    """The message as it stands."""
    return _page(visit, {})


def take(visit: DeskVisit) -> Answer:
    """Keep that it is right, or how it would be put; then the next one that nobody has read."""
    code = language(visit)
    told = book(code).messages.get(visit.parts["message"]) if code else None
    if told is None:
        return visit.refuse(404)
    typed = visit.form.typed
    proposed = () if visit.form.do == "right" else _proposed(told, typed)
    if visit.form.do not in {"right", "propose"}:
        return _page(visit, {})
    if visit.form.do == "propose" and (amiss := _amiss(book(code), told, proposed)):
        return _page(visit, amiss)
    revision = int(typed["revision"]) if typed.get("revision", "").isdecimal() and len(typed["revision"]) < 9 else 0
    word = Said(said.mark(told), proposed, visit.person.id, visit.now, revision)
    try:
        said.keep(visit.db, visit.town.code, (code, told.id), word)
    except Overtaken:
        return _page(visit, {"wording-0": OVERTAKEN})
    visit.tell("wording proposed" if proposed else "wording read", other=told.id)
    return visit.go("message", language=code, message=_next(visit, code, told.id))


def _proposed(told: Told, typed: Mapping[str, str]) -> tuple[str, ...]:
    lines = (typed.get(f"wording-{n}", "") for n in range(len(told.translation)))
    return tuple("\n".join(line.strip() for line in text.splitlines()).strip() for text in lines)


def _amiss(found: Book, told: Told, proposed: tuple[str, ...]) -> dict[str, Say]:
    """The first fault of each text."""
    if proposed == told.translation:
        return {"wording-0": SAME}
    amiss = {f"wording-{n}": EMPTY for n, text in enumerate(proposed) if not text}
    for n, text in enumerate(proposed):
        one = replace(told, translation=(text,))
        if fault := next(found.judge.faults(one), None) if text else None:
            amiss[f"wording-{n}"] = FAULTS[fault.kind]
    return dict(sorted(amiss.items()))


def _next(visit: DeskVisit, code: str, id: str) -> str:
    """The next message nobody has read, from this one on and once around; this one when all are read."""
    words = said.of_language(visit.db, visit.town.code, code)
    ids = [*book(code).messages]
    at = ids.index(id) + 1
    left = (one for one in (*ids[at:], *ids[:at]) if standing(book(code).messages[one], words.get(one)) == LEFT)
    return next(left, id)


def _page(visit: DeskVisit, amiss: dict[str, Say]) -> Answer:
    code = language(visit)
    told = book(code).messages.get(visit.parts["message"]) if code else None
    if told is None:
        return visit.refuse(404)
    return visit.page(
        "desk/message.html",
        status=422 if amiss else 200,
        **_about(told, code),
        **_said(visit, told, code),
        name=visit.tongue(code),
        place=place(visit, told, code),
        picture=_picture(visit, told, code),
        next=visit.url("message", language=code, message=_next(visit, code, told.id)),
        typed=visit.typed,
        problems={part: visit.say(words) for part, words in amiss.items()},
    )


def _about(told: Told, code: str) -> dict[str, Any]:
    """The message, its terms and its English."""
    english = book(ENGLISH).messages.get(told.id) if code != ENGLISH else None
    terms = book(code).judge.glossary.within(told.source[0])
    return {
        "code": code,
        "source": [plain(text) for text in dict.fromkeys(told.source)],
        "translation": [shown(text, code) for text in told.translation],
        "english": shown(english.translation[0], ENGLISH) if english else "",
        "of": told.of,
        "terms": {term: shown(called, code) for term, called in terms.items()},
        "machine": not told.reader,
    }


def _said(visit: DeskVisit, told: Told, code: str) -> dict[str, Any]:
    """What this town has said of it."""
    word = said.of_message(visit.db, visit.town.code, code, told.id)
    current = word if word and word.told == said.mark(told) else None
    proposed = current.proposed if current else ()
    return {
        "state": visit.say(STATES[standing(told, word)]),
        "who": _name(visit, current.staff) if current else "",
        "proposed": [shown(text, code) for text in proposed],
        "texts": proposed or told.translation,
        "revision": word.revision if word else 0,
    }


def _name(visit: DeskVisit, staff: str) -> str:
    found = people.by_id(visit.db, visit.house.keys, visit.town.code, staff)
    return found.name if found else ""


def _picture(visit: DeskVisit, told: Told, code: str) -> str:
    """The address of the picture of that page, where there is one."""
    return visit.url("message_picture", language=code, message=told.id) if pictured(visit, told) else ""


PAGE = Page(name="message", needs=TRANSLATOR, show=show, take=take, slow=True)
