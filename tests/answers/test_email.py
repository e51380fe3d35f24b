"""Addresses of mail."""

from __future__ import annotations

import pytest

from portal.answers import KINDS
from tests.answers.given import TODAY, ask, read, refused, told

READ = {
    "plain": ("yamada@example.jp", "yamada@example.jp"),
    "wide": ("ｙａｍａｄａ＠ｅｘａｍｐｌｅ．ｊｐ", "yamada@example.jp"),
    "capital domain": ("Yamada@Example.JP", "Yamada@example.jp"),
    "spaces": (" yamada @ example.jp ", "yamada@example.jp"),
    "Japanese full stop": ("yamada@example。jp", "yamada@example.jp"),
    "dots as old telephones had them": ("a..b.@example.ne.jp", "a..b.@example.ne.jp"),
    "plus": ("a+b@example.jp", "a+b@example.jp"),
    "many parts": ("a@b.c.example.co.jp", "a@b.c.example.co.jp"),
    "comma": ("yamada@example,jp", "yamada@example.jp"),
    "copied from a link": ("mailto:a@example.jp", "a@example.jp"),
}


@pytest.mark.parametrize(("typed", "kept"), READ.values(), ids=READ.keys())
def test_reads_what_people_type(typed: str, kept: str) -> None:
    assert read("email", typed) == kept


AMISS = {
    "no at": ("yamada.example.jp", "@の前と後"),
    "nothing before": ("@example.jp", "@の前と後"),
    "nothing after": ("yamada@", "@の前と後"),
    "kanji": ("山田@example.jp", "@より前"),
    "two ats": ("a@b@example.jp", "@より前"),
    "no dot": ("yamada@example", "@より後"),
    "no end": ("yamada@docomo", "docomo.ne.jp"),
    "nowhere": ("yamada@printer.local", "@より後"),
    "too long": (f"{'a' * 64}@{'b' * 60}.{'c' * 60}.{'d' * 60}.{'e' * 10}.jp", "@より後"),
}


@pytest.mark.parametrize(("typed", "said"), AMISS.values(), ids=AMISS.keys())
def test_says_what_to_mend(typed: str, said: str) -> None:
    assert said in told(refused("email", typed))["value"]


def test_a_likely_slip_names_what_was_meant() -> None:
    question = ask("email")
    (doubt,) = KINDS["email"].doubts("a@gmail.con", question, TODAY)
    assert (doubt.part, doubt.code) == ("value", "mail-domain")
    assert "gmail.con" in question.words(doubt.message)
    assert "gmail.com" in question.words(doubt.message)
    assert KINDS["email"].doubts("a..b@docomo.ne.jp", question, TODAY) == ()
