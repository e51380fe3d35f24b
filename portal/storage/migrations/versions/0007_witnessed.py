"""Which day's head of a town's log was sent to the witnesses."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "witnessed",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("municipality", "day")),
        sa.Column("size", sa.BigInteger, nullable=False),
    )


def downgrade() -> None:
    """Forget it."""
    op.drop_table("witnessed")
