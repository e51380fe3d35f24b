"""A town hall that shares its keys and database with the commands."""

from tests.desk.conftest import hall

__all__ = ["hall"]
