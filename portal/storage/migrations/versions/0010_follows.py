"""A record may follow an act in other ways than taking it back: the column says so by its name."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Call it `follows`."""
    _renamed("withdraws", "follows")


def downgrade() -> None:
    """Call it `withdraws` again."""
    _renamed("follows", "withdraws")


def _renamed(old: str, new: str) -> None:
    op.drop_index(f"consents_{old}", "consents")
    op.execute(f"ALTER TABLE consents RENAME COLUMN {old} TO {new}")
    some, columns = sa.text(f"{new} <> ''"), ["municipality", new]
    op.create_index(f"consents_{new}", "consents", columns, sqlite_where=some, postgresql_where=some)
