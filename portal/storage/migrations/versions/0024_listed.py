"""How many cases a list had that somebody of the staff was shown."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the column; what was kept before is of no list."""
    op.add_column("staff_trail", sa.Column("shown", sa.Integer, nullable=False, server_default="0"))


def downgrade() -> None:
    """Forget it."""
    op.drop_column("staff_trail", "shown")
