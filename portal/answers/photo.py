"""Photos or scanned documents. The door keeps the bytes; the answer names each file with its name and size."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from portal.answers.answer_type import Ask, Doubt, Example, Problem, Problems, Typed, Value
from portal.answers.kind import Kind, one_line
from portal.language.words import say

if TYPE_CHECKING:
    from portal.answers.picture import Picture

PAGE = ("file", "name", "media_type", "size", "amiss")


def _page(file: str, name: str, media_type: str, size: int, amiss: Sequence[str] = ()) -> dict[str, Value]:
    return {"file": file, "name": one_line(name), "media_type": media_type, "size": size, "amiss": list(amiss)}


PHOTO_PARTS = ("value",)
PDF = "application/pdf"
ENDINGS = {"image/jpeg": (".jpg", ".jpeg"), PDF: (".pdf",)}
MOST_NAME = 80
"""Letters kept of a file's name; the longest that phones give have about forty."""
DARK, BLURRED = "dark", "blurred"


class Photo(Kind):
    """Kept as {"pages": [{"file", "name", "media_type", "size", "amiss"}]}; sizes are in bytes, `amiss` is what the
    eye would say of it. The part `value` holds the same pages as JSON. Limit: `most` pages, one without it.
    """

    longest = 100_000
    limits: ClassVar[Mapping[str, type]] = {"most": int}
    examples = (
        Example(
            {"value": json.dumps([_page("0193f0c0", "免許証.jpg", "image/jpeg", 1_234_567)])},
            {"pages": [_page("0193f0c0", "免許証.jpg", "image/jpeg", 1_234_567)]},
            ("写真（免許証.jpg）",),
            "写真があります",
        ),
        Example(
            {"value": json.dumps([_page("0193f0c1", "診断書.pdf", PDF, 2000)])},
            {"pages": [_page("0193f0c1", "診断書.pdf", PDF, 2000)]},
            ("書類（診断書.pdf）",),
            "書類があります",
        ),
    )

    def parts(self, ask: Ask) -> tuple[str, ...]:
        return PHOTO_PARTS

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("value", say("写真をとるか、写真を選んでください。")),)

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        try:
            pages = [_page(*(page[key] for key in PAGE)) for page in json.loads(typed["value"])]
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            pages = []
        if not pages:
            raise Problems(*self.missing(ask))
        return {"pages": pages}

    def doubtful(self, value: Value, ask: Ask, today: date) -> tuple[Doubt, ...]:
        amiss = {code for page in value["pages"] for code in page["amiss"]}
        return tuple(Doubt("value", message, code) for code, message in _AMISS.items() if code in amiss)

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        kinds = {PDF: _DOCUMENT}
        return tuple(ask.words(kinds.get(page["media_type"], _PICTURE), name=page["name"]) for page in value["pages"])

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        pages = value["pages"]
        if len(pages) > 1:
            return ask.words.count("写真や書類が{n}つあります", "写真や書類が{n}つあります", len(pages))
        return ask.words(say("書類があります") if pages[0]["media_type"] == PDF else say("写真があります"))


_PICTURE, _DOCUMENT = say("写真（{name}）"), say("書類（{name}）")
_AMISS = {
    DARK: say("写真が暗いようです。字が読めるか、見てください。明るいところで、とり直すこともできます。"),
    BLURRED: say("写真がぼやけているようです。字が読めるか、見てください。動かさないで、とり直すこともできます。"),
}


def file_name(name: str, media_type: str) -> str:
    """The name as a clerk may open it: without a folder, and ending as what the file is, whatever it called itself."""
    last = "".join(sign for sign in name.replace("\\", "/").split("/")[-1] if sign.isprintable()).strip()
    endings = ENDINGS[media_type]
    stem = last[: last.rfind(".")] if last.lower().endswith(endings) else last.replace(".", "_")
    return (stem.strip("._ ")[:MOST_NAME] or "photo") + endings[0]


def clean(content: bytes, limit: int) -> Picture:
    """The upload made safe and small; see `picture.clean`. Raises Problems.

    The picture libraries (9 MB) are loaded with the first upload: most processes never see one.
    """
    cleaned: Picture = import_module("portal.answers.picture").clean(content, limit)
    return cleaned
