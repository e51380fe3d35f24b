"""Published words: texts that stand in the services, the towns and the pages for everybody to see.

Only a `PublicText` may be written to the shelf or handed to a voice on the net. None can be made of an answer, a name
or an error that holds one: the index in `published` alone makes them, and a forged one is not `genuine`.
"""

from __future__ import annotations

from typing import NoReturn, final
from weakref import WeakSet

_SEAL = object()


@final
class PublicText:
    """One published sentence: as it is seen, and with its authoring marks where it has any. Cannot be changed."""

    __slots__ = ("__weakref__", "language", "marked", "seen")
    language: str
    seen: str
    marked: str

    def __init__(self, language: str, seen: str, marked: str, seal: object) -> None:
        """Raises TypeError without the seal of the published index."""
        if seal is not _SEAL:
            raise TypeError("only the published index makes public texts")
        for name, value in (("language", language), ("seen", seen), ("marked", marked)):
            object.__setattr__(self, name, value)
        _genuine.add(self)

    def __init_subclass__(cls) -> None:
        raise TypeError("there is one kind of public text")

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("a public text stays as it was published")

    __delattr__ = None  # type: ignore[assignment]

    def __reduce__(self) -> NoReturn:
        raise TypeError("a public text is looked up, not copied")


_genuine: WeakSet[PublicText] = WeakSet()


def genuine(text: object) -> PublicText:
    """The same text. Raises TypeError where it is not one the published index made."""
    if type(text) is not PublicText or text not in _genuine:
        raise TypeError("only published words may go there")
    return text
