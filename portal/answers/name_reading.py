"""Furigana suggested from a name's kanji: put into empty boxes only, to be looked at, never kept unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import jaconv

from portal import registries
from portal.answers.answer_type import Assisted, Doubt, Typed, Value
from portal.answers.kind import LONGEST, printable
from portal.answers.typed_name import read_name
from portal.language.folding import folded, in_new_kanji, one_slip
from portal.language.kana import has_kanji, is_reading
from portal.language.words import say
from portal.registries.names import Part

PARTS: tuple[Part, ...] = ("family", "given")
_KANJI_ONLY = re.compile("[\u3400-\u9fff]{2,}")
"""Every kanji has a sound of its own, but for those written twice (々)."""
MOST_KANJI = 10
"""Signs of a name that is looked through for its two parts; the longest family names have five."""


def suggested(typed: Typed) -> Assisted:
    """The page after the button: readings in boxes that were empty; nothing that was typed is changed."""
    name = _told(typed)
    if not any(name[part] for part in PARTS):
        return Assisted(typed, note=_NO_NAME, focus="family")
    wanted = _wanted(name)
    if not wanted:
        return Assisted(typed, note=_ENOUGH, focus="family_kana")
    empty = [part for part in wanted if not typed.get(f"{part}_kana", "").strip()]
    if not empty:
        return Assisted(typed, note=_WRITTEN, focus=f"{wanted[0]}_kana")
    found = _readings(name, empty)
    if not found and not name["given"] and _is_both(name["family"]):
        return Assisted(typed, note=_APART, focus="family")
    note = _FILLED if len(found) == len(wanted) else _SOME if found else _UNKNOWN
    return Assisted({**typed, **found}, note=note, focus=next(iter(found), f"{empty[0]}_kana"))


def offered(typed: Typed) -> Assisted | None:
    """What stands beside the button where readings are missing and known: the boxes stay as they are."""
    name = _told(typed)
    wanted = [part for part in _wanted(name) if not typed.get(f"{part}_kana", "").strip()]
    found = _readings(name, wanted)
    if not found:
        return None
    reading = "　".join(found.values())
    note = say(
        "「{reading}」と読みますか。よいときは、「漢字から、ふりがなを入れる」を押してください。", reading=reading
    )
    return Assisted(typed, note=note)


def slips(name: Value) -> Iterator[Doubt]:
    """Readings one kana away from one that is known, and not known themselves: more often a slip than a rare name."""
    known = {part: _known(part, name[part]) if name[f"{part}_kana"] else [] for part in PARTS}
    strange = [part for part in PARTS if not any(_same(name[f"{part}_kana"], one) for one in known[part])]
    turned = _turned_round(name, known) if len(strange) == len(PARTS) else None
    if turned:
        yield turned
    for part in () if turned else strange:
        kana = name[f"{part}_kana"]
        if len(kana) < len(name[part]) and _KANJI_ONLY.fullmatch(name[part]) and kana:
            message = say("「{name}」のふりがなが、短いようです。もう一度見てください。", name=name[part])
            yield Doubt(f"{part}_kana", message, "reading-unusual")
        elif near := next((one for one in known[part] if one_slip(kana, one)), None):
            message = say(
                "「{name}」は、「{usual}」と読む人が多いです。「{kana}」でよいか、もう一度見てください。",
                name=name[part],
                usual=near,
                kana=kana,
            )
            yield Doubt(f"{part}_kana", message, "reading-unusual")


def _turned_round(name: Value, known: dict[Part, list[str]]) -> Doubt | None:
    """Both readings, or both parts with their readings, each in the other's box."""
    family, given = name["family_kana"], name["given_kana"]
    if not has_kanji(name["family"]) or not has_kanji(name["given"]):
        return None
    if given in known["family"] and family in known["given"]:
        message = say("ふりがなの、名字と名前が、逆のようです。よいか、もう一度見てください。")
        return Doubt("family_kana", message, "reading-swapped")
    if family in _known("given", name["family"]) and given in _known("family", name["given"]):
        message = say("名字と名前が、逆のようです。よいか、もう一度見てください。")
        return Doubt("family", message, "name-swapped")
    return None


def _known(part: Part, written: str) -> list[str]:
    return registries.opened().names.readings(part, written, in_new_kanji(written)) if has_kanji(written) else []


def _same(kana: str, known: str) -> bool:
    """Whether both sound alike; small kana written large are a slip all the same."""
    if folded(kana) != folded(known):
        return False
    return kana == known or jaconv.enlarge_smallkana(kana) != jaconv.enlarge_smallkana(known)


def _told(typed: Typed) -> dict[str, str]:
    """The name's parts, each in its own box; nothing of a text that is far too long for a name."""
    return read_name({part: text for part, text in printable(typed).items() if len(text) <= LONGEST})[0]


def _wanted(name: dict[str, str]) -> list[Part]:
    """Parts whose kanji nobody has read yet."""
    return [part for part in PARTS if has_kanji(name[part]) and not is_reading(name[f"{part}_kana"])]


def _is_both(text: str) -> bool:
    """Whether a text may be a family name and a given name with nothing between them: 山田花子."""
    whole, names = in_new_kanji(text), registries.opened().names
    return any(
        names.reading("family", whole[:n]) and names.reading("given", whole[n:])
        for n in range(1, min(len(whole), MOST_KANJI))
    )


def _readings(name: dict[str, str], parts: list[Part]) -> dict[str, str]:
    """Boxes and what most people of this name would write into them, in hiragana."""
    names = registries.opened().names
    found = {f"{part}_kana": names.reading(part, name[part], in_new_kanji(name[part])) for part in parts}
    return {box: jaconv.kata2hira(kana) for box, kana in found.items() if kana}


_FILLED = say("漢字から、ふりがなを入れました。読みかたは、これでよいですか。ちがうときは、直してください。")
_SOME = say("わかったふりがなだけ、入れました。よいか見て、残りを書いてください。")
_UNKNOWN = say("この漢字の読みかたは、わかりませんでした。ふりがなを書いてください。")
_WRITTEN = say("ふりがなは、もう書いてあります。入れ直すときは、先に消してください。それから、もう一度押してください。")
_ENOUGH = say("ふりがなは、このままで大丈夫です。")
_APART = say("名字と名前を、分けて書いてください。それから、もう一度押してください。")
_NO_NAME = say("先に、名字と名前を書いてください。")
