"""The worker: every letter leaves at least once and under one name, and no letter stops the rest."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlalchemy.exc import OperationalError

from portal.delivery import outbox
from portal.delivery.envelope import EMAIL
from portal.delivery.message import BadAddress
from portal.delivery.outbox import LEASE, EnvelopeRow
from portal.delivery.send import Worker
from portal.delivery.watch.standing import standing
from portal.security.keys import Keys
from portal.settings import Settings
from portal.storage.database import Database, rows
from tests.delivery.given import Mailbox, Post, mail_server

table = rows(EnvelopeRow)


@pytest.fixture
def mailbox() -> Mailbox:
    return Mailbox()


@pytest.fixture
def office(database: Database, keys: Keys, now: datetime, tmp_path: Path, mailbox: Mailbox) -> Iterator[Post]:
    with mail_server(mailbox) as port:
        settings = Settings(var=tmp_path, smtp_url=f"smtp://127.0.0.1:{port}", mail_limit=100)
        yield Post(database, keys, settings, now)


def names(mailbox: Mailbox) -> list[str]:
    return [mail["Message-ID"] for mail in mailbox.taken]


@pytest.mark.both_databases
def test_a_letter_is_delivered_once_and_marked(office: Post, mailbox: Mailbox) -> None:
    id = office.post()
    assert office.try_once() == 1
    assert names(mailbox) == [f"<{id}@localhost>"]
    assert office.states() == {id: ("delivered", "")}
    assert office.try_once() == 0


def test_refused_for_now_it_goes_later(office: Post, mailbox: Mailbox) -> None:
    id = office.post()
    mailbox.data = ["451 4.3.0 later, 山田"]
    office.try_once()
    assert office.states() == {id: ("waiting", "DATA 451 4.3.0")}
    assert office.try_once() == 0
    office.now += timedelta(minutes=2)
    office.try_once()
    assert office.states() == {id: ("delivered", "")}
    assert names(mailbox) == [f"<{id}@localhost>"]


def test_refused_for_good_it_is_set_aside_and_the_next_goes(office: Post, mailbox: Mailbox) -> None:
    bad, good = office.post(about="a"), office.post(about="b")
    mailbox.rcpt = ["550 5.1.1 no such mailbox"]
    office.try_once()
    office.try_once()
    assert sorted(state for state, _ in office.states().values()) == ["delivered", "set_aside"]
    with office.database.reading() as db:
        assert standing(db, office.now)[EMAIL].set_aside == 1
    assert {bad, good} == office.states().keys()


def test_cut_off_after_taking_it_the_same_letter_comes_twice(office: Post, mailbox: Mailbox) -> None:
    id = office.post()
    mailbox.data = ["take and hang up"]
    office.try_once()
    office.now += timedelta(minutes=2)
    office.try_once()
    assert names(mailbox) == [f"<{id}@localhost>"] * 2
    assert [mail["X-Yorisoi-Id"] for mail in mailbox.taken] == [id] * 2
    assert office.states() == {id: ("delivered", "")}


def test_killed_between_taking_and_marking_the_same_letter_comes_twice(
    office: Post, mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    id = office.post()
    with monkeypatch.context() as killed:
        killed.setattr(outbox, "delivered", lambda *args, **kwargs: (_ for _ in ()).throw(dead()))
        office.try_once()
    assert office.states() == {id: ("leased", "")}
    assert office.try_once() == 0
    office.now += LEASE
    office.try_once()
    assert names(mailbox) == [f"<{id}@localhost>"] * 2
    assert office.states() == {id: ("delivered", "")}


def dead() -> OperationalError:
    return OperationalError("", {}, ConnectionError())


def test_a_poisoned_letter_is_set_aside_and_stops_nobody(office: Post, mailbox: Mailbox) -> None:
    changed, nowhere, good = office.post(about="a"), office.post(about="b", to="nobody"), office.post(about="c")
    with office.database.writing() as db:
        db.execute(update(table).where(table.c.id == changed).values(sealed=b"not a box"))
    office.try_once()
    assert office.states() == {
        changed: ("set_aside", "Unreadable"),
        nowhere: ("set_aside", "BadAddress"),
        good: ("delivered", ""),
    }


def test_a_fault_of_ours_puts_a_letter_off(office: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    id = office.post()
    monkeypatch.setattr("portal.delivery.mail.message", lambda *args, **kwargs: 1 / 0)
    office.try_once()
    assert office.states() == {id: ("waiting", "ZeroDivisionError")}


def test_without_a_mail_server_letters_become_files(
    database: Database, keys: Keys, now: datetime, tmp_path: Path
) -> None:
    office = Post(database, keys, Settings(var=tmp_path), now)
    id = office.post()
    office.try_once()
    assert [path.name for path in (tmp_path / "outbox").iterdir()] == [f"{id}.eml"]
    assert office.states() == {id: ("delivered", "")}


def test_a_sender_that_is_none_is_noticed_at_the_start(database: Database, keys: Keys, now: datetime) -> None:
    with pytest.raises(BadAddress):
        Worker(database, keys, Settings(mail_from="nobody"), lambda: now)
