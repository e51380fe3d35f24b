"""Where a town's staff have accounts already: an OpenID Connect provider, by which they may come in."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from portal.municipalities.delivery import File

LOOPBACK = frozenset({"localhost", "127.0.0.1"})


def _issuer(url: str) -> str:
    split = urlsplit(url)
    safe = split.scheme == "https" or (split.scheme == "http" and split.hostname in LOOPBACK)
    if not safe or not split.hostname or split.query or split.fragment:
        raise ValueError("must be the issuer's address like https://login.town.example.jp/staff")
    return url


class StaffAccounts(BaseModel):
    """The provider's `issuer`, our name there (`client`), the file of the secrets folder with our secret.

    Its redirect address there is https://…/desk/TOWN/elsewhere.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)
    issuer: Annotated[str, Field(max_length=500), AfterValidator(_issuer)]
    client: Annotated[str, Field(min_length=1)]
    secret: File
