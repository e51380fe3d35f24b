"""Which voice speaks which language, as the settings say."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from portal.settings import BadSetting, Settings
from portal.speech.voices.espeak import Espeak
from portal.speech.voices.openjtalk import Openjtalk
from portal.speech.voices.voice import Silent, Voice

Made = Callable[[str, Sequence[Path]], Voice]
MADE: Mapping[str, Made] = {
    "openjtalk": lambda language, dictionaries: Openjtalk(dictionaries),
    "espeak": lambda language, dictionaries: Espeak(language),
}
"""Voices by the name an operator gives, each made for a language and with the town's dictionaries."""
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
        name = self.chosen.get(language, self.chosen.get(OTHERS, BROWSER))
        if name == BROWSER:
            raise Silent("the browser's own voice speaks this language")
        if language not in self._made:
            self._made[language] = MADE[name](language, self.dictionaries)
        return self._made[language]


def chosen(text: str) -> dict[str, str]:
    """Voices by language from `ja=openjtalk,*=espeak`. Raises BadSetting."""
    found = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        language, _, name = (word.strip() for word in pair.partition("="))
        if name not in {*MADE, BROWSER}:
            raise BadSetting(f"YORISOI_VOICES names the voice {name!r}; known are {', '.join([*MADE, BROWSER])}")
        found[language] = name
    return found
