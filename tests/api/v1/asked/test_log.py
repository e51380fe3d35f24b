"""What a town's log shows to everybody: enough to check a bundle with, nothing of a person, cached for a while."""

from __future__ import annotations

from base64 import b64decode

import pytest

from portal.api.v1.asked import log as public
from portal.consent import bundle, log
from portal.consent.checkpoint import keys as read_keys
from portal.consent.checkpoint import opened
from portal.consent.findings import Finding, genuine
from portal.consent.proof import extended
from portal.consent.verify import Beside, Older, verify
from portal.security.allowance import Allowance
from portal.security.keys import Keys
from tests.api.given import HERE, Office, kind_of
from tests.consent.given import sealed

LOG = "/logs/kasumigahama"


def test_whoever_has_a_bundle_finds_the_keys_to_it(office: Office) -> None:
    with office.database.writing() as db:
        kept = sealed(db, office.keys)
    answer = office.get(f"{LOG}/log.pub")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["cache-control"].startswith("public, max-age=")
    assert genuine(verify(bundle.without_secrets(kept), read_keys(answer.text)))


def test_every_key_that_signs_is_told_the_newest_first(office: Office) -> None:
    office.house.keys = Keys({1: b"1" * 32, 2: b"2" * 32}, b"")
    told = read_keys(office.get(f"{LOG}/log.pub").text)
    assert told == [*log.verifiers(office.house.keys, HERE)]
    assert len(told) == 2
    head = office.get(f"{LOG}/checkpoint").text
    assert all(opened(head, [one]).size == 0 for one in told)


def test_the_head_is_the_newest(office: Office) -> None:
    with office.database.writing() as db:
        first = sealed(db, office.keys)["checkpoint"]
    assert office.get(f"{LOG}/checkpoint").text == first
    with office.database.writing() as db:
        second = sealed(db, office.keys)["checkpoint"]
    answer = office.get(f"{LOG}/checkpoint")
    assert answer.text == second
    assert answer.headers["cache-control"] == "public, max-age=60"
    assert "\n0\n" in office.get("/logs/hoshino/checkpoint").text, "every town has its own"


def test_heads_of_two_days_are_shown_to_go_on(office: Office) -> None:
    with office.database.writing() as db:
        old, new = sealed(db, office.keys), sealed(db, office.keys)
    proof = [b64decode(line) for line in office.get(f"{LOG}/proof?old=5&new=10").text.split()]
    first, second = (opened(one["checkpoint"], log.verifiers(office.keys, HERE)) for one in (old, new))
    assert extended((first.size, first.root), (second.size, second.root), proof)
    found = verify(new, log.verifiers(office.keys, HERE), Beside(Older(old["checkpoint"], proof)))
    assert Finding("older", "proven") in found
    assert office.get(f"{LOG}/proof?old=10&new=10").text == ""


@pytest.mark.parametrize("sizes", ["", "?old=1", "?old=0&new=5", "?old=6&new=5", "?old=1&new=6", "?old=x&new=5"])
def test_a_size_that_never_was(office: Office, sizes: str) -> None:
    with office.database.writing() as db:
        sealed(db, office.keys)
    assert kind_of(office.get(f"{LOG}/proof{sizes}")) in {"BadSize", "NoSuchSize"}


@pytest.mark.parametrize("what", ["log.pub", "checkpoint", "proof?old=1&new=1"])
class TestAnAddress:
    def test_knows_only_towns_of_ours(self, office: Office, what: str) -> None:
        assert kind_of(office.get(f"/logs/nowhere/{what}")) == "NotFound"

    def test_may_be_asked_so_often(self, office: Office, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(public, "LOOKS", Allowance(1, 60))
        office.get(f"{LOG}/{what}")
        answer = office.get(f"{LOG}/{what}")
        assert kind_of(answer) == "TooOften"
        assert answer.headers["retry-after"]
        assert answer.headers["cache-control"] == "no-store"
