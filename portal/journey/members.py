"""The people of a household in the draft: each with an id of their own and the words they were typed with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from portal.journey.draft import Draft, Kept
from portal.journey.path import people


class Told(NamedTuple):
    """One person as typed, by form part; `person` is the value once the words were understood."""

    id: str
    typed: Mapping[str, str]
    person: Mapping[str, Any] | None = None


def following(draft: Draft, key: str) -> str:
    """The id of the next person: never one used before. Known beforehand, it is an address one can go back to."""
    return f"p{_kept(draft, key).value['last'] + 1}"


def typed_of(draft: Draft, key: str, id: str) -> dict[str, str]:
    """The words a person was typed with, by form part."""
    mark = f"{id}."
    return {name.removeprefix(mark): text for name, text in _kept(draft, key).typed.items() if name.startswith(mark)}


def half_told(draft: Draft, key: str, told: Told) -> Kept:
    """The list with a person's words kept, unread."""
    kept = _kept(draft, key)
    return Kept(_words(kept, told.id) | _marked(told.id, told.typed), kept.value, kept.answered)


def put(draft: Draft, key: str, told: Told) -> Kept:
    """The list with a person in it; told twice, under one number or two, is one person."""
    kept = _kept(draft, key)
    last, id, listed = kept.value["last"], told.id, people(draft, key)
    if id not in listed:
        twin = next((p["id"] for p in listed.values() if {**p, "id": ""} == {**(told.person or {}), "id": ""}), None)
        last += twin is None
        id = twin or id
    listed[id] = {"id": id, **(told.person or {})}
    words = {name: text for name, text in _words(kept, id).items() if not name.startswith(f"{told.id}.")}
    return Kept(words | _marked(id, told.typed), {"people": list(listed.values()), "last": last}, kept.answered)


def removed(draft: Draft, key: str, id: str) -> Kept:
    """The list without a person."""
    kept = _kept(draft, key)
    rest = [person for person in kept.value["people"] if person["id"] != id]
    return Kept(_words(kept, id), kept.value | {"people": rest}, kept.answered)


def complete(draft: Draft, key: str) -> Kept:
    """The list, told to be everybody."""
    kept = _kept(draft, key)
    return Kept(kept.typed, kept.value, answered=True)


def _kept(draft: Draft, key: str) -> Kept:
    kept = draft.answers.get(key)
    return kept if kept and kept.value else Kept(kept.typed if kept else {}, {"people": [], "last": 0})


def _words(kept: Kept, id: str) -> dict[str, str]:
    return {name: text for name, text in kept.typed.items() if not name.startswith(f"{id}.")}


def _marked(id: str, typed: Mapping[str, str]) -> dict[str, str]:
    return {f"{id}.{part}": text for part, text in typed.items()}
