"""Whole pages: what is said of them, and that one sentence nobody can say costs only itself."""

from __future__ import annotations

import pytest

from portal.resident.listening import whole
from portal.resident.listening.whole import sound, spoken_of
from portal.speech.script import Utterance, script
from portal.speech.voices.voice import Silent


class Speaker:
    """Says what it is given; English it cannot."""

    def made(self, suffix: str, said: object, language: str) -> bytes:
        """The sound."""
        if language == "en":
            raise Silent("no voice")
        return f"[{said.heard}]".encode()  # type: ignore[attr-defined]


class Sounds:
    """Of which one sentence is published."""

    speaker = Speaker()

    def names(self, utterances: list[Utterance]) -> list[str]:
        """Its name."""
        return ["known" if one.seen == "はい。" else "" for one in utterances]

    def get(self, name: str, suffix: str) -> bytes:
        """Its sound."""
        return b"[published]"


@pytest.fixture(autouse=True)
def letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sounds here are letters."""
    monkeypatch.setattr(whole, "joined", b"".join)


def test_only_what_is_said_is_taken_of_a_page() -> None:
    html = "<header><p>上</p></header>\n<main id=m><p>中</p>\n</main><aside class=help>電話</aside><footer>下</footer>"
    assert spoken_of(html) == "<main id=m><p>中</p>\n</main><aside class=help>電話</aside>"


def test_sentences_follow_each_other() -> None:
    html = "<p>はい。花子さん。</p>"
    said = sound(Sounds(), script(html, "ja"), {"花子": "ハナコ"})  # type: ignore[arg-type]
    assert said.decode() == "[published][ハナコさん。]"


def test_what_has_no_voice_is_left_out() -> None:
    html = '<p>Yes.</p><p lang="ja">そうです。</p>'
    assert sound(Sounds(), script(html, "en"), {}).decode() == "[そうです。]"  # type: ignore[arg-type]
    with pytest.raises(Silent):
        sound(Sounds(), script("<p>Yes.</p>", "en"), {})  # type: ignore[arg-type]
