"""Proofs: the published ones, all of small trees, and not one bit more."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.consent.proof import consistency, extended, full, included, inclusion, places, roots
from portal.consent.tree import leaf
from tests.consent.trees import LEAVES, ROOTS, VECTORS, grown

HASHES = [leaf(content) for content in LEAVES]
SMALL = [leaf(bytes([n])) for n in range(35)]
EDGES, NODES = grown(SMALL)
PAIRS = [(m, n) for n in range(1, len(SMALL) + 1) for m in range(1, n + 1)]


@pytest.mark.parametrize("told", VECTORS["inclusion"], ids=lambda told: f"{told['leaf']} of {told['size']}")
def test_a_leaf_is_proven_as_published(told: dict[str, Any]) -> None:
    proof = [bytes.fromhex(hash) for hash in told["proof"]]
    assert roots(inclusion(told["leaf"], told["size"]), grown(HASHES)[1]) == proof
    assert included(HASHES[told["leaf"]], told["leaf"], told["size"], proof, ROOTS[told["size"]])


@pytest.mark.parametrize("told", VECTORS["consistency"], ids=lambda told: f"{told['old']} to {told['new']}")
def test_a_longer_tree_is_proven_as_published(told: dict[str, Any]) -> None:
    old, new, proof = told["old"], told["new"], [bytes.fromhex(hash) for hash in told["proof"]]
    assert roots(consistency(old, new), grown(HASHES)[1]) == proof
    assert extended((old, ROOTS[old]), (new, ROOTS[new]), proof)


def test_every_leaf_of_every_small_tree_is_where_it_is_and_nowhere_else() -> None:
    for last, size in PAIRS:
        at, root = last - 1, EDGES[size].root
        proof = roots(inclusion(at, size), NODES)
        assert [n for n in range(-1, size + 1) if included(SMALL[at], n, size, proof, root)] == [at]
        assert not included(SMALL[at - 1], at, size, proof, root) or size == 1
        assert not included(SMALL[at], at, size, [*proof, root], root)
        assert not included(SMALL[at], at, size, proof[:-1], root) or not proof


def test_every_small_tree_goes_on_from_every_smaller_one() -> None:
    for old, new in PAIRS:
        before, after = (old, EDGES[old].root), (new, EDGES[new].root)
        proof = roots(consistency(old, new), NODES)
        assert extended(before, after, proof)
        assert not extended((old, EDGES[old - 1].root), after, proof)
        assert not extended(before, (new, EDGES[new - 1].root), proof)
        assert not extended(before, after, [*proof, after[1]])
        assert not extended(before, after, proof[:-1]) or not proof
        assert not extended(after, before, proof) or old == new


@given(st.data())
def test_one_changed_bit_spoils_a_proof(data: st.DataObject) -> None:
    old, new = data.draw(st.sampled_from([(m, n) for m, n in PAIRS if m < n]))
    proof = roots(consistency(old, new), NODES)
    n, bit = data.draw(st.integers(0, len(proof) - 1)), data.draw(st.integers(0, 255))
    proof[n] = (int.from_bytes(proof[n]) ^ 1 << bit).to_bytes(32)
    assert not extended((old, EDGES[old].root), (new, EDGES[new].root), proof)


def test_everything_goes_on_from_nothing() -> None:
    assert extended((0, b"whatever"), (5, EDGES[5].root), [])
    assert not extended((0, b""), (5, EDGES[5].root), [EDGES[5].root])


def test_what_does_not_exist_is_not_proven() -> None:
    for wrong in ((-1, 3), (3, 3), (0, 0)):
        with pytest.raises(ValueError, match="no leaf"):
            inclusion(*wrong)
    for wrong in ((0, 3), (4, 3)):
        with pytest.raises(ValueError, match="go on"):
            consistency(*wrong)


def test_a_proof_of_a_million_reads_few_nodes() -> None:
    size = 1_000_003
    for at in (0, 1, 524_287, 524_288, 999_999, size - 1):
        wanted = places(inclusion(at, size))
        assert len(wanted) <= 2 * size.bit_length()
        assert all(number + 1 << level <= size for level, number in wanted), "only full nodes are kept"
    assert len(places(consistency(999_999, size))) <= 2 * size.bit_length()
    assert [1 << level for level, _ in full(0, 11)] == [8, 2, 1]
