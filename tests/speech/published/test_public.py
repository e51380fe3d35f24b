"""Published words alone may go to the shelf or to a voice on the net; nothing else passes for one."""

from __future__ import annotations

import copy
import pickle
import re
from pathlib import Path
from typing import Any

import pytest

from portal.speech.published.public import PublicText, genuine
from tests.house.tree import files, named


def forged() -> PublicText:
    """A text made past the constructor."""
    text = object.__new__(PublicText)
    object.__setattr__(text, "seen", "山田太郎")
    return text


FORGED = {
    "a plain text": lambda: "山田太郎",
    "nothing": lambda: None,
    "made past its constructor": forged,
    "another class of the same name": type("PublicText", (), {"language": "ja", "seen": "山田太郎"}),
}


@pytest.mark.parametrize("made", FORGED.values(), ids=FORGED.keys())
def test_what_was_not_published_does_not_pass(made: Any) -> None:
    with pytest.raises(TypeError):
        genuine(made())


@pytest.mark.parametrize("seal", [None, object(), "seal"])
def test_nobody_makes_one_without_the_seal(seal: object) -> None:
    with pytest.raises(TypeError):
        PublicText("ja", "山田太郎", "", seal)


def test_none_is_changed_copied_or_inherited_from(public: PublicText) -> None:
    assert genuine(public) is public
    with pytest.raises(AttributeError):
        public.seen = "山田太郎"  # type: ignore[misc]
    for copied in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError):
            copied(public)
    with pytest.raises(TypeError):
        type("Mine", (PublicText,), {})


def test_the_index_alone_has_the_seal() -> None:
    taken = re.compile(r"from portal\.speech\.published\.public import .*\b_SEAL\b|public\._SEAL\b")
    takers = [path for path in files("*.py") if path != Path(__file__) and taken.search(path.read_text())]
    assert [named(path) for path in takers] == ["portal/speech/published/index.py"]
