"""Which voice speaks which language, as the settings say."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from portal.language.counting import JAPANESE
from portal.language.words import CODES
from portal.settings import BadSetting, Settings
from portal.speech.voices.espeak import SPOKEN, Espeak
from portal.speech.voices.openjtalk import Openjtalk
from portal.speech.voices.voice import Silent, Voice

Made = Callable[[str, Sequence[Path]], Voice]
MADE: Mapping[str, Made] = {
    "openjtalk": lambda language, dictionaries: Openjtalk(dictionaries),
    "espeak": lambda language, dictionaries: Espeak(language),
}
"""Voices by the name an operator gives, each made for a language and with the house's dictionaries."""
RECORDED = "google"
"""What an operator writes where recordings of Google's voice are to be played; what has none, our own voice speaks."""
BROWSER = "browser"
"""What an operator writes where the browser's own voice is to speak."""
OTHERS = "*"


class Voices:
    """The voice of each language. Making it costs nothing; engines are loaded when they first speak."""

    def __init__(self, chosen: Mapping[str, str], dictionaries: Sequence[Path] = ()) -> None:
        self.chosen, self.dictionaries = dict(chosen), tuple(dictionaries)
        self._made: dict[str, Voice] = {}

    @classmethod
    def of_settings(cls, settings: Settings, dictionaries: Sequence[Path] = ()) -> Voices:
        """The voices an operator chose. Raises BadSetting for an unknown one."""
        return cls(chosen(settings.voices), dictionaries)

    @classmethod
    def told(cls, text: str) -> Voices:
        """The voices another process told of with `tell`."""
        data = json.loads(text)
        return cls(data["chosen"], [Path(path) for path in data["dictionaries"]])

    def tell(self) -> str:
        """Everything another process needs to make the same voices."""
        return json.dumps({"chosen": self.chosen, "dictionaries": [str(path) for path in self.dictionaries]})

    def of(self, language: str) -> Voice:
        """The voice of a language. Raises Silent where the browser's own is to speak."""
        name = self._name(language)
        if name == RECORDED:
            name = "openjtalk" if language in JAPANESE else "espeak"
        if not self.speaks(language):
            raise Silent("the browser's own voice speaks this language")
        if language not in self._made:
            self._made[language] = MADE[name](language, self.dictionaries)
        return self._made[language]

    def speaks(self, language: str) -> bool:
        """Whether a voice of ours speaks it; else the browser's own is to, where it has one."""
        name = self._name(language)
        return name != BROWSER and (name not in {"espeak", RECORDED} or language in {*SPOKEN, *JAPANESE})

    def end(self) -> None:
        """Let go of all engines."""
        for voice in self._made.values():
            voice.end()

    @property
    def recorded(self) -> frozenset[str]:
        """The languages whose published sentences are played from recordings where there are some."""
        return frozenset(language for language in CODES if self._name(language) == RECORDED)

    def _name(self, language: str) -> str:
        return self.chosen.get(language, self.chosen.get(OTHERS, BROWSER))


def chosen(text: str) -> dict[str, str]:
    """Voices by language from `ja=openjtalk,*=espeak`. Raises BadSetting."""
    found = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        language, _, name = (word.strip() for word in pair.partition("="))
        if name not in (known := [*MADE, RECORDED, BROWSER]):
            raise BadSetting(f"YORISOI_VOICES names the voice {name!r}; known are {', '.join(known)}")
        found[language] = name
    return found
