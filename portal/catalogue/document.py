"""The shape of a service's YAML file: every field, its type, nothing else allowed."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from portal.municipalities.text import Note, Text

Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")]
Line = Annotated[str, Field(min_length=1)]
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
    hint: Note = ""


class Question(Document):
    """One thing asked on one page. `when` and `each` decide on whose way it lies.

    `required: soft` is for what the town must accept even without it: it is asked for, never insisted on.
    """

    id: Name
    kind: Line
    ask: Text
    short: Text
    hint: Note = ""
    why: Note = ""
    required: bool | Literal["soft"] = True
    role: Role | None = None
    options: tuple[Choice, ...] = ()
    limits: dict[str, Any] = {}
    when: dict[str, Any] = {}
    each: Name | None = None
    including: Literal["applicant"] | None = None


class Statement(Document):
    """One sentence agreed to, with its plain meaning.

    `kind`: a declaration (it is true, I apply), a consent to one `purpose`, or an acknowledgement (I know it).
    """

    id: Name
    kind: Literal["declaration", "consent", "acknowledgement"] = "declaration"
    purpose: Name | None = None
    text: Text
    meaning: Text


class Mandate(Document):
    """What somebody says who applies in another's place and was asked to; said by those for whom `when` holds."""

    id: Name
    text: Text
    meaning: Text
    when: dict[str, Any]


class Recall(Document):
    """One question before the act, about its statements: it helps to understand them, and keeps nobody out.

    `answer` is the right one of `options`; whoever chooses another, or none, is told `explain`, once.
    """

    ask: Text
    options: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=3)]
    answer: Name
    explain: Text


class Consent(Document):
    """What the person does by pressing the mark, and which seal that stands for.

    `level`: L0 no seal was ever needed, L1 any seal, L2 any seal and papers that show who it is, L3 somebody acts by a
    mandate, L4 a registered seal, which no page can stand for: then `bring` and `where` say how it is done instead.
    `basis` is the rule it follows, `years` how long the town keeps the answers. The consents of `optional` are asked of
    the person alone, one by one, and decide nothing. `take_back`: until when the whole can be taken back on a page;
    afterwards it takes a telephone call.
    """

    level: Literal["L0", "L1", "L2", "L3", "L4"] = "L1"
    basis: Note = ""
    years: Annotated[int, Field(gt=0)] = 5
    act: Note = ""
    statements: Annotated[tuple[Statement, ...], Field(max_length=3)] = ()
    optional: tuple[Statement, ...] = ()
    mandate: Mandate | None = None
    recall: Recall | None = None
    take_back: Literal["until-seen", "until-decided"] = "until-seen"
    bring: Lines = ()
    where: Note = ""

    @property
    def at_the_counter(self) -> bool:
        """Whether this takes a registered seal, and so a way to the office."""
        return self.level == "L4"


class Retention(Document):
    """What becomes of a decided case when its time is over, at the latest after the `years` of its consent.

    `days` after it was received, where that is sooner. `anonymise` keeps how many there were, by day and language.
    """

    days: Annotated[int, Field(gt=0)] | None = None
    then: Literal["delete", "anonymise"] = "delete"


class Coming(Document):
    """One thing that happens after sending, told only to those for whom `when` holds."""

    text: Text
    when: dict[str, Any]


class Asking(Document):
    """What a clerk may write to the resident: about a doubt (its code) where one is named, or under a name of its own.

    {name} is the resident's name, {what} what the doubtful answer is called.
    """

    doubt: str = ""
    name: Note = ""
    text: Text


class Service(Document):
    """A service as its YAML file says, town overrides already laid over it."""

    title: Text
    summary: Text
    minutes: Annotated[int, Field(gt=0)]
    department: Name
    deadline: date | None = None
    contact: Note = ""
    figures: dict[Name, int] = {}
    overridable: tuple[Line, ...] = ()
    who: Lines
    ready: Lines
    questions: tuple[Question, ...] = ()
    consent: Consent
    retention: Retention = Retention()
    asking: tuple[Asking, ...] = ()
    next: tuple[Text | Coming, ...]

    def question(self, id: str) -> Question:
        """The question of that id. Raises KeyError."""
        for question in self.questions:
            if question.id == id:
                return question
        raise KeyError(id)


TEXTS = (
    *("title", "summary", "contact", "ask", "short", "hint", "why", "label", "act", "text", "meaning"),
    *("name", "hours", "address", "basis", "where", "explain"),
)
"""Keys whose values are words for people."""
LISTED_TEXTS = ("who", "ready", "next", "bring")
"""Keys whose values are lists of words for people."""
