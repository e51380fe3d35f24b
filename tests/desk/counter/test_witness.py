"""A clerk says to have stood by: only who did, after a key was shown, and never in the place of the resident."""

from __future__ import annotations

from portal.cases.since.signing import About, since
from portal.cases.work import deeds
from portal.web.house import House
from tests.desk.counter.given import DESK, Clerk
from tests.desk.counter.test_confirm import case_of
from tests.journeys.conftest import house, phone

__all__ = ["house", "phone"]


def pressed(house: House, name: str = "田中 一郎") -> tuple[Clerk, str]:
    """The clerk whose screen it was pressed on, who has it back, and the address of the sitting."""
    clerk = Clerk(house, name)
    clerk.write()
    at = clerk.lend()
    clerk.press()
    clerk.back(at)
    return clerk, at


def test_who_stood_by_says_so_in_a_record_of_its_own(house: House) -> None:
    clerk, at = pressed(house)
    page = clerk.browser.get(at).text
    assert f"{at}/witness" in page
    case = case_of(house, page)
    assert clerk.browser.post(f"{at}/witness", data={"do": "witness"}).status_code == 422
    assert clerk.browser.post(f"{at}/witness", data={"identity": "driving_licence"}).headers["location"] == at
    again = clerk.browser.post(f"{at}/witness", data={"identity": "none"})
    assert again.headers["location"] == at
    with house.database.reading() as db:
        later = since(db, About(case))
        done = deeds.of_case(db, "990019", case.id)
    assert [one.record["verification"]["identity"] for one in later] == ["driving_licence"]
    assert [(one.what, one.by) for one in done if one.what == deeds.WITNESSED] == [(deeds.WITNESSED, clerk.person.id)]
    assert "そばで見ていたことを、記録しました。" in clerk.browser.get(at).text
    told = clerk.browser.get(f"{DESK}/cases/{case.id}").text
    assert "運転免許証など、顔写真のあるものを見ました" in told
    assert "窓口で、職員といっしょに" in told
    checked = clerk.browser.post(f"{DESK}/cases/{case.id}", data={"do": "consent"}).text
    assert "この記録は、本人の同意の代わりになりません。" in checked


def test_on_the_residents_own_telephone_nobody_stood_by(house: House) -> None:
    clerk = Clerk(house)
    clerk.write()
    at = clerk.sitting()
    assert clerk.browser.get(f"{at}/witness").headers["location"] == at
    assert clerk.browser.post(f"{at}/witness", data={"identity": "known"}).headers["location"] == at


def test_nobody_witnesses_their_own_application(house: House) -> None:
    clerk, at = pressed(house, "髙橋 花子")
    assert f"{at}/witness" not in clerk.browser.get(at).text
    assert clerk.browser.post(f"{at}/witness", data={"identity": "known"}).headers["location"] == at
