"""Somebody who writes for another: their own name under the act, the applicant's beside it."""

from __future__ import annotations

from tests.journeys.benefit import SERVICE, TYPED
from tests.resident.conftest import Phone
from tests.resident.filling import answered, begun, pressed

DAUGHTER = {"family": "佐藤", "given": "明子", "family_kana": "さとう", "given_kana": "あきこ"}
HELPED = {
    "filer": {"value": "proxy"},
    "proxy-kind": {"value": "carer"},
    "proxy-relation": {"value": "child"},
    "proxy-name": DAUGHTER,
    "proxy-address": TYPED["address"],
    "proxy-phone": {"value": "090-1234-5678"},
    "proxy-reason": {"value": "illness"},
    **{step: TYPED[step] for step in ("applicant-name", "birth-date", "address", "phone")},
    "lives-alone": {"value": "yes"},
    **{step: TYPED[step] for step in ("account-place", "bank-account", "identity-way")},
    "email": {"value": ""},
}


def test_a_daughter_presses_under_her_own_name(phone: Phone) -> None:
    resident = phone()
    begun(resident)
    for step, typed in HELPED.items():
        page = answered(resident, step, typed)
    assert page.url.path == f"{SERVICE}/review"
    act = resident.get(f"{SERVICE}/consent").text
    assert "佐藤　明子さんが、髙橋　花子さんの代わりに押します。" in act
    assert "<span data-own>佐藤　明子</span> <b>押す</b>" in act
    receipt = pressed(resident).text
    assert "髙橋　花子さんの申し込みです。" in receipt
    assert "佐藤　明子" in receipt.partition("同意の印")[2].partition("</div>")[0]
