"""What is kept of the virtual screen reader can be compared and read."""

from __future__ import annotations

from a11y.opinions import transcripts, voice

SAID = [
    "document",
    "banner",
    "end of banner",
    "main",
    "heading, 受けつけました, level 1",
    "paragraph",
    "受付番号",
    "1234-5678-90",
    "end of paragraph",
    "令和8年11月24日（2026年）",
    "radio, 昭和, not checked, position 2, set size 5",
    "91歳",
    "end of main",
    "end of document",
]


def test_the_pages_own_words_are_what_is_in_main() -> None:
    before, own, after = transcripts.parts(SAID)
    assert (before, own, after) == (SAID[:3], SAID[4:12], SAID[13:])


def test_what_is_another_one_every_time_is_masked_and_noise_left_out() -> None:
    written = transcripts.written("as it opens", transcripts.parts(SAID)[1])
    assert written.splitlines() == [
        "## as it opens",
        "heading, 受けつけました, level 1",
        "受付番号",
        "〈number〉",
        "〈day〉",
        "radio, 昭和, not checked, position 2, set size 5",
        "〈age〉歳",
        "",
    ]


def test_a_difference_says_where_and_what() -> None:
    before, now = (
        {"same": "a\n", "gone": "b\n", "changed": "c\nd\n"},
        {"same": "a\n", "changed": "c\ne\n", "new": "f\n"},
    )
    assert dict(transcripts.differences(before, now)) == {"gone": "-b", "changed": "-d; +e", "new": "+f"}


def test_words_fit_their_role_and_end_where_the_name_ends() -> None:
    assert voice.fits("textbox,番号,8けたまで", "textbox", "番号")
    assert voice.fits("番号", None, "番号")
    assert not voice.fits("textbox,番号札", "textbox", "番号")
    assert not voice.fits("button,番号", "textbox", "番号")
    assert voice.bare("山田　正二\n 押す") == "山田正二押す"


def test_what_is_said_again_inside_a_link_is_passed_over() -> None:
    said = [
        "link, 山田 正二さんを直す",
        "山田 正二",
        "さんを直す",
        "end of link, 山田 正二さんを直す",
        "山田 正二",
        "link, 次へ",
    ]
    assert [*voice.outermost(said)] == ["link, 山田 正二さんを直す", "山田 正二", "link, 次へ"]
