"""The overlay: a town's own values in place of those of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from portal.language.words import SOURCE
from portal.municipalities.municipality import Municipality
from portal.municipalities.own.changes import Change

CONTACTS, DAYS = "contacts", "days"
DEPARTMENT, DELIVERY = "departments", "delivery"
"""Parts: the two of the town, and of each department, as `departments.welfare`."""
TEXTS = "texts"
"""Those of a service as it is asked from a day on, as `texts.juminhyo@2027-04-01`; the catalogue reads its file."""


def laid_over(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The values of `base` with `own` ones in their place; lists, and texts in several languages, as a whole."""
    merged = dict(base)
    for key, value in own.items():
        deeper = isinstance(value, Mapping) and isinstance(base.get(key), Mapping) and SOURCE not in value
        merged[key] = laid_over(base[key], value) if deeper else value
    return merged


def of(part: str, whose: str) -> str:
    """The name of a part of a department, or of a service."""
    return f"{part}.{whose}"


def department_of(part: str) -> str:
    """The department a part is of; "" for parts of the town."""
    kind, _, department = part.partition(".")
    return department if kind in {DEPARTMENT, DELIVERY} else ""


def text_of(part: str) -> str:
    """The service and day whose texts a part has; "" for others."""
    kind, _, service = part.partition(".")
    return service if kind == TEXTS else ""


def fitting(file: Municipality, changes: Iterable[Change]) -> tuple[Municipality, dict[str, ValidationError]]:
    """The town of a file with every change that fits it, and by part why others do not fit any more."""
    taken: list[Change] = []
    unfit: dict[str, ValidationError] = {}
    for change in changes:
        try:
            changed(file, [*taken, change])
            taken.append(change)
        except ValidationError as error:
            unfit[change.part] = error
    return changed(file, taken), unfit


def changed(town: Municipality, changes: Iterable[Change]) -> Municipality:
    """The town of a file with changes laid over it, held against the same checks as the file.

    What is said of a department that the file has no more is passed over. Raises pydantic's ValidationError.
    """
    data, texts = town.model_dump(exclude_unset=True), dict(town.texts)
    for change in changes:
        department = department_of(change.part)
        if service := text_of(change.part):
            texts[service] = change.values
        elif not department and change.part in {CONTACTS, DAYS}:
            data = laid_over(data, change.values)
        elif department in data["departments"]:
            data = laid_over(data, {"departments": {department: change.values}})
    return Municipality.model_validate(data).with_texts(texts)
