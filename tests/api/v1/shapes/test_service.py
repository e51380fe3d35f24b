"""The model of a question leaves nothing of it out."""

from __future__ import annotations

from portal.api.v1.shapes.service import Choice, Question
from portal.catalogue import document


def test_every_field_of_a_question_is_told() -> None:
    assert document.Question.model_fields.keys() | {"parts"} == Question.model_fields.keys()
    assert document.Choice.model_fields.keys() == Choice.model_fields.keys()
