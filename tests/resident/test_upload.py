"""A photo on the way: hostile files, forged words and other buttons lose nothing and stop nobody."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from httpx2 import Response
from PIL import Image
from sqlalchemy import select
from starlette.testclient import TestClient

from portal.journey import attachment
from portal.storage.files import FileRow
from portal.web.house import House
from tests.journeys.benefit import SERVICE, TYPED
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun, sent

STEP = f"{SERVICE}/identity-photo"


def at_the_photo(phone: TestClient) -> None:
    """Every question before the photo answered."""
    begun(phone)
    for step, typed in {**TYPED, "identity-way": {"value": "now"}}.items():
        page = answered(phone, step, typed)
    assert page.url.path == STEP


def picture(colour: str = "red") -> bytes:
    """A small photo."""
    content = BytesIO()
    Image.new("RGB", (40, 30), colour).save(content, "JPEG")
    return content.getvalue()


def chosen(phone: TestClient, content: bytes, name: str = "card.jpg", do: str = "next") -> Response:
    """The page after a file was sent."""
    return phone.post(STEP, data={"do": do}, files={"value": (name, content)})


def addresses(page: Response) -> list[str]:
    """Where the pictures of the photos kept are."""
    return re.findall(rf'<img src="({STEP}/picture/\w+)"', page.text)


def kept(house: House) -> list[str]:
    """The ids of all files in the house."""
    with house.database.reading() as db:
        return list(db.execute(select(FileRow.id)).scalars())


HOSTILE = {
    "nothing": b"",
    "a page": b"<html><script>alert(1)</script></html>",
    "a drawing with a script": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    "a cut photo": picture()[:300],
    "a program": b"MZ" + bytes(5000),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_photo_is_told_kindly_and_the_one_before_stays(phone: Phone, house: House, content: bytes) -> None:
    resident = phone()
    at_the_photo(resident)
    chosen(resident, picture())
    page = chosen(resident, content, "new.jpg")
    assert page.status_code == 422
    assert "card.jpg" in page.text
    assert len(kept(house)) == 1
    assert answered(resident, "identity-photo", {}).url.path != STEP


@pytest.mark.parametrize("do", ["text:150", "back", "later", "language:en"])
def test_other_buttons_keep_the_photo(phone: Phone, house: House, do: str) -> None:
    resident = phone()
    at_the_photo(resident)
    chosen(resident, picture())
    resident.post(STEP, data={"do": do}, files={"value": ("", b"")})
    assert "card.jpg" in resident.get(STEP).text
    page = resident.post(STEP, data={"do": do}, files={"value": ("new.jpg", picture("blue"))})
    assert page.status_code == 200
    assert "new.jpg" in resident.get(STEP).text
    assert len(kept(house)) == 2


def test_no_form_can_name_somebody_elses_file(phone: Phone, house: House) -> None:
    owner, thief = phone(), phone()
    at_the_photo(owner)
    chosen(owner, picture())
    (id,) = kept(house)
    at_the_photo(thief)
    for do in ("text:150", "next", "remove"):
        thief.post(STEP, data={"value": id, "name": "x", "size": "1", "media_type": "image/jpeg", "do": do})
    chosen(thief, picture("blue"))
    assert id in kept(house)
    assert "card.jpg" in owner.get(STEP).text


def test_a_file_is_opened_before_the_transaction_begins(
    phone: Phone, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    resident, other = phone(), phone()
    at_the_photo(resident)
    pages: list[int] = []
    clean = attachment.clean

    def slow(content: bytes, limit: int) -> object:
        pages.append(begun(other).status_code)  # another resident writes meanwhile
        return clean(content, limit)

    monkeypatch.setattr(attachment, "clean", slow)
    assert chosen(resident, picture()).status_code == 200
    assert pages == [200]


def test_the_receipt_is_not_touched_by_a_late_photo(phone: Phone, house: House) -> None:
    resident = phone()
    number = sent(resident)
    page = chosen(resident, picture())
    assert number in page.text
    assert kept(house) == []


def test_the_photo_kept_can_be_looked_at_by_its_sender_alone(phone: Phone) -> None:
    resident, other = phone(), phone()
    at_the_photo(resident)
    (address,) = addresses(chosen(resident, picture(), do="more"))
    shown = resident.get(address)
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/jpeg")
    assert shown.headers["cache-control"] == "no-store"
    assert Image.open(BytesIO(shown.content)).size == (40, 30)
    assert addresses(resident.get(STEP)) == [address]
    for file in ("0", "1", "x", "-1", "１", "9" * 400):
        assert resident.get(f"{STEP}/picture/{file}").status_code == 404
    begun(other)
    assert other.get(address).headers["content-type"] != "image/jpeg"


def test_no_photo_has_the_address_of_another(phone: Phone) -> None:
    resident = phone()
    at_the_photo(resident)
    chosen(resident, picture(), do="more")
    first, second = addresses(chosen(resident, picture("blue"), do="more"))
    assert addresses(resident.post(STEP, data={"do": "remove:1"})) == [second]
    assert resident.get(first).status_code == 404


def test_another_photo_may_be_added_and_one_taken_away(phone: Phone, house: House) -> None:
    resident = phone()
    at_the_photo(resident)
    chosen(resident, picture(), "front.jpg", do="more")
    both = chosen(resident, picture("blue"), "back.jpg", do="more")
    assert (both.url.path, "front.jpg" in both.text, "back.jpg" in both.text) == (STEP, True, True)
    assert "2枚、そろいました" in both.text
    full = chosen(resident, picture("green"), "third.jpg", do="more")
    assert full.status_code == 422
    assert len(kept(house)) == 2
    rest = resident.post(STEP, data={"do": "remove:1"})
    assert (rest.url.path, "front.jpg" in rest.text, "back.jpg" in rest.text) == (STEP, False, True)
    assert len(kept(house)) == 1
    assert answered(resident, "identity-photo", {}).url.path != STEP


def test_a_blurred_photo_is_asked_about_once(phone: Phone) -> None:
    resident = phone()
    at_the_photo(resident)
    content = BytesIO()
    Image.new("RGB", (1200, 900), "white").save(content, "JPEG")
    page = chosen(resident, content.getvalue())
    assert (page.url.path, page.status_code, "ぼやけている" in page.text) == (STEP, 200, True)
    assert answered(resident, "identity-photo", {}).url.path != STEP


def test_the_same_photo_sent_twice_is_one(phone: Phone, house: House) -> None:
    resident = phone()
    at_the_photo(resident)
    for _ in range(3):
        chosen(resident, picture())
    assert len(kept(house)) == 1
