"""Every case comes in one batch, and each period has its mail, whatever was off or killed meanwhile."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from portal.cases.batch.post import post
from portal.cases.case import by_id, opened, stands
from portal.cases.exports import walk
from portal.cases.status import WITHDRAWN
from portal.delivery import outbox
from portal.delivery.envelope import Envelope
from portal.municipalities.delivery import Batch
from portal.security.keys import Keys
from portal.storage.database import Database
from tests.cases.given import KASUMIGAHAMA, WELFARE, answered, sent

DAY = timedelta(days=1)
BATCH = Batch(kind="batch", at=7)


class Town:
    """A town whose department has its cases by batch, and a clock set by hand."""

    def __init__(self, database: Database, keys: Keys, now: datetime, batch: Batch = BATCH) -> None:
        self.database, self.keys, self.now, self.count = database, keys, now, 0
        department = WELFARE.model_copy(update={"delivery": (batch,)})
        self.town = KASUMIGAHAMA.model_copy(update={"departments": {"welfare": department}})

    def receive(self, count: int = 1, **changes: object) -> list[str]:
        with self.database.writing() as db:
            made = [
                opened(db, self.keys, sent(**{"key": f"d{self.count + n}", **changes}), self.now) for n in range(count)
            ]
        self.count += count
        return [case.id for case in made]

    def post(self) -> int:
        return post(self.database, self.keys, self.town, self.now)

    def letters(self) -> list[Envelope]:
        """What was posted, oldest first."""
        return list(self._letters())

    def _letters(self) -> Iterator[Envelope]:
        with self.database.writing() as db:
            while taken := outbox.lease(db, self.now, 9):
                for one in taken:
                    yield one.opened(self.keys)
                    outbox.delivered(db, one, self.now)


@pytest.fixture
def town(database: Database, keys: Keys, now: datetime) -> Town:
    return Town(database, keys, now)


def table(letter: Envelope, which: int = 0) -> list[dict[str, str]]:
    """The rows of one of its files."""
    return list(csv.DictReader(io.StringIO(letter.enclosures[which].content.decode("utf-8-sig"))))


@pytest.mark.both_databases
def test_a_day_is_one_mail_with_a_row_for_each_case(town: Town) -> None:
    ids = town.receive(2)
    assert (town.post(), town.post()) == (1, 0)
    (mail,) = town.letters()
    assert mail.to == WELFARE.email
    assert mail.subject == "新しい申し込み 2件（令和8年11月24日（2026年） 火曜日 午前7時の分）"
    assert mail.hands_over == tuple(ids)
    assert [file.name for file in mail.enclosures] == ["kyufukin-2026-11-24-1.csv", "kyufukin-2026-11-24-1-people.csv"]
    assert [row["本人の名前"] for row in table(mail)] == ["山田 花子"] * 2
    assert [row["名前"] for row in table(mail, 1)] == ["山田　一郎"] * 2


def test_a_day_without_cases_says_so_but_not_on_the_first_start(town: Town) -> None:
    assert (town.post(), town.post(), town.letters()) == (0, 0, [])
    town.now += DAY
    assert (town.post(), town.post()) == (1, 0)
    (mail,) = town.letters()
    assert mail.subject.startswith("新しい申し込みは、ありません（")
    assert (mail.enclosures, mail.hands_over) == ((), ())


@pytest.mark.both_databases
def test_each_case_comes_once_though_the_machine_was_off_for_days(town: Town) -> None:
    first = town.receive()
    town.post()
    town.now += DAY / 2
    second = town.receive()
    assert town.post() == 0, "today's has gone"
    town.now += 3 * DAY
    third = town.receive()
    assert town.post() == 1
    assert [mail.hands_over for mail in town.letters()] == [tuple(first), tuple(second + third)]


def test_the_first_batch_has_the_cases_of_one_period(town: Town) -> None:
    town.receive()
    town.now += 3 * DAY
    new = town.receive()
    town.post()
    (mail,) = town.letters()
    assert mail.hands_over == tuple(new)


def test_a_week_is_one_mail_on_monday(database: Database, keys: Keys, now: datetime) -> None:
    town = Town(database, keys, now, Batch(kind="batch", every="week", at=7, certificate="a.pem"))
    town.post()
    ids = town.receive()
    town.now += 3 * DAY
    assert town.post() == 0
    town.now += 3 * DAY
    assert town.post() == 1
    assert [mail.hands_over for mail in town.letters()] == [tuple(ids)]


def test_many_cases_are_several_mails_in_order(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "AT_ONCE", 2)
    ids = town.receive(5)
    assert (town.post(), town.post()) == (3, 0)
    mails = town.letters()
    assert [id for mail in mails for id in mail.hands_over] == ids
    assert ["続きが次のメール" in mail.text for mail in mails] == [True, True, False]
    assert mails[2].subject.endswith("の分、3通目）")


def test_a_full_last_mail_is_followed_by_none(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "AT_ONCE", 2)
    town.receive(4)
    assert (town.post(), town.post()) == (2, 0)
    assert len(town.letters()) == 2


@pytest.mark.both_databases
def test_whoever_is_killed_between_two_mails_is_taken_over_from(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "AT_ONCE", 2)
    ids = town.receive(5)
    real, posted = outbox.post, []

    def killed(*given: object) -> None:
        posted.append(given)
        real(*given)  # type: ignore[arg-type]
        if len(posted) == 2:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(outbox, "post", killed)
        with pytest.raises(KeyboardInterrupt):
            town.post()
    town.now += DAY
    town.post()
    mails = town.letters()
    assert [id for mail in mails for id in mail.hands_over] == ids
    assert len(mails) == 4, "the second again, the third, and that of the day after"


def test_what_was_taken_back_before_is_named_and_in_no_table(town: Town) -> None:
    stays, gone = town.receive(2)
    with town.database.writing() as db:
        case = by_id(db, town.keys, KASUMIGAHAMA.code, gone)
        assert case
        stands(db, case, WITHDRAWN, town.now)
    town.post()
    (mail,) = town.letters()
    assert mail.hands_over == (stays,)
    assert mail.subject.startswith("新しい申し込み 1件")
    assert len(table(mail)) == 1
    assert f"手続きを進めないでください。\n・{case.number}\n" in mail.text


def test_what_could_be_a_formula_is_text(town: Town) -> None:
    odd = answered("memo", "text", "伝えたいこと", ('=HYPERLINK("https://evil.example")',), "")
    town.receive(answers=(odd,), applicant="@SUM(1)")
    town.post()
    (row,) = table(town.letters()[0])
    assert row["本人の名前"] == "'@SUM(1)"
    assert "伝えたいこと：=HYPERLINK" in row["そのほかの答え"]
    assert not row["そのほかの答え"].startswith("=")


def test_a_town_without_batches_has_none(town: Town) -> None:
    assert post(town.database, town.keys, KASUMIGAHAMA, town.now) == 0
