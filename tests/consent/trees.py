"""Trees to look things up in: the published one, one kept node by node; roots by the definition, not by our code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from portal.consent.proof import Place
from portal.consent.tree import Edge

VECTORS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("vectors.yaml").read_text())
LEAVES = [bytes.fromhex(leaf) for leaf in VECTORS["leaves"]]
ROOTS = [bytes.fromhex(root) for root in VECTORS["roots"]]


def root_of(leaves: Sequence[bytes]) -> bytes:
    """MTH of RFC 9162, 2.1.1, word for word, over the contents of leaves."""
    if len(leaves) < 2:
        return sha256(b"\x00" + leaves[0] if leaves else b"").digest()
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return sha256(b"\x01" + root_of(leaves[:k]) + root_of(leaves[k:])).digest()


def grown(hashes: Iterable[bytes]) -> tuple[list[Edge], dict[Place, bytes]]:
    """The edge after none, one, two … leaves, and every node that became full."""
    edges, nodes = [Edge()], dict[Place, bytes]()
    for n, hash in enumerate(hashes):
        edge, made = edges[-1].grown(hash)
        edges.append(edge)
        nodes |= {(level, n >> level): node for level, node in enumerate(made)}
    return edges, nodes
