"""Which key signed a town's log from when to when."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep the history of the keys."""
    op.create_table(
        "log_keys",
        sa.Column("municipality", sa.String, primary_key=True),
        sa.Column("line", sa.String, primary_key=True),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=True),
    )


def downgrade() -> None:
    """Forget it."""
    op.drop_table("log_keys")
