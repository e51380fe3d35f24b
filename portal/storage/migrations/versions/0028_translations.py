"""What the staff of towns say of translations."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "translations_said",
        sa.Column("municipality", sa.String, primary_key=True),
        sa.Column("language", sa.String, primary_key=True),
        sa.Column("message", sa.String, primary_key=True),
        sa.Column("told", sa.String, nullable=False),
        sa.Column("wording", sa.String, nullable=False),
        sa.Column("staff", sa.String, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
    )


def downgrade() -> None:
    """Take it away."""
    op.drop_table("translations_said")
