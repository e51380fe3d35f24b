"""An operation: one method at one address: who may, what it takes and gives. Routes and description come from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel
from starlette.responses import Response

from portal.api.v1.shapes.both import Both

if TYPE_CHECKING:
    from portal.api.v1.call import Call

JSON = "application/json"
ANYBODY, ANY_SYSTEM = "anybody", "any system"
"""In the place of a scope: no token is asked for, or one of whatever scopes."""
WORDS = 200_000
"""Most bytes of a body without a file."""


@dataclass(frozen=True)
class Parameter:
    """One part of an address, its query or the headers; `schema` is JSON Schema."""

    name: str
    says: Both
    schema: Mapping[str, Any]
    where: str = "query"
    required: bool = False
    example: str = ""


@dataclass(frozen=True, kw_only=True)
class Operation:
    """`scope` is what a system needs, `takes` the body, `gives` the answer's, `problems` what may go wrong beside what
    can everywhere; `changes` asks for the ETag that was read last, `once` for an Idempotency-Key.
    """

    id: str
    method: str
    path: str
    handler: Callable[[Call], Response]
    says: Both
    more: Both | None = None
    scope: str
    query: tuple[Parameter, ...] = ()
    takes: type[BaseModel] | None = None
    taken_as: tuple[str, ...] = (JSON,)
    gives: type[BaseModel] | None = None
    given_as: str = JSON
    gives_says: Both
    status: int = 200
    headers: Mapping[str, Both] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    tagged: bool = False
    changes: bool = False
    once: bool = False
    uploads: bool = False

    @property
    def needs_token(self) -> bool:
        """Whether a system has to say who it is."""
        return self.scope != ANYBODY
