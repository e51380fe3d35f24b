"""What was sent comes back as it was, name for name."""

from __future__ import annotations

import json
from dataclasses import fields, replace

from portal.cases.sent import PAPER, WEB, Sent, packed, unpacked
from tests.cases.given import ANSWERS, HELPED, answered, sent

COLUMNS = {"municipality", "key", "service", "department", "someone"}


def test_nothing_is_lost_on_the_way_into_the_box() -> None:
    for one in (sent(), sent(**HELPED), sent(files=(), answers=(), consent=None, birth_date=None)):
        back = unpacked(packed(one))
        assert back == {f.name: getattr(one, f.name) for f in fields(Sent) if f.name not in COLUMNS}


def test_rare_characters_of_names_stay_as_they_are() -> None:
    one = sent(applicant="𠮷田 邉󠄂子", answers=(answered("n", "text", "名", ("𠮷\n二行目",), "𠮷"),))
    assert unpacked(packed(one))["applicant"] == "𠮷田 邉󠄂子"
    assert unpacked(packed(one))["answers"] == one.answers


def test_the_box_is_plain_json() -> None:
    assert json.loads(packed(sent()))["title"] == "特別給付金を受けとる"


def test_what_was_kept_before_it_was_said_how_it_came_tells_it_by_its_record() -> None:
    old = json.loads(packed(sent()))
    del old["channel"]
    assert unpacked(json.dumps(old).encode())["channel"] == WEB
    old["consent"] = {"records": [{"record": {"paper": {}}}]}
    assert unpacked(json.dumps(old).encode())["channel"] == PAPER


def test_an_answer_keeps_how_it_was_told_to_whoever_does_not_read_japanese() -> None:
    told = replace(ANSWERS[0], told=("Head of household",))
    assert unpacked(packed(sent(answers=(told, ANSWERS[1]))))["answers"] == (told, ANSWERS[1])
