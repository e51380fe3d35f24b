"""Records of consent are the leaves of a log: their places, the nodes they made full, and the head of each town."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Begin the logs; records from before keep no place in them."""
    op.add_column("consents", sa.Column("place", sa.BigInteger, nullable=True))
    op.add_column("consents", sa.Column("hashes", sa.LargeBinary, nullable=True))
    for words in ("withdraws", "words"):
        op.add_column("consents", sa.Column(words, sa.String, nullable=False, server_default=""))
    op.create_index("consents_place", "consents", ["municipality", "place"], unique=True)
    some = sa.text("withdraws <> ''")
    columns = ["municipality", "withdraws"]
    op.create_index("consents_withdraws", "consents", columns, sqlite_where=some, postgresql_where=some)
    op.create_table(
        "log_heads",
        sa.Column("municipality", sa.String, primary_key=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("edge", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    """End them."""
    op.drop_table("log_heads")
    for index in ("consents_withdraws", "consents_place"):
        op.drop_index(index, "consents")
    for column in ("words", "withdraws", "hashes", "place"):
        op.drop_column("consents", column)
