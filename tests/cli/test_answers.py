"""`answers read`: what is understood, for people at a desk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from portal.cli import main
from tests.serving import borrow_registries


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """The exit code and what is printed."""
    borrow_registries(tmp_path)
    monkeypatch.setenv("YORISOI_VAR", str(tmp_path))

    def run(*words: str) -> tuple[int, dict[str, Any]]:
        with pytest.raises(SystemExit) as ended:
            main(["answers", "read", *words])
        return int(str(ended.value.code)), json.loads(capsys.readouterr().out)

    return run


def test_what_is_kept_shown_and_said(read: Any) -> None:
    code, told = read("date", "S10.4.1", "--limit", "age")
    assert code == 0
    assert told["value"] == "1935-04-01"
    assert told["shown"][0].startswith("昭和10年4月1日（1935年）、")
    assert told["spoken"].startswith("ショウワ")
    assert told["doubts"] == []


def test_parts_by_name(read: Any) -> None:
    _, told = read(
        "bank_account", "bank=みずほ", "branch=新宿", "account_kind=普通", "number=1234567", "holder=やまだ しょうじ"
    )
    assert told["value"]["branch"] == {"code": "240", "name": "新宿支店"}
    _, told = read("address", "東京都千代田区千代田1-1", "postcode=100-0001")
    assert told["value"]["street"] == "1-1"


def test_words_without_a_part_stand_together(read: Any) -> None:
    _, told = read("email", "yamada", "@example.jp")
    assert told["typed"] == {"value": "yamada @example.jp"}
    assert told["value"] == "yamada@example.jp"


def test_doubts_and_problems_in_words(read: Any) -> None:
    _, told = read("email", "a@gmail.con", "--language", "en")
    assert told["doubts"][0]["code"] == "mail-domain"
    assert "gmail.com" in told["doubts"][0]["message"]
    code, told = read("bank_account", "bank=京都", "branch=本店")
    assert code == 1
    assert {"part": "number", "message": "口座番号を書いてください。7けたまでの数字です。"} in told["problems"]
    assert told["offers"]["bank_code"]["0158"] == "京都銀行（0158）"
    _, told = read("person_name", "family=髙橋", "given=花子")
    assert "「たかはし　はなこ」と読みますか" in told["note"]


def test_options_limits_and_empty_answers(read: Any) -> None:
    assert read("choice", "unsure", "--option", "a=ひとつ", "--limit", "unsure")[1]["shown"] == ["わからない"]
    assert read("amount", "11", "--limit", "most=10")[0] == 1
    assert read("phone", "なし", "--optional")[1]["value"] is None


def test_an_unknown_kind_is_a_wrong_call() -> None:
    with pytest.raises(SystemExit) as ended:
        main(["answers", "read", "colour", "red"])
    assert ended.value.code == 2
