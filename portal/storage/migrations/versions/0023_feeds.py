"""Where the feed of each town begins: what is older is told no more."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and forget what happened to cases that are forgotten already."""
    op.create_table(
        "feeds",
        sa.Column("municipality", sa.String, primary_key=True),
        sa.Column("place", sa.Integer, nullable=False),
    )
    same_town = "(SELECT max(place) FROM case_events AS e WHERE e.municipality = case_events.municipality)"
    op.execute(
        "DELETE FROM case_events WHERE place < " + same_town + " AND NOT EXISTS (SELECT 1 FROM cases "
        "WHERE cases.municipality = case_events.municipality AND cases.id = case_events.about)"
    )


def downgrade() -> None:
    """Forget where they begin."""
    op.drop_table("feeds")
