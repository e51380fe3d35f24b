"""A letter to the resident: in their language, with what happens next, and not a word about them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from portal.cases.letters.resident import decision, message, receipt
from tests.cases.given import NAME
from tests.cases.letters.given import ADDRESS, ASKED, writing

PERSONAL = (*NAME.values(), "1935", "昭和10年", "090", "受けとります", "通帳")


def test_who_gave_no_address_is_not_written_to() -> None:
    assert receipt(writing(email="")) is None
    assert message(writing(email="")) is None


def test_it_tells_the_number_what_happens_next_and_whom_to_call() -> None:
    letter = receipt(writing())
    assert letter
    assert (letter.to, letter.sender) == (ADDRESS, "かすみがはま市")
    assert letter.subject == "受けつけました 4827-1936-52 かすみがはま市"
    for words in (
        "受付番号: 4827-1936-52",
        "・7日くらいで、確かめます。",
        "https://portal.example/ja/kasumigahama/status",
    ):
        assert words in letter.text
    assert "福祉課: 0000-00-0001" in letter.text
    assert "本人に" not in letter.text


@pytest.mark.parametrize("write", [receipt, message, decision])
@pytest.mark.parametrize("language", ["ja", "ja-simple", "en"])
def test_no_word_of_the_person_is_in_it(write: object, language: str) -> None:
    letter = write(writing(language=language))  # type: ignore[operator]
    said = f"{letter.subject}{letter.text}{letter.html}"
    assert not [word for word in PERSONAL if word in said]
    assert not letter.enclosures + letter.files


def test_a_message_says_where_it_can_be_answered() -> None:
    letter = message(writing())
    assert letter
    for said in (letter.text, letter.html):
        assert "そのページで、返事を書くことも、写真を送ることもできます。" in said


def test_another_language_has_japanese_below_it() -> None:
    letter = receipt(writing(language="en"))
    assert letter
    assert letter.subject.startswith("We have received it 4827-1936-52")
    assert letter.sender == "Kasumigahama City"
    assert letter.text.index("We have received your application.") < letter.text.index("申し込みを、受けつけました。")
    assert "/en/kasumigahama/status" in letter.text
    assert '<html lang="en">' in letter.html
    assert letter.html.index('<div lang="en">') < letter.html.index('<div lang="ja">')
    easy = receipt(writing(language="ja-simple"))
    assert easy
    assert "申しこみを、受けつけました。" in easy.text
    assert "申し込みを、" not in easy.text


def test_nobody_believes_it_is_finished_while_somebody_is_to_confirm_it() -> None:
    letter = receipt(writing(consent=ASKED))
    assert letter
    assert letter.text.index("本人に、確かめてもらってください。") < letter.text.index("7日くらいで")


def test_more_is_told_only_where_it_was_agreed() -> None:
    kept, agreed = decision(writing()), decision(writing(), {"ja": ["振りこみます。"]})
    assert kept
    assert "結果は、役所のページで読めます。" in kept.text
    assert agreed
    assert "振りこみます。" in agreed.text
    assert "役所のページで読めます" not in agreed.text


def test_a_case_whose_service_is_gone_is_called_by_its_own_title() -> None:
    letter = receipt(replace(writing(), version=None))
    assert letter
    assert "手続き: 特別給付金を受けとる" in letter.text
    assert "このあと" not in letter.text


def test_it_keeps_no_letter_of_the_department_waiting() -> None:
    about = writing()
    letter = receipt(about)
    assert letter
    assert letter.about != about.case.id
