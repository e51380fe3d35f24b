"""A town: its code, names, contact, departments and the services it offers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from portal.registries.municipality_codes import check_digit

DATA = Path(__file__).parent / "data"
Text = Annotated[str, Field(min_length=1)]


class BadMunicipality(ValueError):
    """A town's file that cannot be served; the text names the file and each mistake."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Department(_Strict):
    """Who receives a service's cases, and who answers the telephone for it."""

    name: Text
    email: Annotated[str, Field(pattern=r"^[^\s@]+@[^\s@]+$")]
    phone: Text


class Municipality(_Strict):
    """One town; `code` is the six-digit code of the Ministry of Internal Affairs, `slug` its place in addresses."""

    code: Annotated[str, Field(pattern=r"^\d{6}$")]
    slug: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    name: Text
    kana: Text
    phone: Text
    hours: Text
    address: Text
    services: tuple[str, ...]
    departments: dict[str, Department]
    demo: bool = False


def load(folder: Path = DATA) -> dict[str, Municipality]:
    """Every town by its slug. Raises BadMunicipality."""
    towns: dict[str, Municipality] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            town = Municipality.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
        except (ValidationError, yaml.YAMLError) as error:
            raise BadMunicipality(f"{path}: {error}") from None
        if town.code != path.stem or town.slug in towns:
            raise BadMunicipality(f"{path}: the code must be the file's name and the slug its own")
        if check_digit(town.code[:5]) != town.code[5]:
            raise BadMunicipality(f"{path}: the last digit of the code does not fit the others")
        towns[town.slug] = town
    return towns
