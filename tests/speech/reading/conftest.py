"""What tests of readings read with: the voice's own front end with every dictionary, made once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from portal import registries
from portal.municipalities import load
from portal.speech.normal import said
from portal.speech.reading import dictionaries
from portal.speech.voices.openjtalk import Openjtalk
from tests.registries.built import built

Kana = Callable[[str], str]


@pytest.fixture(scope="session")
def voice(pytestconfig: pytest.Config) -> Openjtalk:
    """The Japanese voice with the lexicon and the places of the fictional towns."""
    registries.open(built(pytestconfig))
    return Openjtalk(dictionaries(pytestconfig.cache.mkdir("speech"), load().values()))


@pytest.fixture(scope="session")
def kana(voice: Openjtalk) -> Kana:
    """How a sentence is read in the end."""
    return lambda seen: voice.kana(said(seen, "ja").heard)
