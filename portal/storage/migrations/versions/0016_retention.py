"""What is left of forgotten cases: their places, counts where a service keeps them, and a note of each day's work."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

TOWN = "municipality"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "forgotten_places",
        sa.Column(TOWN, sa.String, primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
    )
    op.create_table(
        "forgotten_counts",
        *(sa.Column(name, sa.String, primary_key=True) for name in (TOWN, "service", "day", "language")),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "retention_runs",
        *(sa.Column(name, sa.String, primary_key=True) for name in (TOWN, "day")),
        sa.Column("began", sa.BigInteger, nullable=False),
        sa.Column("ended", sa.BigInteger, nullable=True),
        sa.Column("told", sa.String, nullable=False),
    )


def downgrade() -> None:
    """Forget them."""
    for name in ("retention_runs", "forgotten_counts", "forgotten_places"):
        op.drop_table(name)
