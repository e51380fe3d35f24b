"""The model of a consent is true of one that was really given."""

from __future__ import annotations

from portal.api.v1.shapes.consent import Consent
from tests.api.given import Office
from tests.api.v1.shapes.given import true_of
from tests.consent.given import sealed


def test_it_is_true_of_a_real_bundle_and_leaves_nothing_out(office: Office) -> None:
    with office.database.writing() as db:
        kept = sealed(db, office.keys)
    kept = {key: value for key, value in kept.items() if key != "answers"}
    true_of("Consent", kept)
    assert Consent.model_validate(kept).model_dump() == kept
