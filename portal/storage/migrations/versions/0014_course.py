"""The course of a case: what happened to it, what the office wrote about it, and answers given once."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; the feed begins with every case there is."""
    op.drop_index("cases_status", "cases")
    in_work = sa.text("status IN ('received', 'checking', 'asked')")
    columns = ["municipality", "department", "status", "place"]
    op.create_index("cases_status", "cases", columns, sqlite_where=in_work, postgresql_where=in_work)
    op.create_table(
        "case_events",
        sa.Column("municipality", sa.String, primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.String, nullable=False) for name in ("type", "about", "department", "data")),
        sa.Column("at", sa.BigInteger, nullable=False),
    )
    op.create_index("case_events_feed", "case_events", ["municipality", "department", "place"])
    op.execute(
        "INSERT INTO case_events (municipality, place, type, about, department, at, data) "
        "SELECT municipality, place, 'case.received', id, department, received, '{}' FROM cases"
    )
    op.create_table(
        "case_messages",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("municipality", "id")),
        sa.Column("about", sa.String, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_index("case_messages_about", "case_messages", ["municipality", "about", "at"])
    op.create_table(
        "api_once",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("municipality", "id")),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("sealed", sa.LargeBinary),
    )
    op.create_index("api_once_at", "api_once", ["municipality", "at"])


def downgrade() -> None:
    """Forget them."""
    for name in ("api_once", "case_messages", "case_events"):
        op.drop_table(name)
    op.drop_index("cases_status", "cases")
    op.create_index("cases_status", "cases", ["municipality", "department", "status", "place"])
