"""A town: its code, names, contact, departments and the services it offers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from portal.municipalities.delivery import WHOLE, Batch, Delivery, hands_over
from portal.municipalities.source import Fault, Faulty, Source, written_as
from portal.municipalities.staff_accounts import StaffAccounts
from portal.municipalities.text import Text
from portal.registries.municipality_codes import check_digit

DATA = Path(__file__).parent / "data"
DAY = 24
RHYTHM = {"day": 2 * DAY, "week": 8 * DAY}
"""Hours until a case has come by batch: the time between two of them, and a day for the mail to arrive."""
Line = Annotated[str, Field(min_length=1)]
Days = Annotated[frozenset[date], Field(max_length=400)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Department(_Strict):
    """Who receives a service's cases and by which channels, and who answers the telephone for it.

    `limit` is after how many hours a case that nobody has acknowledged alarms.
    """

    name: Text
    email: Annotated[str, written_as(r"[^\s@]+@[^\s@]+", "must be an address like shimin@town.example.jp")]
    phone: Line
    delivery: Delivery = WHOLE
    limit: Annotated[int, Field(strict=True, ge=1, le=90 * DAY, validate_default=True)] = DAY

    @field_validator("limit")
    @classmethod
    def _not_before_a_batch(cls, hours: int, so_far: ValidationInfo) -> int:
        """Where new cases come in batches alone, nobody can have one before the next of them."""
        channels = so_far.data.get("delivery", ())
        least = max((RHYTHM[one.every] for one in channels if isinstance(one, Batch)), default=0)
        if hours < least and not any(hands_over(one) for one in channels if not isinstance(one, Batch)):
            meaning = "must be {least} or more, as new cases come in batches only"
            raise PydanticCustomError("before_batch", meaning, {"least": least})
        return hours


class Municipality(_Strict):
    """One town; `code` is the six-digit code of the Ministry of Internal Affairs, `slug` its place in addresses.

    With `names_staff` residents are told by name who has looked at their applications, else by department.
    `begin_each_minute` is how many people may begin in a minute; all others are given a place. None sets no limit.
    Offices are closed on Saturdays, Sundays, national holidays and around New Year; `closed` has further days, `opened`
    days on which they work all the same.
    """

    code: Annotated[str, written_as(r"[0-9]{6}", "has six digits; put quotes around them")]
    slug: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
    name: Text
    kana: Text
    phone: Line
    hours: Text
    address: Text
    services: tuple[str, ...]
    departments: dict[str, Department]
    closed: Days = frozenset()
    opened: Days = frozenset()
    names_staff: bool = False
    staff_accounts: StaffAccounts | None = None
    begin_each_minute: Annotated[int, Field(strict=True, ge=1, le=60_000)] | None = None
    demo: bool = False
    _version: int = PrivateAttr(0)
    _texts: Mapping[str, Mapping[str, Any]] = PrivateAttr(default_factory=dict)

    @field_validator("opened")
    @classmethod
    def _not_closed_too(cls, opened: frozenset[date], so_far: ValidationInfo) -> frozenset[date]:
        if both := sorted(opened & so_far.data.get("closed", frozenset())):
            raise PydanticCustomError("open_and_closed", "has {day}, which is 'closed' too", {"day": f"{both[0]}"})
        return opened

    @property
    def version(self) -> int:
        """How often the town had changed itself at the desk when it stood like this; 0 as its file says."""
        return self._version

    @property
    def texts(self) -> Mapping[str, Mapping[str, Any]]:
        """What the town says of its services, by service and day (`juminhyo@2027-04-01`), shaped like overrides."""
        return self._texts

    def with_texts(self, texts: Mapping[str, Mapping[str, Any]]) -> Municipality:
        """The same, once, by whoever has made it."""
        self._texts = texts
        return self

    def at_version(self, version: int) -> None:
        """Say so, once, to whoever keeps what was made of it."""
        self._version = version


def load(folder: Path = DATA) -> dict[str, Municipality]:
    """Every town by its slug. Raises Faulty with every mistake of every file."""
    towns: dict[str, Municipality] = {}
    found: list[Fault] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            source = Source(path)
            town = Municipality.model_validate(source.data)
        except Faulty as error:
            found += error.faults
        except ValidationError as error:
            found += source.faults + source.misshapen(error)
        else:
            found += source.faults + _mistakes(source, town, towns)
            towns[town.slug] = town
    if found:
        raise Faulty(sorted(found, key=lambda fault: (str(fault.path), fault.line)))
    return towns


def _mistakes(source: Source, town: Municipality, others: Mapping[str, Municipality]) -> list[Fault]:
    """What only shows when a town's file is held against its name and the other towns."""
    found = []
    if town.code != source.path.stem:
        found.append(source.fault(("code",), f"'code' must be the file's name; call the file {town.code}.yaml"))
    if check_digit(town.code[:5]) != town.code[5]:
        found.append(source.fault(("code",), "the last digit of 'code' does not fit the others; look it up again"))
    if town.slug in others:
        found.append(source.fault(("slug",), f"'slug' is that of {others[town.slug].name} too; choose another"))
    return found
