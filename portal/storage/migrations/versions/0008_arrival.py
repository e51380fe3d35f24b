"""Whether a case has come to the office, by which channels and since when; letters know channel and department."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

OPEN = sa.text("due IS NOT NULL")
ARRIVED = """
    UPDATE cases SET acknowledged = (
        SELECT min(ended) FROM envelopes
        WHERE envelopes.municipality = cases.municipality AND envelopes.about = cases.id AND state = 'delivered'
    )
"""


def upgrade() -> None:
    """Make them; of cases from before the letters tell whether they have arrived."""
    op.add_column("cases", sa.Column("acknowledged", sa.BigInteger, nullable=True))
    op.execute(ARRIVED)
    waiting = sa.text("acknowledged IS NULL")
    place = ["municipality", "department", "received"]
    op.create_index("cases_open", "cases", place, sqlite_where=waiting, postgresql_where=waiting)
    op.create_table(
        "acknowledgements",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("municipality", "about", "channel")),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.execute(
        "INSERT INTO acknowledgements (municipality, about, channel, at) "
        "SELECT municipality, id, 'email', acknowledged FROM cases WHERE acknowledged IS NOT NULL"
    )
    op.add_column("envelopes", sa.Column("channel", sa.String, nullable=False, server_default="email"))
    op.add_column("envelopes", sa.Column("department", sa.String, nullable=False, server_default=""))
    _indexes(["channel", "due"], ["municipality", "about", "channel", "id"])


def downgrade() -> None:
    """Forget it."""
    _indexes(["due"], ["municipality", "about", "id"])
    for column in ("department", "channel"):
        op.drop_column("envelopes", column)
    op.drop_table("acknowledgements")
    op.drop_index("cases_open", "cases")
    op.drop_column("cases", "acknowledged")


def _indexes(due: list[str], about: list[str]) -> None:
    for name in ("envelopes_due", "envelopes_about"):
        op.drop_index(name, "envelopes")
    op.create_index("envelopes_due", "envelopes", due, sqlite_where=OPEN, postgresql_where=OPEN)
    op.create_index("envelopes_about", "envelopes", about)
