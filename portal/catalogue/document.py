"""The shape of a service's YAML file: every field, its type, nothing else allowed."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
Text = Annotated[str, Field(min_length=1)]
Lines = tuple[Text, ...]
Role = Literal[
    "applicant_name", "applicant_birth_date", "applicant_phone", "applicant_address", "applicant_email",
    "helper_name", "helper_phone", "helper_address", "helper_relation", "helper_about", "household", "account",
]  # fmt: skip


class Document(BaseModel):
    """Strict and frozen: a key nobody knows is a mistake, not a comment."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Choice(Document):
    """One answer to choose from."""

    id: Name
    label: Text
    hint: str = ""


class Question(Document):
    """One thing asked on one page. `when` and `each` decide on whose way it lies.

    `required: soft` is for what the town must accept even without it: it is asked for, never insisted on.
    """

    id: Name
    kind: Text
    ask: Text
    short: Text
    hint: str = ""
    why: str = ""
    required: bool | Literal["soft"] = True
    role: Role | None = None
    options: tuple[Choice, ...] = ()
    limits: dict[str, Any] = {}
    when: dict[str, Any] = {}
    each: Name | None = None
    including: Literal["applicant"] | None = None


class Statement(Document):
    """One sentence agreed to, with its plain meaning."""

    id: Name
    text: Text
    meaning: Text


class Consent(Document):
    """What the person does by pressing the mark."""

    act: Text
    statements: Annotated[tuple[Statement, ...], Field(min_length=1, max_length=3)]


class Coming(Document):
    """One thing that happens after sending, told only to those for whom `when` holds."""

    text: Text
    when: dict[str, Any]


class Service(Document):
    """A service as its YAML file says, town overrides already laid over it."""

    title: Text
    summary: Text
    minutes: Annotated[int, Field(gt=0)]
    department: Name
    deadline: date | None = None
    contact: str = ""
    figures: dict[Name, int] = {}
    overridable: tuple[Text, ...] = ()
    who: Lines
    ready: Lines
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    consent: Consent
    next: tuple[Text | Coming, ...]

    def question(self, id: str) -> Question:
        """The question of that id. Raises KeyError."""
        for question in self.questions:
            if question.id == id:
                return question
        raise KeyError(id)


TEXTS = (
    *("title", "summary", "contact", "ask", "short", "hint", "why", "label", "act", "text", "meaning"),
    *("name", "hours", "address"),
)
"""Keys whose values are words for people."""
LISTED_TEXTS = ("who", "ready", "next")
"""Keys whose values are lists of words for people."""
