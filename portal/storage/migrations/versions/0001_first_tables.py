"""The first tables. Texts are words or codes, moments are milliseconds since 1970 UTC, boxes are sealed bytes."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = ("versions", "drafts", "resumes", "tries", "consents", "files", "cases", "envelopes", "api_clients")
TYPES: dict[str, Any] = {
    "text": sa.String,
    "number": sa.Integer,
    "moment": sa.BigInteger,
    "box": sa.LargeBinary,
}


def upgrade() -> None:
    """Make them."""
    _resident()
    _town()
    _operator()


def downgrade() -> None:
    """Drop them, with everything in them."""
    for name in reversed(TABLES):
        op.drop_table(name)


def _resident() -> None:
    _table("versions", "hash", service="text", effective="text", document="text")
    _table("drafts", "id", version="text", expires="moment", sealed="box")
    op.create_index("drafts_expires", "drafts", ["municipality", "expires"])
    columns = {"draft": "text", "salt": "box", "wrapped": "box", "tries": "number", "expires": "moment"}
    _table("resumes", "id", **columns)
    op.create_index("resumes_draft", "resumes", ["municipality", "draft"])
    op.create_index("resumes_expires", "resumes", ["municipality", "expires"])
    _table("tries", "id", who="text", at="moment")
    op.create_index("tries_who", "tries", ["municipality", "who", "at"])
    op.create_index("tries_at", "tries", ["municipality", "at"])
    _table("files", "id", owner="text", sealed="box")
    op.create_index("files_owner", "files", ["municipality", "owner"])


def _town() -> None:
    _table("consents", "id", given="moment", record="box")
    words = dict.fromkeys(("key", "number", "status", "service", "department"), "text")
    once = [sa.UniqueConstraint("municipality", column) for column in ("key", "number", "place")]
    _table("cases", "id", *once, place="number", received="moment", sealed="box", **words)
    op.create_index("cases_inbox", "cases", ["municipality", "department", "place"])
    op.create_index("cases_received", "cases", ["municipality", "department", "received", "place"])


def _operator() -> None:
    words = {"about": "text", "state": "text", "last_error": "text", "tries": "number", "sealed": "box"}
    _table("envelopes", "id", posted="moment", due="moment?", ended="moment?", **words)
    op.create_index("envelopes_about", "envelopes", ["municipality", "about", "id"])
    open_ones, aside = sa.text("due IS NOT NULL"), sa.text("state = 'set_aside'")
    op.create_index("envelopes_due", "envelopes", ["due"], sqlite_where=open_ones, postgresql_where=open_ones)
    op.create_index("envelopes_set_aside", "envelopes", ["municipality"], sqlite_where=aside, postgresql_where=aside)
    once = sa.UniqueConstraint("municipality", "token_hash")
    words = dict.fromkeys(("name", "token_hash", "departments"), "text")
    _table("api_clients", "id", once, created="moment", revoked="moment?", **words)


def _table(name: str, key: str, /, *constraints: sa.UniqueConstraint, **columns: str) -> None:
    """A table keyed by town and `key`; a column's type ends in ? where it may be empty."""
    keyed = [sa.Column(part, sa.String, primary_key=True) for part in ("municipality", key)]
    rest = [
        sa.Column(column, TYPES[kind.rstrip("?")](), nullable=kind.endswith("?")) for column, kind in columns.items()
    ]
    op.create_table(name, *keyed, *rest, *constraints)
