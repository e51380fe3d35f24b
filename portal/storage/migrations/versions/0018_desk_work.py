"""What clerks do and write about a case, what the resident answers, who wants to be called, and clerks' own queues."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

TOWN = "municipality"
TABLES = ("case_deeds", "case_notes", "case_replies", "case_calls", "queue_views")


def upgrade() -> None:
    """Make the tables."""
    _table("case_deeds", "id about by what data", "at")
    _table("case_notes", "id about by", "at", sa.Column("sealed", sa.LargeBinary, nullable=False))
    read, done = (sa.Column(name, sa.BigInteger, nullable=True) for name in ("read", "done"))
    _table("case_replies", "id about", "at", read, sa.Column("sealed", sa.LargeBinary, nullable=False))
    tries, box = sa.Column("tries", sa.Integer, nullable=False), sa.Column("sealed", sa.LargeBinary, nullable=False)
    _table("case_calls", "id about department", "asked due", tries, done, box)
    for name in ("case_deeds", "case_notes", "case_replies"):
        op.create_index(f"{name}_about", name, [TOWN, "about", "at"])
    op.create_index("case_calls_about", "case_calls", [TOWN, "about", "asked"])
    _some("case_replies_unread", "case_replies", ("about", "at"), "read IS NULL")
    _some("case_calls_due", "case_calls", ("department", "due", "id"), "done IS NULL")
    op.create_table(
        "queue_views",
        *(sa.Column(name, sa.String, primary_key=True) for name in (TOWN, "clerk", "id")),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    """Forget them."""
    for name in TABLES:
        op.drop_table(name)


def _table(name: str, words: str, moments: str, *others: sa.Column[Any]) -> None:
    op.create_table(
        name,
        sa.Column(TOWN, sa.String, primary_key=True),
        *(sa.Column(word, sa.String, primary_key=word == "id", nullable=False) for word in words.split()),
        *(sa.Column(moment, sa.BigInteger, nullable=False) for moment in moments.split()),
        *others,
    )


def _some(name: str, table: str, columns: tuple[str, ...], only: str) -> None:
    where = sa.text(only)
    op.create_index(name, table, [TOWN, *columns], sqlite_where=where, postgresql_where=where)
