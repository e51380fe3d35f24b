"""Cases know whose they are by a blind index, so that a second one of the same person is seen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it; what came before belongs to nobody known."""
    op.add_column("cases", sa.Column("someone", sa.String, nullable=False, server_default=""))
    op.create_index("cases_someone", "cases", ["municipality", "someone", "service"])


def downgrade() -> None:
    """Forget it."""
    op.drop_index("cases_someone", "cases")
    op.drop_column("cases", "someone")
