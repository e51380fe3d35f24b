"""Together: whoever reads is told whom to ask, what to read out, and whose finger presses."""

from __future__ import annotations

from datetime import date

import pytest
from starlette.testclient import TestClient

from portal.preferences import COOKIE
from portal.web.house import House
from tests.journeys.benefit import SERVICE, TYPED
from tests.journeys.walker import Walker
from tests.resident.aloud.given import TOGETHER, reader
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun

NAMELESS = "相手の人に、こう聞いてください。"
NAMED = "髙橋 花子さんに、こう聞いてください。"
YOURS = "これは、書いている人への質問です。"
CHOICES = "答えも、一つずつ読んでください。"


def past(phone: TestClient, *steps: str) -> TestClient:
    """Begun, and these questions answered."""
    begun(phone)
    for step in steps:
        answered(phone, step, TYPED[step])
    return phone


def test_the_question_is_quoted_and_the_other_person_is_asked(phone: Phone) -> None:
    page = begun(reader(phone)).text
    assert NAMELESS in page
    assert CHOICES in page
    assert "<q>だれの分を申し込みますか</q>" in page
    assert "<title>だれの分を申し込みますか" in page


def test_their_name_is_said_once_it_is_known(phone: Phone) -> None:
    page = past(reader(phone), "filer", "applicant-name").get(f"{SERVICE}/birth-date").text
    assert NAMED in page.replace("\u3000", " ")
    assert CHOICES not in page, "nothing to choose from"


def test_whoever_reads_for_themselves_sees_nothing_of_it(phone: Phone) -> None:
    reader(phone).get(f"{SERVICE}/filer")
    page = begun(phone()).text
    assert NAMELESS not in page
    assert "<q>" not in page


def test_nobodys_name_is_kept_for_others(phone: Phone) -> None:
    past(reader(phone), "filer", "applicant-name").get(f"{SERVICE}/birth-date")
    other = past(reader(phone), "filer").get(f"{SERVICE}/applicant-name").text
    assert "髙橋" not in other


@pytest.mark.parametrize("step", ["proxy-kind", "proxy-relation", "proxy-name", "proxy-phone", "proxy-reason"])
def test_what_is_asked_of_the_reader_is_told_apart(phone: Phone, step: str) -> None:
    helper = reader(phone)
    begun(helper)
    answered(helper, "filer", {"value": "proxy"})
    answered(helper, "proxy-kind", {"value": "household-member"})
    page = helper.get(f"{SERVICE}/{step}").text
    assert YOURS in page
    assert NAMELESS not in page
    assert "<q>" not in page


def test_the_review_is_read_out_and_the_applicant_presses(phone: Phone) -> None:
    resident = past(reader(phone), *TYPED)
    assert "髙橋 花子さんに、読んであげてください。" in resident.get(f"{SERVICE}/review").text.replace("\u3000", " ")
    consent = resident.get(f"{SERVICE}/consent").text.replace("\u3000", " ")
    assert "「押す」は、髙橋 花子さんが、自分で押します。" in consent


def test_a_proxy_presses_for_the_applicant(house: House, phone: Phone) -> None:
    version = house.catalogue.version_on("990019", "kyufukin", date(2026, 11, 24))
    assert version
    helper = Walker(phone(), version, {"filer": "proxy", "proxy-kind": "carer", "lives-alone": "yes"})
    helper.to_review()
    helper.phone.cookies.set(COOKIE, TOGETHER)
    consent = helper.phone.get(f"{SERVICE}/consent").text
    assert "さんに、読んであげてください。" in consent
    assert "代わりに押します" in consent
    assert "自分で押します" not in consent
