"""Sentences that somebody heard read wrongly are counted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "reading_flags",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("municipality", "language", "hash")),
        sa.Column("sentence", sa.String, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        *(sa.Column(name, sa.BigInteger, nullable=False) for name in ("first", "last")),
    )


def downgrade() -> None:
    """Forget it."""
    op.drop_table("reading_flags")
