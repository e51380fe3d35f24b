"""A typed address in its four boxes, or pasted whole into any of them: put where each part belongs, never rewritten."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from portal import registries
from portal.answers.answer_type import Typed
from portal.answers.house_number import dashed, split_building
from portal.answers.nothing import is_nothing
from portal.language.kana import katakana
from portal.language.width import digits, tidy
from portal.registries import Place, Written

ADDRESS_PARTS = ("postcode", "town", "street", "building")
POSTCODE_DIGITS = 7
_HEADING = re.compile("(?:郵便番号|現住所|御?住所|日本国?)[ ::]*")
_POSTCODE = re.compile("〒? ?([0-9]{3})(?:[- の_]|ー)?([0-9]{4})(?![0-9-])")
_POSTCODE_BEHIND = re.compile("〒 ?([0-9]{3})-?([0-9]{4})$")
_KANJI = "[一二三四五六七八九十百]"
_NUMBER = re.compile(
    f"第?[0-9]|{_KANJI}+(?=丁目|番|号|条[東西南北]?(?:[0-9]|{_KANJI}))|(?<![ァ-ヿ])[甲乙丙丁ァ-ヶ]-?(?=[0-9])|[A-Z]-?(?=[0-9])"
)
"""Where a house number may begin; 三条通 is a street of Kyoto and none."""
_HEAD = re.compile("[^0-9]+")
_KANA = re.compile("[ぁ-ゖァ-ヺ]")
_LETTER = re.compile("[A-Za-z]{2}")
_JAPANESE = re.compile("[ぁ-ヿ\u3400-\u9fff]")


@dataclass(frozen=True)
class Arranged:
    """An address with each part where it belongs, and the place it begins with, as far as that is known."""

    postcode: str
    town: str
    street: str
    building: str
    code: str = ""
    kana: str = ""


def arranged(typed: Typed) -> Arranged:
    """The parts of what was typed; a post code that is none stays, so that one can say so."""
    texts = {part: tidy(typed.get(part, "")) for part in ADDRESS_PARTS}
    texts = _pasted(texts)
    postcode = texts["postcode"]
    if is_nothing(postcode):
        postcode = ""
    building = "" if is_nothing(texts["building"]) else texts["building"]
    found = _together(Arranged(digits(postcode), texts["town"], texts["street"], building))
    found = _placed(found) if found.town else found
    if not found.building:
        street, building = split_building(found.street)
        found = replace(found, street=street, building=building)
    return replace(found, street=dashed(found.street))


def of_postcode(found: Arranged, place: Place) -> Arranged:
    """With the town of a post code that stands for one; an office's code tells its house too."""
    street, building = _not_again(found.street, place), found.building
    if place.street and not street:
        street, building = place.street, building or place.office
    return replace(found, town=place.text, street=street, building=building, code=place.code, kana=place.kana)


def _together(found: Arranged) -> Arranged:
    """A place that goes on in the house number's box in one line, and a house number that stands in both boxes once."""
    street, town, places = found.street, found.town, registries.opened().places
    if town and street and _NUMBER.match(street) and town.endswith(street):
        return replace(found, town=town.removesuffix(street).rstrip("-の"), street=street)
    if not _may_begin(street):
        return found
    alone, joined = places.read(street), places.read(town + street)
    if len(alone) == 1 and alone[0].prefecture.startswith(town):
        return replace(found, town=street, street="")
    if not town:
        return replace(found, town=street, street="") if alone else found
    before = places.read(town)
    bare = before and all(not one.town and one.length == len(town) for one in before)
    goes_on = len(joined) == 1 and joined[0].town
    return replace(found, town=town + street, street="") if bare and goes_on else found


def _may_begin(street: str) -> bool:
    """Whether a place may stand in front of the house number."""
    return not _NUMBER.match(street) and bool(_JAPANESE.search(street))


def _pasted(texts: Mapping[str, str]) -> dict[str, str]:
    """Post codes taken out of other boxes, and an address taken out of the post code's."""
    found = dict(texts)
    if found["postcode"] and not digits(found["postcode"]).isdecimal():
        plain = _HEADING.sub("", found["postcode"], count=1)
        code = _POSTCODE.match(plain)
        if code and (rest := plain[code.end() :].strip()) and not found["town"]:
            found |= {"postcode": code[1] + code[2], "town": rest}
        else:
            inside = _POSTCODE.search(plain)
            found["postcode"] = inside[1] + inside[2] if inside else plain
    for part in ("town", "street"):
        text = _HEADING.sub("", found[part], count=1) if _HEADING.match(found[part]) else found[part]
        code = _POSTCODE.match(text) or _POSTCODE_BEHIND.search(text)
        if code and _JAPANESE.search(text) and digits(found["postcode"]) in ("", code[1] + code[2]):
            found["postcode"] = code[1] + code[2]
            text = (text[: code.start()] + text[code.end() :]).strip()
        found[part] = text
    return found


def _placed(found: Arranged) -> Arranged:
    """With the municipality and the whole name of the town in front, the house number behind in its own box."""
    places = registries.opened().postcodes.find(found.postcode)
    known = _known(found.town, places) or _read(found.town, places)
    if known is None and _LETTER.search(found.town) and not _JAPANESE.search(found.town):
        (code, *others) = {place.code for place in places} or {""}
        return replace(found, code="" if others else code)
    if known is None:
        return _numbered(found, "", found.town)
    written, town = known
    inside, behind = town[: written.length], town[written.length :]
    named = replace(found, code=written.code, kana=written.kana)
    placed = _numbered(named, "".join(inside.split()), behind.strip() if written.town else behind)
    return replace(placed, street=_not_again(placed.street, written), kana=placed.kana if written.town else "")


def _known(town: str, places: list[Place]) -> tuple[Written, str] | None:
    """The place of the post code that the town's line names in its own spelling, and the line made whole."""
    for place in sorted(places, key=lambda place: -len(place.text)):
        upto_city = len(place.prefecture + place.city)
        if place.town and place.text.endswith(town):
            town = place.text
        elif place.town and town.startswith(place.city + place.town):
            town = place.prefecture + town
        elif place.town and town.startswith(place.town):
            town = place.prefecture + place.city + town
        else:
            town = _from_kana(town, place) or town
        if place.town and town.startswith(place.text):
            length = len(place.text)
            return Written(place.code, place.prefecture, place.city, place.town, place.kana, upto_city, length), town
    return None


def _from_kana(town: str, place: Place) -> str:
    """The line with its place in kanji, where it is written in kana: とうきょうと ちよだく ちよだ."""
    head = _HEAD.match(town)
    kana = place.kana.split(" ")
    if not head or len(kana) != 3 or not _KANA.search(head[0]):
        return ""
    typed = katakana("".join(head[0].split()))
    before = ("".join(kana[:2]), kana[1], "", place.prefecture + place.city, place.city)
    return place.text + town[head.end() :] if typed in {one + kana[2] for one in before} else ""


def _read(town: str, places: list[Place]) -> tuple[Written, str] | None:
    """The place a line begins with, and the line with what was left out in front of it."""
    found = registries.opened().places.read(town)
    if len(found) > 1:
        found = [one for one in found if one.code in {place.code for place in places}]
    if len(found) != 1:
        return None
    (one,) = found
    typed = town[: one.upto_city]
    missing = "" if typed.startswith(one.prefecture) else one.prefecture
    plain = "".join(typed.split())
    if not plain.removeprefix(one.prefecture).startswith(one.city) and plain.endswith(_short(one.city)):
        whole = one.prefecture + one.city + town[one.upto_city :]
    else:
        whole = missing + town
    more = len(whole) - len(town)
    return replace(one, upto_city=one.upto_city + more, length=one.length + more), whole


def _short(city: str) -> str:
    """The name without its district or large city: 雫石町 of 岩手郡雫石町."""
    return re.split("(?<=郡)(?=.+[町村]$)|(?<=市)(?=.+区$)", city)[-1]


def _numbered(found: Arranged, town: str, behind: str) -> Arranged:
    """The town with the rest of its line: up to the house number where that has no box yet, else all of it."""
    line = town + behind
    number = None if found.street else _NUMBER.search(line, len(town))
    if number is None:
        return replace(found, town=line)
    return replace(found, town=line[: number.start()].strip(), street=line[number.start() :])


def _not_again(street: str, place: Written | Place) -> str:
    """The house number without the town in front of it, which has its own box."""
    for before in (place.text, place.city + place.town, place.town):
        rest = street.removeprefix(before).strip()
        if before and rest != street and _NUMBER.match(rest):
            return rest
    return street
