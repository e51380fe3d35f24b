"""Alembic's entry: one connection, one transaction."""

from __future__ import annotations

from alembic import context
from sqlalchemy import create_engine, pool


def run() -> None:
    """Run the migrations against the configured database."""
    url = context.config.get_main_option("sqlalchemy.url")
    if url is None:
        raise ValueError("alembic needs sqlalchemy.url")
    engine = create_engine(url, poolclass=pool.NullPool)
    with engine.begin() as connection:
        context.configure(connection=connection, target_metadata=context.config.attributes.get("metadata"))
        context.run_migrations()


run()
