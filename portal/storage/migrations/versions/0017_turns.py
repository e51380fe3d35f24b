"""Whose turn a case is, who works on it, and the traces it is found by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

TOWN = "municipality"
IN_TURN = "turn > 0"
INDEXES = {
    "cases_turn": (("department", "turn", "turned", "place", "assignee"), IN_TURN),
    "cases_flagged": (("department", "turn", "turned", "place"), f"{IN_TURN} AND flagged > 0"),
    "cases_mine": (("assignee", "turn", "turned", "place", "department"), f"{IN_TURN} AND assignee <> ''"),
    "cases_untraced": (("place",), "traced = 0"),
}


def upgrade() -> None:
    """Make the columns, and the turn of each case by where it stands; the traces are filled later, a few at a time."""
    for name, type in (("flagged", sa.Integer), ("turn", sa.SmallInteger), ("revision", sa.Integer)):
        op.add_column("cases", sa.Column(name, type, nullable=False, server_default="0"))
    op.add_column("cases", sa.Column("turned", sa.BigInteger, nullable=True))
    op.add_column("cases", sa.Column("assignee", sa.String, nullable=False, server_default=""))
    op.add_column("cases", sa.Column("traced", sa.SmallInteger, nullable=False, server_default="0"))
    turns = "CASE status WHEN 'received' THEN 4 WHEN 'checking' THEN 5 WHEN 'asked' THEN 6 ELSE 0 END"
    op.execute(f"UPDATE cases SET turned = received, turn = {turns}")
    for name, (columns, only) in INDEXES.items():
        where = sa.text(only)
        op.create_index(name, "cases", [TOWN, *columns], sqlite_where=where, postgresql_where=where)
    op.create_index("case_events_about", "case_events", [TOWN, "about", "place"])
    op.create_table(
        "case_traces",
        sa.Column(TOWN, sa.String, primary_key=True),
        sa.Column("term", sa.BigInteger, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.String, primary_key=True) for name in ("department", "about")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "case_traces_about", "case_traces", [TOWN, "about"], postgresql_ops={"about": "varchar_pattern_ops"}
    )


def downgrade() -> None:
    """Forget them."""
    op.drop_table("case_traces")
    op.drop_index("case_events_about", "case_events")
    for name in INDEXES:
        op.drop_index(name, "cases")
    for name in ("flagged", "turn", "turned", "assignee", "revision", "traced"):
        op.drop_column("cases", name)
