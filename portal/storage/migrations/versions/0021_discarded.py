"""Discarded letters: found by themselves, and forgotten in time like those that have left."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

KEPT = sa.text("state IN ('delivered', 'discarded') AND length(sealed) > 0")
LEFT = sa.text("state = 'delivered' AND length(sealed) > 0")
DISCARDED = sa.text("state = 'discarded'")
COLUMNS = ["municipality", "ended"]


def upgrade() -> None:
    """Make both anew."""
    op.create_index("envelopes_discarded", "envelopes", COLUMNS, sqlite_where=DISCARDED, postgresql_where=DISCARDED)
    op.drop_index("envelopes_kept", "envelopes")
    op.create_index("envelopes_kept", "envelopes", COLUMNS, sqlite_where=KEPT, postgresql_where=KEPT)


def downgrade() -> None:
    """As they were."""
    op.drop_index("envelopes_kept", "envelopes")
    op.create_index("envelopes_kept", "envelopes", COLUMNS, sqlite_where=LEFT, postgresql_where=LEFT)
    op.drop_index("envelopes_discarded", "envelopes")
