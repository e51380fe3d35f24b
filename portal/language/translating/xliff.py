"""XLIFF 1.2, which every translator's program reads (2.0 is still new to many): a language out, and its units in again.

What comes in may be anybody's: no document type, so no entities; no more than `LARGEST` bytes; each unit with its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree import ElementTree
from xml.parsers import expat

from portal.language.translating.messages import Unit, Unreadable
from portal.language.words import SOURCE

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
LARGEST = 20_000_000
READ = {"final", "signed-off"}
"""States of a target that mean that a person has read it; so does approved="yes" of the unit."""
UNITS = f"{NAMESPACE} trans-unit"
TEXTS = {f"{NAMESPACE} source": "source", f"{NAMESPACE} target": "target"}
SKIPPED = f"{NAMESPACE} alt-trans"


def written(language: str, units: Iterable[Unit]) -> bytes:
    """The file that goes out; units of one domain stand together."""
    ElementTree.register_namespace("", NAMESPACE)
    root = ElementTree.Element(_name("xliff"), {"version": "1.2"})
    bodies: dict[str, ElementTree.Element] = {}
    for unit in units:
        if unit.domain not in bodies:
            about = {"original": f"{unit.domain}.po", "datatype": "plaintext"}
            file = ElementTree.SubElement(
                root, _name("file"), {**about, "source-language": SOURCE, "target-language": language}
            )
            bodies[unit.domain] = ElementTree.SubElement(file, _name("body"))
        _write(bodies[unit.domain], unit)
    ElementTree.indent(root, " ")
    content: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return content


def _write(body: ElementTree.Element, unit: Unit) -> None:
    approved = {"approved": "yes" if unit.read else "no", "xml:space": "preserve"}
    one = ElementTree.SubElement(body, _name("trans-unit"), {"id": unit.id, **approved})
    ElementTree.SubElement(one, _name("source"), {"xml:lang": SOURCE}).text = unit.source
    state = "final" if unit.read else "needs-review-translation" if unit.target else "new"
    ElementTree.SubElement(one, _name("target"), {"state": state}).text = unit.target
    if unit.places:
        group = ElementTree.SubElement(one, _name("context-group"), {"purpose": "location"})
        for place in unit.places:
            ElementTree.SubElement(group, _name("context"), {"context-type": "sourcefile"}).text = place
    for note in unit.notes:
        ElementTree.SubElement(one, _name("note"), {"from": "developer"}).text = note


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def read(content: bytes) -> tuple[str, list[Unit]]:
    """The language of a file and its units, each with its line. Raises Unreadable."""
    if len(content) > LARGEST:
        raise Unreadable(0, f"the file is larger than {LARGEST // 10**6} MB")
    reading = _Reading()
    try:
        reading.parser.Parse(content, True)
    except expat.ExpatError as error:
        raise Unreadable(error.lineno, f"this is no XML: {expat.ErrorString(error.code)}") from None
    if len(reading.languages) != 1:
        raise Unreadable(0, "the file is of no language, or of several")
    return reading.languages.pop(), reading.units


class _Reading:
    """Takes the units out of a stream of tags."""

    def __init__(self) -> None:
        self.languages: set[str] = set()
        self.units: list[Unit] = []
        self._open: dict[str, Any] | None = None
        self._text: list[str] | None = None
        self._domain, self._skipped = "", 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data

    def _doctype(self, *_told: object) -> None:
        raise Unreadable(
            self.parser.CurrentLineNumber, "it has a document type, which no XLIFF needs: nothing was read"
        )

    def _start(self, tag: str, given: Mapping[str, str]) -> None:
        if not self._open and not self._domain and tag.rpartition(" ")[0] != NAMESPACE:
            raise Unreadable(self.parser.CurrentLineNumber, "this is no XLIFF 1.2")
        if tag == f"{NAMESPACE} file":
            self._domain = given.get("original", "").removesuffix(".po")
            self.languages.add(given.get("target-language", ""))
            if given.get("source-language") != SOURCE:
                raise Unreadable(self.parser.CurrentLineNumber, "the language it was translated from is not ja")
        elif tag == UNITS:
            read = given.get("approved") == "yes"
            self._open = {"id": given.get("id", ""), "read": read, "line": self.parser.CurrentLineNumber}
        elif tag == SKIPPED:
            self._skipped += 1
        elif tag in TEXTS and self._open is not None and not self._skipped:
            self._text = []
            if TEXTS[tag] == "target":
                self._open["read"] = self._open["read"] or given.get("state") in READ

    def _data(self, text: str) -> None:
        if self._text is not None:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        if tag in TEXTS and self._open is not None and self._text is not None:
            self._open[TEXTS[tag]], self._text = "".join(self._text), None
        elif tag == SKIPPED:
            self._skipped -= 1
        elif tag == UNITS and self._open is not None:
            self.units.append(Unit(domain=self._domain, **{"source": "", "target": "", **self._open}))
            self._open = None
