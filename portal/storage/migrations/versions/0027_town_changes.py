"""What towns change themselves at the desk, version by version."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "town_changes",
        sa.Column("municipality", sa.String, primary_key=True),
        sa.Column("version", sa.BigInteger, primary_key=True),
        sa.Column("part", sa.String, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("staff", sa.String, nullable=False),
        sa.Column("document", sa.String, nullable=False),
    )
    op.create_index("town_changes_part", "town_changes", ["municipality", "part", "version"])


def downgrade() -> None:
    """Forget them: every town is as its file says."""
    op.drop_table("town_changes")
