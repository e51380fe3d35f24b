"""The house and its visitors, as tests/resident has them."""

from tests.resident.conftest import house, phone

__all__ = ["house", "phone"]
