"""Proofs over a Merkle tree (RFC 9162, 2.1.3 and 2.1.4): that a leaf is in it, that it goes on from an older one.

A proof is a list of the roots of subtrees. Which ones is worked out from numbers alone (`inclusion`, `consistency`), so
that all of the nodes they are made of can be read at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from portal.consent.tree import Edge, node

Range = tuple[int, int]
"""Leaves from the first to before the second."""
Place = tuple[int, int]
"""A node over 2**level leaves: its level and its number in it."""


def inclusion(index: int, size: int) -> list[Range]:
    """The subtrees whose roots prove the leaf of that index, from the leaf upwards. Raises ValueError."""
    if not 0 <= index < size:
        raise ValueError(f"there is no leaf {index} in a tree of {size}")
    return _beside(index, index + 1, size)


def consistency(old: int, new: int) -> list[Range]:
    """The subtrees whose roots prove that a tree of `new` leaves goes on from one of `old`. Raises ValueError."""
    if not 0 < old <= new:
        raise ValueError(f"a tree of {new} does not go on from one of {old}")
    if old == new:
        return []
    last = old & -old  # the last full subtree of the old tree is where both trees still agree
    start = [] if last == old else [(old - last, old)]
    return [*start, *_beside(old - last, old, new)]


def _beside(start: int, end: int, size: int) -> list[Range]:
    """The siblings on the way from a full subtree up to the root of a tree."""
    low, high, found = 0, size, list[Range]()
    while (low, high) != (start, end):
        split = low + _half(high - low)
        if end <= split:
            found.append((split, high))
            high = split
        else:
            found.append((low, split))
            low = split
    return found[::-1]


def _half(size: int) -> int:
    """The largest power of two below the size."""
    return 1 << (size - 1).bit_length() - 1


def places(ranges: Iterable[Range]) -> set[Place]:
    """Every node that the roots of these subtrees are made of; O(log n) of them, all full."""
    return {place for start, end in ranges for place in full(start, end)}


def full(start: int, end: int) -> Iterator[Place]:
    """The full subtrees of a subtree, the largest first."""
    while start < end:
        level = (end - start).bit_length() - 1
        yield level, start >> level
        start += 1 << level


def roots(ranges: Iterable[Range], nodes: Mapping[Place, bytes]) -> list[bytes]:
    """The proof itself. Raises KeyError when a node is missing."""
    return [Edge(end - start, tuple(nodes[place] for place in full(start, end))).root for start, end in ranges]


def included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> bool:
    """Whether a leaf (its hash) stands at an index of the tree of that size and root: RFC 9162, 2.1.3.2."""
    if not 0 <= index < size:
        return False
    at, last, found = index, size - 1, leaf
    for beside in proof:
        if last == 0:
            return False
        if at & 1 or at == last:
            found = node(beside, found)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            found = node(found, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and found == root


def extended(old: tuple[int, bytes], new: tuple[int, bytes], proof: Sequence[bytes]) -> bool:
    """Whether the new tree (size and root) goes on from the old one: RFC 9162, 2.1.4.2.

    Everything goes on from an empty tree, and nothing needs to be shown for it.
    """
    (old_size, old_root), (new_size, new_root) = old, new
    if old_size in (0, new_size):
        return not proof and (old_size == 0 or old_root == new_root)
    if old_size > new_size or not proof:
        return False
    first, *rest = [old_root, *proof] if old_size & (old_size - 1) == 0 else proof
    at, last = old_size - 1, new_size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    was = now = first
    for beside in rest:
        if last == 0:
            return False
        if at & 1 or at == last:
            was, now = node(beside, was), node(beside, now)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            now = node(now, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and was == old_root and now == new_root
