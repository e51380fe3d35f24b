"""Where a page of the desk stands, and where nobody is sent to."""

from __future__ import annotations

import pytest

from portal.cases.document import desk_path
from portal.desk.addresses import address, named, own
from tests.cases.given import KASUMIGAHAMA, received, sent


def test_a_part_cannot_lead_elsewhere() -> None:
    assert address("person", "hoshino", person="../x?y") == "/desk/hoshino/staff/..%2Fx%3Fy"


@pytest.mark.parametrize("path", ["/desk/hoshino/", "/desk/hoshino/staff", "/desk/hoshino/looks?before=3"])
def test_an_own_address_is_kept(path: str) -> None:
    assert own("hoshino", path) == path


@pytest.mark.parametrize(
    "path",
    [
        *("", "x", "//evil.example/desk/hoshino/", "https://evil.example/", "/desk/hoshino/../x", "/desk/hoshino/.."),
        *("あ", "/desk/hoshino/\\evil", "/desk/hoshino/\r\nSet-Cookie: x", "/desk/kasumigahama/", "/desk/hoshinoo/"),
    ],
)
def test_any_other_leads_to_the_first_page(path: str) -> None:
    assert own("hoshino", path) == "/desk/hoshino/"


@pytest.mark.parametrize(
    ("origin", "expected"),
    [
        ("http://127.0.0.1:8123", "http://localhost:8123"),
        ("http://[::1]:8123/", "http://localhost:8123"),
        ("https://portal.example/", "https://portal.example"),
        ("http://192.0.2.1", "http://192.0.2.1"),
    ],
)
def test_this_machine_has_a_name(origin: str, expected: str) -> None:
    assert named(origin) == expected


def test_letters_tell_the_address_of_a_case_as_it_is() -> None:
    assert desk_path(received(sent()), KASUMIGAHAMA) == address("case", KASUMIGAHAMA.slug, case=received(sent()).id)
