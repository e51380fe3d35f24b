"""The person an application is about gives their own word: ways in for them, and the words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "invitations",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("municipality", "id")),
        *(sa.Column(name, sa.String, nullable=False) for name in ("about", "way", "held")),
        sa.Column("expires", sa.BigInteger, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Boolean, nullable=False) for name in ("handed", "ended")),
    )
    op.create_index("invitations_about", "invitations", ["municipality", "about"])
    op.create_index("invitations_expires", "invitations", ["municipality", "expires"])
    op.create_table(
        "principal_words",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("municipality", "about")),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    """Forget them."""
    op.drop_table("principal_words")
    op.drop_table("invitations")
