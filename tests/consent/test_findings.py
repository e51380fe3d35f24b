"""Findings: one verdict, and words for each in every language."""

from __future__ import annotations

import pytest

from portal.consent.findings import CHANGED, GENUINE, LIMITS, SENTENCES, Finding, genuine, sentences
from portal.language.words import LANGUAGES, words_for

SIGNED, THERE, LEFT = Finding("signature", "proven"), Finding("place", "proven"), Finding("answers", "left")


@pytest.mark.parametrize(
    ("findings", "verdict"),
    [
        ([SIGNED, THERE, LEFT], GENUINE),
        ([SIGNED, THERE, Finding("answers", "failed")], CHANGED),
        ([Finding("signature", "left"), THERE], CHANGED),
        ([THERE], CHANGED),
        ([], CHANGED),
    ],
    ids=["whole", "one does not fit", "nobody looked at the signature", "no signature", "nothing at all"],
)
def test_only_what_is_signed_and_fits_is_genuine(findings: list[Finding], verdict: object) -> None:
    first, *rest = sentences(findings)
    assert first == verdict
    assert genuine(findings) == (verdict == GENUINE)
    assert rest == [one.sentence for one in findings]


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_every_finding_has_words_of_its_own(language: str) -> None:
    words = words_for(language)
    told = {words(one) for one in (*SENTENCES.values(), *LIMITS, GENUINE, CHANGED)}
    assert len(told) == len(SENTENCES) + len(LIMITS) + 2
