"""The tree: the published roots, and the root kept as it grows is that of the definition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from portal.consent.tree import EMPTY, HASH, Edge, leaf, node
from tests.consent.trees import LEAVES, ROOTS, grown, root_of


def test_the_roots_are_the_published_ones() -> None:
    edges, _ = grown(leaf(content) for content in LEAVES)
    assert [edge.root for edge in edges] == ROOTS
    assert ROOTS[0] == EMPTY


@given(st.lists(st.binary(max_size=4), max_size=40))
def test_the_root_kept_is_the_root_of_the_definition(leaves: list[bytes]) -> None:
    edges, _ = grown(leaf(content) for content in leaves)
    assert edges[-1].root == root_of(leaves)
    assert edges[-1].size == len(leaves)


def test_the_edge_holds_one_hash_for_each_1_in_the_size() -> None:
    edges, nodes = grown(bytes([n]) * HASH for n in range(100))
    assert all(len(edge.peaks) == edge.size.bit_count() for edge in edges)
    assert len(nodes) == sum(100 >> level for level in range(7)), "every full subtree is made once"


def test_a_leaf_never_passes_for_a_node() -> None:
    left, right = leaf(b"a"), leaf(b"b")
    assert leaf(left + right) != node(left, right)
    assert node(left, right) != node(right, left)
    assert Edge().grown(left)[0].root == left
