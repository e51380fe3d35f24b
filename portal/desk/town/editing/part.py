"""A part of a town: what is changed together, on one page, and who may."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError

from portal.desk.town.editing.amiss import amiss
from portal.desk.town.editing.field import Amiss, Field
from portal.language.words import Say
from portal.municipalities import Municipality
from portal.municipalities.own.changes import Change
from portal.municipalities.own.overlay import changed, department_of, fitting

Values = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """`id` is its name among the changes; `of` finds in a town what the fields are of. `template` is the form, `boxes`
    are what it asks for where that is not field by field.
    """

    id: str
    page: str
    title: Say
    lead: Say
    fields: tuple[Field, ...]
    of: Callable[[Municipality], Any]
    boxes: tuple[Field, ...] = ()
    template: str = "desk/part.html"

    @property
    def department(self) -> str:
        """Whose administrators may change it; "" for those of the whole town."""
        return department_of(self.id)

    def typed(self, town: Municipality) -> dict[str, str]:
        """The part of a town as the form holds it."""
        return {name: text for field in self.fields for name, text in field.typed(self.value(town, field)).items()}

    def value(self, town: Municipality, field: Field) -> Any:
        """A field's value in a town."""
        return getattr(self.of(town), field.name)

    def figures(self, _town: Municipality) -> Mapping[str, int]:
        """What is filled in where residents read the part."""
        return {}

    def read(self, file: Municipality, typed: Mapping[str, str], today: date) -> tuple[Values, dict[str, Say]]:
        """What was typed, as far as it is not what the file says anyway; and by field what cannot be read."""
        values: Values = {}
        problems: dict[str, Say] = {}
        for field in self.fields:
            try:
                given = field.read(typed, today)
            except Amiss as error:
                problems[error.box or field.name] = error.words
                continue
            if given != field.kept(self.value(file, field)):
                values[field.name] = given
        return values, problems

    def checked(
        self, file: Municipality, others: Iterable[Change], values: Values
    ) -> tuple[Municipality | None, dict[str, Say]]:
        """The town with these values and all its other changes, or by field what is amiss with it: by the same checks
        that a file gets.
        """
        beside = [one for one in others if one.part != self.id]
        _, unfit = fitting(file, beside)
        used = [one for one in beside if one.part not in unfit]
        try:
            return changed(file, [*used, Change(self.id, values)]), {}
        except ValidationError as error:
            return None, amiss(error, self.boxes or self.fields)
