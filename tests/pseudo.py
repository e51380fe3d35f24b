"""A language nobody speaks (qps-ploc): the English messages accented, two fifths longer, and in brackets.

What stands on a page outside of brackets was never marked for translation; what does not fit could not grow. Only tests
speak it; `python -m tests.pseudo serve` shows it at /qps-ploc/ to whoever wants to look.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate, cycle, takewhile
from typing import Any

from babel.support import Translations

from portal.cli import main
from portal.language import words
from portal.language.words import AT_THE_DESK, CODES, LANGUAGES, Language

LANGUAGE = Language("qps-ploc", "⟦Ƥşḗŭḓǿ⟧", "試し")
MODEL = "en"
OPEN, CLOSE = "⟦⟧"
LONGER = 0.4
PLAIN = "abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVWYZ"
ACCENTED = str.maketrans(PLAIN, "ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥřşŧŭṽẇẏẑȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤŘŞŦŬṼẆẎẐ")
FILLING = ("ǿƞḗ", "ŧẇǿ", "ŧħřḗḗ", "ƒǿŭř", "ƒīṽḗ", "şīẋ")
MORE = {"LANGUAGES": (*LANGUAGES, LANGUAGE), "AT_THE_DESK": (*AT_THE_DESK, LANGUAGE.code)}
"""What every room that has them is to have instead."""
VALUE = re.compile(r"(\{\w+\})")
HEAD = re.compile(r"^[・\s]*")
UNSEEN = {"script", "style", "textarea"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
GIVEN = {"html", "bdi"}
"""Elements whose language is not their author's word: any other that names one is in it on purpose."""
TOLD = {"aria-label", "aria-description", "aria-roledescription", "title", "alt", "placeholder"}
"""What of an element is said of it; anything with Japanese in it is looked at as well."""
JAPANESE = re.compile("[ぁ-んァ-ヶ一-鿿]")
WORD = re.compile(r"[^\W\d_]+")


def pseudo(text: str) -> str:
    """A message in it; {values} are kept, and so are lines and their signs."""
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    head = HEAD.match(line)
    body = line[head.end() :] if head else line
    if not WORD.search(VALUE.sub("", body)):
        return f"{line[: len(line) - len(body)]}{OPEN}{body}{CLOSE}" if body else line
    told = "".join(one if VALUE.fullmatch(one) else one.translate(ACCENTED) for one in VALUE.split(body))
    wanted = len(VALUE.sub("", body)) * LONGER
    lengths = accumulate(len(one) + 1 for one in cycle(FILLING))
    more = 1 + sum(1 for _ in takewhile(lambda length: length < wanted, lengths))
    filling = " ".join(one for one, _ in zip(cycle(FILLING), range(more), strict=False))
    return f"{line[: len(line) - len(body)]}{OPEN}{told} {filling}{CLOSE}"


class Pseudo(Translations):
    """The English catalogue, told in it."""

    def gettext(self, message: str) -> str:
        return pseudo(super().gettext(message).rpartition("\x04")[2])

    def ngettext(self, msgid1: str, msgid2: str, num: int) -> str:
        return pseudo(super().ngettext(msgid1, msgid2, num))


def speak(put: Callable[[Any, str, object], None] = setattr) -> None:
    """Let the portal speak it; `put` is `setattr`, or pytest's, which takes it back."""
    from portal.app import LanguageConvertor

    read = words._catalogue

    def catalogue(code: str, domain: str) -> Translations:
        if code != LANGUAGE.code:
            return read(code, domain)
        with (words.LOCALES / MODEL / "LC_MESSAGES" / f"{domain}.mo").open("rb") as compiled:
            return Pseudo(compiled, domain)

    put(words, "_catalogue", catalogue)
    put(LanguageConvertor, "regex", f"{LANGUAGE.code}|{LanguageConvertor.regex}")
    theirs = {name: getattr(words, name) for name in MORE}
    for module in [*sys.modules.values()]:
        if getattr(module, "__name__", "").startswith("portal."):
            for name in (name for name, known in theirs.items() if vars(module).get(name) is known):
                put(module, name, MORE[name])
    CODES[LANGUAGE.code] = LANGUAGE


@dataclass
class Outside(HTMLParser):
    """`found` has each text of a page that stands outside of brackets and is nobody's own."""

    found: list[str] = field(default_factory=list)
    _depth: int = 0
    _stack: list[tuple[str, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        passed = bool(self._stack and self._stack[-1][1]) or tag in UNSEEN or "data-own" in given
        passed = passed or ("lang" in given and tag not in GIVEN)
        if not passed:
            told = (text for name, text in given.items() if name in TOLD or _kept(name, text))
            self.found.extend(text for text in told if _bare(text))
        if tag not in VOID:
            self._stack.append((tag, passed))

    def handle_endtag(self, tag: str) -> None:
        if any(one == tag for one, _ in self._stack):
            while self._stack.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        for piece in re.split(f"([{OPEN}{CLOSE}])", data):
            self._depth += {OPEN: 1, CLOSE: -1}.get(piece, 0)
            passed = self._stack and self._stack[-1][1]
            if self._depth == 0 and not passed and WORD.search(piece):
                self.found.append(piece.strip())


def _kept(name: str, text: str) -> bool:
    """Whether an attribute keeps words for a script."""
    return name.startswith("data-") and bool(JAPANESE.search(text))


def _bare(text: str) -> bool:
    """Whether words of it are outside of brackets."""
    while (less := re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", "", text)) != text:
        text = less
    return bool(WORD.search(text))


def outside(html: str) -> Iterator[str]:
    """The texts of a page that were never marked for translation. Raises AssertionError where brackets do not close."""
    looked = Outside()
    looked.feed(html)
    assert looked._depth == 0, "a message is cut in two"
    yield from looked.found


if __name__ == "__main__":
    speak()
    main()
