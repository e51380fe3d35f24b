"""Systems have scopes, and secrets that take over from each other; cases are listed by where they stand."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

BEFORE = '["cases:read", "readings:read"]'
"""What every system with a token could do."""


def upgrade() -> None:
    """Each token becomes the first secret of its system."""
    op.create_table(
        "api_secrets",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("municipality", "id")),
        *(sa.Column(name, sa.String, nullable=False) for name in ("client", "hash")),
        sa.Column("bearer", sa.Boolean, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        *(sa.Column(name, sa.BigInteger) for name in ("expires", "used")),
        sa.UniqueConstraint("municipality", "hash"),
    )
    op.create_index("api_secrets_client", "api_secrets", ["municipality", "client"])
    _move(
        "INSERT INTO api_secrets (municipality, id, client, hash, bearer, created) "
        "SELECT municipality, id, id, token_hash, true, created FROM api_clients"
    )
    _remade("scopes", f"'{BEFORE}'")
    op.create_index("cases_status", "cases", ["municipality", "department", "status", "place"])


def downgrade() -> None:
    """Keep one token of each system that has one."""
    op.drop_index("cases_status", "cases")
    first = (
        "(SELECT hash FROM api_secrets s WHERE s.municipality = c.municipality AND s.client = c.id AND s.bearer "
        "ORDER BY s.id LIMIT 1)"
    )
    _remade("token_hash", f"COALESCE({first}, c.id)", sa.UniqueConstraint("municipality", "token_hash"))
    op.drop_table("api_secrets")


def _remade(column: str, value: str, *constraints: sa.UniqueConstraint) -> None:
    """The table of systems with another column in the place of the one it had."""
    kept = ("municipality", "id", "name", "departments", "created", "revoked")
    op.rename_table("api_clients", "api_clients_before")
    op.create_table(
        "api_clients",
        *(sa.Column(name, sa.String, primary_key=True) for name in ("municipality", "id")),
        *(sa.Column(name, sa.String, nullable=False) for name in ("name", "departments", column)),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("revoked", sa.BigInteger),
        *constraints,
    )
    names = ", ".join(kept)
    _move(f"INSERT INTO api_clients ({names}, {column}) SELECT {names}, {value} FROM api_clients_before c")
    op.drop_table("api_clients_before")


def _move(statement: str) -> None:
    op.execute(sa.text(statement))
