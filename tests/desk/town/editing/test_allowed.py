"""What a file allows: a field for each value that is named there, for nothing else."""

from __future__ import annotations

from datetime import date

from portal.catalogue.version import Version
from portal.desk.town.editing.allowed import at, fields
from portal.desk.town.editing.field import NUMBER
from portal.desk.town.editing.listed import Listed
from portal.language.words import words_for
from tests.catalogue.given import service

JA = words_for("ja")


def found(*overridable: str, own: object = None) -> list[str]:
    """The names of the fields."""
    version = Version.of("990019", "cash", date(2026, 4, 1), service(overridable=[*overridable]))
    return [field.name for field in fields(version, {"next": own or []})]


def test_only_what_is_named_is_offered() -> None:
    assert found() == []
    assert found("next", "figures.amount", "questions", "minutes", "contact") == ["next", "figures.amount", "contact"]


def test_a_figure_is_shown_where_it_is_read() -> None:
    [amount] = fields(Version.of("990019", "cash", date(2026, 4, 1), service(overridable=["figures.amount"])), {})
    assert amount.hint
    assert (amount.kind, JA(amount.label)) == (NUMBER, "文の中の {amount} に入る数")
    assert JA(amount.hint) == "住民は、こう読みます：「100,000円を受けとる」"


def test_lines_may_bear_the_conditions_of_the_file_and_of_the_desk() -> None:
    file = service(overridable=["next"], next=[{"text": "あ", "when": {"everyone": True}}, "い"])
    own = {"next": [{"text": "う", "when": {"everyone": False}}] * 12}
    [lines] = fields(Version.of("990019", "cash", date(2026, 4, 1), file), own)
    assert isinstance(lines, Listed)
    assert [*lines.conditions][:2] == [{"everyone": True}, {"everyone": False}]
    assert lines.most == 12


def test_a_place_there_is_not_is_none() -> None:
    assert at({"a": {"b": 1}}, "a.b") == 1
    assert at({"a": "x"}, "a.b") is None
