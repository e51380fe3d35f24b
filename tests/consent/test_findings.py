"""Findings: one verdict, and words for each in every language."""

from __future__ import annotations

import pytest

from portal.consent.findings import LIMITS, NEXT, SENTENCES, VERDICTS, Finding, genuine, sentences
from portal.language.words import LANGUAGES, words_for

SIGNED, THERE, LEFT = Finding("signature", "proven"), Finding("place", "proven"), Finding("answers", "left")


@pytest.mark.parametrize(
    ("findings", "verdict"),
    [
        ([SIGNED, THERE, LEFT], "genuine"),
        ([SIGNED, THERE, Finding("answers", "failed")], "changed"),
        ([Finding("signature", "left"), THERE], "unsure"),
        ([Finding("signature", "left"), Finding("place", "failed")], "changed"),
        ([THERE], "changed"),
        ([], "changed"),
    ],
    ids=["whole", "one does not fit", "nobody looked at the signature", "that too", "no signature", "nothing at all"],
)
def test_only_what_is_signed_and_fits_is_genuine(findings: list[Finding], verdict: str) -> None:
    first, *rest = sentences(findings)
    assert first == VERDICTS[verdict]
    assert genuine(findings) == (verdict == "genuine")
    assert rest == [one.sentence for one in findings] + [NEXT] * (verdict == "changed")


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_every_finding_has_words_of_its_own(language: str) -> None:
    words = words_for(language)
    told = {words(one) for one in (*SENTENCES.values(), *LIMITS, *VERDICTS.values(), NEXT)}
    assert len(told) == len(SENTENCES) + len(LIMITS) + len(VERDICTS) + 1
