"""Migrations: numbered changes of the tables, run by alembic; they know tables by name, never by class."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy.engine import make_url

HERE = Path(__file__).parent


def config(url: str) -> Config:
    """Alembic's configuration for a database."""
    made = Config()
    made.set_main_option("script_location", str(HERE))
    url = make_url(url.replace("postgresql://", "postgresql+psycopg://", 1)).render_as_string(hide_password=False)
    made.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return made


def upgrade(url: str) -> None:
    """Bring a database up to the newest tables; nothing happens when it is."""
    command.upgrade(config(url), "head")
