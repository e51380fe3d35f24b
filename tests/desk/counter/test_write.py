"""At the counter a clerk begins or goes on with what a resident tells; the pages are the resident's own."""

from __future__ import annotations

from html import unescape

from portal.accounts.staff import trail
from portal.desk.counter.write import OPENED
from portal.web.house import House
from tests.desk.counter.given import COUNTER, DESK, Clerk
from tests.journeys.benefit import SERVICE, TYPED
from tests.journeys.conftest import house, phone
from tests.resident.conftest import Phone
from tests.resident.filling import BORN, answered, begun
from tests.resident.test_later import code_of

__all__ = ["house", "phone"]


def test_the_questions_are_the_residents_with_what_is_to_be_read_out(house: House) -> None:
    clerk = Clerk(house)
    page = clerk.begin()
    assert page.url.path == f"{SERVICE}/filer"
    assert "相手の人に、こう聞いてください。" in page.text
    assert "役所の人といっしょに、書いています。" in page.text
    assert clerk.write().url.path == f"{SERVICE}/review"
    assert clerk.sitting() in clerk.browser.get(f"{SERVICE}/review").text


def test_a_number_and_a_birth_date_open_what_the_resident_began(house: House, phone: Phone) -> None:
    resident = phone()
    begun(resident)
    for step in ("filer", "applicant-name", "birth-date"):
        answered(resident, step, TYPED[step])
    clerk = Clerk(house)
    opened = clerk.open(code_of(resident))
    assert opened.headers["location"] == f"{SERVICE}/address"
    assert "髙橋" in clerk.browser.get(f"{SERVICE}/applicant-name").text
    with house.database.reading() as db:
        kinds = [(one.kind, one.staff) for one in trail.newest(db, "990019", frozenset("*"))]
    assert (OPENED, clerk.person.id) in kinds


def test_a_wrong_number_opens_nothing_and_is_told_kindly(house: House, phone: Phone) -> None:
    resident = phone()
    begun(resident)
    answered(resident, "filer", TYPED["filer"])
    code = code_of(resident, **BORN)
    clerk = Clerk(house)
    for typed, words in (
        ((code, "昭和10年4月2日"), "ちがうようです"),
        (("12", ""), "8けたの数字です"),
        ((code, "いつか"), "のように書いて"),
    ):
        page = clerk.open(*typed)
        assert page.status_code == 422
        assert words in page.text
        assert f'value="{typed[0]}"' in page.text
    assert clerk.sat_nowhere()


def test_guessing_is_slowed_down_as_on_the_residents_page(house: House) -> None:
    clerk = Clerk(house)
    pages = [clerk.open(f"{n:08d}").status_code for n in range(21)]
    assert pages[-1] == 429
    assert pages[:20] == [422] * 20


def test_what_is_another_departments_stays_closed(house: House, phone: Phone) -> None:
    resident = phone()
    begun(resident)
    code = code_of(resident, **BORN)
    clerk = Clerk(house, residents="clerk")
    page = clerk.open(code)
    assert page.status_code == 422
    assert "福祉課 給付金係の窓口に、案内してください。" in unescape(page.text)
    assert clerk.sat_nowhere()
    assert clerk.browser.post(COUNTER, data={"do": "begin", "service": "kyufukin"}).status_code == 422


def test_a_reader_does_not_write(house: House) -> None:
    clerk = Clerk(house, welfare="reader")
    assert clerk.browser.get(COUNTER).status_code == 403
    assert "/counter" not in clerk.browser.get(f"{DESK}/").text


def test_the_draft_ends_with_the_clerks_session(house: House) -> None:
    clerk = Clerk(house)
    clerk.begin()
    assert clerk.browser.get(f"{SERVICE}/filer").status_code == 200
    clerk.browser.post(f"{DESK}/leave", data={"do": "leave"})
    assert clerk.browser.get(f"{SERVICE}/filer").status_code == 404


def test_a_kept_cookie_opens_nothing_once_the_clerk_is_out(house: House) -> None:
    clerk = Clerk(house)
    clerk.begin()
    kept = dict(clerk.browser.cookies)
    clerk.browser.post(f"{DESK}/leave", data={"do": "leave"})
    clerk.browser.cookies.update(kept)
    assert clerk.browser.get(f"{SERVICE}/filer").headers["location"] == COUNTER


def test_the_next_one_in_the_queue_sees_nothing_of_the_one_before(house: House) -> None:
    clerk = Clerk(house)
    clerk.write()
    first = dict(clerk.browser.cookies)
    assert "髙橋" in clerk.browser.get(f"{SERVICE}/review").text
    page = clerk.begin()
    assert page.url.path == f"{SERVICE}/filer"
    for step in ("applicant-name", "address", "phone"):
        assert "髙橋" not in clerk.follow(clerk.browser.get(f"{SERVICE}/{step}")).text
    clerk.browser.cookies.clear()
    clerk.browser.cookies.update(first)
    assert "髙橋" not in clerk.follow(clerk.browser.get(f"{SERVICE}/review")).text
