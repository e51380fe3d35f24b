"""Names that stand together where two were asked for (山田花子, やまだはなこ), taken apart where the registry of names
leaves one way only, and readings typed in Latin letters; anything else stays as it was typed."""

from __future__ import annotations

import jaconv

from portal import registries
from portal.language.folding import in_new_kanji
from portal.language.kana import has_kanji, katakana
from portal.registries.names import Part

MOST = 10
"""Signs of a whole name that are looked through; the longest of both have about seven."""
Name = dict[str, str]


def apart(name: Name) -> Name:
    """The parts that change; nothing where it is not certain."""
    found = {} if name["given"] else _both(name)
    return found or _twice(name) or _reading(name)


def known(part: Part, written: str) -> list[str]:
    """Every reading of a part in katakana; a part in kana is read as it is written."""
    if not has_kanji(written):
        return [katakana(written)] if written else []
    return registries.opened().names.readings(part, written, in_new_kanji(written))


def in_other_order(name: Name) -> bool:
    """Whether the given name is only known as a family name, and the family name is none: トメ 佐藤."""
    family, given = name["family"], name["given"]
    if not has_kanji(given) or name["given_kana"] not in known("family", given) or known("given", given):
        return False
    return not has_kanji(family) or (not known("family", family) and name["family_kana"] in known("given", family))


def from_latin(part: Part, written: str, reading: str) -> str:
    """A reading typed in Latin letters (yamada) as kana, where it is a known one of those kanji; else as it is."""
    kana = katakana(jaconv.alphabet2kana(reading.lower()))
    return kana if has_kanji(written) and kana in known(part, written) else reading


def _both(name: Name) -> Name:
    """Both parts of a name in the family name's box, by their readings, where the two of them are what was typed."""
    whole, kana = name["family"], katakana(name["family_kana"] + name["given_kana"]).replace(" ", "")
    if not kana or not has_kanji(whole) or not 2 <= len(whole) <= MOST or not whole.isalpha():
        return {}
    found = []
    for n in range(1, len(whole)):
        family, given = whole[:n], whole[n:]
        for reading in known("family", family):
            rest = kana.removeprefix(reading)
            if rest != kana and rest in known("given", given):
                found.append({"family": family, "given": given, "family_kana": reading, "given_kana": rest})
    return found[0] if len(found) == 1 else {}


def _twice(name: Name) -> Name:
    """One part in its own box and once more in the other's: 佐藤良江 and 良江."""
    family, given = name["family"], name["given"]
    if family == given or not has_kanji(family + given):
        return {}
    stems: dict[Part, str] = {"family": family.removesuffix(given), "given": given.removeprefix(family)}
    for part, stem in stems.items():
        kana = katakana(name[f"{part}_kana"])
        if part == "given":
            kana = kana.removeprefix(katakana(name["family_kana"])) or kana
        if stem in ("", name[part]) or known(part, name[part]):
            continue
        if readings := known(part, stem):
            return {part: stem, f"{part}_kana": kana} if not kana or kana in readings else {}
    return {}


def _reading(name: Name) -> Name:
    """Both readings in one box, or the whole one in each."""
    kana = [katakana(name[part]) for part in ("family_kana", "given_kana")]
    if not all((name["family"], name["given"], has_kanji(name["family"]))) or not any(kana):
        return {}
    longest = max(kana, key=len)
    for family in known("family", name["family"]):
        given = longest.removeprefix(family)
        if given in ("", longest) or given not in (known("given", name["given"]) or [given]):
            continue
        if all(one in ("", longest, right) for one, right in zip(kana, (family, given), strict=True)):
            return {"family_kana": family, "given_kana": given}
    return {}
