"""`delivery resend`: one letter or all that were set aside go out once more, to the address of now."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from portal.delivery import outbox
from portal.delivery.envelope import WEBHOOK
from portal.delivery.watch.mending import aside
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import TOWN
from tests.cli.delivery.conftest import Refused, run
from tests.cli.delivery.given import served
from tests.delivery.given import envelope


@pytest.mark.parametrize("words", [("resend", "--all"), ("resend", "{id}")], ids=["all", "one"])
def test_it_waits_again(refused: Refused, kept: Database, keys: Keys, words: tuple[str, ...]) -> None:
    _, id = refused()
    assert run(*(word.format(id=id) for word in words)) == 0
    with kept.writing() as db:
        assert aside(db, TOWN) == []
        (letter,) = outbox.lease(db, datetime.now(UTC), 9)
    assert letter.id == id
    assert letter.opened(keys).to == "fukushi@kasumigahama.example.jp"


def test_what_cannot_go_is_told(refused: Refused, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("resend", "019abc") == 1
    assert "no such envelope" in capsys.readouterr().err
    _, id = refused()
    (tmp_path / "keys" / "keys.json").unlink()
    assert run("resend", "--all") == 1
    told = capsys.readouterr()
    assert f"{id}: Unreadable" in told.err
    assert "0 envelopes" in told.out


def test_a_webhooks_letter_goes_to_the_system_of_now(
    kept: Database, keys: Keys, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    served(monkeypatch, {"kind": "webhook", "url": "https://new.town.example/", "secret": "new"})
    letter = envelope(channel=WEBHOOK, to="https://gone.town.example/", key="old", department="welfare")
    with kept.writing() as db:
        outbox.post(db, keys, letter, now)
        outbox.set_aside(db, outbox.lease(db, now, 1, WEBHOOK)[0], "POST 410", now)
    assert run("resend", letter.id) == 0
    with kept.writing() as db:
        (again,) = outbox.lease(db, datetime.now(UTC), 1, WEBHOOK)
    assert (again.opened(keys).to, again.opened(keys).key) == ("https://new.town.example/", "new")


@pytest.mark.parametrize(
    ("key", "wanted", "sealed_by"),
    [
        ("", ["new.pem"], "new.pem"),
        ("old.pem", ["new.pem"], "new.pem"),
        ("old.pem", ["new.pem", "old.pem"], "old.pem"),
        ("", ["new.pem", None], ""),
        ("old.pem", [None], "old.pem"),
    ],
    ids=["sealed from now on", "another certificate", "still wanted", "in the clear as well", "no more"],
)
def test_a_mail_goes_sealed_as_it_is_wanted_now(
    kept: Database,
    keys: Keys,
    now: datetime,
    monkeypatch: pytest.MonkeyPatch,
    key: str,
    wanted: list[str | None],
    sealed_by: str,
) -> None:
    notice = {"kind": "email", "style": "notice"}
    served(monkeypatch, notice, *({"kind": "email", "certificate": one} for one in wanted))
    letter = envelope(key=key, department="welfare")
    with kept.writing() as db:
        outbox.post(db, keys, letter, now)
        outbox.set_aside(db, outbox.lease(db, now, 1)[0], "RCPT 550", now)
    assert run("resend", letter.id) == 0
    with kept.writing() as db:
        (again,) = outbox.lease(db, datetime.now(UTC), 1)
    assert again.opened(keys).key == sealed_by
    assert ("特別給付金" in again.opened(keys).subject) == (key == sealed_by or bool(key))
