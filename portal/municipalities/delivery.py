"""How a department receives its cases: one channel or several, as data."""

from __future__ import annotations

from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from portal.municipalities.source import written_as

LONGEST_URL = 2000


def _secret(name: str) -> str:
    if name.startswith("whsec_"):
        raise ValueError("is a secret itself; keep it in a file of the secrets folder and write that file's name here")
    return name


def _url(url: str) -> str:
    try:
        split = urlsplit(url)
        good = split.scheme == "https" and bool(split.hostname) and split.port != 0
    except ValueError:
        good = False
    if not good or any(sign.isspace() or not sign.isprintable() for sign in url):
        raise ValueError("must be an address like https://system.town.example.jp/cases")
    if split.username is not None or split.fragment:
        raise ValueError("takes no password and no '#'; what is sent is signed with 'secret' instead")
    if not url.isascii():
        raise ValueError("is written in ASCII: the host as xn--…, the rest with %E3… for signs")
    return url


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


File = Annotated[
    str, written_as(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", "is the name of a file: letters a-z, digits, dots and hyphens")
]


class Email(_Strict):
    """A mail to the department's address, each case at once.

    `whole` carries all answers, the case as JSON and the files; `notice` the receipt number and where to look, nothing
    personal. With `certificate`, the name of a PEM file, a mail leaves sealed to its owner (S/MIME) or not at all. With
    `pdf`, a whole mail has the case as a PDF to print, too; each takes the processor twice as long as an application.
    """

    kind: Literal["email"] = "email"
    style: Literal["whole", "notice"] = "whole"
    certificate: File | None = None
    pdf: bool = False


class Webhook(_Strict):
    """The case as JSON, posted to a system of the town at once and signed (Standard Webhooks).

    `secret` names the file of the secrets folder with what it is signed by; without it, it is the town's code and the
    department: 990019-welfare.
    """

    kind: Literal["webhook"]
    url: Annotated[str, Field(max_length=LONGEST_URL), AfterValidator(_url)]
    secret: Annotated[File, AfterValidator(_secret)] | None = None

    def signed_by(self, code: str, department: str) -> str:
        """The name of the secret's file, for a department of the town with this code."""
        return self.secret or f"{code}-{department}"


class Batch(_Strict):
    """A mail with the new cases as CSV, each day or on Mondays, at the full hour `at` in Japan."""

    kind: Literal["batch"]
    every: Literal["day", "week"] = "day"
    at: Annotated[int, Field(strict=True, ge=0, le=23)] = 7
    certificate: File | None = None


class Api(_Strict):
    """Nothing is sent: a system of the town fetches the cases and says which it has."""

    kind: Literal["api"]


Channel = Annotated[Email | Webhook | Batch | Api, Field(discriminator="kind")]
WHOLE = (Email(),)
"""What a department has that says nothing: one mail, whole."""


def _several(channels: tuple[Channel, ...]) -> tuple[Channel, ...]:
    if not channels:
        raise ValueError(
            "is empty; remove the line for one mail a case, or write '- kind: api' if nothing is to be sent"
        )
    if any(channel in channels[:n] for n, channel in enumerate(channels)):
        raise ValueError("says the same twice; keep one")
    if sum(isinstance(channel, Webhook) for channel in channels) > 1:  # one out of order would keep the other waiting
        raise ValueError("takes one webhook; let that system pass on what others need")
    return channels


Delivery = Annotated[tuple[Channel, ...], AfterValidator(_several)]


def hands_over(channel: Channel) -> bool:
    """Whether the department has a case in full once this channel has done its part."""
    return not (isinstance(channel, Email) and channel.style == "notice")
