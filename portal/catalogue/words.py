"""The words of a service: finding them in its YAML, and telling them in another language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import IO, Any

import yaml

from portal.catalogue.document import LISTED_TEXTS, TEXTS
from portal.language.words import SOURCE, InLanguages
from portal.municipalities.source import Place
from portal.municipalities.text import together


def text_of(value: Any) -> str:
    """A value of a YAML tree as words, `InLanguages` where it has several languages; "" where it is none."""
    if isinstance(value, Mapping) and SOURCE in value:
        return together(value)
    return value if isinstance(value, str) else ""


def texts(data: Any, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text for people in a YAML tree, with its place."""
    if isinstance(data, Mapping):
        for key, value in data.items():
            if key in TEXTS and (text := text_of(value)):
                yield (*place, key), text
            elif key in LISTED_TEXTS and isinstance(value, list):
                for n, line in enumerate(value):
                    text, here = text_of(line), (*place, key, n)
                    yield from [(here, text)] if text else texts(line, here)
            else:
                yield from texts(value, (*place, key))
    elif isinstance(data, list):
        for n, value in enumerate(data):
            yield from texts(value, (*place, n))


_NAME = re.compile(r"\{([^}]*)\}")


def names(text: str) -> list[str]:
    """What is filled in between braces, in whichever of its languages."""
    every = [text, *text.beside.values()] if isinstance(text, InLanguages) else [text]
    return [*dict.fromkeys(name for one in every for name in _NAME.findall(one))]


Telling = Callable[[str], str]
"""From the Japanese source to one language: `Words` for the eye, `Words.marked` with the marks of reading."""


def translated(data: Any, words: Telling, figures: Mapping[str, int]) -> Any:
    """The same tree with its texts in another language and its figures filled in (1,000 separators)."""
    if isinstance(data, Mapping):
        return {key: _told(key, value, words, figures) for key, value in data.items()}
    if isinstance(data, list):
        return [translated(value, words, figures) for value in data]
    return data


def _told(key: str, value: Any, words: Telling, figures: Mapping[str, int]) -> Any:
    if key in TEXTS and (text := text_of(value)):
        return filled(words(text), figures)
    if key in LISTED_TEXTS and isinstance(value, list):
        return [_told("text", line, words, figures) for line in value]
    return translated(value, words, figures)


def filled(text: str, figures: Mapping[str, int]) -> str:
    """A text with its figures in the place of their {names}."""
    for name, figure in figures.items():
        text = text.replace("{" + name + "}", f"{figure:,}")
    return text


Found = tuple[int, None, str, list[str]]


def extract(fileobj: IO[bytes], _keywords: object, _tags: object, options: object) -> Iterator[Found]:
    """Babel's extraction method for services/*.yaml and municipalities/data/*.yaml."""
    content = fileobj.read()
    root = yaml.compose(content, yaml.CSafeLoader)
    for place, text in texts(yaml.load(content, yaml.CSafeLoader)):
        if not isinstance(text, InLanguages):  # those were told in other languages by their author
            yield _line(root, place), None, text, []


def _line(node: Any, place: Place) -> int:
    for step in place:
        node = node.value[step] if isinstance(step, int) else next(v for k, v in node.value if k.value == step)
    return int(node.start_mark.line) + 1
