"""Telephones that want to be told when the office has answered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "case_bells",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("municipality", "about", "id")),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_index("case_bells_browser", "case_bells", ["municipality", "id"])


def downgrade() -> None:
    """Forget it."""
    op.drop_table("case_bells")
