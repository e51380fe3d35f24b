"""Canonical JSON: the published order, names left alone, and the quick way writes the same."""

from __future__ import annotations

from typing import Any

import pytest
import rfc8785

from portal.answers import KINDS
from portal.consent.canonical import canonical, commitment, digest, plain


def test_keys_stand_in_one_order() -> None:
    # RFC 8785, 3.2.3: names are sorted by their UTF-16 code units.
    given = {"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew", "1": "One", "\U0001f600": "Emoji"}
    order = [text.split('"')[0] for text in canonical(given).decode().split(':"')[1:]]
    assert order == ["Carriage Return", "One", "Euro Sign", "Emoji", "Hebrew"]


def test_the_digest_is_of_canonical_json() -> None:
    assert digest({"b": 1, "a": "あ"}) == digest({"a": "あ", "b": 1})
    assert digest({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_names_are_not_made_others() -> None:
    assert digest("か\u3099") != digest("が")
    assert digest("髙橋") != digest("高橋")
    assert digest("葛\U000e0100飾") != digest("葛飾")


def test_a_commitment_hides_and_binds() -> None:
    salt = "ab" * 32
    yamada, yamaguchi = canonical("山田"), canonical("山口")
    assert commitment(salt, yamada) == commitment(salt, yamada)
    assert len({commitment(salt, yamada), commitment(salt, yamaguchi), commitment("cd" * 32, yamada)}) == 3
    assert commitment(salt, yamada) != digest("山田")


@pytest.mark.parametrize("wrong", [2**53, float("nan"), "\ud800"], ids=["too large", "no number", "half a sign"])
def test_what_json_cannot_carry_is_refused(wrong: Any) -> None:
    with pytest.raises((rfc8785.CanonicalizationError, UnicodeEncodeError)):
        canonical({"a": wrong})


@pytest.mark.parametrize("kind", KINDS)
def test_the_quick_way_writes_the_same_of_every_kind_of_answer(kind: str) -> None:
    for example in KINDS[kind].examples:
        value = {"id": "a", "person": None, "value": KINDS[kind].export(example.value)}
        assert plain([value]) == canonical([value])


def test_the_quick_way_writes_signs_the_same() -> None:
    signs = "".join(map(chr, [*range(0x20), 0x22, 0x5C, 0x7F, 0x2028, 0xFEFF, 0x1F600]))
    told = {"text": signs, "n": 0, "no": None, "so": [True, False]}
    assert plain(told) == canonical(told)
