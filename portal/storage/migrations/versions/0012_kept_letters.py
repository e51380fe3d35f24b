"""Letters that have left and are not yet forgotten are found by an index of their own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KEPT = sa.text("state = 'delivered' AND length(sealed) > 0")


def upgrade() -> None:
    """Make it."""
    columns = ["municipality", "ended"]
    op.create_index("envelopes_kept", "envelopes", columns, sqlite_where=KEPT, postgresql_where=KEPT)


def downgrade() -> None:
    """Drop it."""
    op.drop_index("envelopes_kept", "envelopes")
