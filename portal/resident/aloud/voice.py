"""Whose voices read the pages, named as their licences ask, and which of them are machines'."""

from __future__ import annotations

from typing import Any, NamedTuple

from portal.language.words import LANGUAGES, Language
from portal.speech.voices.chosen import Voices, chosen
from portal.speech.voices.google import CREDIT as RECORDED
from portal.speech.voices.voice import Silent
from portal.web.house import Answer
from portal.web.visit import Visit


class Credit(NamedTuple):
    """What is told of the voices of a language, and where the licence stands."""

    credits: tuple[str, ...]
    licence: str = ""


def show(visit: Visit) -> Answer:
    """The voice of each language."""
    wanted = visit.house.settings.voices

    def context() -> dict[str, Any]:
        voices = Voices(chosen(wanted))
        speaking: dict[Credit, list[Language]] = {}
        for language in LANGUAGES:
            speaking.setdefault(_credit(visit, voices, language.code), []).append(language)
        told = [{"languages": languages, **credit._asdict()} for credit, languages in speaking.items()]
        return {"voices": told, "back": visit.url("home")}

    return visit.kept_page("resident/voice.html", wanted, context)


def _credit(visit: Visit, voices: Voices, language: str) -> Credit:
    """What is to be told of a language; with no voice of ours, the browser's own speaks."""
    recorded = (visit.say(RECORDED),) if language in voices.recorded else ()
    try:
        voice = voices.of(language)
    except Silent:
        return Credit(recorded)
    return Credit((*recorded, visit.say(voice.credit)), voice.licence)
