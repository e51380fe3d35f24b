"""The shipped towns and services, whose pages are named and led to."""

from tests.resident.conftest import house, phone

__all__ = ["house", "phone"]
