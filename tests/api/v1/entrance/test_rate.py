"""Every answer says how much a system may still ask; who asks too much waits, and nobody else does."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from portal.api.v1.entrance import rate
from portal.security.allowance import SharedAllowance
from tests.api.given import Office, kind_of


def test_every_answer_says_how_much_is_left(office: Office) -> None:
    token = office.token()
    for path in ("/cases", "/cases/nothing", "/cases?limit=0"):
        headers = office.get(path, token).headers
        assert headers["ratelimit-policy"] == '"minute";q=600;w=60'
        assert re.fullmatch(r'"minute";r=59\d;t=\d', headers["ratelimit"])


def test_who_asks_too_much_waits_alone(office: Office) -> None:
    office.house.settings = replace(office.house.settings, api_rate=2)
    token, other = office.token(), office.token()
    assert [office.get("/cases", token).status_code for _ in range(2)] == [200, 200]
    answer = office.get("/cases", token)
    assert kind_of(answer) == "TooMuch"
    assert 1 <= int(answer.headers["retry-after"]) <= 30
    assert '"minute";r=0' in answer.headers["ratelimit"]
    assert office.get("/cases", other).status_code == 200


def test_what_another_web_process_has_answered_counts_too(office: Office, tmp_path: Path) -> None:
    office.house.settings = replace(office.house.settings, api_rate=3, processes=2, var=tmp_path)
    client, token = office.client(bearer=True)
    assert office.get("/cases", token).status_code == 200
    elsewhere = SharedAllowance(tmp_path / rate.FILE, 3, rate.SECONDS)
    assert [elsewhere.taken(client.public_id).allowed for _ in range(2)] == [True, True]
    assert kind_of(office.get("/cases", token)) == "TooMuch"
    assert office.get("/cases", office.token()).status_code == 200
