"""A page as eyes have it, found without the portal's own reader, and what a script of it leaves out or makes up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any, NamedTuple

from portal.language.words import words_for
from portal.resident.listening.whole import spoken_of
from portal.speech.script import glue

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSEEN = {"script", "style", "template", "noscript", "audio", "rt", "rp", "title", "datalist"}
FOR_KEYS = {"away", "skip"}
"""Classes of what is there for keys alone."""
NOT_TYPED = {"radio", "checkbox", "hidden", "file", "submit", "button"}


class Inside(NamedTuple):
    """What is known of wherever one is in a page."""

    tag: str = ""
    hidden: bool = False
    closed: bool = False
    error: bool = False
    answer: bool = False
    change: bool = False


@dataclass
class Seen(HTMLParser):
    """`words` stand on the page one after another; `typed` in its boxes, `pictures` in place of a picture.

    `told_once` are errors beside a box, which stand above too; `changes` the links that change one answer each.
    """

    words: list[str] = field(default_factory=list)
    typed: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    told_once: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    _stack: list[Inside] = field(default_factory=lambda: [Inside()])

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        classes, around = set(told.get("class", "").split()), self._stack[-1]
        hidden = around.hidden or tag in UNSEEN or "hidden" in told or told.get("aria-hidden") == "true"
        hidden = hidden or bool(classes & FOR_KEYS) or (around.closed and tag != "summary")
        if not hidden and tag == "img":
            self.pictures.append(bare(told.get("alt", "")))
        if not hidden and tag == "input" and told.get("type") not in NOT_TYPED:
            self.typed.append(told.get("value", ""))
        if tag not in VOID:
            closed = tag == "details" and "open" not in told
            error, answer = around.error or "error" in classes, around.answer or tag == "dd"
            change = around.change or (answer and tag == "a" and "quiet" in classes)
            self._stack.append(Inside(tag, hidden, closed, error, answer, change))

    def handle_endtag(self, tag: str) -> None:
        if any(one.tag == tag for one in self._stack):
            while self._stack.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        here = self._stack[-1]
        if here.hidden or not bare(data):
            return
        if here.tag == "textarea":
            self.typed.append(data)
        elif here.error:
            self.told_once.append(bare(data))
        elif here.change:
            self.changes.append(bare(data))
        else:
            self.words.append(bare(data))


def seen(html: str) -> Seen:
    """What is seen of a page where it is read aloud."""
    found = Seen()
    found.feed(spoken_of(html))
    return found


def bare(text: str) -> str:
    """Words without the spaces in them: lines are broken on pages and run on in speech."""
    return "".join(text.split())


def differences(html: str, language: str, utterances: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Each piece that is seen and not heard, heard and not seen, or heard less often than it is seen."""
    eyes, said = seen(html), list(utterances)
    phrases = set(glue.every(words_for(language)))
    written = [bare(one["text"]) for one in said if one["end"] > one["start"]]
    beside = [one["text"] for one in said if one["end"] == one["start"] and one["text"] not in phrases]
    page, heard = "".join((*eyes.words, *eyes.told_once)), "".join(written)
    for words in sorted(set(eyes.words)):
        if heard.count(words) < eyes.words.count(words):
            yield f"seen, not heard: {words}"
    yield from (f"seen, not heard: {words}" for words in eyes.told_once if words not in heard)
    yield from (f"heard, not seen: {words}" for words in written if words not in page)
    typed = bare("".join(eyes.typed))
    boxes = "".join(bare(text) for text in beside)
    yield from (f"typed, not heard: {words}" for words in eyes.typed if bare(words) not in boxes)
    pictures = [words for words in eyes.pictures if words not in boxes]
    yield from (f"pictured, not heard: {words}" for words in pictures)
    for text in beside:
        if bare(text) not in eyes.pictures and any(part not in typed for part in text.split()):
            yield f"made up: {text}"
    if eyes.changes and words_for(language)(glue.CHANGE) not in {one["text"] for one in said}:
        yield "that answers can be changed"
