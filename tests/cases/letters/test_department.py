"""A clerk who opens the letter knows at a glance what, who, when, and what to do."""

from __future__ import annotations

import json

from portal.cases.document import document
from portal.cases.letters.department import of_call, of_reply, to_department
from portal.cases.sent import Flag
from portal.delivery.envelope import Envelope
from tests.cases.given import HELPED, KASUMIGAHAMA, answered, received, sent
from tests.cases.letters.given import CALL, REPLY, case


def letter(**changes: object) -> Envelope:
    return to_department(received(sent(**changes)), KASUMIGAHAMA)


def test_the_receipt_number_opens_the_subject_and_no_name_is_in_it() -> None:
    assert letter().subject == "4827-1936-52 特別給付金を受けとる"
    assert letter(**HELPED).subject == "4827-1936-52 特別給付金を受けとる（代理の人から）"


def test_the_first_lines_tell_what_who_and_when() -> None:
    assert letter().text.startswith(
        "福祉課 ご担当者さま\n"
        "\n"
        "「特別給付金を受けとる」の申し込みが届きました。\n"
        "\n"
        "受付番号　4827-1936-52\n"
        "届いた日　令和8年11月24日（2026年） 火曜日 午前10時\n"
        "本人　　　山田 花子 さん（ヤマダ ハナコ）　昭和10年4月1日（1935年）生まれ\n"
        "電話　　　090-1234-5678\n"
        "\n"
        "■ 次にすること\n"
    )


def test_a_helper_stands_above_the_applicant_and_is_called_first() -> None:
    text = letter(**HELPED).text
    assert text.index("代理の人　山田 一郎 さん（子）") < text.index("本人　　　山田 花子")
    assert "電話　　　08011112222（代理の人）\n電話　　　090-1234-5678（本人）\n" in text
    assert "08011112222（代理の人） に電話してください" in text


def test_where_it_was_written_is_told_unless_the_resident_did_it_alone() -> None:
    assert "書いた所　窓口で、職員といっしょに書きました。\n" in letter(channel="counter").text
    assert "書いた所　紙に書いたものを、ほかのシステムから受けとりました。\n" in letter(channel="paper").text
    assert "書いた所" not in letter().text


def test_the_language_of_the_resident_is_told() -> None:
    assert "この人は英語で申し込みました。連絡は、英語か、短くやさしい日本語で" in letter(language="en").text
    assert "この人はやさしい日本語で申し込みました。連絡は、短くやさしい日本語で" in letter(language="ja-simple").text
    assert "ことば" not in letter().text


def test_it_is_told_too_when_they_answer_or_want_to_be_called() -> None:
    foreign = case(language="vi")
    for letter in (of_reply(foreign, KASUMIGAHAMA, REPLY, {}), of_call(foreign, KASUMIGAHAMA, CALL, {})):
        for said in (letter.text, letter.html):
            assert "この人はベトナム語で申し込みました。" in said


def test_answers_stand_under_the_person_they_are_about() -> None:
    assert "家族：山田 一郎（ヤマダ イチロウ） 子\n\n■ 山田　一郎 さんの答え\n給付金：受けとります\n" in letter().text
    assert "■ 答え（つづき）\n伝えたいこと：（答えなし）\n" in letter().text


def test_answers_of_several_lines_stay_together() -> None:
    address = answered("address", "address", "住所", ("〒100-0001", "かすみがはま市一丁目"), {})
    assert "住所：〒100-0001\n　　かすみがはま市一丁目\n" in letter(answers=(address,), files=()).text


def test_words_are_words_in_the_text_and_in_the_html() -> None:
    odd = answered("memo", "text", "伝えたいこと", ("<b>&\"'{{ 1 }}",), "")
    written = letter(answers=(odd,), files=())
    assert "伝えたいこと：<b>&\"'{{ 1 }}\n" in written.text
    assert "&lt;b&gt;&amp;&#34;&#39;{{ 1 }}" in written.html


def test_somebody_without_telephone_or_birth_date() -> None:
    text = letter(phone="", birth_date=None, kana="", files=(), answers=()).text
    assert "本人　　　山田 花子 さん\n電話　　　聞いていません\n" in text
    assert "ファイル" not in text


def test_files_are_named_with_the_place_to_fetch_them() -> None:
    text = letter().text
    assert "■ 送られたファイル（1つ）\n1. 通帳の写真（届いた時の名前 通帳.jpg）\n" in text
    assert document(received(sent()))["files"][0]["path"] in text


def test_the_envelope_carries_everything() -> None:
    envelope = letter()
    assert (envelope.to, envelope.about, envelope.municipality) == ("welfare@town.example", "0192" * 8, "990019")
    assert envelope.files == ("f1",)
    (data,) = envelope.enclosures
    assert (data.name, data.media_type) == ("case-4827-1936-52.json", "application/json")
    assert json.loads(data.content) == document(received(sent()))
    assert letter().id != envelope.id


def test_what_to_check_stands_above_what_to_do() -> None:
    message = "口座の名前が、山田 花子さんの名前とちがうようです。"
    text = letter(flags=(Flag("holder-differs", "phone", None, message),), earlier=("1111-2222-33",)).text
    checked = text.index("■ 確かめてほしいこと")
    assert checked < text.index("前にも届いています。受付番号　1111-2222-33") < text.index(f"・電話：{message}")
    assert text.index(message) < text.index("■ 次にすること")
    assert "記入もれと書き方は" not in text


def test_the_page_where_a_clerk_acts_is_named_where_the_portal_has_an_address() -> None:
    case = received(sent())
    assert "/desk/" not in to_department(case, KASUMIGAHAMA).text
    text = to_department(case, KASUMIGAHAMA, "https://portal.example").text
    assert f"\nhttps://portal.example/desk/kasumigahama/cases/{case.id}\n" in text
