"""The browser's own check of a bundle: it proves what the town's does, and notices whatever the town's notices."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Page
from playwright.sync_api import Route as Asked
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from portal.consent import bundle, checkpoint, log, record
from portal.consent.canonical import canonical
from portal.consent.checkpoint import Verifier
from portal.consent.findings import VERDICTS, genuine, verdict
from portal.consent.proof import consistency
from portal.consent.verify import Beside, Older, read, verify
from portal.security.keys import Keys
from portal.storage.database import Database
from portal.web.assets import Assets
from tests.consent.changes import changes
from tests.consent.given import ANSWERS, TOWN, sealed
from tests.consent.own_key.signing import ACT, PART, countersigned, elsewhere, shown, stood_by
from tests.consent.own_key.test_signature import AMISS
from tests.consent.test_bundle import took_back
from tests.consent.test_verify import STRANGE
from tests.consent.trees import VECTORS
from tests.security.authenticator import Authenticator

HERE = "http://127.0.0.1"
CHECKED = """async ([keys, texts]) => {
  const { check, verdict } = await import("/verify.js");
  const checked = async (text) => {
    const { found } = await check(text, keys);
    return [verdict(found), found];
  };
  return Promise.all(texts.map(checked));
}"""
BYTE_BY_BYTE = """async ([keys, text, step]) => {
  const { check, verdict } = await import("/verify.js"), whole = new TextEncoder().encode(text);
  const changed = (n) => new TextDecoder().decode(whole.map((byte, at) => (at === n ? byte ^ 1 : byte)));
  const places = [...whole.keys()].filter((n) => n % step === 0);
  const verdicts = await Promise.all(places.map(async (n) => verdict((await check(changed(n), keys)).found)));
  return places.filter((_, n) => verdicts[n] !== "changed");
}"""
STEP = 11
"""Every so manieth byte is changed in the browser; the town's own check is quick enough for all of them."""


class Given(NamedTuple):
    """A bundle with answers and something taken back; the town's keys, as log.pub tells them and as we do."""

    whole: dict[str, Any]
    pub: str
    keys: tuple[Verifier, ...]
    secret: Keys

    @property
    def text(self) -> str:
        """The file, without a space that means nothing."""
        return written(self.whole)


def written(bundle: Any) -> str:
    """As a file."""
    return json.dumps(bundle, ensure_ascii=False, separators=(",", ":"))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A page with nothing but our script; its address is one where browsers calculate hashes."""
    assets = Assets()
    script = TestClient(Starlette(routes=[Route("/static/{name:path}", assets)])).get(assets.path("verify.js")).text

    def serve(route: Asked) -> None:
        wanted = route.request.url == f"{HERE}/verify.js"
        route.fulfill(body=script if wanted else "", content_type="text/javascript" if wanted else "text/html")

    context = browser.new_context()
    context.route("**/*", serve)
    opened = context.new_page()
    opened.goto(f"{HERE}/")
    yield opened
    context.close()


@pytest.fixture
def given(database: Database, keys: Keys) -> Given:
    with database.writing() as db:
        kept = sealed(db, keys)
        sealed(db, keys, "en")
        countersigned(db, keys, kept)
        stood_by(db, keys, kept)
    took_back(database, keys, kept, "news")
    trusted = log.verifiers(keys, TOWN.code)
    with database.reading() as db:
        whole = bundle.fresh(db, keys, TOWN.code, kept) | {"answers": ANSWERS}
    return Given(json.loads(json.dumps(whole)), "".join(f"{one.line}\n" for one in trusted), trusted, keys)


def ours(told: Any, given: Given) -> list[Any]:
    """The verdict and the findings of the town's own check, as the script tells them."""
    found = verify(told, given.keys)
    (word,) = (name for name, sentence in VERDICTS.items() if sentence == verdict(found))
    return [word, [[one.what, one.state] for one in found]]


def test_whatever_is_changed_is_noticed_by_both_in_the_same_way(page: Page, given: Given) -> None:
    changed = [given.whole, *(one for _, one in changes(given.whole))]
    theirs = page.evaluate(CHECKED, [given.pub, [*map(written, changed)]])
    assert theirs == [ours(one, given) for one in changed]
    assert [word for word, _ in theirs].count("genuine") == 1
    assert len(changed) > 1500


def test_no_byte_can_be_changed(page: Page, given: Given) -> None:
    whole = given.text.encode()
    for n in range(len(whole)):
        changed = whole[:n] + bytes([whole[n] ^ 1]) + whole[n + 1 :]
        assert not genuine(verify(read(changed), given.keys)), changed[n - 20 : n + 20]
    assert page.evaluate(BYTE_BY_BYTE, [given.pub, given.text, STEP]) == []


def test_the_published_proofs_fit_and_no_other(page: Page) -> None:
    tried = page.evaluate(
        """async ({ leaves, roots, inclusion, consistency }) => {
          const { leaf, included, extended } = await import("/verify.js");
          const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
          const tree = (size) => ({ size, root: bytes(roots[size]) }), told = [];
          for (const { leaf: n, size, proof } of inclusion)
            for (const [at, way] of [[n, proof], [n + 1, proof], [n, [...proof, roots[1]]], [n, proof.slice(1)]])
              told.push(await included(await leaf(bytes(leaves[n])), at, size, way.map(bytes), tree(size).root));
          for (const { old, new: now, proof } of consistency)
            for (const [n, way] of [[old, proof], [old + 1, proof], [old, [...proof, roots[1]]], [old, proof.slice(1)]])
              told.push(await extended(tree(n), tree(now), way.map(bytes)));
          return told;
        }""",
        VECTORS,
    )
    short = [one for kind in ("inclusion", "consistency") for one in VECTORS[kind]]
    wanted = [[True, False, False, not one["proof"]] for one in short]
    assert tried == [each for four in wanted for each in four]


@pytest.mark.parametrize("way", ["told", "cut", "changed", "none"])
def test_another_days_head_is_laid_beside_it(page: Page, given: Given, database: Database, way: str) -> None:
    with database.reading() as db:
        head = given.whole["checkpoint"].split("\n")[1]
        proof = [b64encode(hash).decode() for hash in log.proof(db, TOWN.code, consistency(5, int(head)))]
        old = checkpoint.signed(
            checkpoint.Checkpoint(checkpoint.origin(TOWN.code), 5, log.edge_at(db, TOWN.code, 5).root),
            log.signers(given.secret, TOWN.code),
        )
    note = old.replace("\n5\n", "\n4\n") if way == "changed" else old
    proof = {"cut": proof[1:], "none": []}.get(way, proof)
    found = page.evaluate(
        """async ([text, keys, older]) => (await (await import("/verify.js")).check(text, keys, older)).found.at(-1)""",
        [given.text, given.pub, {"note": note, "proof": proof}],
    )
    same = verify(given.whole, given.keys, Beside(Older(note, [b64decode(one) for one in proof])))[-1]
    assert found == [same.what, same.state]
    assert same.state == {"told": "proven", "none": "left"}.get(way, "failed")


@pytest.mark.parametrize("until", ["2026-11-25T10:00:00+09:00", "2026-11-24T00:59:59Z"])
def test_an_old_key_is_judged_in_the_same_way(page: Page, given: Given, until: str) -> None:
    old = tuple(replace(one, since="2026-01-01T00:00:00Z", until=until) for one in given.keys)
    theirs = page.evaluate(CHECKED, ["\n".join(one.told for one in old), [given.text]])
    assert theirs == [ours(given.whole, given._replace(keys=old))]
    assert ["key", "proven" if "25T" in until else "failed"] in theirs[0][1]


def test_a_browser_that_cannot_check_a_signature_says_so(page: Page, given: Given) -> None:
    page.evaluate(
        """() => { crypto.subtle.importKey = async () => { throw new DOMException("", "NotSupportedError"); }; }"""
    )
    whole, broken = page.evaluate(CHECKED, [given.pub, [given.text, given.text.replace("本当です", "うそです")]])
    assert whole[0] == "unsure"
    assert ["signature", "left"] in whole[1]
    assert broken[0] == "changed", "what else does not fit is told all the same"
    page.reload()


def test_a_key_of_ones_own_is_judged_in_the_same_way(page: Page, database: Database, keys: Keys) -> None:
    """Each stands in the log as the town never would have written it, so that nothing else is amiss."""
    trusted, told = log.verifiers(keys, TOWN.code), []
    with database.writing() as db:
        kept = sealed(db, keys)
        right, other = shown(kept), shown(sealed(db, keys))
        ways = [right, shown(kept, Authenticator(kind=-257)), other, *(elsewhere(kept, **amiss) for amiss in AMISS)]
        for passkey in (*ways, *(changed for _, changed in changes(right))):
            leaf = record.signed(bundle.records(kept), PART, ACT, passkey)
            bundle.add(db, keys, TOWN.code, [leaf])
            whole = bundle.fresh(db, keys, TOWN.code, kept)
            told.append(whole | {"records": [*whole["records"][:5], whole["records"][-1]]})
    given = Given({}, "".join(f"{one.line}\n" for one in trusted), trusted, keys)
    theirs = page.evaluate(CHECKED, [given.pub, [*map(written, told)]])
    assert theirs == [ours(one, given) for one in told]
    assert [word for word, _ in theirs] == ["genuine"] * 2 + ["changed"] * (len(told) - 2)


def test_standing_by_is_judged_in_the_same_way(page: Page, database: Database, keys: Keys) -> None:
    trusted, told = log.verifiers(keys, TOWN.code), []
    with database.writing() as db:
        kept = sealed(db, keys)
        for amiss in ({}, *STRANGE):
            stood_by(db, keys, kept, **amiss)
            whole = bundle.fresh(db, keys, TOWN.code, kept)
            told.append(whole | {"records": [*whole["records"][:5], whole["records"][-1]]})
    given = Given({}, "".join(f"{one.line}\n" for one in trusted), trusted, keys)
    theirs = page.evaluate(CHECKED, [given.pub, [*map(written, told)]])
    assert theirs == [ours(one, given) for one in told]
    assert [word for word, _ in theirs] == ["genuine"] + ["changed"] * len(STRANGE)


@pytest.mark.parametrize(
    "value",
    [
        {"b": 1, "a": [True, None, 0.5, 1e-7, -0.0], "\u20ac": '\u2028"\\\n\x7f', "\U0001f600": 1, "\ufb33": 2},
        "か\u3099",
        [],
    ],
)
def test_values_are_written_down_in_the_same_way(page: Page, value: Any) -> None:
    theirs = page.evaluate("async (it) => (await import('/verify.js')).canonical(it)", value)
    assert theirs.encode() == canonical(value)
