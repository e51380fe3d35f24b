"""The script of a call keeps the matter from others and has what is to be asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from portal.cases.letters.resident import Writing
from portal.cases.sent import Flag
from portal.cases.talk.calls import MORNING, Call, Wish
from portal.cases.talk.script import script
from tests.cases.given import KASUMIGAHAMA, received, sent

CASE = received(sent(flags=(Flag("holder-differs", "phone", None, "口座の名前がちがいます。"),)))


def read(**changes: object) -> str:
    return script(Writing(replace(CASE, **changes), KASUMIGAHAMA, None, ""))  # type: ignore[arg-type]


def test_who_it_is_comes_before_what_it_is_about() -> None:
    text = read(flagged=1)
    assert text.index("山田 花子さんは、いらっしゃいますか") < text.index("昭和10年4月1日")
    assert (
        text.index("昭和10年4月1日") < text.index("『特別給付金を受けとる』") < text.index("口座の名前がちがいます。")
    )
    assert text.startswith("電話　090-1234-5678\n")


def test_without_a_birth_date_the_receipt_number_tells() -> None:
    text = read(birth_date=None)
    assert "合っている答え：4827-1936-52" in text
    assert "口座の名前" not in text, "settled already"


def test_whoever_wants_to_be_called_is_called_there(now: datetime) -> None:
    wish = Wish("c1", now, "0332109876", now.date(), MORNING, "口座のこと")
    text = script(Writing(CASE, KASUMIGAHAMA, None, ""), Call(wish, CASE.id, "welfare", wish.due, 0, None))
    assert text.startswith("電話　03-3210-9876（令和8年11月24日（2026年） 午前）\n")
    assert "・話したいこと：口座のこと" in text


def test_the_language_is_told() -> None:
    assert "この人は英語で申し込みました。" in read(language="en")
    assert "で申し込みました。" not in read()
