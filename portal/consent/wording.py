"""The words a person agrees to, exactly as they were shown, kind by kind, and their hashes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from portal.catalogue.checks import ACT
from portal.catalogue.document import Consent, Mandate, Statement
from portal.catalogue.version import Version
from portal.consent.canonical import digest
from portal.language.words import SOURCE

DECLARATION, CONSENT, ACKNOWLEDGEMENT, MANDATE = "declaration", "consent", "acknowledgement", "mandate"
Told = Mapping[str, str]
"""One statement as it is hashed: id, kind, text, meaning."""


@dataclass(frozen=True)
class Part:
    """What one record is about: statements of one kind, in the language shown and in Japanese, which prevails.

    A consent is to one `purpose`; when it is `optional`, nothing depends on it.
    """

    type: str
    language: str
    shown: tuple[Told, ...]
    source: tuple[Told, ...]
    purpose: str = ""
    optional: bool = False

    @property
    def id(self) -> str:
        """The id of its first statement, which no other part has."""
        return self.shown[0]["id"]

    @cached_property
    def hashes(self) -> list[dict[str, str]]:
        """Each statement's id, the hash of what was shown, and of the Japanese it stands for."""
        return [
            {"id": shown["id"], "sha256": digest(shown), "source_sha256": digest(source)}
            for shown, source in zip(self.shown, self.source, strict=True)
        ]

    @cached_property
    def words(self) -> dict[str, Any]:
        """The statements as they go with a record; the Japanese is left out where it is what was shown."""
        source = [] if self.language == SOURCE else list(self.source)
        return {"shown": list(self.shown), "source": source}


def parts(version: Version, language: str) -> tuple[Part, ...]:
    """Everything a version may have somebody agree to in a language, put together once."""
    if (language, "parts") not in version.kept:
        shown, source = (version.told(each).service.consent for each in (language, SOURCE))
        pairs = zip(_grouped(shown), _grouped(source), strict=True)
        version.kept[language, "parts"] = tuple(_part(language, ours, theirs) for ours, theirs in pairs)
    found: tuple[Part, ...] = version.kept[language, "parts"]
    return found


def withdrawal(text: str, source: str, language: str, purpose: str = "") -> Part:
    """What is agreed to by taking something back."""
    said = _said("withdrawal", text), _said("withdrawal", source)
    return Part(CONSENT if purpose else DECLARATION, language, *said, purpose)


def signature(text: str, source: str, language: str) -> Part:
    """What is said by signing once more with a key of one's own."""
    return Part(DECLARATION, language, _said("signature", text), _said("signature", source))


def witness(text: str, source: str, language: str) -> Part:
    """What somebody says who stood by."""
    return Part(DECLARATION, language, _said("witness", text), _said("witness", source))


def _said(kind: str, text: str) -> tuple[Told, ...]:
    return ({"id": ACT, "kind": kind, "text": text, "meaning": ""},)


Group = tuple[str, tuple[Told, ...], str, bool]


def _part(language: str, shown: Group, source: Group) -> Part:
    kind, told, purpose, optional = shown
    return Part(kind, language, told, source[1], purpose, optional)


def _grouped(consent: Consent) -> Iterator[Group]:
    """One group for each record: what is declared with the act itself, each consent, what is known, the mandate."""
    act = {"id": ACT, "kind": DECLARATION, "text": consent.act, "meaning": ""}
    yield DECLARATION, (act, *_told(s for s in consent.statements if s.kind == DECLARATION)), "", False
    for statement in consent.statements:
        if statement.kind == CONSENT:
            yield CONSENT, tuple(_told([statement])), statement.purpose or "", False
    if known := tuple(_told(s for s in consent.statements if s.kind == ACKNOWLEDGEMENT)):
        yield ACKNOWLEDGEMENT, known, "", False
    if consent.mandate:
        yield MANDATE, tuple(_told([consent.mandate])), "", False
    for statement in consent.optional:
        yield CONSENT, tuple(_told([statement])), statement.purpose or "", True


def _told(statements: Iterable[Statement | Mandate]) -> Iterator[Told]:
    for one in statements:
        kind = one.kind if isinstance(one, Statement) else MANDATE
        yield {"id": one.id, "kind": kind, "text": one.text, "meaning": one.meaning}
