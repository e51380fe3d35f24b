"""Which mails of which batches were posted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "batches",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("municipality", "department", "every")),
        sa.Column("due", sa.BigInteger, primary_key=True),
        sa.Column("part", sa.Integer, primary_key=True),
        sa.Column("place", sa.BigInteger, nullable=False),
        sa.Column("more", sa.Boolean, nullable=False),
    )


def downgrade() -> None:
    """Forget it."""
    op.drop_table("batches")
