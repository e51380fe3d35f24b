"""Applications written at a counter: the sittings, codes made at one, and a screen that was lent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

WORDS = ("staff", "session", "department", "service", "draft", "stage")


def upgrade() -> None:
    """Make the table and the columns."""
    op.create_table(
        "sittings",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("municipality", "id")),
        *(sa.Column(name, sa.String, nullable=False) for name in WORDS),
        sa.Column("expires", sa.BigInteger, nullable=False),
    )
    op.create_index("sittings_session", "sittings", ["municipality", "session"])
    op.create_index("sittings_expires", "sittings", ["municipality", "expires"])
    op.add_column("resumes", sa.Column("sitting", sa.String, nullable=False, server_default=""))
    op.add_column("staff_sessions", sa.Column("lent", sa.Boolean, nullable=False, server_default="0"))


def downgrade() -> None:
    """Forget them."""
    op.drop_column("staff_sessions", "lent")
    op.drop_column("resumes", "sitting")
    op.drop_table("sittings")
