"""The head of another day laid beside a file: nothing was taken out since, or something was, or it is no head."""

from __future__ import annotations

import json

import pytest
from httpx2 import Response

from portal.consent import checkpoint, log
from portal.consent.checkpoint import Checkpoint, origin
from portal.web.house import House
from tests.consent.given import sealed
from tests.resident.checking.conftest import Kept
from tests.resident.checking.test_file import PAGE
from tests.resident.conftest import Phone

TOWN = "990019"
ON, CUT = "とちゅうで作り直していません。", "ほかの日の列からつながっていません。"
GENUINE = "この控えは、本物です。"


def laid(phone: Phone, kept: Kept, head: str) -> Response:
    """The page after the file was sent with a head beside it."""
    file = {"file": ("yorisoi.json", json.dumps(kept.whole).encode(), "application/json")}
    return phone().post(PAGE, data={"do": "file", "older": head}, files=file)


def head_of(house: House, size: int | None = None) -> str:
    """The signed head of the log when it had so many records."""
    with house.database.reading() as db:
        edge = log.head(db, TOWN) if size is None else log.edge_at(db, TOWN, size)
    return log.checkpoint(house.keys, TOWN, edge)


@pytest.mark.parametrize("size", [1, 3])
def test_an_older_head_and_nothing_was_taken_out(phone: Phone, house: House, kept: Kept, size: int) -> None:
    page = laid(phone, kept, head_of(house, size).replace("\n", "\r\n ").rstrip())
    assert GENUINE in page.text
    assert ON in page.text


def test_a_newer_head_and_its_own_do_as_well(phone: Phone, house: House, kept: Kept) -> None:
    assert ON in laid(phone, kept, kept.whole["checkpoint"]).text
    with house.database.writing() as db:
        sealed(db, house.keys)
    assert ON in laid(phone, kept, head_of(house)).text
    assert ON in laid(phone, kept, log.checkpoint(house.keys, TOWN, log.Edge())).text


def test_a_log_that_was_made_anew_or_cut_is_found_out(phone: Phone, house: House, kept: Kept) -> None:
    """Heads the town did sign, of which its log knows nothing any more."""
    other = checkpoint.signed(Checkpoint(origin(TOWN), 3, bytes(32)), log.signers(house.keys, TOWN))
    longer = checkpoint.signed(Checkpoint(origin(TOWN), 900, bytes(32)), log.signers(house.keys, TOWN))
    for head in (other, longer):
        page = laid(phone, kept, head)
        assert "本物だと言えません" in page.text
        assert CUT in page.text


def test_a_head_by_another_key_is_no_witness(phone: Phone, house: House, kept: Kept) -> None:
    strange = checkpoint.signed(checkpoint.read(head_of(house, 3)), [checkpoint.Signer(origin(TOWN), bytes(32))])
    assert CUT in laid(phone, kept, strange).text


@pytest.mark.parametrize("typed", ["なにか", "yorisoi/990019\n3\nAAAA\n"])
def test_what_is_no_head_is_asked_for_again(phone: Phone, kept: Kept, typed: str) -> None:
    page = laid(phone, kept, typed)
    assert page.status_code == 422
    assert "この文は、記録の頭ではありません。" in page.text
    assert "<details open>" in page.text, "with what was typed in it"
    assert GENUINE not in page.text.partition("<template")[0]


def test_without_a_head_nothing_is_said_of_it(phone: Phone, kept: Kept) -> None:
    assert ON not in laid(phone, kept, " \n ").text
