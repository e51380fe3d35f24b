"""When the office was first given a case: until then it can be taken back as if it had never been sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep the moment; whether cases from before were seen is not known, so they count as seen when they came."""
    op.add_column("cases", sa.Column("seen", sa.BigInteger, nullable=True))
    op.execute("UPDATE cases SET seen = received")


def downgrade() -> None:
    """Forget it."""
    op.drop_column("cases", "seen")
