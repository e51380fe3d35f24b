"""The way in: a link that opens once, for one telephone, by a birth date; nothing is told before."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import text

from portal.cases import case as cases
from portal.cases.principal import invitation
from portal.cases.principal.invitation import LETTER
from portal.web.house import House
from tests.journeys.benefit import HOME, SERVICE
from tests.resident.conftest import Phone
from tests.resident.filling import BORN
from tests.resident.principal.helped import applied, entered, linked, signed

WRONG = {"day": "2"}


def test_a_link_tells_nothing_before_the_birth_date(phone: Phone) -> None:
    daughter, mother = phone(), phone()
    link = linked(daughter, applied(daughter))
    page = mother.get(link)
    assert page.status_code == 200
    assert page.headers["cache-control"] == "no-store"
    for word in ("髙橋", "佐藤", "給付金"):
        assert word not in page.text
    assert "髙橋　花子" in entered(mother, link).text


def test_looking_at_a_link_does_not_use_it_up(phone: Phone) -> None:
    daughter = phone()
    link = linked(daughter, applied(daughter))
    assert [phone().get(link).status_code for _ in range(3)] == [200] * 3


def test_a_link_opens_for_one_telephone_alone(phone: Phone) -> None:
    daughter, mother, other = phone(), phone(), phone()
    link = linked(daughter, applied(daughter))
    entered(mother, link)
    assert entered(other, link).status_code == 404
    assert "この入り口は、使えません" in other.get(link).text
    assert mother.get(link).url.path == f"{HOME}/sign", "who closed the page finds it again"


def test_a_used_link_opens_nothing(phone: Phone) -> None:
    daughter, mother = phone(), phone()
    link = linked(daughter, applied(daughter))
    entered(mother, link)
    signed(mother)
    assert phone().get(link).status_code == 404
    assert mother.get(link).url.path == f"{HOME}/signed"


def test_a_new_link_ends_the_one_before(phone: Phone) -> None:
    daughter = phone()
    number = applied(daughter)
    first, second = linked(daughter, number), linked(daughter, number)
    assert phone().get(first).status_code == 404
    assert phone().get(second).status_code == 200


def test_a_link_lives_for_three_days(phone: Phone, house: House, now: datetime) -> None:
    daughter = phone()
    link = linked(daughter, applied(daughter))
    house.clock = lambda: now + timedelta(hours=71, minutes=59)
    assert phone().get(link).status_code == 200
    house.clock = lambda: now + timedelta(hours=72)
    assert phone().get(link).status_code == 404


def test_a_wrong_birth_date_is_slowed_and_then_the_end(phone: Phone, house: House, now: datetime) -> None:
    daughter, guesser = phone(), phone()
    link = linked(daughter, applied(daughter))
    assert [entered(guesser, link, **WRONG).status_code for _ in range(4)] == [422, 422, 422, 429]
    assert entered(phone(), link).status_code == 429, "another telephone does not help"
    house.clock = lambda: now + timedelta(minutes=16)
    assert [entered(guesser, link, **WRONG).status_code for _ in range(3)] == [422] * 3
    house.clock = lambda: now + timedelta(minutes=32)
    assert entered(phone(), link).status_code == 404, "six wrong ones end it"


def test_the_helpers_own_telephone_opens_nothing_until_it_is_handed_over(phone: Phone) -> None:
    daughter = phone()
    link = linked(daughter, applied(daughter))
    assert "これは、代わりに申し込んだ人のスマホです。" in daughter.get(link).text
    assert "これは、代わりに申し込んだ人のスマホです。" in entered(daughter, link).text, (
        "not by a form of one's own either"
    )
    assert "ここからは、本人が読んで" in daughter.post(link, data={"do": "handed"}).text
    assert "同じスマホで押したことは、記録に残ります。" in entered(daughter, link).text


def test_a_telephone_that_forgot_its_receipt_is_still_the_helpers(phone: Phone) -> None:
    daughter = phone()
    link = linked(daughter, applied(daughter))
    daughter.post(f"{SERVICE}/done", data={"do": "leave"})
    assert "これは、代わりに申し込んだ人のスマホです。" in daughter.get(link).text


def test_nothing_kept_opens_a_link(phone: Phone, house: House) -> None:
    daughter, mother = phone(), phone()
    link = linked(daughter, applied(daughter))
    entered(mother, link)
    with house.database.reading() as db:
        kept = " ".join(map(str, db.execute(text("select * from invitations")).one()))
    assert link.rpartition("/")[2] not in kept
    assert mother.cookies["yorisoi_kasumigahama_own"].partition(".")[2] not in kept


def test_another_town_knows_no_such_link(phone: Phone) -> None:
    daughter = phone()
    link = linked(daughter, applied(daughter))
    assert phone().get(link.replace("kasumigahama", "hoshino")).status_code == 404


def test_the_code_of_a_letter_opens_the_same(phone: Phone, house: House, now: datetime) -> None:
    number, mother = applied(phone()), phone()
    with house.database.writing() as db:
        case = cases.by_number(db, house.keys, "990019", number)
        assert case
        code = invitation.issue(db, house.keys, ("990019", case.id), LETTER, now)
    wide = f"{code[:3]}－{code[3:6]}　{code[6:]}"
    assert mother.post(f"{HOME}/posted", data={**BORN, "code": "12"}).status_code == 422
    assert mother.post(f"{HOME}/posted", data={**BORN, **WRONG, "code": wide}).status_code == 422
    page = mother.post(f"{HOME}/posted", data={**BORN, "code": wide})
    assert page.url.path == f"{HOME}/sign"
    assert phone().get(f"{HOME}/own/{code}").status_code == 404, "a short code is no link"
    assert "役所に届きました" in signed(mother).text
