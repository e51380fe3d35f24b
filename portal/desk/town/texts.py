"""Texts of a service: what its file allows a town to change of it, words, figures and a day; all else stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.accounts.staff.role import ADMINISTRATOR
from portal.catalogue import overrides
from portal.catalogue.version import Version
from portal.catalogue.words import names, text_of, texts
from portal.desk.page import Page
from portal.desk.town.editing import amiss, edit
from portal.desk.town.editing.allowed import at, fields
from portal.desk.town.editing.field import DAY, WORDS, Field
from portal.desk.town.editing.listed import Line, Listed
from portal.desk.town.editing.part import Part, Values
from portal.desk.visit import DeskVisit
from portal.language.dates import shown
from portal.language.words import Say, say
from portal.municipalities import Municipality
from portal.municipalities.own.changes import Change
from portal.municipalities.own.overlay import TEXTS, laid_over, of
from portal.municipalities.source import Place
from portal.web.house import Answer

TITLE, LATER = say("『{service}』の案内"), say("{day}からの『{service}』の案内")
LEAD = say("住民が読む文と数のうち、まちが変えてよいものです。書きかけの人には、前の文が出ます。")
NO_SUCH = say("文の中の {written} は、使えません。消すか、{known} に直してください。")
NO_SIGNS = say("文の中の {written} は、使えません。消してください。")


@dataclass(frozen=True, kw_only=True)
class Texts(Part):
    """What is changed of a version; its values are shaped as an override beside its file."""

    version: Version

    @property
    def department(self) -> str:
        """The department that answers for the service."""
        return str(self.version.data["department"])

    def value(self, town: Municipality, field: Field) -> Any:
        """What a town says there: words, lines of a list, a figure, a day."""
        found = at(self._data(town), field.name)
        if isinstance(field, Listed):
            return [_line(one) for one in found or ()]
        if field.kind == DAY:
            return date.fromisoformat(f"{found}") if found else None
        return text_of(found) if field.kind == WORDS else found

    def figures(self, town: Municipality) -> Mapping[str, int]:
        """The town's figures."""
        return {**self._data(town).get("figures", {})}

    def read(self, file: Municipality, typed: Mapping[str, str], today: date) -> tuple[Values, dict[str, Say]]:
        """What was typed, nested as in a file, and by box what is amiss with it."""
        flat, problems = super().read(file, typed, today)
        values: Values = {}
        for name, value in flat.items():
            *outer, last = name.split(".")
            inner = values
            for step in outer:
                inner = inner.setdefault(step, {})
            inner[last] = value
        return values, problems or self._amiss(values, typed)

    def checked(
        self, file: Municipality, others: Iterable[Change], values: Values
    ) -> tuple[Municipality | None, dict[str, Say]]:
        """The town with these words, held against the checks of the service's file."""
        town, problems = super().checked(file, others, values)
        problems = problems or self._amiss(values, {})
        return (None if problems else town), problems

    def _data(self, town: Municipality) -> dict[str, Any]:
        return laid_over(self.version.data, town.texts.get(overrides.called(self.version), {}))

    def _amiss(self, values: Values, typed: Mapping[str, str]) -> dict[str, Say]:
        found: dict[str, Say] = {}
        for place, _ in overrides.amiss(self.version, values):
            field = self._field(place, values)
            words = self._why(field, place, values) if field else amiss.OTHERWISE
            found.setdefault(self._box(field, place, typed), words)
        return found

    def _field(self, place: Place, values: Values) -> Field | None:
        """The field a mistake is in; of what is missing, the place is that around it."""
        name = ".".join(map(str, place))
        inside = (one for one in self.fields if f"{name}.".startswith(f"{one.name}."))
        empty = (one for one in self.fields if one.name.startswith(f"{name}.") and at(values, one.name) in ("", []))
        return next(inside, None) or next(empty, None)

    def _why(self, field: Field, place: Place, values: Values) -> Say:
        value = at(values, field.name)
        if value in ("", []):
            return Say(amiss.EMPTY.text, {"label": field.label})
        known = "、".join(f"{{{name}}}" for name in self.version.source.figures)
        text = dict(texts(values)).get(place, "")
        written = [f"{{{name}}}" for name in names(text) if name not in self.version.source.figures]
        if not written:
            return amiss.OTHERWISE
        return Say((NO_SUCH if known else NO_SIGNS).text, {"written": "、".join(written), "known": known})

    def _box(self, field: Field | None, place: Place, typed: Mapping[str, str]) -> str:
        """The box a mistake stands at, as the lines of a list were typed."""
        if not isinstance(field, Listed):
            return (field or self.fields[0]).first
        boxes = field.written(typed)
        line = next((step for step in place if isinstance(step, int)), 0)
        return boxes[line].name if line < len(boxes) else field.first


def _line(one: Any) -> Line:
    text = text_of(one)
    return Line(text, {}) if text else Line(text_of(one["text"]), one["when"])


def changeable(visit: DeskVisit) -> Iterator[Version]:
    """The versions of the town's services whose files let it change anything: those of today and of later."""
    of_town = [one for one in visit.house.catalogue.files if one.municipality == visit.town.code]
    for version in of_town:
        over = any(
            one.service == version.service and version.effective < one.effective <= visit.today for one in of_town
        )
        if not over and [*fields(version, {})]:
            yield version


def part(visit: DeskVisit, version: Version) -> Texts:
    """What can be changed of a version."""
    service, later = Say(version.source.title), version.effective > visit.today
    title = Say(LATER.text, {"service": service, "day": shown(version.effective, visit.words)}) if later else None
    own = visit.town.texts.get(overrides.called(version), {})
    return Texts(
        id=of(TEXTS, overrides.called(version)),
        page="texts",
        title=title or Say(TITLE.text, {"service": service}),
        lead=LEAD,
        fields=tuple(fields(version, own)),
        of=lambda town: town,
        version=version,
    )


def _found(visit: DeskVisit) -> Texts | None:
    wanted = f"{visit.parts['service']}@{visit.parts['day']}"
    edit.standing(visit)
    found = (version for version in changeable(visit) if overrides.called(version) == wanted)
    return next((part(visit, version) for version in found), None)


def show(visit: DeskVisit) -> Answer:
    """The form."""
    return edit.show(visit, _found(visit))


def take(visit: DeskVisit) -> Answer:
    """What was typed."""
    return edit.take(visit, _found(visit))


PAGE = Page(name="texts", needs=ADMINISTRATOR, show=show, take=take, proven=True)
