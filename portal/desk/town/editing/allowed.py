"""What a service's file may allow a town to change of it, and how the desk calls it: texts, figures, a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from portal.catalogue.version import Version
from portal.catalogue.words import filled, texts
from portal.desk.town.editing.field import DAY, NUMBER, WORDS, Field
from portal.desk.town.editing.listed import MOST, WHEN, Listed
from portal.language.marks import plain
from portal.language.words import Say, say

WHOLE = say("文を消すと、出なくなります。文をふやすときは、最後の空いたところに書きます。")
FIGURE = say("文の中の {name} に入る数")
WHERE = say("住民は、こう読みます：「{text}」")
CONTACT = say("この手続きの画面に、電話番号といっしょに出ます。消すと、いつもの文が出ます。")
LISTS: Mapping[str, Say] = {
    "who": say("申し込める人"),
    "ready": say("用意するもの"),
    "next": say("送ったあとのこと"),
    "consent.bring": say("持ってくるもの"),
}
SINGLE: Mapping[str, Field] = {
    "title": Field("title", say("手続きの名前"), kind=WORDS),
    "summary": Field("summary", say("手続きの短い説明"), kind=WORDS),
    "contact": Field("contact", say("わからないときの案内"), CONTACT, WORDS),
    "consent.where": Field("consent.where", say("行くところ"), kind=WORDS),
    "deadline": Field("deadline", say("締め切りの日"), say("2027年3月31日 のように書いてください。"), DAY),
}
"""Values by their names in the file; figures are called by their own."""
FIGURES = "figures."


def fields(version: Version, own: Mapping[str, Any]) -> Iterator[Field]:
    """A field for each value a service's file lets a town change."""
    for name in version.data.get("overridable", ()):
        if name in LISTS:
            lists = (at(version.data, name) or [], at(own, name) or [])
            conditions = [one[WHEN] for lines in lists for one in lines if isinstance(one, Mapping) and WHEN in one]
            most = max(MOST, *map(len, lists))
            yield Listed(name, LISTS[name], WHOLE, conditions=tuple(conditions), most=most)
        elif name in SINGLE:
            yield SINGLE[name]
        elif name.startswith(FIGURES):
            sign = f"{{{name.removeprefix(FIGURES)}}}"
            read = next((text for _, text in texts(version.data) if sign in text), "")
            hint = Say(WHERE.text, {"text": plain(filled(read, version.data["figures"]))}) if read else None
            yield Field(name, Say(FIGURE.text, {"name": sign}), hint, NUMBER)


def at(data: Mapping[str, Any], name: str) -> Any:
    """The value at a place like `consent.where`; None where there is none."""
    found: Any = data
    for step in name.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    return found
