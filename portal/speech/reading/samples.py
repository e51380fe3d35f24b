"""Samples: what stands in the {places} of a sentence while its reading is looked at, from samples.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from portal.language.marks import plain
from portal.speech.normal import said
from portal.speech.said import Said

SAMPLES = Path(__file__).parent / "data" / "samples.yaml"
_PLACE = re.compile(r"\{(\w+)\}(?=(歳|さい)?)")
"""A number of years stands before 歳 where elsewhere stands a whole age or a person."""


class NoSample(KeyError):
    """A sentence has a {place} for which samples.yaml has nothing."""


def filled(marked: str, language: str) -> Said:
    """A sentence with its samples, ready for a voice; `marked` may carry marks of reading. Raises NoSample."""
    samples = _samples()
    people = {one["written"]: one["kana"] for one in samples["people"].values()}
    whole = _PLACE.sub(_sample, marked)
    return said(plain(whole), language, people, whole)


def _sample(place: re.Match[str]) -> str:
    people, values = _samples()["people"], _samples()["values"]
    if found := values.get(place[1] + (place[2] or "")):
        return str(found)
    if place[1] in people:
        return str(people[place[1]]["written"])
    if place[1] not in values:
        raise NoSample(f"samples.yaml has nothing for {place[0]}")
    return str(values[place[1]])


@cache
def _samples() -> Mapping[str, Any]:
    told: Mapping[str, Any] = yaml.load(SAMPLES.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return told
