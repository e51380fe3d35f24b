"""A photo or scanned document. The door keeps the bytes; the answer is the file's id with its name and size."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING

from portal.answers.answer_type import Ask, Example, Problem, Typed, Value
from portal.answers.kind import Kind, one_line
from portal.language.words import say

if TYPE_CHECKING:
    from portal.answers.picture import Picture

PHOTO_PARTS = ("value", "name", "size", "media_type")
PDF = "application/pdf"
ENDINGS = {"image/jpeg": (".jpg", ".jpeg"), PDF: (".pdf",)}
MOST_NAME = 80
"""Letters kept of a file's name; the longest that phones give have about forty."""


class Photo(Kind):
    """Kept as {"file", "name", "media_type", "size"}; the size is in bytes."""

    examples = (
        Example(
            {"value": "0193f0c0", "name": "免許証.jpg", "size": "1234567", "media_type": "image/jpeg"},
            {"file": "0193f0c0", "name": "免許証.jpg", "media_type": "image/jpeg", "size": 1_234_567},
            ("写真（免許証.jpg）",),
            "写真があります",
        ),
        Example(
            {"value": "0193f0c1", "name": "診断書.pdf", "size": "2000", "media_type": "application/pdf"},
            {"file": "0193f0c1", "name": "診断書.pdf", "media_type": "application/pdf", "size": 2000},
            ("書類（診断書.pdf）",),
            "書類があります",
        ),
    )

    def parts(self, ask: Ask) -> tuple[str, ...]:
        return PHOTO_PARTS

    def read(self, typed: Typed, ask: Ask, today: date) -> Value:
        return super().read(typed if typed.get("value") else {}, ask, today)

    def missing(self, ask: Ask) -> tuple[Problem, ...]:
        return (Problem("value", say("写真をとるか、写真を選んでください。")),)

    def understood(self, typed: Typed, ask: Ask, today: date) -> Value:
        size = typed.get("size", "")
        return {
            "file": typed["value"],
            "name": one_line(typed.get("name", "")),
            "media_type": typed.get("media_type", ""),
            "size": int(size[:12]) if size.isdecimal() else 0,
        }

    def lines(self, value: Value, ask: Ask, today: date) -> tuple[str, ...]:
        shown = say("書類（{name}）") if value["media_type"] == PDF else say("写真（{name}）")
        return (ask.words(shown, name=value["name"]),)

    def voice(self, value: Value, ask: Ask, today: date) -> str:
        return ask.words(say("書類があります") if value["media_type"] == PDF else say("写真があります"))


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
