"""The staff of a town: people, links to come in by, keys, accounts elsewhere, sessions, and the trail they leave."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

TOWN = "municipality"
TABLES: dict[str, tuple[str, ...]] = {
    "staff": ("id",),
    "staff_invitations": ("hash",),
    "staff_keys": ("id",),
    "staff_links": ("subject",),
    "staff_answered": ("challenge",),
    "staff_sessions": ("id",),
    "staff_trail": ("place",),
    "staff_trail_heads": (),
}
"""Each table and what stands in its key after the town."""
INDEXES: dict[str, dict[str, tuple[str, ...]]] = {
    "staff_invitations": {"until": ("until",)},
    "staff_keys": {"staff": ("staff",)},
    "staff_links": {"staff": ("staff",)},
    "staff_answered": {"at": ("at",)},
    "staff_sessions": {"staff": ("staff",), "began": ("began",)},
    "staff_trail": {"case": ("case", "place"), "department": ("department", "place")},
}


def upgrade() -> None:
    """Make the tables."""
    words, moments, bytes_, number = _words, _moments, sa.LargeBinary, sa.Integer
    _table(
        "staff",
        sa.Column("sealed", bytes_, nullable=False),
        *words("roles"),
        *moments("invited"),
        *(sa.Column(name, sa.BigInteger, nullable=True) for name in ("joined", "revoked")),
    )
    _table("staff_invitations", *words("staff"), *moments("until"), sa.Column("used", sa.BigInteger, nullable=True))
    _table(
        "staff_keys",
        *words("staff"),
        *(sa.Column(name, kind, nullable=False) for name, kind in (("public_key", bytes_), ("counter", number))),
        sa.Column("sealed", bytes_, nullable=False),
        *moments("made"),
        sa.Column("used", sa.BigInteger, nullable=True),
    )
    _table("staff_links", *words("staff"), *moments("made"))
    _table("staff_answered", *moments("at"))
    _table(
        "staff_sessions",
        *words("staff", "browser"),
        sa.Column("number", number, nullable=False),
        *moments("began", "seen", "turned", "proved"),
        sa.Column("ended", sa.BigInteger, nullable=True),
        sa.Column("kept", bytes_, nullable=True),
    )
    trail = (*moments("at"), *words("kind", "staff", "department", "case", "other", "page"))
    _table("staff_trail", *trail, sa.Column("mark", bytes_, nullable=False))
    heads = (sa.Column(name, bytes_, nullable=False) for name in ("last", "mark"))
    _table("staff_trail_heads", sa.Column("size", sa.BigInteger, nullable=False), *heads)
    for table, indexes in INDEXES.items():
        for name, columns in indexes.items():
            op.create_index(f"{table}_{name}", table, [TOWN, *columns])


def downgrade() -> None:
    """Forget them."""
    for name in reversed(TABLES):
        op.drop_table(name)


def _table(name: str, *columns: sa.Column[Any]) -> None:
    place = sa.BigInteger if name == "staff_trail" else sa.String
    keys = (sa.Column(one, place if one == "place" else sa.String, primary_key=True) for one in (TOWN, *TABLES[name]))
    op.create_table(name, *keys, *columns)


def _words(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String, nullable=False) for name in names]


def _moments(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.BigInteger, nullable=False) for name in names]
