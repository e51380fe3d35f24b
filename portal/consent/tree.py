"""The Merkle tree of RFC 9162, 2.1 (as of RFC 6962): hashes of leaves and nodes, and the root kept as it grows."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import reduce

HASH = 32
"""Bytes of SHA-256."""
EMPTY = hashlib.sha256().digest()
"""The root of a tree without leaves."""


def leaf(content: bytes) -> bytes:
    """The hash of a leaf."""
    return hashlib.sha256(b"\x00" + content).digest()


def node(left: bytes, right: bytes) -> bytes:
    """The hash of a node with two children."""
    return hashlib.sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True)
class Edge:
    """The right edge of a tree of `size` leaves: the roots of its full subtrees, the largest first.

    It is all that growing needs: 32 bytes for each 1 in the size written in binary, 20 of them at most for a million.
    """

    size: int = 0
    peaks: tuple[bytes, ...] = ()

    @property
    def root(self) -> bytes:
        """The root of the tree."""
        if not self.peaks:
            return EMPTY
        return reduce(lambda right, left: node(left, right), reversed(self.peaks))

    def grown(self, leaf: bytes) -> tuple[Edge, tuple[bytes, ...]]:
        """The edge after one more leaf (its hash), and the nodes that are full now: the leaf first, then upwards."""
        peaks, made, left = list(self.peaks), [leaf], self.size
        while left & 1:
            made.append(node(peaks.pop(), made[-1]))
            left >>= 1
        return Edge(self.size + 1, (*peaks, made[-1])), tuple(made)
