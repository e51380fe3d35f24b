"""The figures of each day, and the question at which a draft lies."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; of drafts that lie now nobody knows where they stopped."""
    op.create_table(
        "figures",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("municipality", "department", "service")),
        *(sa.Column(name, sa.String, primary_key=True) for name in ("day", "what", "of")),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.create_table(
        "figures_counted",
        sa.Column("municipality", sa.String, primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "drafts_left",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("municipality", "day", "department")),
        *(sa.Column(name, sa.String, primary_key=True) for name in ("service", "step")),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.add_column("drafts", sa.Column("step", sa.String, nullable=False, server_default=""))


def downgrade() -> None:
    """Forget them."""
    op.drop_column("drafts", "step")
    for table in ("drafts_left", "figures_counted", "figures"):
        op.drop_table(table)
