"""The script: a page as it is seen → what is said of it, one sentence after another, each tied to its element.

The order is the page's own: what is amiss, how far along, the question, what to answer with, how to go on; only the
way back is told last. Nothing is said twice. Of what is seen only the links that change one answer each are left out,
and told of once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain

from portal.language.words import Say, words_for
from portal.speech.script import glue
from portal.speech.script.boxes import TICKED, Boxes, Reader, is_typed
from portal.speech.script.lines import flat, is_pressed, items, lang_of
from portal.speech.script.runs import Piece, Utterance, in_units, tongue, utterances
from portal.speech.script.seen import Element, page
from portal.speech.sentences import sentences


@dataclass(frozen=True)
class Known:
    """What is known of a page beyond its HTML: people's names with their reading, answers as their kinds speak them.

    `shown` maps the lines of an answer to what is said; `read` reads what stands in the boxes of a form; `private`
    says that somebody's answers may be on the page.
    """

    names: Mapping[str, str] = field(default_factory=dict, repr=False)
    shown: Mapping[tuple[str, ...], str] = field(default_factory=dict, repr=False)
    read: Reader = field(default=lambda boxes: (), repr=False)
    private: bool = False


NOTHING = Known()


def script(html: str, language: str, known: Known = NOTHING) -> list[Utterance]:
    """Everything that is said of a piece of a page. Raises TooMuch for more than a page of ours can have."""
    walk = _Walk(language, known)
    said = list(chain.from_iterable(map(walk.told, page(html))))
    return said + list(chain.from_iterable(map(walk.pressed, walk.back)))


class _Walk:
    """From element to element, in the order of the document."""

    def __init__(self, language: str, known: Known) -> None:
        self.language, self.known, self.words = language, known, words_for(language)
        self.back: list[Element] = []
        self.amiss: set[str] = set()
        self._forms: dict[Element, Boxes] = {}

    def told(self, element: Element) -> Iterator[Utterance]:
        """Whatever one element says."""
        if element.is_hidden:
            return
        own = self.known.private and element.is_own
        for one in self._way_of(element):
            yield replace(one, personal=True) if own else one

    def _way_of(self, element: Element) -> Iterator[Utterance]:
        """What says an element: by its class, by its tag, else the words in it."""
        classes = element.classes
        if "summary" in classes:
            return self.summary(element)
        if "error" in classes and flat(element) in self.amiss:
            return iter(())
        if "way" in classes:
            return self.way(element)
        if "choices" in classes:
            return self.choices(element)
        if is_pressed(element):
            return self.pressed(element)
        if element.tag in {"ol", "ul"} and (element.tag == "ol" or "list" in classes):
            return self.numbered(element)
        if element.tag == "div" and len(buttons := list(element.elements)) > 1 and all(map(is_pressed, buttons)):
            return self.wishes(element)
        if element.is_answer:
            return self.answer(element)
        by_tag = {"details": self.details, "dl": self.rows, "img": self.picture}
        if element.tag in {"input", "textarea"}:
            return self.box(element)
        return by_tag.get(element.tag, self.flow)(element)

    def flow(self, element: Element) -> Iterator[Utterance]:
        """The words in an element, line by line, and whatever stands between them."""
        run: list[Piece] = []
        for item in items(element, 0, lang_of(element)):
            if isinstance(item, Piece):
                run.append(item)
                continue
            yield from self._run(element, run)
            run = []
            if item is not None:
                yield from self.told(item)
        yield from self._run(element, run)

    def summary(self, element: Element) -> Iterator[Utterance]:
        """What is amiss; it is not said again beside each box."""
        self.amiss |= {flat(one) for one in element.within() if one.tag == "li"}
        return self.flow(element)

    def way(self, element: Element) -> Iterator[Utterance]:
        """How far along; the way back is left for the end."""
        after = element.parent.children[element.parent.children.index(element) :] if element.parent else []
        progress = next((one for one in after if isinstance(one, Element) and one.tag == "progress"), None)
        for child in element.elements:
            if "back" in child.classes:
                self.back.append(child)
                continue
            for one in self.told(child):
                yield replace(one, spoken=self._counted(progress) if progress else "")

    def _counted(self, progress: Element) -> str:
        n, of = progress.get("value"), progress.get("max")
        known = n.isascii() and n.isdecimal() and of.isascii() and of.isdecimal() and max(len(n), len(of)) < 4
        return self.words(glue.way(int(n), int(of))) if known else ""

    def choices(self, element: Element) -> Iterator[Utterance]:
        """Choices with their number and place, and which is chosen.

        Once one is chosen they are all personal: it would be known by being fetched by itself, or by not being fetched.
        """
        labels = [child for child in element.elements if child.tag == "label"]
        inputs = [next((one for one in label.within() if one.get("type") in TICKED), label) for label in labels]
        alone = bool(inputs) and inputs[0].get("type") == "radio"
        personal = self.known.private and any("checked" in input.attributes for input in inputs)
        if labels:
            yield self.glue(element, (glue.one_of if alone else glue.any_of)(len(labels)))
        for n, (label, input) in enumerate(zip(labels, inputs, strict=True), 1):
            yield self.glue(label, glue.place(n))
            yield from (replace(one, personal=one.personal or personal) for one in self.told(label))
            if "checked" in input.attributes:
                yield replace(self.glue(label, glue.CHOSEN), personal=personal)

    def wishes(self, element: Element) -> Iterator[Utterance]:
        """Buttons side by side, one of which is in force."""
        buttons = list(element.elements)
        yield self.glue(element, glue.one_of(len(buttons)))
        for n, button in enumerate(buttons, 1):
            yield self.glue(button, glue.place(n))
            yield from self.flow(button)
            if button.get("aria-current") == "true":
                yield self.glue(button, glue.CHOSEN)

    def numbered(self, element: Element) -> Iterator[Utterance]:
        """A list whose lines have an order or are to be chosen from."""
        lines = [child for child in element.elements if not child.is_hidden]
        if element.tag == "ul" and len(lines) > 1:
            yield self.glue(element, glue.one_of(len(lines)))
        for n, line in enumerate(lines, 1):
            if len(lines) > 1:
                yield self.glue(line, glue.place(n))
            yield from self.told(line)

    def details(self, element: Element) -> Iterator[Utterance]:
        """What can be opened, or what is in it once it is open."""
        for child in element.elements:
            yield from self.told(child)
            if child.tag == "summary" and "open" not in element.attributes:
                yield self.glue(child, glue.OPENS)

    def pressed(self, element: Element) -> Iterator[Utterance]:
        """A button, or a link that looks like one."""
        label = flat(element)
        if about := glue.about(label, self.words):
            whole = Utterance(element.at, 0, len(element.text), label, self.language, about)
            yield in_units(whole, element.text)
        elif "press" in element.classes:
            *names, label_said = self.flow(element)
            yield from names
            yield replace(label_said, spoken=self.words(glue.PRESS), personal=False)
        else:
            yield self.glue(element, glue.BUTTON)
            yield from self.flow(element)

    def rows(self, element: Element) -> Iterator[Utterance]:
        """Answers read back; that each can be changed is said once."""
        yield from self.flow(element)
        if any(link.tag == "a" for dd in element.within() if dd.tag == "dd" for link in dd.within()):
            yield self.glue(element, glue.CHANGE)

    def answer(self, element: Element) -> Iterator[Utterance]:
        """One answer as its kind speaks it, else line by line."""
        lines = [child for child in element.elements if child.tag == "p" and not child.is_hidden]
        if spoken := self.known.shown.get(tuple(map(flat, lines))):
            end = len("".join(line.text for line in lines))
            whole = Utterance(element.at, 0, end, " ".join(map(flat, lines)), tongue(spoken, self.language), spoken)
            yield in_units(replace(whole, personal=True), element.text)
        else:
            for line in lines or [element]:
                yield from self._line(line)

    def _line(self, line: Element) -> Iterator[Utterance]:
        spoken = self.known.shown.get((flat(line),), "")
        if not spoken:
            yield from self.flow(line)
            return
        whole = Utterance(line.at, 0, len(line.text), flat(line), tongue(spoken, self.language), spoken, True)
        yield in_units(whole, line.text)

    def picture(self, element: Element) -> Iterator[Utterance]:
        """What stands in a picture's place."""
        for one in sentences(element.get("alt")):
            yield Utterance(element.at, 0, 0, one, self.language)

    def box(self, element: Element) -> Iterator[Utterance]:
        """What stands in a box, and after the last that nothing stands in any."""
        if element.get("type") == "file" and element.get("value"):
            yield replace(self.glue(element, glue.PHOTO), personal=self.known.private)
        if not is_typed(element):
            return
        boxes = self._boxes(element)
        if boxes.are_empty:
            if boxes.typed[-1] is element:
                yield self.glue(element, glue.EMPTY)
            return
        seen, spoken = boxes.told_at(element)
        if seen:
            yield replace(self.glue(element, glue.NOW), personal=self.known.private)
        for one in [seen] if spoken else sentences(seen):
            yield Utterance(element.at, 0, 0, one, tongue(spoken or one, self.language), spoken, True)

    def glue(self, element: Element, words: Say) -> Utterance:
        """Something said of an element that is not written there."""
        return Utterance(element.at, 0, 0, "", self.language, self.words(words))

    def _run(self, element: Element, run: list[Piece]) -> Iterator[Utterance]:
        own = self.known.private and any(piece.own for piece in run)
        for one in utterances(element, run, self.language, self.known.names.keys()):
            yield replace(one, personal=own)

    def _boxes(self, element: Element) -> Boxes:
        form = element
        while form.tag != "form" and form.parent is not None:
            form = form.parent
        if form not in self._forms:
            self._forms[form] = Boxes(form, self.known.read)
        return self._forms[form]
