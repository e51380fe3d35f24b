"""A language on pages of its own: nothing untranslated, nothing too wide, until there is."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from playwright.sync_api import Browser

from a11y import tongues
from a11y.check import Variant
from a11y.foreign import foreign
from a11y.tongues import chosen, seen, ways_to_read
from a11y.walk import Walk

FEW: Iterable[Walk] = [walk for walk in chosen("all") if walk.name in {"home", "preferences", "counter", "status"}]


@pytest.mark.parametrize(
    ("language", "tongue", "text", "found"),
    [
        ("vi", "vi", "Quay lại", False),
        ("vi", "vi", "もどる", True),
        (
            "vi",
            "vi",
            "This page was translated by machine. Where it differs from the Japanese text, the Japanese text is right.",
            True,
        ),
        ("vi", "ja", "世帯主", False),
        ("vi", "ja", "次へ進んでください。", True),
        ("vi", "ja", "かすみがはま市", False),
        ("zh-Hans", "zh-Hans", "申请认定", False),
        ("zh-Hans", "zh-Hans", "申し込む", True),
        ("zh-Hans", "zh-Hans", "Go back", True),
        ("ne", "ne", "Please wait", True),
        ("ko", "ko", "https://example.jp/log.pub", False),
        ("en", "en", "Please wait", False),
        ("ja", "ja", "次へ進んでください。", False),
        ("ja-simple", "ja-simple", "申し込みを、受けつけました。", True),
        ("ja-simple", "ja-simple", "申しこみを、受けつけました。", False),
    ],
)
def test_what_no_translation_has_reached(language: str, tongue: str, text: str, found: bool) -> None:
    assert bool([*foreign(language, [(tongue, text)])]) == found


@pytest.mark.parametrize("variant", [*ways_to_read("tl"), *ways_to_read("ja")], ids=str)
def test_all_is_translated_and_fits(browser: Browser, address: str, variant: Variant) -> None:
    row = seen(browser, address, variant, FEW)
    assert row.pages > len([*FEW])
    assert not row.amiss


def test_what_does_not_fit_is_found(browser: Browser, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = tongues.SET_SIZE.replace("return was", 'document.querySelector("h1").style.minWidth = "330px"; return was')
    monkeypatch.setattr(tongues, "SET_SIZE", wide)
    home = [walk for walk in chosen("all") if walk.name == "home"]
    assert all(seen(browser, address, Variant("id"), home).wide.values())
